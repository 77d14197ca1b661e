"""What a name of a Python module is, followed through what the module itself imports."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TypeAlias

from sphinx_repodoc.model.facts import Facts, ImportStatement
from sphinx_repodoc.model.import_contexts import CALLS, ImportContext
from sphinx_repodoc.relate.python.modules import (
    STUBS_LAST,
    SUFFIXES,
    UNCERTAIN,
    Module,
    ModuleIndex,
    index_modules,
)
from sphinx_repodoc.relate.repository import Repository

STUB = ".pyi"
"""How the names of stubs end."""

MAX_HOPS = 50
"""Longer chains of re-exports are not followed."""


@dataclass(frozen=True, slots=True)
class Definition:
    """Where a name is defined at last."""

    path: PurePosixPath
    symbol: str = ""
    """Empty when the name is a module."""


@dataclass(frozen=True, slots=True)
class Binding:
    """A name that an import statement makes."""

    statement: ImportStatement
    name: str
    """What it is called in the module; empty for the module itself."""


Name: TypeAlias = tuple[PurePosixPath, str]
"""A name in a file."""


@dataclass(slots=True)
class NameIndex:
    """Follows names; keeps what it found."""

    modules: ModuleIndex
    facts: Mapping[PurePosixPath, Facts]
    _modules: dict[tuple[str, str], Module | None] = field(default_factory=dict)
    _symbols: dict[PurePosixPath, frozenset[str]] = field(default_factory=dict)
    _bindings: dict[PurePosixPath, Mapping[str, list[Binding]]] = field(default_factory=dict)

    def find_module(self, path: PurePosixPath, statement: ImportStatement) -> Module | None:
        """Find the module that a statement imports; None: nothing of this repository."""
        if statement.level and statement.context in CALLS:
            return UNCERTAIN  # relative to a package that is known at run time only
        key = str(path).rpartition("/")[0], statement.dotted
        if key not in self._modules:
            self._modules[key] = (
                self.modules.find_relative(path, statement.module, statement.level)
                if statement.level
                else self.modules.find_absolute(path, statement.module)
            )
        return self._modules[key]

    def find_name(
        self, module: Module, name: str, trail: frozenset[Name] = frozenset()
    ) -> Definition | None:
        """Find where a name of a module is defined, if that is certain."""
        found = self._find_in_file(module.path, name, trail) if module.path else set()
        if found:
            return next(iter(found)) if len(found) == 1 else None
        submodule = self.modules.find_submodule(module, name)
        return Definition(submodule.path) if submodule.path else None

    def _find_in_file(
        self, path: PurePosixPath, name: str, trail: frozenset[Name]
    ) -> set[Definition | None]:
        """Find what a name in a file may be, None for what is elsewhere; empty: not bound."""
        if (path, name) in trail:
            return set()  # bound to itself: ``from . import name`` in a package's own __init__
        if len(trail) == MAX_HOPS:
            return {None}
        trail |= {(path, name)}
        found: set[Definition | None] = set()
        if name in self._defined(path):
            found.add(Definition(path, name))
        bindings = self._bound(path)
        for binding in bindings.get(name, ()):
            is_for_checkers = binding.statement.context is ImportContext.TYPE_CHECKING
            if not (found and is_for_checkers):
                found.add(self._follow(path, binding, trail))
        if found:
            return found
        stars = (self.find_module(path, star.statement) for star in bindings.get("*", ()))
        sources = (star.path for star in stars if star and star.path)
        exporting = (source for source in sources if self._exports(source, name))
        return set().union(*(self._find_in_file(source, name, trail) for source in exporting))

    def _follow(
        self, path: PurePosixPath, binding: Binding, trail: frozenset[Name]
    ) -> Definition | None:
        module = self.find_module(path, binding.statement)
        if module is None:
            return None
        if binding.name:
            return self.find_name(module, binding.name, trail)
        return Definition(module.path) if module.path else None

    def _exports(self, path: PurePosixPath, name: str) -> bool:
        exports = self.facts.get(path, Facts()).exports
        return not name.startswith("_") if exports is None else name in exports

    def _defined(self, path: PurePosixPath) -> frozenset[str]:
        if path not in self._symbols:
            symbols = self.facts.get(path, Facts()).symbols
            self._symbols[path] = frozenset(s.name for s in symbols if not s.parent)
        return self._symbols[path]

    def _bound(self, path: PurePosixPath) -> Mapping[str, list[Binding]]:
        if path not in self._bindings:
            self._bindings[path] = _bind(self.facts.get(path, Facts()).imports)
        return self._bindings[path]


@dataclass(frozen=True, slots=True)
class Indices:
    """What names mean, in files of either kind."""

    of_sources: NameIndex
    of_stubs: NameIndex

    def of(self, path: PurePosixPath) -> NameIndex:
        """Return that for a file."""
        return self.of_stubs if path.suffix == STUB else self.of_sources


def index_names(repository: Repository, facts: Mapping[PurePosixPath, Facts]) -> Indices:
    """Index the names of a repository's modules: stubs mean those of other stubs before all."""
    paths = repository.texts.values()
    orders = (SUFFIXES, STUBS_LAST)
    found = (NameIndex(index_modules(paths, repository.name, order), facts) for order in orders)
    return Indices(*found)


def _bind(imports: Iterable[ImportStatement]) -> Mapping[str, list[Binding]]:
    """Return what each name of a module may be bound to; for checkers only, if nothing else."""
    at_run_time: dict[str, list[Binding]] = defaultdict(list)
    for_checkers: dict[str, list[Binding]] = defaultdict(list)
    scopes = {
        ImportContext.MODULE: at_run_time,
        ImportContext.CONDITIONAL: at_run_time,
        ImportContext.TYPE_CHECKING: for_checkers,
    }
    for statement in imports:
        if statement.context in scopes:
            for bound, binding in _bindings(statement):
                scopes[statement.context][bound].append(binding)
    return for_checkers | at_run_time


def _bindings(statement: ImportStatement) -> Iterator[tuple[str, Binding]]:
    for name in statement.names:
        yield name.alias or name.name, Binding(statement, name.name)
    if not statement.names and (statement.alias or "." not in statement.module):
        yield statement.alias or statement.module, Binding(statement, "")
