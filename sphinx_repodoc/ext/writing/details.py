"""Lines that a reader can open and close: ``<details>`` in HTML, plain lines elsewhere."""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from sphinx_repodoc.sections.doctree import details, summary

PLAIN_FORMATS = ("latex", "text", "man", "texinfo")
"""Formats whose writers must be told what becomes of a node that is not docutils'."""


def setup(app: Sphinx) -> None:
    """Tell the writers what becomes of the nodes."""
    pages = (_open_tag, _close_tag)
    app.add_node(details, html=pages, **dict.fromkeys(PLAIN_FORMATS, (_skip, _skip)))  # type: ignore[arg-type]
    line = (_open_paragraph, _close_paragraph)
    app.add_node(summary, html=pages, **dict.fromkeys(PLAIN_FORMATS, line))  # type: ignore[arg-type]


def _open_tag(translator: Any, node: nodes.Element) -> None:
    translator.body.append(translator.starttag(node, node.tagname, suffix=""))


def _close_tag(translator: Any, node: nodes.Element) -> None:
    translator.body.append(f"</{node.tagname}>\n")


def _skip(_translator: Any, _node: nodes.Element) -> None:
    """Write nothing beside what is in the node."""


def _open_paragraph(translator: Any, node: nodes.Element) -> None:
    translator.visit_paragraph(node)


def _close_paragraph(translator: Any, node: nodes.Element) -> None:
    translator.depart_paragraph(node)
