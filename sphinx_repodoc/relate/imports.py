"""Which files the imports of a file lead to."""

from collections import defaultdict
from collections.abc import Callable, Collection
from pathlib import PurePosixPath

from sphinx_repodoc.model.relations import Dependency
from sphinx_repodoc.relate import by_path, c, ecmascript, go, packages, protobuf, rust
from sphinx_repodoc.relate.python import imports as python
from sphinx_repodoc.relate.repository import Dependencies, Repository

RESOLVERS: tuple[Callable[[Repository], Dependencies], ...] = (
    python.resolve,
    c.resolve,
    ecmascript.resolve,
    go.resolve,
    packages.resolve,
    protobuf.resolve,
    rust.resolve,
    by_path.resolve,
)
"""Each resolves the imports of the files in its own languages."""


def resolve(repository: Repository) -> Dependencies:
    """Resolve the imports of each file whose language has rules for them."""
    resolved: Dependencies = {}
    for resolve_all in RESOLVERS:
        for path, dependencies in resolve_all(repository).items():
            both = (*resolved.get(path, ()), *dependencies)
            resolved[path] = tuple(sorted(both, key=lambda each: each.statement.span.line))
    return resolved


def find_imported(dependency: Dependency) -> dict[PurePosixPath, tuple[str, ...]]:
    """Return the files that an import leads to, and the names that it takes from each.

    A package is one of them only if something is taken from its own ``__init__``; of a module of
    several files those are that define the names which are taken, or all.
    """
    imported: dict[PurePosixPath, list[str]] = defaultdict(list)
    names = [name.name for name in dependency.statement.names]
    submodules = {target.name for target in dependency.targets if not target.symbol}
    own = [name for name in names if name not in submodules]
    if dependency.path and (own or not names):
        imported[dependency.path] += own
    for target in dependency.targets:
        if target.path != dependency.path:
            imported[target.path].append(target.name)
    for part in dependency.parts if not imported else ():
        imported[part] += ()
    return {path: tuple(taken) for path, taken in imported.items()}


def find_line(dependency: Dependency, target: PurePosixPath, taken: Collection[str]) -> int:
    """Return the line of an import that leads to a file: that of a name where only that does."""
    statement = dependency.statement
    lines = [name.line for name in statement.names if name.name in taken]
    is_named = target == dependency.path or not lines
    return statement.proof_line if is_named else lines[0]
