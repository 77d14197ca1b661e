"""What becomes of our nodes when a builder writes them."""

from collections.abc import Iterator

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from sphinx_repodoc.ext.domain import repo_domain
from sphinx_repodoc.ext.html import HtmlPage
from sphinx_repodoc.ext.singlehtml import separate_anchors
from sphinx_repodoc.sections.doctree import find_listings

CHUNK = 1000
"""Lines of a listing in LaTeX at a time: before Sphinx 9.1 some 1,350 lines exhaust its memory."""

LONGEST = 5000
"""Characters of a line of a listing in LaTeX, which cannot break one into some 250 lines."""


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
        for block in list(find_listings(doctree)):
            block.replace_self(list(_chunks(block)))


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


def _chunks(block: nodes.literal_block) -> Iterator[nodes.literal_block]:
    lines = block.rawsource.split("\n")
    for start in range(0, len(lines), CHUNK):
        text = "\n".join(map(_shorten, lines[start : start + CHUNK]))
        chunk = nodes.literal_block(text, text, **block.attributes)
        chunk["highlight_args"] = {"linenostart": block["repodoc_listing"].first_line + start}
        yield chunk


def _shorten(line: str) -> str:
    """Cut a line off that would be too long for LaTeX, and say so."""
    more = len(line) - LONGEST
    return f"{line[:LONGEST]}… ({more:,} more characters)" if more > 0 else line
