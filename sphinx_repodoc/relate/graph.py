"""Where each file stands in the graph of imports."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from sphinx_repodoc.model.facts import AT_IMPORT
from sphinx_repodoc.model.relations import Dependency, Position
from sphinx_repodoc.relate.imports import find_imported


def positions(
    dependencies: Mapping[PurePosixPath, tuple[Dependency, ...]],
) -> dict[PurePosixPath, Position]:
    """Place each file that imports or is imported in a layer, and in its cycle."""
    import networkx as nx  # noqa: PLC0415 - slow to load, and a build without changes has no use

    graph = nx.DiGraph()
    graph.add_nodes_from(dependencies)
    graph.add_edges_from(_edges(dependencies))
    condensed = nx.condensation(graph)
    placed: dict[PurePosixPath, Position] = {}
    layers: dict[int, int] = {}
    for component in reversed(list(nx.topological_sort(condensed))):
        below = condensed.successors(component)
        layers[component] = max((layers[each] + 1 for each in below), default=0)
        members = sorted(condensed.nodes[component]["members"])
        for path in members:
            others = tuple(other for other in members if other != path)
            placed[path] = Position(layers[component], others)
    return dict(sorted(placed.items()))


def _edges(
    dependencies: Mapping[PurePosixPath, tuple[Dependency, ...]],
) -> Iterator[tuple[PurePosixPath, PurePosixPath]]:
    """Yield who imports whom when it is loaded."""
    for path, imports in dependencies.items():
        for dependency in imports:
            if dependency.statement.context in AT_IMPORT:
                for target in find_imported(dependency):
                    if target != path:
                        yield path, target
