"""Which files the modules and names of Rust lead to: crates as Cargo finds them, modules as named.

A file is a module where a ``mod`` statement of another names it, or else by its place.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from types import MappingProxyType

from sphinx_repodoc.model.facts import DeclarationKind, Facts, ImportStatement, Symbol
from sphinx_repodoc.model.relations import Dependency, Origin, Target
from sphinx_repodoc.relate.repository import Dependencies, Repository

MANIFEST = "Cargo.toml"

STANDARD_CRATES = frozenset({"std", "core", "alloc", "proc_macro", "test"})

ROOTS = ("src/main.rs", "build.rs")
"""Files of a package that are crates of their own, beside its library."""

FOLDERS = ("src/bin", "tests", "examples", "benches")
"""Folders in which each file, and each ``main.rs`` of a folder, is a crate of its own."""

MAX_LENGTH = 6
"""Longer paths are not followed: a module that re-exports itself makes them longer and longer."""

Path = tuple[str, ...]
"""Names from the root of a crate on."""

NO_CRATES: Mapping[str, PurePosixPath] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Module:
    """A module: its crate, its path in it, and the text that it is."""

    crate: PurePosixPath
    """The file of the crate's root."""
    path: Path
    file: PurePosixPath
    inline: Path = ()
    """Names of the inline modules in that file that it is in."""


@dataclass(slots=True)
class Crates:
    """The modules of all crates."""

    facts: Mapping[PurePosixPath, Facts]
    libraries: dict[str, PurePosixPath] = field(default_factory=dict)
    """The root of each library of the repository, by the name that others use it by."""
    renamed: dict[PurePosixPath, dict[str, PurePosixPath]] = field(default_factory=dict)
    """For the folder of a package the libraries that it calls by other names."""
    modules: dict[tuple[PurePosixPath, Path], Module] = field(default_factory=dict)
    homes: dict[PurePosixPath, Module] = field(default_factory=dict)
    """The module that a file is; in several crates, in the first."""

    def add_crate(self, root: PurePosixPath) -> None:
        """Find the modules of the crate that begins in a file."""
        self._add(Module(root, (), root))

    def add_by_place(self, path: PurePosixPath) -> None:
        """Take a file for the module that its place says, since a macro may hold its ``mod``."""
        for folder in path.parents:
            for name in ("lib.rs", "main.rs"):
                home = self.homes.get(folder / name)
                if home and home.file == home.crate and path not in self.homes:
                    parts = path.relative_to(folder).with_suffix("").parts
                    within = parts[:-1] if path.name == "mod.rs" else parts
                    self._add(Module(home.crate, within, path))

    def _add(self, module: Module) -> None:
        pending = [module]
        while pending:
            module = pending.pop()
            key = module.crate, module.path
            if key not in self.modules:
                self.modules[key] = module
                if not module.inline:
                    self.homes.setdefault(module.file, module)
                    pending += self._find_children(module)

    def _find_children(self, module: Module) -> Iterator[Module]:
        for symbol in self.facts[module.file].symbols:
            if symbol.kind == "module":
                inline = tuple(symbol.qualified_name.split("."))
                path = (*module.path, *inline)
                if symbol.span.line != symbol.span.end_line or not self._is_declared(
                    module, symbol
                ):
                    yield Module(module.crate, path, module.file, inline)
                elif file := self._find_file(module, symbol):
                    yield Module(module.crate, path, file)

    def _is_declared(self, module: Module, symbol: Symbol) -> bool:
        """Whether a module is another file: the same line imports it."""
        return any(
            statement.keyword == "mod" and statement.span == symbol.span
            for statement in self.facts[module.file].imports
            if statement.module == symbol.name
        )

    def _find_file(self, module: Module, symbol: Symbol) -> PurePosixPath | None:
        *around, name = symbol.qualified_name.split(".")
        given = next(
            (text for text in symbol.decorators if text.strip("#![]").startswith("path")), ""
        )
        if given:
            written = given.partition('"')[2].partition('"')[0]
            return self._existing(module.file.parent.joinpath(*around) / written)
        is_root = module.file == module.crate or module.file.name == "mod.rs"
        folder = module.file.parent if is_root else module.file.with_suffix("")
        folder = folder.joinpath(*around)
        return self._existing(folder / f"{name}.rs") or self._existing(folder / name / "mod.rs")

    def _existing(self, path: PurePosixPath) -> PurePosixPath | None:
        return path if path in self.facts else None

    def find(self, home: Module, package: PurePosixPath, path: Path) -> tuple[Module, Path] | None:
        """Find the module that a path begins with, and the rest of it; None: another crate's."""
        crate, start = self._find_start(home, package, path)
        if crate is None:
            return None
        rest = list(start)
        taken: Path = ()
        while rest and (crate, (*taken, rest[0])) in self.modules:
            taken = (*taken, rest.pop(0))
        module = self.modules.get((crate, taken))
        return (module, tuple(rest)) if module else None

    def _find_start(
        self, home: Module, package: PurePosixPath, path: Path
    ) -> tuple[PurePosixPath | None, Path]:
        """Return the crate that a path starts in, and the path from its root."""
        head, *rest = path
        if head == "crate":
            return home.crate, tuple(rest)
        if head in {"self", "super"}:
            around = list(home.path)
            parts = list(path)
            while parts and parts[0] in {"self", "super"}:
                if parts.pop(0) == "super" and around:
                    around.pop()
            return home.crate, (*around, *parts)
        if (home.crate, (*home.path, head)) in self.modules:
            return home.crate, (*home.path, *path)
        root = self.renamed.get(package, NO_CRATES).get(head) or self.libraries.get(head)
        return root, tuple(rest)


