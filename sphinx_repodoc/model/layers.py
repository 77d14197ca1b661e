"""Layers of a graph of imports, and the cycles in it."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

Edge = tuple[PurePosixPath, PurePosixPath]
"""Who imports whom."""


def find_layers(
    edges: Iterable[Edge], others: Iterable[PurePosixPath] = ()
) -> Iterator[tuple[int, tuple[PurePosixPath, ...]]]:
    """Yield the layer of each group of paths that import each other, and the group in order.

    Layer 0 imports nothing; each other layer lies above all that it imports. Most groups are
    of one path.

    :param others: paths that may have no edge
    """
    import networkx as nx  # noqa: PLC0415 - slow to load, and a build without changes has no use

    graph = nx.DiGraph()
    graph.add_nodes_from(others)
    graph.add_edges_from(edges)
    condensed = nx.condensation(graph)
    layers: dict[int, int] = {}
    for group in reversed(list(nx.topological_sort(condensed))):
        below = condensed.successors(group)
        layers[group] = max((layers[each] + 1 for each in below), default=0)
        yield layers[group], tuple(sorted(condensed.nodes[group]["members"]))
