"""Anchors in single-page builds, where every document's are in one name space."""

from typing import Any, ClassVar

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_repodoc.ext.domain import repo_domain

START = "#document-"
"""What the builder's URL of a document starts with."""


class SingleHtmlIds(SphinxPostTransform):
    """Put the docname before each id of a document that shows files."""

    default_priority: ClassVar[int] = 5
    builders = ("singlehtml",)

    def run(self, **_kwargs: Any) -> None:
        """Rename the ids and the references within the same document."""
        documents = repo_domain(self.env).documents
        for start in self.document.findall(addnodes.start_of_file):
            if start["docname"] in documents:
                for node in _own_elements(start):
                    _rename(node, f"{start['docname']}:")


class SingleHtmlLinks(SphinxPostTransform):
    """Let links across documents lead to the renamed ids."""

    default_priority: ClassVar[int] = 950
    builders = ("singlehtml",)

    def run(self, **_kwargs: Any) -> None:
        """Rename the targets of references to documents that show files."""
        documents = repo_domain(self.env).documents
        for reference in self.document.findall(nodes.reference):
            docname, hash_, anchor = reference.get("refuri", "").removeprefix(START).partition("#")
            if hash_ and docname in documents:
                is_root = docname == self.config.root_doc
                reference["refuri"] = f"#{anchor}" if is_root else f"#{docname}:{anchor}"


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


def _rename(node: nodes.Element, prefix: str) -> None:
    node["ids"] = [prefix + name for name in node["ids"]]
    if "refid" in node:
        node["refid"] = prefix + node["refid"]
    if "repodoc_prefix" in node:
        node["repodoc_anchors"] = prefix + node["repodoc_prefix"]
