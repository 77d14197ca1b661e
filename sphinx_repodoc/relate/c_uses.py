"""Which symbols the names that files of C use are: those that only one thing can be."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import PurePosixPath

from sphinx_repodoc.model.bearers import TAGGED, find_bearers
from sphinx_repodoc.model.facts import Facts, Symbol
from sphinx_repodoc.model.uses import Named
from sphinx_repodoc.relate.c import HEADER_SUFFIXES, LANGUAGES
from sphinx_repodoc.relate.c_reach import Reach
from sphinx_repodoc.relate.repository import Dependencies, Repository

LANGUAGE = "C"

DECLARED = frozenset({"prototype", "extern variable"})
"""Kinds that say that a thing is defined elsewhere."""

LINKED = frozenset({"function", "variable"})
"""Kinds that other files name by a declaration, unless they are static."""

QUOTING = frozenset({"offsetof", "container_of", "typeof", "va_arg"})
"""Macros from elsewhere whose arguments may be no expressions, beside those in capitals."""

Place = tuple[PurePosixPath, Symbol]


def find_named(repository: Repository, dependencies: Dependencies) -> Iterator[Named]:
    """Yield the symbols that files of C name, and where."""
    index = _Index(repository, dependencies)
    for path, facts in repository.of(LANGUAGE).items():
        for use in facts.uses:
            for place, symbol in index.find(path, use.name):
                own = {symbol.span.line} if place == path else ()
                lines = tuple(line for line in use.lines if line not in own)
                yield Named(place, symbol.qualified_name, path, lines)


class _Index:
    """What the files of C and its kin define."""

    def __init__(self, repository: Repository, dependencies: Dependencies) -> None:
        self._reach = Reach(repository, dependencies)
        self._defined: dict[str, list[Place]] = defaultdict(list)
        self._declared: dict[str, list[Place]] = defaultdict(list)
        self._tagged: dict[str, list[Place]] = defaultdict(list)
        indexes = dict.fromkeys(DECLARED, self._declared) | dict.fromkeys(TAGGED, self._tagged)
        facts = repository.of(*LANGUAGES)
        for path, found in facts.items():
            for symbol in found.symbols:
                if symbol.kind != "member":
                    indexes.get(symbol.kind, self._defined)[symbol.name].append((path, symbol))
        self._bearers = {path: find_bearers(found.symbols) for path, found in facts.items()}
        self._quoting = _find_quoting(facts.values())
        self._doubtful = {
            (path, macro.name)
            for path, found in facts.items()
            for macro in found.macros
            if macro.is_conditional
        }
        self._tested = {
            use.name.removeprefix("#")
            for found in facts.values()
            for use in found.uses
            if use.name.startswith("#HAVE_")
        }

    def find(self, path: PurePosixPath, name: str) -> Iterator[Place]:
        """Yield the definition that a file means by a name, and the headers' declarations of it."""
        if name.startswith("struct "):
            places = self._choose(path, self._tagged.get(name.removeprefix("struct "), []))
        elif name.startswith("#"):
            named = self._choose(path, self._defined.get(name.removeprefix("#"), []))
            places = [each for each in named if self._is_macro(each) and each[0] != path]
        else:
            callee, _, argument = name.rpartition("(")
            places = [] if self._is_quoting(callee) else self._find_name(path, argument)
        seen = self._reach.find(path)
        conditional = seen.files - seen.certain if places else ()
        if any(place in conditional for place, _ in places):
            return
        for place, symbol in places:
            if self._bearers[place].get(symbol.qualified_name) == symbol:
                yield place, symbol

    def _is_macro(self, place: Place) -> bool:
        """Whether what is defined is a macro, and always there."""
        path, symbol = place
        return symbol.kind == "macro" and (path, symbol.name) not in self._doubtful

    def _is_quoting(self, callee: str) -> bool:
        is_outside = callee not in self._defined and callee not in self._declared
        return callee in self._quoting or (is_outside and (callee.isupper() or callee in QUOTING))

    def _choose(self, path: PurePosixPath, places: Sequence[Place]) -> list[Place]:
        """Return the one place that a file can see, if it can mean no other."""
        reach, _, is_exact = self._reach.find(path)
        seen = [place for place in places if place[0] in reach]
        return seen if len(seen) == 1 and (is_exact or len(places) == 1) else []

    def _find_name(self, path: PurePosixPath, name: str) -> list[Place]:
        reach, _, is_exact = self._reach.find(path)
        defined = self._defined.get(name, [])
        seen = [place for place in defined if place[0] in reach]
        rivals = seen if is_exact else defined
        headers = [
            place
            for place in self._declared.get(name, ())
            if place[0] in reach and place[0].suffix in HEADER_SUFFIXES
        ]
        if any(symbol.kind == "macro" for _, symbol in rivals):
            is_certain = len(rivals) == len(seen) == 1 and not headers
            return seen if is_certain and (seen[0][0], name) not in self._doubtful else []
        if f"HAVE_{name.upper()}" in self._tested:
            return []
        is_header = path.suffix in HEADER_SUFFIXES
        own = [place for place in seen if place[0] == path and not is_header]
        if len(own) == 1 or len(rivals) == len(seen) == 1:
            return [*(own or seen), *headers]
        if seen or (rivals and len(defined) > 1):
            return []
        linked = [place for place in defined if self._is_linked(place, headers)]
        return [*(linked if len(linked) == 1 else ()), *headers]

    def _is_linked(self, place: Place, headers: Iterable[Place]) -> bool:
        """Whether what a file defines is what headers declare: it includes one of them."""
        path, symbol = place
        if symbol.kind not in LINKED or "static" in symbol.prefix.split():
            return False
        reach = self._reach.find(path).files
        return any(header in reach for header, _ in headers)


def _find_quoting(files: Iterable[Facts]) -> AbstractSet[str]:
    """Return the macros that do more with their arguments than to evaluate them, or may."""
    macros = [macro for facts in files for macro in facts.macros]
    found = {macro.name for macro in macros if not macro.is_plain}
    known = {macro.name for macro in macros}
    found |= {
        macro.name
        for macro in macros
        if any(each.isupper() and each not in known for each in macro.callees)
    }
    while new := {macro.name for macro in macros if not found.isdisjoint(macro.callees)} - found:
        found |= new
    return found
