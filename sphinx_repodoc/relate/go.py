"""Which folders the imports of Go lead to: a package is a folder, a module begins at its go.mod."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import PurePosixPath

from sphinx_repodoc.model.facts import DeclarationKind, ImportStatement
from sphinx_repodoc.model.relations import Dependency, Origin
from sphinx_repodoc.relate.repository import Dependencies, Repository

TEST = "_test.go"
"""How the names of files end that are no part of the package for others."""


def resolve(repository: Repository) -> Dependencies:
    """Resolve the imports of each Go file."""
    facts = repository.of("Go")
    packages: dict[PurePosixPath, list[PurePosixPath]] = defaultdict(list)
    for path in facts:
        if not path.name.endswith(TEST):
            packages[path.parent].append(path)
    modules = {
        each.name: path.parent
        for path, each in repository.declared(DeclarationKind.DISTRIBUTION, "go.mod")
    }
    return {
        path: tuple(_resolve(statement, modules, packages) for statement in found.imports)
        for path, found in facts.items()
        if found.imports
    }


def _resolve(
    statement: ImportStatement,
    modules: Mapping[str, PurePosixPath],
    packages: Mapping[PurePosixPath, list[PurePosixPath]],
) -> Dependency:
    name = statement.module
    within = [module for module in modules if f"{name}/".startswith(f"{module}/")]
    if not within:
        is_standard = "." not in name.partition("/")[0]
        return Dependency(statement, Origin.STANDARD_LIBRARY if is_standard else Origin.THIRD_PARTY)
    module = max(within, key=len)
    folder = modules[module] / name.removeprefix(module).lstrip("/")
    parts = packages.get(folder)
    if not parts:
        return Dependency(statement, Origin.UNRESOLVED)
    return Dependency(statement, Origin.REPOSITORY, folder=folder, parts=tuple(sorted(parts)))
