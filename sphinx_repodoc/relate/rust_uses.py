"""Which symbols the paths that files of Rust read lead to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from sphinx_repodoc.model.facts import ImportStatement
from sphinx_repodoc.model.uses import Named
from sphinx_repodoc.relate.repository import Repository
from sphinx_repodoc.relate.rust import Resolver, find_resolver, find_sources
from sphinx_repodoc.relate.rust_crates import Module, Path

LANGUAGE = "Rust"

ROOTS = frozenset({"crate", "self", "super"})

VALUES = frozenset({"function", "constant", "static", "macro"})
"""Kinds that hold nothing that a path could go on with."""

Place = tuple[PurePosixPath, str]


def find_named(repository: Repository) -> Iterator[Named]:
    """Yield the symbols that files of Rust name, and where."""
    facts = repository.of(LANGUAGE)
    if not any(found.uses for found in facts.values()):
        return
    scopes = _Scopes(find_resolver(repository))
    kinds = {path: {s.qualified_name: s.kind for s in f.symbols} for path, f in facts.items()}
    for path, found in facts.items():
        home = scopes.resolver.crates.homes.get(path)
        for use in found.uses if home else ():
            inline, _, written = use.name.partition(":")
            inner = tuple(inline.split(".")) if inline else ()
            module = scopes.find_module(home, inner) if home else None
            if module and (place := scopes.find(module, tuple(written.split("::")))):
                for length in _lengths(place[1], kinds[place[0]]):
                    symbol = ".".join(place[1].split(".")[:length])
                    yield Named(place[0], symbol, path, use.lines)


def _lengths(symbol: str, kinds: Mapping[str, str]) -> Iterator[int]:
    """Yield how many parts of a name are the symbols that it names: an item, and its variant."""
    parts = symbol.split(".")
    for length in range(1, len(parts) + 1):
        kind = kinds.get(".".join(parts[:length]), "")
        if kind in VALUES and length < len(parts):
            return
        if kind and kind != "module":
            yield length
            if length < len(parts) and kinds.get(".".join(parts[: length + 1])) == "variant":
                yield length + 1
            return
    if parts:
        yield len(parts)


def _find_explicit(statement: ImportStatement, path: Path) -> Iterator[Path]:
    """Yield the paths that a path may stand for, given the names that a statement tells."""
    names = tuple(name for name in statement.names if name.name != "*")
    if names or not statement.names:
        yield from find_sources(replace(statement, names=names), path)


class _Scopes:
    """What names mean in the modules of Rust."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self._known: dict[tuple[Module, Path], Place | None] = {}
        self._imports: dict[Module, list[ImportStatement]] = {}

    def find_module(self, home: Module, inline: Path) -> Module | None:
        """Return an inline module of a file, or that which the file is."""
        return self.resolver.crates.modules.get((home.crate, (*home.path, *inline)))

    def find(self, module: Module, path: Path) -> Place | None:
        """Find what a path means in a module; None if that is not certain."""
        key = module, path
        if key not in self._known:
            self._known[key] = None
            self._known[key] = self._look_up(module, path)
        return self._known[key]

    def _look_up(self, module: Module, path: Path) -> Place | None:
        if path[0] in ROOTS:
            return self._follow(module, path)
        statements = self._imports_of(module)
        explicit = {source for each in statements for source in _find_explicit(each, path)}
        if ".".join((*module.inline, path[0])) in self.resolver.names_of(module.file):
            return None if explicit else self._follow(module, ("self", *path))
        if explicit:
            return self._follow(module, explicit.pop()) if len(explicit) == 1 else None
        globs = {each.module for each in statements if any(n.name == "*" for n in each.names)}
        parent = self.resolver.crates.modules.get((module.crate, module.path[:-1]))
        return self.find(parent, path) if "super" in globs and parent and module.path else None

    def _follow(self, module: Module, path: Path) -> Place | None:
        """Follow a path to an item, with what stands behind that."""
        package = self.resolver.package_of(module.file)
        found = self.resolver.crates.find(module, package, path)
        if found is None:
            return None
        target, rest = found
        if not rest:
            return None
        place = self.resolver.find_symbol(target, rest[:1])
        return (place[0], ".".join((place[1], *rest[1:]))) if place and place[1] else None

    def _imports_of(self, module: Module) -> Sequence[ImportStatement]:
        """Return the imports that stand in a module, not those of the modules in it."""
        if module not in self._imports:
            around = module.path[: len(module.path) - len(module.inline)]
            home = Module(module.crate, around, module.file)
            self._imports[module] = [
                each
                for each in self.resolver.crates.facts[module.file].imports
                if each.keyword != "mod" and not each.scope
                if self.resolver.inner(home, each).path == module.path
            ]
        return self._imports[module]
