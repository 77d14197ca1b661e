"""What the section Architecture & Organization of a folder says."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath

from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.folder_parts import Cycle, FolderArchitecture, Link, Outsider
from sphinx_repodoc.model.layers import Edge, find_layers, find_shortest_cycles
from sphinx_repodoc.model.relations import Counted, Origin, Relation
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.folder_graph import Bundle, Pair, Traffic, find_traffic, place_of
from sphinx_repodoc.pages.names import module_link

MOST = 20
"""Number of cycles of files that are shown."""


def find_folder_architecture(survey: Survey, path: PurePosixPath) -> FolderArchitecture | None:
    """Say how the subfolders and files of a folder import each other, and what lies outside."""
    traffic, file_cycles = find_traffic(survey).get(path), _find_file_cycles(survey).get(path, [])
    if traffic is None and not file_cycles:
        return None
    traffic = traffic or Traffic()
    layers, cycles = _arrange(traffic)
    return FolderArchitecture(
        path=path,
        folders=survey.folders[path].folders,
        inside=_links(traffic.inside),
        layers=layers,
        cycles=cycles,
        uses=tuple(
            replace(link, is_folder=link.target in survey.folders) for link in _links(traffic.uses)
        ),
        used_by=tuple(
            replace(link, is_folder=link.source in survey.folders)
            for link in _links(traffic.used_by)
        ),
        third_party=_outsiders(traffic, Origin.THIRD_PARTY),
        standard_library=_outsiders(traffic, Origin.STANDARD_LIBRARY),
        file_cycles=tuple(file_cycles[:MOST]),
        more_file_cycles=max(0, len(file_cycles) - MOST),
        counted=Counted.in_languages(traffic.languages),
    )


def _links(bundles: Mapping[Pair, Bundle]) -> tuple[Link, ...]:
    links = (Link(*pair, b.imports, place_of(b.first)) for pair, b in bundles.items())
    return tuple(sorted(links, key=lambda link: (-link.imports, link.source, link.target)))


def _outsiders(traffic: Traffic, origin: Origin) -> tuple[Outsider, ...]:
    outsiders = (
        Outsider(module_link(name, language), len(files), _first(files))
        for (name, language), files in traffic.outside.get(origin, {}).items()
    )
    return tuple(sorted(outsiders, key=lambda outsider: (-outsider.files, outsider.link.name)))


def _first(files: Mapping[PurePosixPath, int]) -> Place:
    path = min(files)
    return Place(path, Span(files[path], files[path]))


def _arrange(
    traffic: Traffic,
) -> tuple[tuple[tuple[PurePosixPath, ...], ...], tuple[Cycle, ...]]:
    """Return the layers of the children, and their cycles, by the imports outside functions."""
    edges = {pair: b.outside for pair, b in traffic.inside.items() if b.outside}
    layers: dict[int, list[PurePosixPath]] = defaultdict(list)
    cycles = []
    for layer, group in find_layers(edges) if edges else ():
        layers[layer] += group
        if len(group) > 1:
            shortest = min(find_shortest_cycles(edges, group), key=_length)
            steps = (Link(*pair, 1, place_of(edges[pair])) for pair in shortest)
            cycles.append(Cycle(group, tuple(steps)))
    ordered = sorted(cycles, key=lambda cycle: cycle.paths)
    return tuple(tuple(sorted(layers[layer])) for layer in sorted(layers)), tuple(ordered)


@lru_cache(maxsize=1)
def _find_file_cycles(survey: Survey) -> Mapping[PurePosixPath, list[Cycle]]:
    """Return the cycles of files below each folder, the largest first."""
    groups: dict[tuple[PurePosixPath, ...], list[tuple[Relation, ...]]] = defaultdict(list)
    for path, position in survey.positions.items():
        if position.cycle:
            groups[tuple(sorted((path, *position.cycle)))].append(position.steps)
    found: dict[PurePosixPath, list[Cycle]] = defaultdict(list)
    for group in sorted(groups, key=lambda group: (-len(group), group)):
        shortest = min(groups[group], key=lambda steps: (len(steps), steps[0].source))
        steps = tuple(Link(step.source, step.target, 1, place_of(step)) for step in shortest)
        folders = {path.parent for path in group}
        common = set.intersection(*({folder, *folder.parents} for folder in folders))
        for folder in common if len(folders) > 1 else folders.pop().parents:
            found[folder].append(Cycle(group, steps))
    return found


def _length(cycle: tuple[Edge, ...]) -> tuple[int, tuple[Edge, ...]]:
    return len(cycle), cycle
