"""Which files the imports of Protocol Buffers lead to.

A name starts at a root, and which folders are roots only those say who start protoc. So it means
the one file whose path ends in it; of several the one below whose root the importing file lies.
"""

from pathlib import PurePosixPath

from sphinx_repodoc.model.facts import ImportStatement
from sphinx_repodoc.model.relations import Dependency, Origin
from sphinx_repodoc.relate.repository import Dependencies, Repository

STANDARD = (
    *("any", "api", "descriptor", "duration", "empty", "field_mask", "source_context", "struct"),
    *("timestamp", "type", "wrappers", "compiler/plugin", "cpp_features", "go_features"),
    "java_features",
)
"""What comes with protoc."""

STANDARD_FILES = frozenset(f"google/protobuf/{name}.proto" for name in STANDARD)


def resolve(repository: Repository) -> Dependencies:
    """Resolve the imports of each file."""
    return {
        path: tuple(_resolve(repository, path, statement) for statement in facts.imports)
        for path, facts in repository.of("Protocol Buffer").items()
        if facts.imports
    }


def _resolve(repository: Repository, path: PurePosixPath, statement: ImportStatement) -> Dependency:
    name = PurePosixPath(statement.module)
    named = repository.by_name.get(name.name, ())
    found = [each for each in named if each.parts[-len(name.parts) :] == name.parts]
    around = [each for each in found if _root(each, name) in path.parents]
    for certain in (found, around):
        if len(certain) == 1:
            return Dependency(statement, Origin.REPOSITORY, certain[0])
    if found:
        return Dependency(statement, Origin.UNRESOLVED)
    is_standard = statement.module in STANDARD_FILES
    return Dependency(statement, Origin.STANDARD_LIBRARY if is_standard else Origin.THIRD_PARTY)


def _root(path: PurePosixPath, name: PurePosixPath) -> PurePosixPath:
    """Return the root that a file goes by a name from."""
    return path.parents[len(name.parts) - 1]
