"""Which files the modules and names of Rust lead to."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from sphinx_repodoc.model.facts import ImportStatement
from sphinx_repodoc.model.paths import find_above
from sphinx_repodoc.model.relations import Dependency, Origin, Target
from sphinx_repodoc.relate.repository import Dependencies, Repository
from sphinx_repodoc.relate.rust_crates import MANIFEST, Crates, Module, Path, find_crates

STANDARD_CRATES = frozenset({"std", "core", "alloc", "proc_macro", "test"})

MAX_LENGTH = 6
"""Longer paths are not followed: a module that re-exports itself makes them longer and longer."""


def resolve(repository: Repository) -> Dependencies:
    """Resolve the ``mod``, ``use`` and ``extern crate`` of each file."""
    resolver = find_resolver(repository)
    return {
        path: tuple(resolver.resolve(path, statement) for statement in found.imports)
        for path, found in resolver.crates.facts.items()
        if found.imports
    }


def find_resolver(repository: Repository) -> "Resolver":
    """Find the crates, and what resolves paths in them."""
    crates = find_crates(repository, repository.of("Rust"))
    packages = {path.parent for path in repository.files if path.name == MANIFEST}
    return Resolver(crates, packages)


@dataclass(frozen=True, slots=True)
class Resolver:
    """Follows paths through the modules of all crates."""

    crates: Crates
    packages: set[PurePosixPath]
    names: dict[PurePosixPath, frozenset[str]] = field(default_factory=dict)
    known: dict[tuple[Module, Path], tuple[PurePosixPath, str] | None] = field(default_factory=dict)
    """Where paths in modules are defined, as far as they were looked for."""
    macros: dict[PurePosixPath, dict[str, tuple[PurePosixPath, str]]] = field(default_factory=dict)
    """Where the macros that crates export are defined, by the names of those."""

    def resolve(self, path: PurePosixPath, statement: ImportStatement) -> Dependency:
        """Find what a statement in a file leads to."""
        home = self.crates.homes.get(path)
        if statement.keyword == "mod":
            return self._resolve_mod(path, home, statement)
        parts = tuple(part for part in statement.module.split("::") if part)
        if not parts:
            return Dependency(statement, Origin.UNRESOLVED)
        # What no crate is known to hold, such as code that tests compile, sees the libraries, too.
        home = self.inner(home or Module(path, (), path), statement)
        found = self.crates.find(home, self.package_of(path), parts)
        if found is None:
            return self._outside(path, statement, parts[0])
        module, rest = found
        targets = tuple(self._find_targets(home, module, rest, statement))
        return Dependency(statement, Origin.REPOSITORY, module.file, targets)

    def _resolve_mod(
        self, path: PurePosixPath, home: Module | None, statement: ImportStatement
    ) -> Dependency:
        crate = home.crate if home else path
        declared = [
            symbol.qualified_name
            for symbol in self.crates.facts[path].symbols
            if symbol.kind == "module" and symbol.span == statement.span
        ]
        around = home.path if home else ()
        for name in declared:
            module = self.crates.modules.get((crate, (*around, *name.split("."))))
            if module and module.file != path:
                return Dependency(statement, Origin.REPOSITORY, module.file)
        return Dependency(statement, Origin.UNRESOLVED)

    def inner(self, home: Module, statement: ImportStatement) -> Module:
        """Return the inline module that a statement stands in."""
        around = [
            tuple(symbol.qualified_name.split("."))
            for symbol in self.crates.facts[home.file].symbols
            if symbol.kind == "module" and statement.span in symbol.span
            if symbol.span.line != symbol.span.end_line
        ]
        inline = max(around, key=len, default=())
        return self.crates.modules.get((home.crate, (*home.path, *inline)), home)

    def package_of(self, path: PurePosixPath) -> PurePosixPath:
        """Return the folder of the package that a file belongs to."""
        return find_above(path, self.packages) or path.parent

    def _outside(self, path: PurePosixPath, statement: ImportStatement, crate: str) -> Dependency:
        statement = replace(statement, line=statement.span.line)  # that of the crate's name
        if crate in STANDARD_CRATES:
            return Dependency(statement, Origin.STANDARD_LIBRARY, package=crate)
        # what no manifest asks for may be a module that a macro makes, or an enumeration
        needed = self.crates.needed.get(self.package_of(path), ())
        origin = Origin.THIRD_PARTY if crate in needed else Origin.UNRESOLVED
        return Dependency(statement, origin, package=crate)

    def _find_targets(
        self, home: Module, module: Module, rest: Path, statement: ImportStatement
    ) -> Iterator[Target]:
        for name in statement.names:
            if name.name == "*":
                continue
            path = rest if name.name == "self" else (*rest, name.name)
            child = self.crates.modules.get((module.crate, (*module.path, *path)))
            macro = self._find_macro(module, path)
            if macro and (not child or not self._sees(home, module, path)):
                yield Target(name.name, *macro)
            elif child:
                inline = ".".join(child.inline)
                yield Target(name.name, child.file, inline)
            elif path and (found := self.find_symbol(module, path)):
                yield Target(name.name, *found)

    def _find_macro(self, module: Module, path: Path) -> tuple[PurePosixPath, str] | None:
        """Find the macro that a crate exports by a name: at its root, wherever it stands."""
        if module.path or len(path) != 1:
            return None
        if module.crate not in self.macros:
            homes = self.crates.homes.values()
            self.macros[module.crate] = {
                symbol.name: (home.file, symbol.qualified_name)
                for home in homes
                if home.crate == module.crate
                for symbol in self.crates.facts[home.file].symbols
                if symbol.kind == "macro" and any("macro_export" in d for d in symbol.decorators)
            }
        return self.macros[module.crate].get(path[0])

    def _sees(self, home: Module, module: Module, path: Path) -> bool:
        """Whether a module sees another: one of its own crate, or one that is declared public."""
        name = ".".join((*module.inline, *path))
        return home.crate == module.crate or any(
            symbol.is_public
            for symbol in self.crates.facts[module.file].symbols
            if symbol.kind == "module" and symbol.qualified_name == name
        )

    def find_symbol(self, module: Module, path: Path) -> tuple[PurePosixPath, str] | None:
        """Find where a path in a module is defined, through what the module takes from others."""
        key = module, path
        if len(path) > MAX_LENGTH:
            return None
        if key not in self.known:
            self.known[key] = None  # for what is re-exported in a circle
            self.known[key] = self._look_up(module, path)
        return self.known[key]

    def _look_up(self, module: Module, path: Path) -> tuple[PurePosixPath, str] | None:
        wanted = ".".join((*module.inline, *path))
        if wanted in self.names_of(module.file):
            return module.file, wanted
        found = {
            place
            for statement in self.crates.facts[module.file].imports
            if statement.keyword != "mod"
            for source in find_sources(statement, path)
            if (place := self._follow(module, source))
        }
        return found.pop() if len(found) == 1 else None

    def names_of(self, path: PurePosixPath) -> frozenset[str]:
        """Return the qualified names of what a file defines."""
        if path not in self.names:
            symbols = self.crates.facts[path].symbols
            defined = (s.qualified_name for s in symbols if s.kind != "impl")
            self.names[path] = frozenset(defined)
        return self.names[path]

    def _follow(self, module: Module, source: Path) -> tuple[PurePosixPath, str] | None:
        found = self.crates.find(module, self.package_of(module.file), source)
        if found is None:
            return None
        target, rest = found
        if rest:
            return self.find_symbol(target, rest)
        return target.file, ".".join(target.inline)


def find_sources(statement: ImportStatement, path: Path) -> Iterator[Path]:
    """Yield the paths that a path may stand for, given what a statement binds."""
    source = tuple(statement.module.split("::"))
    if not statement.names and path[0] == (statement.alias or source[-1]):
        yield (*source, *path[1:])
    for name in statement.names:
        if name.name == "*":
            yield (*source, *path)
        elif name.name == "self":
            if path[0] == (name.alias or source[-1]):
                yield (*source, *path[1:])
        elif path[0] == (name.alias or name.name):
            yield (*source, name.name, *path[1:])
