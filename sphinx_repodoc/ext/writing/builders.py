"""What becomes of our nodes when a builder writes them."""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from sphinx_repodoc.ext.domain import repo_domain
from sphinx_repodoc.ext.writing.html import HtmlPage
from sphinx_repodoc.ext.writing.latex import shape_for_latex
from sphinx_repodoc.ext.writing.singlehtml import separate_anchors
from sphinx_repodoc.sections.doctree import find_listings


def on_doctree_resolved(app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """Shape listings and anchors for the builder, once all references are resolved."""
    if app.builder.name == "singlehtml":
        documents = repo_domain(app.env).documents
        separate_anchors(doctree, documents, app.config.root_doc)
    if isinstance(app.builder, StandaloneHTMLBuilder):
        for block in list(find_listings(doctree)):
            page = HtmlPage(app.builder, block["repodoc_docname"])
            html = page.listing(block["repodoc_listing"], block.get("repodoc_anchors"))
            block.replace_self(nodes.raw(html, html, format="html", classes=["no-search"]))
        return
    redirect_lines(doctree)
    if app.builder.format == "latex":
        shape_for_latex(doctree)


def redirect_lines(document: nodes.document) -> None:
    """Let links to lines of a page's own listing lead to the section that holds the listing."""
    sections = {_prefix(block): _section_id(block) for block in find_listings(document)}
    for reference in document.findall(nodes.reference):
        prefix, line, number = reference.get("refid", "").rpartition("L")
        if line and number.isdigit() and sections.get(prefix):
            reference["refid"] = sections[prefix]


def _prefix(block: nodes.literal_block) -> str:
    prefix: str = block["repodoc_listing"].prefix
    return prefix


def _section_id(block: nodes.literal_block) -> str:
    parent: nodes.Element | None = block.parent
    while parent is not None and not parent["ids"]:
        parent = parent.parent
    return str(parent["ids"][0]) if parent is not None else ""
