"""Parts of pages in documents: a placeholder while they are read, its content when written.

What a part says is decided by its value, whose digest is kept with the document; so the nodes need
not be read, transformed and pickled with the document, which would cost more than all the rest.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any, ClassVar

from docutils import nodes
from sphinx import addnodes
from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_repodoc.errors import RepodocError
from sphinx_repodoc.ext.domain import repo_domain
from sphinx_repodoc.ext.rebuild.mentions import SECTION
from sphinx_repodoc.ext.warnings import warn
from sphinx_repodoc.ext.writing.diagrams import without_undrawable
from sphinx_repodoc.ext.writing.html import PAGE_BUILDERS, HtmlPage
from sphinx_repodoc.model.files import ProblemKind
from sphinx_repodoc.model.folder_pages import FolderPage
from sphinx_repodoc.model.listing import Source
from sphinx_repodoc.model.pages import FilePage
from sphinx_repodoc.model.paths import parse_path, quote_path
from sphinx_repodoc.model.secrets import withhold
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.page import file_page, folder_page
from sphinx_repodoc.scan.files import read_text
from sphinx_repodoc.sections.content import Block
from sphinx_repodoc.sections.doctree import find_listings, to_nodes
from sphinx_repodoc.sections.html import NotPlainError, write_html
from sphinx_repodoc.sections.links import Links
from sphinx_repodoc.sections.order import FILE_SECTIONS, FOLDER_SECTIONS, Section

FILE_OUTLINES = {section.name: section.outline for section in FILE_SECTIONS}
FOLDER_OUTLINES = {section.name: section.outline for section in FOLDER_SECTIONS}
TITLES = {section.name: section.title for section in (*FOLDER_SECTIONS, *FILE_SECTIONS)}

SEARCHABLE = {s.name for s in (*FOLDER_SECTIONS, *FILE_SECTIONS) if s.is_searchable}

Wanted = tuple[str, int, str | None]
"""Of which page a part is wanted: its quoted path, its depth, and what its names start with."""

Lines = tuple[int, int | None]
"""First and last line of a listing, from 1; None for the end of the file."""


class repodoc_part(nodes.General, nodes.Element):  # noqa: N801, docutils names nodes like this
    """Stands for the content of one section of a page until the document is written."""


class repodoc_page(nodes.General, nodes.Element):  # noqa: N801, docutils names nodes like this
    """Stands for all sections of a page, where nothing else stands in the document."""


def placeholder(
    docname: str, name: str, links: Links, depth: int, name_prefix: str | None, lines: Lines
) -> nodes.Node:
    """Return the node that stands for a section's content."""
    attributes = _attributes(docname, links, depth, name_prefix, lines)
    return repodoc_part(section=name, **attributes)


def page_placeholder(docname: str, sections: Sequence[Section], links: Links) -> nodes.Node:
    """Return the node that stands for sections, headings and all."""
    named = [(section.name, section.title) for section in sections]
    return repodoc_page(sections=named, part=_attributes(docname, links, 1, None, (1, None)))


def _attributes(
    docname: str, links: Links, depth: int, name_prefix: str | None, lines: Lines
) -> dict[str, Any]:
    return {
        "docname": docname,
        "path": quote_path(links.path),
        "prefix": links.prefix,
        "shown": sorted(links.shown),
        "has_listing": links.has_listing,
        "depth": depth,
        "name_prefix": name_prefix,
        "lines": lines,
    }


class PartContent(SphinxPostTransform):
    """Puts the content of sections into the document, before its references are resolved."""

    default_priority: ClassVar[int] = 5

    def run(self, **_kwargs: Any) -> None:
        """Replace each placeholder."""
        for page in list(self.document.findall(repodoc_page)):
            page.replace_self([_section(page, name, title) for name, title in page["sections"]])
        parts = list(self.document.findall(repodoc_part))
        if not parts:
            return
        html = _html_page(repo_domain(self.env).builder, self.env.docname)
        pages = _Pages(repo_domain(self.env).survey, parts)
        for part in parts:
            part.replace_self(_content(part, _outline(self.env, part, pages), html))


