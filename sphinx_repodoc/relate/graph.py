"""Where each file stands in the graph of imports."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from sphinx_repodoc.model.import_contexts import OUTSIDE_FUNCTIONS
from sphinx_repodoc.model.layers import Edge, find_layers, find_shortest_cycles
from sphinx_repodoc.model.relations import Dependency, Position, Relation, RelationKind
from sphinx_repodoc.relate.imports import find_imported


def positions(
    dependencies: Mapping[PurePosixPath, tuple[Dependency, ...]],
) -> dict[PurePosixPath, Position]:
    """Place each file that imports or is imported in a layer, and in its cycle."""
    edges = _find_edges(dependencies)
    placed = {}
    for layer, group in find_layers(edges, dependencies):
        if len(group) == 1:
            placed[group[0]] = Position(layer)
            continue
        for path, cycle in zip(group, find_shortest_cycles(edges, group), strict=True):
            others = tuple(other for other in group if other != path)
            placed[path] = Position(layer, others, tuple(edges[edge] for edge in cycle))
    return dict(sorted(placed.items()))


def _find_edges(
    dependencies: Mapping[PurePosixPath, tuple[Dependency, ...]],
) -> dict[Edge, Relation]:
    """Return who imports whom outside functions, each with the first line that does so."""
    edges: dict[Edge, Relation] = {}
    for path, imports in dependencies.items():
        for dependency in imports:
            statement = dependency.statement
            if statement.context in OUTSIDE_FUNCTIONS and statement.is_import:
                for target in find_imported(dependency):
                    if target != path:
                        line = statement.proof_line
                        relation = Relation(RelationKind.IMPORTS, path, target, line)
                        edges.setdefault((path, target), relation)
    return edges
