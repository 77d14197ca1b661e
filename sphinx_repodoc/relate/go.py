"""Which folders the imports of Go lead to: a package is a folder, a module begins at its go.mod."""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from posixpath import normpath

from sphinx_repodoc.model.constraints import NEVER, find_constraint
from sphinx_repodoc.model.facts import DeclarationKind, Facts, ImportStatement
from sphinx_repodoc.model.paths import find_above
from sphinx_repodoc.model.relations import Dependency, Origin
from sphinx_repodoc.relate.repository import Dependencies, Repository

TEST = "_test.go"
"""How the names of files end that are no part of the package for others."""

GO = (
    "archive arena bufio builtin bytes cmp compress container context crypto database debug "
    "embed encoding errors expvar flag fmt go hash html image index internal io iter log maps "
    "math mime net os path plugin reflect regexp runtime simd slices sort strconv strings "
    "structs sync syscall testing text time unicode unique unsafe weak"
)

STANDARD = frozenset(GO.split())
"""The first parts of the names of what comes with Go, up to 1.26."""


@dataclass(slots=True)
class Packages:
    """What the names of packages mean."""

    modules: dict[str, list[PurePosixPath]] = field(default_factory=lambda: defaultdict(list))
    """The folders of the modules of each name."""
    parts: dict[PurePosixPath, list[PurePosixPath]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """The files in each folder that others can import."""
    needed: dict[PurePosixPath, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The modules that the module of each folder asks for."""
    local: dict[PurePosixPath, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    """For the folder of a module the paths that it replaces others by."""
    workspaces: set[PurePosixPath] = field(default_factory=set)
    """The folders of a ``go.work``."""

    def resolve(self, path: PurePosixPath, statement: ImportStatement) -> Dependency:
        """Find the folder that an import in a file leads to."""
        name = statement.module
        within = [module for module in self.modules if f"{name}/".startswith(f"{module}/")]
        if not within:
            return Dependency(statement, self._find_origin(path, name))
        module = max(within, key=len)
        home = self._find_home(path, module)
        folder = home / name.removeprefix(module).lstrip("/") if home else None
        parts = self.parts.get(folder) if folder else None
        if not parts:
            return Dependency(statement, Origin.UNRESOLVED)
        return Dependency(statement, Origin.REPOSITORY, folder=folder, parts=tuple(sorted(parts)))

    def _find_home(self, path: PurePosixPath, module: str) -> PurePosixPath | None:
        """Find the folder of a module: of others than the file's own Go takes what is published.

        It takes what is here only if the own one replaces them by it, or in a workspace.
        """
        own, homes = find_above(path, self.needed), self.modules[module]
        if own in homes:
            return own
        replaced = self.local[own].get(module) if own else None
        if own and replaced:
            home = PurePosixPath(normpath(own / replaced))
            return home if home in homes else None
        is_open = own is None or find_above(path, self.workspaces) is not None
        return homes[0] if is_open and len(homes) == 1 else None

    def _find_origin(self, path: PurePosixPath, name: str) -> Origin:
        """Say where a package comes from that is in no module of the repository."""
        if name.partition("/")[0] in STANDARD:
            return Origin.STANDARD_LIBRARY
        # what no go.mod asks for may be cgo's, or here under a name that only a build knows
        home = find_above(path, self.needed)
        needed = self.needed[home] if home else ()
        is_needed = any(f"{name}/".startswith(f"{module}/") for module in needed)
        return Origin.THIRD_PARTY if is_needed else Origin.UNRESOLVED


def resolve(repository: Repository) -> Dependencies:
    """Resolve the imports of each Go file."""
    facts = repository.of("Go")
    packages = Packages()
    for path, found in facts.items():
        if _is_part(path, found):
            packages.parts[path.parent].append(path)
    for path, each in repository.declared(DeclarationKind.DISTRIBUTION, "go.mod"):
        packages.modules[each.name].append(path.parent)
        packages.needed[path.parent] |= set()
    for path, each in repository.declared(DeclarationKind.DEPENDENCY, "go.mod"):
        packages.needed[path.parent].add(each.name)
    for path, each in repository.declared(DeclarationKind.ALIAS, "go.mod"):
        packages.local[path.parent][each.name] = each.value
    packages.workspaces |= {path.parent for path in repository.files if path.name == "go.work"}
    return {
        path: tuple(packages.resolve(path, statement) for statement in found.imports)
        for path, found in facts.items()
        if found.imports
    }


def _is_part(path: PurePosixPath, facts: Facts) -> bool:
    """Whether others can import a file: no test, no program, nothing that no build takes."""
    is_program = facts.entry_point or find_constraint(path, facts)[0] == NEVER
    return not is_program and not path.name.endswith(TEST)
