"""The text of content, as a reader sees it."""

from collections.abc import Sequence
from typing import Any

from sphinx_repodoc.sections.content import Block, CrossReference, Inline, Reference, Target
from sphinx_repodoc.sections.doctree import to_nodes
from sphinx_repodoc.sections.lists import paragraph


def plain(content: Block | Inline) -> str:
    """Return the text of a block, or of a piece of a line."""
    (node,) = to_nodes([content if _is_block(content) else paragraph(content)])  # type: ignore[list-item, arg-type]
    return node.astext()


def find(content: object, kind: type) -> list[Any]:
    """Return all the pieces and blocks of a kind, in order."""
    if isinstance(content, kind):
        return [content]
    if isinstance(content, str) or not isinstance(content, Sequence):
        return []
    return [found for part in content for found in find(part, kind)]


def lead(piece: Inline) -> str:
    """Return where a link leads; nothing if it is none."""
    if isinstance(piece, Reference):
        return piece.uri
    if isinstance(piece, CrossReference):
        return f"{piece.domain}:{piece.role} {piece.target}"
    return f"#{piece.anchor}" if isinstance(piece, Target) else ""


def _is_block(content: object) -> bool:
    return type(content).__name__ in {
        "Paragraph",
        "LiteralBlock",
        "Details",
        "BulletList",
        "FieldList",
        "DefinitionList",
        "Table",
    }
