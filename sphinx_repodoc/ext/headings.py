"""Headings and ids of what a directive puts into a document."""

from collections.abc import Sequence

from docutils import nodes
from docutils.parsers.rst.states import RSTState


def needs_title(state: RSTState) -> bool:
    """Whether the document has no title yet, so that the directive's page must give it one."""
    parent = state.parent
    return isinstance(parent, nodes.document) and not any(
        isinstance(child, nodes.section) for child in parent.children
    )


def titled(
    state: RSTState, title: str, anchor: str, content: Sequence[nodes.Node]
) -> list[nodes.Node]:
    """Put a heading over nodes: a section where one may stand, a rubric elsewhere.

    :param title: empty for no heading
    :param anchor: id to claim; empty for one made from the title
    """
    ids = claim_id(state.document, anchor or nodes.make_id(title))
    if not title:
        return [nodes.container("", *content, ids=ids)]
    if isinstance(state.parent, (nodes.document, nodes.section)):
        heading = nodes.title("", title, support_smartquotes=False, translatable=False)
        return [nodes.section("", heading, *content, ids=ids)]
    return [nodes.rubric("", title, ids=ids, translatable=False), *content]


def claim_id(document: nodes.document, wanted: str) -> list[str]:
    """Reserve an id in the document; another one if it is empty or taken."""
    owner = nodes.Element()
    if not wanted or wanted in document.ids:
        return [document.set_id(owner)]
    owner["ids"] = [wanted]
    document.ids[wanted] = owner
    return [wanted]


def first_id(content: Sequence[nodes.Node]) -> str:
    """Return the id of the first node that has one."""
    elements = (node for node in content if isinstance(node, nodes.Element))
    return next((str(node["ids"][0]) for node in elements if node["ids"]), "")
