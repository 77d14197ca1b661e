"""The symbols below each folder, sorted by name: found once for a survey."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePosixPath

from sphinx_repodoc.model.indices import NamedSymbol
from sphinx_repodoc.model.survey import Survey

AFTER_ALL = "\U0010ffff"
"""Sorts after every character of a key."""


@dataclass(slots=True)
class Names:
    """The symbols below a folder and the keys of their names, both sorted by key."""

    keys: list[str] = field(default_factory=list)
    symbols: list[NamedSymbol] = field(default_factory=list)

    def starting(self, prefix: str) -> range:
        """Return the positions of the keys that start with a prefix."""
        return range(bisect_left(self.keys, prefix), bisect_left(self.keys, prefix + AFTER_ALL))

    def equal(self, key: str) -> range:
        """Return the positions of a key."""
        return range(bisect_left(self.keys, key), bisect_left(self.keys, key + "\0"))


def name_key(name: str) -> str:
    """Return what a name is looked up by: in lower case, ``_`` for what is no letter or digit."""
    return "".join(char if char.isalnum() else "_" for char in name.casefold())


@lru_cache(maxsize=1)
def names_below(survey: Survey) -> Mapping[PurePosixPath, Names]:
    """Return the symbols of each folder that has any, in it or below it."""
    found: dict[PurePosixPath, Names] = defaultdict(Names)
    parents = {path: tuple(path.parents) for path in survey.facts}
    for key, symbol in sorted(_symbols(survey), key=lambda found: (found[0], found[1].name)):
        for folder in parents[symbol.path]:
            names = found[folder]
            names.keys.append(key)
            names.symbols.append(symbol)
    return dict(found)


def _symbols(survey: Survey) -> Iterator[tuple[str, NamedSymbol]]:
    """Yield each symbol with the key of its name, in order of files and lines."""
    for path in survey.files:
        for s in survey.facts[path].symbols if path in survey.facts else ():
            symbol = NamedSymbol(path, s.name, s.qualified_name, s.kind, s.span.line, s.anchor)
            yield name_key(s.name), symbol