def resolve(repository: Repository) -> Dependencies:
    """Resolve the ``mod``, ``use`` and ``extern crate`` of each file."""
    facts = repository.of("Rust")
    crates = _find_crates(repository, facts)
    packages = {path.parent for path in repository.files if path.name == MANIFEST}
    resolver = _Resolver(crates, packages)
    return {
        path: tuple(resolver.resolve(path, statement) for statement in found.imports)
        for path, found in facts.items()
        if found.imports
    }


def _find_crates(repository: Repository, facts: Mapping[PurePosixPath, Facts]) -> Crates:
    crates = Crates(facts)
    for root in dict.fromkeys((*_find_libraries(repository, crates), *_find_programs(repository))):
        if root in facts:
            crates.add_crate(root)
    for path in sorted(facts, key=lambda path: (len(path.parts), path)):
        if path not in crates.homes:
            crates.add_by_place(path)
    return crates


def _find_libraries(repository: Repository, crates: Crates) -> list[PurePosixPath]:
    """Name the libraries, each by its own name and as the packages that need it call it."""
    by_folder: dict[PurePosixPath, PurePosixPath] = {}
    for manifest, alias in repository.declared(DeclarationKind.ALIAS, MANIFEST):
        root = repository.find(str(manifest.parent), alias.value)
        if root and not alias.name.startswith("["):
            crates.libraries.setdefault(alias.name, root)
            by_folder[manifest.parent] = root
    for manifest, needed in repository.declared(DeclarationKind.DEPENDENCY, MANIFEST):
        other = repository.find(str(manifest.parent), needed.value, MANIFEST)
        if other and other.parent in by_folder:
            names = crates.renamed.setdefault(manifest.parent, {})
            names[needed.name.replace("-", "_")] = by_folder[other.parent]
    return list(by_folder.values())


def _find_programs(repository: Repository) -> Iterator[PurePosixPath]:
    """Yield the files in which the other crates begin."""
    for manifest, alias in repository.declared(DeclarationKind.ALIAS, MANIFEST):
        root = repository.find(str(manifest.parent), alias.value)
        if root:
            yield root
    packages = {path.parent for path in repository.files if path.name == MANIFEST}
    yield from (path for path in repository.of("Rust") if _is_crate(path, packages))


def _is_crate(path: PurePosixPath, packages: AbstractSet[PurePosixPath]) -> bool:
    """Whether a file is a program, a test, an example or a benchmark of a package."""
    package = next((folder for folder in path.parents if folder in packages), None)
    if package is None:
        return False
    within = path.relative_to(package)
    homes = [within.parent, within.parent.parent] if path.name == "main.rs" else [within.parent]
    return str(within) in ROOTS or any(str(home) in FOLDERS for home in homes)


