"""Diagrams in the language of Graphviz."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from sphinx_repodoc.model.paths import quote_path
from sphinx_repodoc.sections.content import Diagram

HEAD = 'digraph imports { rankdir=LR; bgcolor=transparent; node [shape=box, fontname="sans-serif"];'


def write_dot(diagram: Diagram, urls: Mapping[int, str] = MappingProxyType({})) -> str:
    """Write a diagram for Graphviz.

    :param urls: where the boxes lead, by their numbers
    """
    names = [_quote(box.name) for box in diagram.boxes]
    boxes = (
        f'{name} [URL="{urls[number]}"];' if number in urls else f"{name};"
        for number, name in enumerate(names)
    )
    arrows = (f"{names[source]} -> {names[target]};" for source, target in diagram.arrows)
    return " ".join((HEAD, *boxes, *arrows, "}"))


def _quote(name: str) -> str:
    shown = quote_path(PurePosixPath(name)) + "/" * name.endswith("/")
    return '"' + shown.replace("\\", "\\\\").replace('"', '\\"') + '"'
