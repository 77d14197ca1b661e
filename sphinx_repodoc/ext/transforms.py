"""What becomes of our nodes when a builder writes them."""

from collections.abc import Iterator
from typing import Any, ClassVar

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_repodoc.ext.domain import RepoDomain, repo_domain
from sphinx_repodoc.ext.listing import ListingFormatter, highlight
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.pages import NameLink, Source
from sphinx_repodoc.model.paths import parse_path, quote_path
from sphinx_repodoc.pages.page import file_page
from sphinx_repodoc.pages.places import find_lines_url
from sphinx_repodoc.sections.links import external

CHUNK = 1000
"""Lines of a listing in LaTeX at a time: before Sphinx 9.1 some 1,350 lines exhaust its memory."""


def find_listings(document: nodes.Node) -> Iterator[nodes.literal_block]:
    """Yield the listings of repository files in a document."""
    for block in document.findall(nodes.literal_block):
        if "repodoc_path" in block:
            yield block


class HtmlListings(SphinxPostTransform):
    """Write listings as HTML of our own: an anchor for each line, names linked."""

    default_priority: ClassVar[int] = 900
    formats = ("html",)

    def run(self, **_kwargs: Any) -> None:
        """Replace each listing by its HTML."""
        domain = repo_domain(self.env)
        for block in list(find_listings(self.document)):
            path = parse_path(block["repodoc_path"])
            if path not in domain.survey.files:
                continue
            source = file_page(domain.survey, path, ["source"]).source
            if source:
                block.replace_self(self._html(domain, block, source))

    def _html(self, domain: RepoDomain, block: nodes.literal_block, source: Source) -> nodes.raw:
        docname, prefix = block["repodoc_docname"], block["repodoc_prefix"]
        anchors = block.get("repodoc_anchors", prefix)
        first = block.get("repodoc_line", 1)
        last = first + block.rawsource.count("\n")
        formatter = ListingFormatter(
            first_line=first,
            prefix=anchors,
            spans=[s for s in source.spans if s in Span(first, last)],
            hrefs=dict(self._hrefs(domain, source, docname, prefix, anchors)),
        )
        lexer = block["language"]
        html = (
            f'<div class="repodoc-listing highlight-{lexer} notranslate"><div class="highlight">'
            f'<pre tabindex="0">{highlight(block.rawsource, lexer, formatter)}</pre></div></div>\n'
        )
        return nodes.raw(html, html, format="html", classes=["no-search"])

    def _hrefs(
        self, domain: RepoDomain, source: Source, docname: str, prefix: str, anchors: str
    ) -> Iterator[tuple[tuple[int, str], str]]:
        """Yield line and name of each link in a listing, and where it leads."""
        has_entries = any(
            "structure" in shown.sections and shown.prefix == prefix
            for shown in domain.documents.get(docname, ())
        )
        for link in source.links:
            if link.anchor and has_entries:
                yield (link.line, link.name), f"#{anchors}{link.anchor}"
            elif link.link and (href := self._href(domain, link.link, docname)):
                yield (link.line, link.name), href

    def _href(self, domain: RepoDomain, link: NameLink, docname: str) -> str:
        """Return the URL of what a name means, seen from a document; empty if it has no page."""
        for place in domain.index.find(*_target(link)).values():
            uri = self.app.builder.get_relative_uri(docname, place.docname)
            if self.app.builder.name == "singlehtml" and place.anchor:
                return f"#{place.docname}:{place.anchor}"
            return f"{uri}#{place.anchor}" if place.anchor else uri
        return ""


class OtherListings(SphinxPostTransform):
    """Cut long listings for LaTeX, and let links to lines lead to the listing that holds them."""

    default_priority: ClassVar[int] = 900

    def is_supported(self) -> bool:
        """Whether the builder has no anchors for lines."""
        return self.app.builder.format != "html"

    def run(self, **_kwargs: Any) -> None:
        """Cut the listings and redirect the links."""
        redirect_lines(self.document)
        if self.app.builder.format == "latex":
            for block in list(find_listings(self.document)):
                block.replace_self(list(_chunks(block)))


def redirect_lines(document: nodes.document) -> None:
    """Let links to lines of a page's own listing lead to the section that holds the listing."""
    sections = {block["repodoc_prefix"]: _section_id(block) for block in find_listings(document)}
    for reference in document.findall(nodes.reference):
        prefix, line, number = reference.get("refid", "").rpartition("L")
        if line and number.isdigit() and sections.get(prefix):
            reference["refid"] = sections[prefix]


def on_missing_reference(
    _app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, contnode: nodes.Element
) -> nodes.Node | None:
    """Let a link that we made and nobody resolved lead to the forge, or be plain text."""
    missing = node.get("repodoc_missing")
    if not missing:
        return None
    if missing == "omit":
        return nodes.inline()
    url = _forge_url(env, node) if node["refdomain"] == "repo" else ""
    if not url:
        return contnode
    reference = external(url, "")
    reference += contnode
    return reference


def _forge_url(env: BuildEnvironment, node: addnodes.pending_xref) -> str:
    """Return where the forge shows the file that a link means, with its lines."""
    survey = repo_domain(env).survey
    name, _, fragment = node["reftarget"].partition("::")[0].partition("#")
    first, _, last = fragment.replace("L", "").partition("-")
    path = parse_path(name)
    if node["reftype"] == "folder" or path not in survey.files:
        return ""
    return find_lines_url(survey, path, first, last or first)


def _target(link: NameLink) -> tuple[str, str]:
    """Return the role and target that a link stands for."""
    if link.path is None:
        return "file", ""
    name = quote_path(link.path)
    return ("symbol", f"{name}::{link.symbol}") if link.symbol else ("file", name)


def _section_id(block: nodes.literal_block) -> str:
    parent: nodes.Element | None = block.parent
    while parent is not None and not parent["ids"]:
        parent = parent.parent
    return parent["ids"][0] if parent is not None else ""


def _chunks(block: nodes.literal_block) -> Iterator[nodes.literal_block]:
    lines = block.rawsource.split("\n")
    for start in range(0, len(lines), CHUNK):
        text = "\n".join(lines[start : start + CHUNK])
        chunk = nodes.literal_block(text, text, **block.attributes)
        chunk["highlight_args"] = {"linenostart": block.get("repodoc_line", 1) + start}
        yield chunk
