"""Parts of pages as HTML, without docutils' nodes in between."""

from collections.abc import Iterator
from typing import cast

from docutils import nodes
from sphinx import addnodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.errors import NoUri

from sphinx_repodoc.ext.domain import RepoDomain, repo_domain
from sphinx_repodoc.ext.forge import find_forge_url
from sphinx_repodoc.ext.shards import relative_url
from sphinx_repodoc.ext.writing.diagrams import draw_svg
from sphinx_repodoc.ext.writing.listing import format_listing
from sphinx_repodoc.ext.writing.singlehtml import single_page_url
from sphinx_repodoc.model.evidence import NameLink
from sphinx_repodoc.model.paths import quote_path
from sphinx_repodoc.sections.content import CrossReference, Diagram, Listing
from sphinx_repodoc.sections.doctree import cross_reference
from sphinx_repodoc.sections.html import Resolved

PAGE_BUILDERS = frozenset({"html", "dirhtml"})
"""Builders that write a page for each document into a folder that the next build finds."""


class HtmlPage:
    """What the parts in one document need to know of the build that writes them."""

    def __init__(self, builder: StandaloneHTMLBuilder, docname: str) -> None:
        self.builder = builder
        self.docname = docname
        self.domain: RepoDomain = repo_domain(builder.env)
        self._known: dict[tuple[str, str], Resolved | None] = {}

    def resolve(self, reference: CrossReference) -> Resolved | None:
        """Return where a cross-reference leads; None if nowhere."""
        if reference.domain != self.domain.name:
            return self._resolve_foreign(reference)
        key = (reference.role, reference.target)
        if key not in self._known:
            self._known[key] = self._resolve_own(*key)
        return self._known[key]

    def draw(self, diagram: Diagram) -> str:
        """Return the SVG of a diagram; empty if it cannot be drawn."""
        found = ((number, self.resolve(box.link)) for number, box in enumerate(diagram.boxes))
        hrefs = {number: resolved.uri for number, resolved in found if resolved}
        return draw_svg(diagram, hrefs, self.builder, self.docname)

    def highlight(self, text: str, language: str) -> str:
        """Return the HTML of lines in some language."""
        html: str = self.builder.highlighter.highlight_block(text, language)
        return html

    def listing(self, listing: Listing, anchors: str | None = None) -> str:
        """Return the HTML of a listing: each line an anchor, names linked.

        :param anchors: put before each anchor instead of the listing's own prefix
        """
        prefix = listing.prefix if anchors is None else anchors
        return format_listing(listing, prefix, self._hrefs(listing, prefix))

    def _resolve_own(self, role: str, target: str) -> Resolved | None:
        for place in self.domain.index.find(role, target, is_exact=True).values():
            return Resolved(self._uri(place.docname, place.anchor))
        if url := self.domain.shards.find(self.domain.survey, role, target):
            return Resolved(relative_url(self.builder, self.docname, url), is_internal=False)
        url = find_forge_url(self.domain.survey, role, target)
        return Resolved(url, is_internal=False) if url else None

    def _uri(self, docname: str, anchor: str) -> str:
        if self.builder.name == "singlehtml" and anchor:
            return single_page_url(docname, anchor, self.builder.config.root_doc)
        if docname == self.docname:
            return f"#{anchor}"
        uri = self.builder.get_relative_uri(self.docname, docname)
        return f"{uri}#{anchor}" if anchor else uri

    def _resolve_foreign(self, reference: CrossReference) -> Resolved | None:
        """Ask the domain that owns the name, and then whoever knows other projects'."""
        key = (reference.domain, reference.role, reference.target)
        if key in self.domain.unknown:
            return None
        node = cross_reference(reference)
        node["refdoc"] = self.docname
        found = self._ask(reference, node)
        if not isinstance(found, nodes.reference):
            self.domain.unknown.add(key)
            return None
        uri = found.get("refuri", "") or f"#{found.get('refid', '')}"
        text = "" if reference.is_explicit else found.astext()
        return Resolved(uri, bool(found.get("internal")), found.get("reftitle", ""), text)

    def _ask(self, reference: CrossReference, node: addnodes.pending_xref) -> nodes.Node | None:
        env, content = self.builder.env, cast("nodes.Element", node[0])
        owner = env.domains[reference.domain]
        try:
            return owner.resolve_xref(
                env, self.docname, self.builder, reference.role, reference.target, node, content
            ) or env.events.emit_firstresult(
                "missing-reference", env, node, content, allowed_exceptions=(NoUri,)
            )
        except NoUri:
            return None

    def _hrefs(self, listing: Listing, prefix: str) -> Iterator[tuple[int, str, str]]:
        """Yield line and name of each link in a listing, and where it leads."""
        has_entries = any(
            "structure" in shown.filled and shown.prefix == listing.prefix
            for shown in self.domain.documents.get(self.docname, ())
        )
        for link in listing.links:
            if link.anchor and has_entries:
                yield link.line, link.name, f"#{prefix}{link.anchor}"
            elif link.link and (href := self._href(link.link)):
                yield link.line, link.name, href

    def _href(self, link: NameLink) -> str:
        """Return the URL of what a name means; empty if it has no page."""
        if link.path is None:
            return ""
        name = quote_path(link.path)
        role, target = ("symbol", f"{name}::{link.symbol}") if link.symbol else ("file", name)
        resolved = self.resolve(CrossReference("repo", role, target, ""))
        is_page = resolved and (
            resolved.is_internal or self.domain.shards.find(self.domain.survey, role, target)
        )
        return resolved.uri if resolved and is_page else ""
