"""Layers of a graph of imports, and the cycles in it."""

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
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


def find_shortest_cycles(
    edges: Iterable[Edge], group: Collection[PurePosixPath]
) -> Iterator[tuple[Edge, ...]]:
    """Yield the shortest cycle through each path of a group that import each other.

    It begins and ends at that path. Of several it is the one whose paths come first.
    """
    import networkx as nx  # noqa: PLC0415 - as above

    members = frozenset(group)
    graph = nx.DiGraph()
    graph.add_edges_from(sorted(edge for edge in edges if members.issuperset(edge)))
    for start in group:
        before: dict[PurePosixPath, PurePosixPath] = {}
        last = start
        for parent, last in nx.bfs_edges(graph, start):
            before[last] = parent
            if start in graph.succ[last]:
                break
        cycle = [start, last]
        while cycle[-1] != start:
            cycle.append(before[cycle[-1]])
        yield tuple(pairwise(reversed(cycle)))
