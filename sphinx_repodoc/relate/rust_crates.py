"""The crates of a repository as Cargo finds them, and the modules in each.

A file is a module where a ``mod`` statement of another names it, or else by its place.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from types import MappingProxyType

from sphinx_repodoc.model.constraints import NEVER, TARGETS, find_constraint
from sphinx_repodoc.model.facts import DeclarationKind, Facts, Symbol
from sphinx_repodoc.model.paths import find_above
from sphinx_repodoc.relate.repository import Repository

MANIFEST = "Cargo.toml"

ROOTS = ("src/main.rs", "build.rs")
"""Files of a package that are crates of their own, beside its library."""

CONDITION = re.compile(r"[#\[ ]*cfg\s*\((?!\s*test\s*\))(.*)\)[\] ]*", re.DOTALL)
"""An attribute without which a module is left out, as decorators are kept."""

Path = tuple[str, ...]
"""Names from the root of a crate on."""

NO_CRATES: Mapping[str, PurePosixPath] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold for a module to be compiled, and where that is written."""

    text: str
    file: PurePosixPath
    line: int
    """That of the ``mod`` which carries it."""


@dataclass(frozen=True, slots=True)
class Module:
    """A module: its crate, its path in it, and the text that it is."""

    crate: PurePosixPath
    """The file of the crate's root."""
    path: Path
    file: PurePosixPath
    inline: Path = ()
    """Names of the inline modules in that file that it is in."""
    conditions: tuple[Condition, ...] = ()
    is_by_place: bool = False
    """Whether no ``mod`` names the file, or nothing is known of the one that does."""


@dataclass(slots=True)
class Crates:
    """The modules of all crates."""

    facts: Mapping[PurePosixPath, Facts]
    libraries: dict[str, PurePosixPath] = field(default_factory=dict)
    """The root of each library of the repository, by the name that others use it by."""
    renamed: dict[PurePosixPath, dict[str, PurePosixPath]] = field(default_factory=dict)
    """For the folder of a package the libraries that it calls by other names."""
    needed: dict[PurePosixPath, set[str]] = field(default_factory=lambda: defaultdict(set))
    """For the folder of a package the libraries that it needs, wherever they come from."""
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
                    self._add(Module(home.crate, within, path, is_by_place=True))

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
                    own = self._find_conditions(module.file, symbol)
                    conditions = (*module.conditions, *own)
                    yield Module(module.crate, path, file, (), conditions, module.is_by_place)

    def _find_conditions(self, file: PurePosixPath, symbol: Symbol) -> Iterator[Condition]:
        """Yield those of a file and of the modules in it that are around one, and its own."""
        constraint, line = find_constraint(file, self.facts[file])
        if constraint:
            yield Condition(constraint, file, line)
        modules = [each for each in self.facts[file].symbols if each.kind == "module"]
        for around in modules:
            if symbol.span in around.span:
                alike = [m for m in modules if m.qualified_name == around.qualified_name]
                for text in _find_terms(around, alike):
                    yield Condition(text, file, around.span.line)

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
        is_needed = root or head in self.needed.get(package, ())
        if not is_needed and (home.crate, (head,)) in self.modules:
            return home.crate, path  # as paths start in the edition of 2015
        return root, tuple(rest)


def _find_terms(module: Symbol, alike: Iterable[Symbol]) -> Iterator[str]:
    """Yield what a module is compiled under, unless the same file is one without that, too.

    :param alike: what declares modules of that name, itself included
    """
    written = {text for each in alike for text in each.decorators}
    terms = {match[1] for match in map(CONDITION.fullmatch, written) if match}
    has_other_file = any(text.strip("#![] ").startswith("path") for text in written)
    for match in filter(None, map(CONDITION.fullmatch, module.decorators)):
        opposite = {f"not({match[1]})", match[1].removeprefix("not(").removesuffix(")")}
        if has_other_file or terms.isdisjoint(opposite - {match[1]}):
            yield match[1]


def find_crates(repository: Repository, facts: Mapping[PurePosixPath, Facts]) -> Crates:
    """Find the crates, and the modules that the files are in each."""
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
        crates.needed[manifest.parent].add(needed.name.replace("-", "_"))
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
    declared = repository.declared(DeclarationKind.CONSTRAINT, MANIFEST)
    passed_over = {file.parent / each.name for file, each in declared if each.value == NEVER}
    yield from (p for p in repository.of("Rust") if _is_crate(p, packages, passed_over))


def _is_crate(
    path: PurePosixPath,
    packages: AbstractSet[PurePosixPath],
    passed_over: AbstractSet[PurePosixPath],
) -> bool:
    """Whether Cargo finds a file as a program, a test, an example or a benchmark of a package.

    :param passed_over: the folders in which it does not look
    """
    package = find_above(path, packages)
    if package is None:
        return False
    within = path.relative_to(package)
    homes = [within.parent, within.parent.parent] if path.name == "main.rs" else [within.parent]
    return str(within) in ROOTS or any(
        str(home) in TARGETS.values() and package / home not in passed_over for home in homes
    )
