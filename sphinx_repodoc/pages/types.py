"""Where the types that a file names lead, in the languages that have a grammar and queries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePosixPath
from types import MappingProxyType

from sphinx_repodoc.model.domains import DOMAINS, NO_DOMAIN
from sphinx_repodoc.model.evidence import NameLink
from sphinx_repodoc.model.relations import RelationKind
from sphinx_repodoc.model.survey import Survey

SHARED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        language: frozenset(languages)
        for languages in (("Go",), ("Java", "Kotlin"), ("Scala",), ("C#",), ("Swift",))
        for language in languages
    }
)
"""The languages whose files see what other files of the folder define, without importing it."""

ASIDE = frozenset(
    {"function", "method", "constructor", "field", "member", "variable", "enumerator"}
)
"""Kinds of symbols that are no types."""


Place = tuple[PurePosixPath, str]
"""A file, and the qualified name of a symbol in it."""


def find_types(survey: Survey, path: PurePosixPath, texts: Iterable[str]) -> tuple[NameLink, ...]:
    """Return a link for each of some written types that leads anywhere for certain.

    A type is looked for in the file itself, then in the files that it imports and those that it
    shares a package with. Where several things of the name are found, it leads nowhere.
    """
    domain = DOMAINS.get(survey.find_language(path), NO_DOMAIN)
    types = _types(survey)
    links = []
    for name in sorted({name for text in texts if (name := _name_of(text))}):
        parts = _split(name)
        places = types.find([path], parts) or types.find(_visible(survey, path), parts)
        if len(places) == 1:
            links.append(NameLink(name, *places.pop()))
        elif not places and domain.role and (foreign := domain.write(".".join(parts))):
            links.append(NameLink(name, foreign=foreign, domain=domain.name, role=domain.role))
    return tuple(links)


def _name_of(text: str) -> str:
    """Return the name that a written type begins with, the words before it left out."""
    words = text.split("<", 1)[0].split("(", 1)[0].split("[", 1)[0].split()
    name = words[-1] if words else ""
    return name if all(part.isidentifier() for part in _split(name)) else ""


def _split(name: str) -> list[str]:
    return name.replace("::", ".").replace("\\", ".").strip(".").split(".")


def _visible(survey: Survey, path: PurePosixPath) -> Iterator[PurePosixPath]:
    for relation in survey.relations.get(path, ()):
        if relation.kind is RelationKind.IMPORTS:
            yield relation.target
    shared = SHARED.get(survey.find_language(path), frozenset())
    for other in survey.folders[path.parent].files if shared and path in survey.files else ():
        if other != path and survey.find_language(other) in shared:
            yield other


@dataclass(slots=True)
class _Types:
    """The types of each file by their last names; keeps what it found."""

    survey: Survey
    _found: dict[PurePosixPath, Mapping[str, list[str]]] = field(default_factory=dict)

    def find(self, paths: Iterable[PurePosixPath], parts: list[str]) -> set[Place]:
        """Return what a written name may mean: its parts end the qualified name."""
        ending = "." + ".".join(parts)
        return {
            (path, name)
            for path in paths
            for name in self._of(path).get(parts[-1], ())
            if f".{name}".endswith(ending)
        }

    def _of(self, path: PurePosixPath) -> Mapping[str, list[str]]:
        if path not in self._found:
            found: dict[str, list[str]] = defaultdict(list)
            facts = self.survey.facts.get(path)
            for symbol in facts.symbols if facts else ():
                if symbol.kind not in ASIDE:
                    found[symbol.name].append(symbol.qualified_name)
            self._found[path] = found
        return self._found[path]


@lru_cache(maxsize=1)
def _types(survey: Survey) -> _Types:
    return _Types(survey)
