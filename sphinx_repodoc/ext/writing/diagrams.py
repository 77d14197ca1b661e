"""Diagrams, where the project can draw them."""

import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from sphinx.builders import Builder
from sphinx.config import Config
from sphinx.ext.graphviz import GraphvizError, render_dot

from sphinx_repodoc.ext.warnings import warn
from sphinx_repodoc.model.digest import digest
from sphinx_repodoc.model.files import ProblemKind
from sphinx_repodoc.sections.content import Block, Diagram
from sphinx_repodoc.sections.dot import write_dot

EXTENSION = "sphinx.ext.graphviz"

PLACEHOLDER = "https://repodoc.invalid/"
"""Stands for where a box leads, so that the same drawing serves wherever that is."""

SVG = "http://www.w3.org/2000/svg"
HREF = "{http://www.w3.org/1999/xlink}href"
NAME = re.compile(r"\{[^}]*\}")


class Translator(NamedTuple):
    """As much as Sphinx needs to know of who draws."""

    builder: Builder


def without_undrawable(blocks: Iterable[Block], config: Config) -> list[Block]:
    """Leave out diagrams unless the project has Graphviz: lists say the same beside them."""
    found = list(blocks)
    if not any(isinstance(block, Diagram) for block in found) or _can_draw(config):
        return found
    return [block for block in found if not isinstance(block, Diagram)]


def draw_svg(diagram: Diagram, hrefs: Mapping[int, str], builder: Builder, docname: str) -> str:
    """Return a diagram as an element of HTML whose boxes are links; empty if it cannot be drawn.

    It stands in the page and not in a file of its own, so that its colours are those of the page
    around it, and its links can be reached from the keyboard.

    :param hrefs: where the boxes lead, by their numbers
    """
    code = write_dot(diagram, {number: f"{PLACEHOLDER}{number}" for number in hrefs})
    translator: Any = Translator(builder)
    try:
        # several documents are written at once: each has a file of its own
        _, file = render_dot(translator, code, {}, "svg", f"repodoc-{digest(docname)[:8]}")
        return _read_svg(_take(Path(file)), diagram.alt, hrefs) if file else ""
    except (GraphvizError, OSError, ET.ParseError) as error:
        reason = " ".join(str(error).split())
        message = f"a diagram is left out, for Graphviz cannot draw it: {reason}; see graphviz_dot"
        warn(ProblemKind.DIAGRAM, message, (docname, None))
        return ""


def _can_draw(config: Config) -> bool:
    return EXTENSION in config.extensions and shutil.which(config.graphviz_dot) is not None


def _take(file: Path) -> bytes:
    """Read a drawing, and leave nothing behind that a later build might not make."""
    drawing = file.read_bytes()
    file.unlink()
    return drawing


def _read_svg(drawing: bytes, alt: str, hrefs: Mapping[int, str]) -> str:
    """Read a drawing as a part of a page, which has anchors of its own."""
    root = ET.fromstring(drawing)  # noqa: S314 - dot wrote it just now
    for element in root.iter():
        element.tag = NAME.sub("", element.tag)
        href = element.get(HREF, "").removeprefix(PLACEHOLDER)
        kept = {name: value for name, value in element.items() if _is_kept(name)}
        element.attrib = kept | ({"href": hrefs[int(href)]} if href else {})
    root.attrib = {"xmlns": SVG, "role": "group", "aria-label": alt} | root.attrib
    return ET.tostring(root, "unicode", method="html")


def _is_kept(name: str) -> bool:
    return name != "id" and not NAME.match(name)
