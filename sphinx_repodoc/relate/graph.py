"""Where each file stands in the graph of imports."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from sphinx_repodoc.model.facts import AT_IMPORT
from sphinx_repodoc.model.layers import Edge, find_layers
from sphinx_repodoc.model.relations import Dependency, Position
from sphinx_repodoc.relate.imports import find_imported


def positions(
    dependencies: Mapping[PurePosixPath, tuple[Dependency, ...]],
) -> dict[PurePosixPath, Position]:
    """Place each file that imports or is imported in a layer, and in its cycle."""
    placed = {
        path: Position(layer, tuple(other for other in group if other != path))
        for layer, group in find_layers(_edges(dependencies), dependencies)
        for path in group
    }
    return dict(sorted(placed.items()))


def _edges(
    dependencies: Mapping[PurePosixPath, tuple[Dependency, ...]],
) -> Iterator[Edge]:
    """Yield who imports whom when it is loaded."""
    for path, imports in dependencies.items():
        for dependency in imports:
            if dependency.statement.context in AT_IMPORT:
                for target in find_imported(dependency):
                    if target != path:
                        yield path, target
