"""Headings and ids of what a directive puts into a document."""

from collections.abc import Sequence

from docutils import nodes


def needs_title(parent: nodes.Node) -> bool:
    """Whether a directive stands in a document without title, so that its page must give it one."""
    return isinstance(parent, nodes.document) and not any(
        isinstance(child, nodes.section) for child in parent.children
    )


def titled(
    parent: nodes.Element,
    title: str,
    anchor: str,
    content: Sequence[nodes.Node],
    classes: Sequence[str] = (),
) -> list[nodes.Node]:
    """Put a heading over nodes: a section where one may stand, a rubric elsewhere.

    :param parent: the node that the result goes into
    :param title: empty for no heading
    :param anchor: id to claim; empty for one made from the title
    :param classes: of the section, where it is one
    """
    document = parent.document
    ids = claim_id(document, anchor or nodes.make_id(title)) if document else []
    if not title:
        return [nodes.container("", *content, ids=ids)]
    if isinstance(parent, (nodes.document, nodes.section)):
        heading = nodes.title("", title, support_smartquotes=False, translatable=False)
        return [nodes.section("", heading, *content, ids=ids, classes=list(classes))]
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
