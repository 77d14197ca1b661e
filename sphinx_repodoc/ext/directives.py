"""The directives: ``repodoc`` for a whole page, ``repodoc-NAME`` for one section of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from sphinx_repodoc.errors import RepodocError
from sphinx_repodoc.ext.arguments import ArgumentError, find_path, line_range
from sphinx_repodoc.ext.docnames import anchor_prefix
from sphinx_repodoc.ext.domain import RepoDomain, repo_domain
from sphinx_repodoc.ext.headings import first_id, needs_title, titled
from sphinx_repodoc.ext.index import Shown
from sphinx_repodoc.ext.toctrees import hidden_toctree
from sphinx_repodoc.ext.warnings import report, warn
from sphinx_repodoc.ext.writing import find_listings
from sphinx_repodoc.model.files import ROOT, FileKind, ProblemKind
from sphinx_repodoc.model.folder_pages import FolderPage
from sphinx_repodoc.model.pages import FilePage, Source
from sphinx_repodoc.model.paths import quote_path
from sphinx_repodoc.pages.page import digest, file_page, folder_page
from sphinx_repodoc.scan.files import read_text
from sphinx_repodoc.sections.links import Links
from sphinx_repodoc.sections.order import FILE_SECTIONS, FOLDER_SECTIONS, Section


class RepodocDirective(SphinxDirective):
    """Documents a file or a folder of the repository."""

    section: ClassVar[str] = ""
    """Name of the one section that the directive is for; empty for all."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {
        "sections": directives.unchanged_required,
        "title": directives.unchanged,
        "depth": directives.positive_int,
        "lines": line_range,
    }

    def run(self) -> list[nodes.Node]:
        """Return the nodes of the page, or nothing and a warning."""
        try:
            path = find_path(self.domain, self.env.docname, self.arguments[0])
            sections = self._sections(path)
        except ArgumentError as error:
            warn(error.kind, str(error), self.get_location())
            return []
        return self._page(path, sections)

    @property
    def domain(self) -> RepoDomain:
        """The domain, with this build's survey."""
        return repo_domain(self.env)

    @property
    def parent(self) -> nodes.Element:
        """The node that the directive's nodes go into."""
        parent = self.state_machine.node
        return parent if parent is not None else self.state.document

    def _sections(self, path: PurePosixPath) -> list[Section]:
        """Return the sections to show.

        :raises ArgumentError: a section does not exist for this kind of page
        """
        is_folder = path in self.domain.survey.folders
        known = {s.name: s for s in (FOLDER_SECTIONS if is_folder else FILE_SECTIONS)}
        names = self._wanted(is_folder=is_folder)
        unknown = [name for name in names if name not in known]
        if unknown:
            kind = "a folder" if is_folder else "a file"
            raise ArgumentError(
                ProblemKind.SECTION,
                f"{quote_path(path)} is {kind}, whose page has no section "
                f"{', '.join(unknown)}: its sections are {', '.join(known)}",
            )
        return [known[name] for name in names]

    def _wanted(self, *, is_folder: bool) -> list[str]:
        if self.section:
            return [self.section]
        if "sections" in self.options:
            return [name.strip() for name in self.options["sections"].split(",") if name.strip()]
        return list(
            self.config.repodoc_folder_sections if is_folder else self.config.repodoc_sections
        )

    def _page(self, path: PurePosixPath, sections: Sequence[Section]) -> list[nodes.Node]:
        """Build the page's nodes and record what the document now shows."""
        names = [section.name for section in sections]
        page = self._value(path, names)
        is_folder = isinstance(page, FolderPage)
        parts = {name: part for name in names if (part := getattr(page, name)) is not None}
        links = self._links(path, parts)
        content = self._outlines(sections, parts, links)
        if not content:
            self._warn_empty(path, names)
        wrapped = self._wrapped(path, content, links, is_alone=len(sections) == 1)
        self.domain.note_shown(
            self.env.docname,
            Shown(
                path=quote_path(path),
                is_folder=is_folder,
                sections=tuple(names),
                prefix=links.prefix,
                anchor="" if self._is_own_page(path) else first_id(wrapped),
                has_listing=links.has_listing and "lines" not in self.options,
                depth=self.options.get("depth", 1),
                digest=digest(page),
                children=self.domain.children(self.env.docname, path),
            ),
        )
        if self._is_own_page(path):
            # What a page quotes of a file stands as it is written there, quotes and dashes too.
            self.state.document.settings.smart_quotes = False
        if children := self.domain.children(self.env.docname, path):
            toctree = hidden_toctree(self.env.docname, children)
            outer = wrapped[0] if len(wrapped) == 1 else None
            (outer if isinstance(outer, nodes.section) else wrapped).append(toctree)
        self._note_docname(wrapped)
        return wrapped

    def _note_docname(self, content: Sequence[nodes.Node]) -> None:
        """Tell links and listings the document that they are in: single-page builds mix them."""
        for node in content:
            for reference in node.findall(addnodes.pending_xref):
                reference["refdoc"] = self.env.docname
            for listing in find_listings(node):
                listing["repodoc_docname"] = self.env.docname

    def _value(self, path: PurePosixPath, names: Sequence[str]) -> FilePage | FolderPage:
        survey = self.domain.survey
        if path in survey.folders:
            return folder_page(survey, path, names, self.options.get("depth", 1))
        for problem in (*survey.files[path].problems, *survey.problems.get(path, ())):
            report(problem, survey.root)
        return file_page(survey, path, names)

    def _links(self, path: PurePosixPath, parts: Mapping[str, Any]) -> Links:
        """Return the maker of links for this page in this document."""
        entries = self.domain.documents.get(self.env.docname, [])
        name = quote_path(path)
        is_first = not entries or entries[0].path == name
        source = parts.get("source")
        earlier = {section for shown in entries if shown.path == name for section in shown.sections}
        return Links(
            path=path,
            shown=frozenset(parts) | earlier,
            titles={s.name: s.title for s in (*FOLDER_SECTIONS, *FILE_SECTIONS)},
            prefix="" if is_first else anchor_prefix(path),
            has_listing=bool(source and source.is_listed and "lines" not in self.options)
            or any(shown.path == name and shown.has_listing for shown in entries),
        )

    def _outlines(
        self, sections: Sequence[Section], parts: Mapping[str, Any], links: Links
    ) -> list[tuple[Section, list[nodes.Node]]]:
        """Return the sections that have something to say, each with its nodes."""
        content = []
        for section in sections:
            part = parts.get(section.name)
            if section.name == "source" and part and part.is_listed:
                part = self._with_text(part)
            found = section.outline(part, links) if part else []
            if not found and self.config.repodoc_empty == "note":
                found = [nodes.paragraph("", section.note)]
            if found:
                content.append((section, found))
        return content

    def _with_text(self, source: Source) -> Source:
        """Fill the text of a listing in; say so instead if the file changed meanwhile."""
        survey = self.domain.survey
        try:
            text = read_text(survey.root, survey.files[source.path])
        except RepodocError as error:
            message = f"{error}; build again"
            warn(ProblemKind.CHANGED, message, self.get_location())
            return replace(source, is_listed=False, omission="The file changed during the build.")
        start, end = self.options.get("lines", (1, None))
        if "lines" in self.options:
            text = "".join(text.splitlines(keepends=True)[start - 1 : end])
        return replace(source, text=text, first_line=start)

    def _warn_empty(self, path: PurePosixPath, names: Sequence[str]) -> None:
        message = f"{quote_path(path)} has nothing to show in {', '.join(names)}"
        file = self.domain.survey.files.get(path)
        if file and file.kind is not FileKind.TEXT:
            message += f": it is a {file.kind} file"
        elif file and not file.size:
            message += ": it is empty"
        warn(ProblemKind.EMPTY, message, self.get_location())

    def _wrapped(
        self,
        path: PurePosixPath,
        content: Sequence[tuple[Section, list[nodes.Node]]],
        links: Links,
        *,
        is_alone: bool,
    ) -> list[nodes.Node]:
        """Put headings over the sections, and one over all where the title or the document asks."""
        title: str | None = self.options.get("title")
        if title is None and needs_title(self.parent):
            title = quote_path(path) if path != ROOT else self.domain.survey.root.name
            is_alone = False
        if title is not None and is_alone:
            content = [(replace(section, title=title), found) for section, found in content]
            title = None
        blocks = [
            node
            for section, found in content
            for node in titled(self.parent, section.title, links.anchor(section.name), found)
        ]
        return titled(self.parent, title, "", blocks) if title else blocks

    def _is_own_page(self, path: PurePosixPath) -> bool:
        return self.domain.pages.get(path) == self.env.docname


def section_directives() -> dict[str, type[RepodocDirective]]:
    """Return a directive for each section, by its name."""
    names = dict.fromkeys(section.name for section in (*FILE_SECTIONS, *FOLDER_SECTIONS))
    return {
        f"repodoc-{name}": type(
            f"Repodoc{name.capitalize()}Directive",
            (RepodocDirective,),
            {"section": name, "__doc__": f"Documents one section of a page: {name}."},
        )
        for name in names
    }