def _section(page: nodes.Element, name: str, title: str) -> nodes.section:
    """Return a section of a page, with a placeholder for its content."""
    heading = nodes.title("", title, support_smartquotes=False, translatable=False)
    content = repodoc_part(section=name, **page["part"])
    classes = [] if name in SEARCHABLE else ["no-search"]
    return nodes.section("", heading, content, ids=[name], classes=classes)


def _html_page(builder: Builder | None, docname: str) -> HtmlPage | None:
    """Return the page of HTML that the document becomes; None if it becomes something else."""
    if isinstance(builder, StandaloneHTMLBuilder) and builder.name in PAGE_BUILDERS:
        return HtmlPage(builder, docname)
    return None


def _content(part: nodes.Element, blocks: list[Block], page: HtmlPage | None) -> list[nodes.Node]:
    """Return blocks as HTML where pages of HTML are written, and as nodes elsewhere."""
    if blocks and page:
        with suppress(NotPlainError):
            html = write_html(blocks, page)
            classes = [] if part["section"] in SEARCHABLE else ["no-search"]
            return [nodes.raw(html, html, format="html", classes=classes)]
    content = to_nodes(blocks)
    for node in content:
        _prepare(node, part["docname"])
    return content


class _Pages:
    """The values of the pages whose parts a document shows, each taken once for all its parts."""

    def __init__(self, survey: Survey, parts: Iterable[nodes.Element]) -> None:
        self.survey = survey
        self._names: dict[Wanted, list[str]] = defaultdict(list)
        for part in parts:
            self._names[_wanted(part)].append(part["section"])
        self._taken: dict[Wanted, FilePage | FolderPage | None] = {}

    def value(self, part: nodes.Element) -> Any:
        """Return what a section says; None if it is nothing, or what it shows is gone."""
        wanted = _wanted(part)
        if wanted not in self._taken:
            self._taken[wanted] = self._take(wanted)
        return getattr(self._taken[wanted], part["section"], None)

    def _take(self, wanted: Wanted) -> FilePage | FolderPage | None:
        name, depth, name_prefix = wanted
        path, names = parse_path(name), self._names[wanted]
        if path in self.survey.folders:
            return folder_page(self.survey, path, names, depth, name_prefix)
        return file_page(self.survey, path, names) if path in self.survey.files else None


def _wanted(part: nodes.Element) -> Wanted:
    return part["path"], part["depth"], part["name_prefix"]


def _outline(env: BuildEnvironment, part: nodes.Element, pages: _Pages) -> list[Block]:
    """Return the blocks that a placeholder stands for; none if what it shows is gone."""
    path, name = parse_path(part["path"]), part["section"]
    value = pages.value(part)
    if value is None:
        return []
    links = Links(path, frozenset(part["shown"]), TITLES, part["prefix"], part["has_listing"])
    if name == SECTION:
        documents = repo_domain(env).mentions.get(part["path"], ())
        links = replace(links, documents=tuple(d for d in documents if d != part["docname"]))
    if path in pages.survey.folders:
        return without_undrawable(FOLDER_OUTLINES[name](value, links), env.config)
    if isinstance(value, Source) and value.is_listed:
        value = _with_text(env, value, part["docname"], part["lines"])
    return FILE_OUTLINES[name](value, links)


def _with_text(env: BuildEnvironment, source: Source, docname: str, lines: Lines) -> Source:
    """Fill the text of a listing in; say so instead if the file changed meanwhile."""
    survey = repo_domain(env).survey
    try:
        text = withhold(read_text(survey.root, survey.files[source.path]), source.withheld)
    except RepodocError as error:
        repo_domain(env).unfinished.add(docname)
        warn(ProblemKind.CHANGED, f"{error}; build again", (docname, None))
        return replace(source, is_listed=False, omission="The file changed during the build.")
    start, end = lines
    listed = text.split("\n")[start - 1 : end]
    return replace(source, text="\n".join(listed), first_line=start)


def _prepare(content: nodes.Node, docname: str) -> None:
    """Mark content for the stylesheet, and tell its links and listings their document.

    Single-page builds mix documents.
    """
    if isinstance(content, nodes.Element):
        content["classes"].append("repodoc-part")
    for reference in content.findall(addnodes.pending_xref):
        reference["refdoc"] = docname
    for block in find_listings(content):
        block["repodoc_docname"] = docname