@dataclass(frozen=True, slots=True)
class _Resolver:
    crates: Crates
    packages: set[PurePosixPath]
    names: dict[PurePosixPath, frozenset[str]] = field(default_factory=dict)
    known: dict[tuple[Module, Path], tuple[PurePosixPath, str] | None] = field(default_factory=dict)
    """Where paths in modules are defined, as far as they were looked for."""

    def resolve(self, path: PurePosixPath, statement: ImportStatement) -> Dependency:
        home = self.crates.homes.get(path)
        if statement.keyword == "mod":
            return self._resolve_mod(path, home, statement)
        parts = tuple(part for part in statement.module.split("::") if part)
        if not parts:
            return Dependency(statement, Origin.UNRESOLVED)
        if home is None:
            return self._outside(statement, parts[0])
        home = self._inner(home, statement)
        found = self.crates.find(home, self._package_of(path), parts)
        if found is None:
            return self._outside(statement, parts[0])
        module, rest = found
        targets = tuple(self._find_targets(module, rest, statement))
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

    def _inner(self, home: Module, statement: ImportStatement) -> Module:
        """Return the inline module that a statement stands in."""
        around = [
            tuple(symbol.qualified_name.split("."))
            for symbol in self.crates.facts[home.file].symbols
            if symbol.kind == "module" and statement.span in symbol.span
            if symbol.span.line != symbol.span.end_line
        ]
        inline = max(around, key=len, default=())
        return self.crates.modules.get((home.crate, (*home.path, *inline)), home)

    def _package_of(self, path: PurePosixPath) -> PurePosixPath:
        return next((folder for folder in path.parents if folder in self.packages), path.parent)

    def _outside(self, statement: ImportStatement, crate: str) -> Dependency:
        if crate in STANDARD_CRATES:
            return Dependency(statement, Origin.STANDARD_LIBRARY, package=crate)
        is_relative = crate in {"crate", "self", "super"}
        origin = Origin.UNRESOLVED if is_relative or crate[:1].isupper() else Origin.THIRD_PARTY
        return Dependency(statement, origin, package=crate)

    def _find_targets(
        self, module: Module, rest: Path, statement: ImportStatement
    ) -> Iterator[Target]:
        for name in statement.names:
            if name.name == "*":
                continue
            path = rest if name.name == "self" else (*rest, name.name)
            child = self.crates.modules.get((module.crate, (*module.path, *path)))
            if child:
                inline = ".".join(child.inline)
                yield Target(name.name, child.file, inline)
            elif path and (found := self._find_symbol(module, path)):
                yield Target(name.name, *found)

    def _find_symbol(self, module: Module, path: Path) -> tuple[PurePosixPath, str] | None:
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
        if wanted in self._names_of(module.file):
            return module.file, wanted
        found = {
            place
            for statement in self.crates.facts[module.file].imports
            if statement.keyword != "mod"
            for source in _sources(statement, path)
            if (place := self._follow(module, source))
        }
        return found.pop() if len(found) == 1 else None

    def _names_of(self, path: PurePosixPath) -> frozenset[str]:
        if path not in self.names:
            symbols = self.crates.facts[path].symbols
            self.names[path] = frozenset(symbol.qualified_name for symbol in symbols)
        return self.names[path]

    def _follow(self, module: Module, source: Path) -> tuple[PurePosixPath, str] | None:
        found = self.crates.find(module, self._package_of(module.file), source)
        if found is None:
            return None
        target, rest = found
        if rest:
            return self._find_symbol(target, rest)
        return target.file, ".".join(target.inline)


def _sources(statement: ImportStatement, path: Path) -> Iterator[Path]:
    """Yield the paths that a path may stand for, given what a statement binds."""
    source = tuple(statement.module.split("::"))
    if not statement.names and path[0] == (statement.alias or source[-1]):
        yield (*source, *path[1:])
    for name in statement.names:
        if name.name == "*":
            yield (*source, *path)
        elif path[0] == (name.alias or name.name):
            yield (*source, name.name, *path[1:])
