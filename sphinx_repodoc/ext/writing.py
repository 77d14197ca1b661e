"""What becomes of our nodes when a builder writes them."""

from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment

from sphinx_repodoc.ext.domain import RepoDomain, repo_domain
from sphinx_repodoc.ext.listing import ListingFormatter, highlight
from sphinx_repodoc.ext.owned import delete_files, read_manifest, write_manifest
from sphinx_repodoc.ext.singlehtml import separate_anchors, single_page_url
from sphinx_repodoc.model.evidence import NameLink
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.pages import Source
from sphinx_repodoc.model.paths import parse_path, quote_path, split_lines
from sphinx_repodoc.pages.page import file_page
from sphinx_repodoc.pages.places import find_lines_url

CHUNK = 1000
"""Lines of a listing in LaTeX at a time: before Sphinx 9.1 some 1,350 lines exhaust its memory."""

PAGE_BUILDERS = frozenset({"html", "dirhtml"})
"""Builders that write a page for each document into a folder that the next build finds."""


def on_doctree_resolved(app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """Shape listings and anchors for the builder, once all references are resolved."""
    domain = repo_domain(app.env)
    if app.builder.name == "singlehtml":
        separate_anchors(doctree, domain.documents, app.config.root_doc)
    if app.builder.format == "html":
        for block in list(find_listings(doctree)):
            _write_html(app, domain, block)
        return
    redirect_lines(doctree)
    if app.builder.format == "latex":
        for block in list(find_listings(doctree)):
            block.replace_self(list(_chunks(block)))


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Delete the pages of what is gone from the output: Sphinx itself leaves them there."""
    builder = app.builder
    if exception or not isinstance(builder, StandaloneHTMLBuilder):
        return
    if builder.name not in PAGE_BUILDERS:
        return
    folder = Path(app.outdir)
    docnames = [name for name in repo_domain(app.env).pages.values() if name in app.env.found_docs]
    written = {
        Path(builder.get_outfilename(name)).relative_to(folder).as_posix() for name in docnames
    }
    delete_files(folder, read_manifest(folder) - written)
    if written:
        write_manifest(folder, written)


def on_missing_reference(
    _app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, contnode: nodes.Element
) -> nodes.Node | None:
    """Let a link that we made and nobody resolved lead to the forge, or be plain text."""
    missing = node.get("repodoc_missing")
    if not missing:
        return None
    if missing == "omit":
        return nodes.inline()
    url = _forge_url(repo_domain(env), node) if node["refdomain"] == "repo" else ""
    if not url:
        return contnode
    return nodes.reference("", "", contnode, refuri=url, internal=False)


def find_listings(tree: nodes.Node) -> Iterator[nodes.literal_block]:
    """Yield the listings of repository files in a tree."""
    for block in tree.findall(nodes.literal_block):
        if "repodoc_path" in block:
            yield block


def redirect_lines(document: nodes.document) -> None:
    """Let links to lines of a page's own listing lead to the section that holds the listing."""
    sections = {block["repodoc_prefix"]: _section_id(block) for block in find_listings(document)}
    for reference in document.findall(nodes.reference):
        prefix, line, number = reference.get("refid", "").rpartition("L")
        if line and number.isdigit() and sections.get(prefix):
            reference["refid"] = sections[prefix]


def _write_html(app: Sphinx, domain: RepoDomain, block: nodes.literal_block) -> None:
    """Replace a listing by HTML of our own: an anchor for each line, names linked."""
    path = parse_path(block["repodoc_path"])
    source = file_page(domain.survey, path, ["source"]).source
    if not source:
        return
    first = block.get("repodoc_line", 1)
    lines = Span(first, first + block.rawsource.count("\n"))
    formatter = ListingFormatter(
        first_line=first,
        prefix=block.get("repodoc_anchors", block["repodoc_prefix"]),
        spans=[span for span in source.spans if span in lines],
        hrefs=_hrefs(app, domain, block, source),
    )
    lexer = block["language"]
    html = (
        f'<div class="repodoc-listing highlight-{lexer} notranslate"><div class="highlight">'
        f'<pre tabindex="0">{highlight(block.rawsource, lexer, formatter)}</pre></div></div>\n'
    )
    block.replace_self(nodes.raw(html, html, format="html", classes=["no-search"]))


def _hrefs(
    app: Sphinx, domain: RepoDomain, block: nodes.literal_block, source: Source
) -> Iterator[tuple[int, str, str]]:
    """Yield line and name of each link in a listing, and where it leads."""
    docname, prefix = block["repodoc_docname"], block["repodoc_prefix"]
    anchors = block.get("repodoc_anchors", prefix)
    has_entries = any(
        "structure" in shown.filled and shown.prefix == prefix
        for shown in domain.documents.get(docname, ())
    )
    for link in source.links:
        if link.anchor and has_entries:
            yield link.line, link.name, f"#{anchors}{link.anchor}"
        elif link.link and (href := _href(app, domain, link.link, docname)):
            yield link.line, link.name, href


def _href(app: Sphinx, domain: RepoDomain, link: NameLink, docname: str) -> str:
    """Return the URL of what a name means, seen from a document; empty if it has no page."""
    if link.path is None:
        return ""
    name = quote_path(link.path)
    role, target = ("symbol", f"{name}::{link.symbol}") if link.symbol else ("file", name)
    for place in domain.index.find(role, target).values():
        if app.builder.name == "singlehtml" and place.anchor:
            return single_page_url(place.docname, place.anchor, app.config.root_doc)
        uri = app.builder.get_relative_uri(docname, place.docname)
        return f"{uri}#{place.anchor}" if place.anchor else uri
    return ""


def _forge_url(domain: RepoDomain, node: addnodes.pending_xref) -> str:
    """Return where the forge shows the file that a link means, with its lines."""
    target = node["reftarget"]
    name, fragment = split_lines(target.rpartition("::")[0] or target)
    first, _, last = fragment.replace("L", "").partition("-")
    path = parse_path(name)
    if node["reftype"] == "folder" or path not in domain.survey.files:
        return ""
    return find_lines_url(domain.survey, path, first, last or first)


def _section_id(block: nodes.literal_block) -> str:
    parent: nodes.Element | None = block.parent
    while parent is not None and not parent["ids"]:
        parent = parent.parent
    return str(parent["ids"][0]) if parent is not None else ""


def _chunks(block: nodes.literal_block) -> Iterator[nodes.literal_block]:
    lines = block.rawsource.split("\n")
    for start in range(0, len(lines), CHUNK):
        text = "\n".join(lines[start : start + CHUNK])
        chunk = nodes.literal_block(text, text, **block.attributes)
        chunk["highlight_args"] = {"linenostart": block.get("repodoc_line", 1) + start}
        yield chunk
