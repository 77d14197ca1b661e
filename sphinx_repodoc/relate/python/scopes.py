"""What an expression of dotted names means in a Python file."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TypeAlias

from sphinx_repodoc.model.facts import Facts, Symbol
from sphinx_repodoc.model.import_contexts import ImportContext
from sphinx_repodoc.model.relations import Dependency, Origin

Meaning: TypeAlias = str | tuple[PurePosixPath, str] | None
"""A dotted name outside the repository; or a file and the name of a symbol in it."""

OUTSIDE = frozenset({Origin.STANDARD_LIBRARY, Origin.THIRD_PARTY})
"""Origins of what is known by its dotted name alone."""

MAX_HOPS = 20
"""Longer chains of imports are not followed."""


@dataclass(slots=True)
class PythonScopes:
    """Finds what names mean; keeps what it found."""

    facts: Mapping[PurePosixPath, Facts]
    dependencies: Mapping[PurePosixPath, tuple[Dependency, ...]]
    _classes: dict[PurePosixPath, Mapping[str, Symbol]] = field(default_factory=dict)
    _bases: dict[tuple[PurePosixPath, str], frozenset[str]] = field(default_factory=dict)

    def find(self, path: PurePosixPath, expression: str, hops: int = 0) -> Meaning:
        """Find what an expression such as ``unittest.TestCase`` means in a file."""
        if expression in self._symbols(path):
            return path, expression
        if hops == MAX_HOPS:
            return None
        found = (
            self._find_imported(dependency, expression, hops)
            for dependency in self.dependencies.get(path, ())
            if dependency.statement.is_bound
        )
        return next((meaning for meaning in found if meaning), None)

    def find_outer_bases(self, path: PurePosixPath, symbol: Symbol) -> frozenset[str]:
        """Return the classes outside the repository that a class derives from, however far."""
        key = path, symbol.qualified_name
        if key not in self._bases:
            self._bases[key] = frozenset()  # for a class that derives from itself
            self._bases[key] = frozenset(self._outer_bases(path, symbol))
        return self._bases[key]

    def find_homes(self, path: PurePosixPath, symbol: Symbol) -> set[PurePosixPath]:
        """Return the files of a class and of all in the repository that it derives from."""
        homes, waiting = {path}, [(path, symbol)]
        seen = {(path, symbol.qualified_name)}
        while waiting:
            file, one = waiting.pop()
            for base in one.bases:
                meaning = self.find(file, base.partition("[")[0])
                if isinstance(meaning, tuple) and meaning not in seen:
                    seen.add(meaning)
                    homes.add(meaning[0])
                    waiting.append((meaning[0], self._symbols(meaning[0])[meaning[1]]))
        return homes

    def find_import_line(self, path: PurePosixPath, modules: Collection[str]) -> int:
        """Return the first line that imports one of some modules from outside, or 0."""
        lines = (
            dependency.statement.proof_line
            for dependency in self.dependencies.get(path, ())
            if dependency.origin in OUTSIDE
            and dependency.statement.module in modules
            and dependency.statement.context is not ImportContext.TYPE_CHECKING
        )
        return next(lines, 0)

    def _outer_bases(self, path: PurePosixPath, symbol: Symbol) -> Iterator[str]:
        for base in symbol.bases:
            meaning = self.find(path, base.partition("[")[0])
            if isinstance(meaning, str):
                yield meaning
            elif meaning:
                file, name = meaning
                yield from self.find_outer_bases(file, self._symbols(file)[name])

    def _find_imported(self, dependency: Dependency, expression: str, hops: int) -> Meaning:
        head, _, rest = expression.partition(".")
        statement = dependency.statement
        for name in statement.names:
            if head == (name.alias or name.name):
                return self._find_taken(dependency, name.name, rest, hops)
        bound = statement.alias or statement.module
        if statement.names or not f"{expression}.".startswith(f"{bound}."):
            is_bound = not statement.names and head == bound.partition(".")[0]
            return expression if is_bound and dependency.origin in OUTSIDE else None
        attribute = expression.removeprefix(bound).lstrip(".")
        if dependency.origin in OUTSIDE:
            return f"{statement.module}.{attribute}"
        return self.find(dependency.path, attribute, hops + 1) if dependency.path else None

    def _find_taken(self, dependency: Dependency, name: str, rest: str, hops: int) -> Meaning:
        if dependency.origin in OUTSIDE:
            return ".".join(part for part in (dependency.statement.module, name, rest) if part)
        target = next((each for each in dependency.targets if each.name == name), None)
        if target is None:
            return None
        attribute = ".".join(part for part in (target.symbol, rest) if part)
        return self.find(target.path, attribute, hops + 1)

    def _symbols(self, path: PurePosixPath) -> Mapping[str, Symbol]:
        if path not in self._classes:
            symbols = self.facts.get(path, Facts()).symbols
            self._classes[path] = {symbol.qualified_name: symbol for symbol in symbols}
        return self._classes[path]
