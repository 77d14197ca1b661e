"""What the section Architecture & Organization of a folder says."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.folder_parts import FolderArchitecture, Link, Outsider
from sphinx_repodoc.model.layers import find_layers
from sphinx_repodoc.model.relations import Origin
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.folder_graph import Bundle, Pair, Traffic, find_traffic, place_of
from sphinx_repodoc.pages.names import module_link


def find_folder_architecture(survey: Survey, path: PurePosixPath) -> FolderArchitecture | None:
    """Say how the subfolders and files of a folder import each other, and what lies outside."""
    traffic = find_traffic(survey).get(path)
    if traffic is None:
        return None
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
) -> tuple[tuple[tuple[PurePosixPath, ...], ...], tuple[tuple[PurePosixPath, ...], ...]]:
    """Return the layers of the children, and their cycles, by what is imported on loading."""
    pairs = sorted(pair for pair, bundle in traffic.inside.items() if bundle.on_loading)
    layers: dict[int, list[PurePosixPath]] = defaultdict(list)
    cycles = []
    for layer, group in find_layers(pairs) if pairs else ():
        layers[layer] += group
        if len(group) > 1:
            cycles.append(group)
    return tuple(tuple(sorted(layers[layer])) for layer in sorted(layers)), tuple(sorted(cycles))
