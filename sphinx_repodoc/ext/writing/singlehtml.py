"""Anchors in single-page builds, where every document's are in one name space."""

from collections.abc import Container

from docutils import nodes
from sphinx import addnodes

START = "#document-"
"""What the builder's URL of a document starts with."""


def separate_anchors(tree: nodes.document, documents: Container[str], root_doc: str) -> None:
    """Put the docname before each id of a document that shows files, and let links follow.

    :param documents: docnames of the documents that show files
    """
    for start in tree.findall(addnodes.start_of_file):
        if start["docname"] in documents:
            for element in _own_elements(start):
                _rename(element, f"{start['docname']}:")
    for reference in tree.findall(nodes.reference):
        docname, hash_, anchor = reference.get("refuri", "").removeprefix(START).partition("#")
        if hash_ and docname in documents:
            reference["refuri"] = single_page_url(docname, anchor, root_doc)


def single_page_url(docname: str, anchor: str, root_doc: str) -> str:
    """Return the URL of an anchor that has been renamed."""
    return f"#{anchor}" if docname == root_doc else f"#{docname}:{anchor}"


def _own_elements(start: addnodes.start_of_file) -> list[nodes.Element]:
    """Return the elements of a document without those of documents included in it."""
    found: list[nodes.Element] = []
    waiting: list[nodes.Node] = list(start.children)
    while waiting:
        node = waiting.pop()
        if isinstance(node, nodes.Element) and not isinstance(node, addnodes.start_of_file):
            found.append(node)
            waiting.extend(node.children)
    return found


def _rename(element: nodes.Element, prefix: str) -> None:
    element["ids"] = [prefix + name for name in element["ids"]]
    if "refid" in element:
        element["refid"] = prefix + element["refid"]
    if "repodoc_listing" in element:
        element["repodoc_anchors"] = prefix + element["repodoc_listing"].prefix
