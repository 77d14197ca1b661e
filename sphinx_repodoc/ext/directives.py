"""The directives: ``repodoc`` for a whole page, ``repodoc-NAME`` for one section of it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from sphinx_repodoc.ext.arguments import ArgumentError, find_kind, find_path, line_range
from sphinx_repodoc.ext.domain import RepoDomain, repo_domain
from sphinx_repodoc.ext.generated.docnames import anchor_prefix
from sphinx_repodoc.ext.headings import claim_id, first_id, needs_title, titled
from sphinx_repodoc.ext.index import Shown, write_symbols
from sphinx_repodoc.ext.navigation.toctrees import hidden_toctree
from sphinx_repodoc.ext.readme.place import readme_nodes
from sphinx_repodoc.ext.warnings import report, warn
from sphinx_repodoc.ext.writing.parts import TITLES, page_placeholder, placeholder
from sphinx_repodoc.model.digest import digest
from sphinx_repodoc.model.files import ROOT, FileKind, ProblemKind
from sphinx_repodoc.model.folder_pages import FolderPage
from sphinx_repodoc.model.pages import FilePage
from sphinx_repodoc.model.paths import quote_path
from sphinx_repodoc.pages.folder_keywords import find_folder_keywords
from sphinx_repodoc.pages.page import file_page, folder_page
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
        "prefix": directives.unchanged,
    }

    def run(self) -> list[nodes.Node]:
        """Return the nodes of the page, or nothing and a warning."""
        try:
            path = find_path(self.domain, self.env.docname, self.arguments[0])
            sections = self._sections(path)
            self._check_prefix(path)
        except ArgumentError as error:
            warn(error.kind, str(error), self.get_location())
            self._note_missing(self.arguments[0])
            return []
        return self._page(path, sections)

    def _note_missing(self, argument: str) -> None:
        docname = self.env.docname
        self.domain.note_missing(docname, argument, find_kind(self.domain, docname, argument))

    @property
    def domain(self) -> RepoDomain:
        """The domain, with this build's survey."""
        return repo_domain(self.env)

    @property
    def parent(self) -> nodes.Element:
        """The node that the directive's nodes go into."""
        parent = self.state_machine.node
        return parent if parent is not None else self.state.document

    def _check_prefix(self, path: PurePosixPath) -> None:
        """Check the beginning of names that the option asks for.

        :raises ArgumentError: the path has no keyword index of that beginning
        """
        prefix = self._name_prefix
        if prefix is None:
            return
        if path not in self.domain.survey.folders:
            message = f"{quote_path(path)} is a file: the option prefix is for folders"
            raise ArgumentError(ProblemKind.SECTION, message)
        if not find_folder_keywords(self.domain.survey, path, prefix):
            message = f"{quote_path(path)} has no symbol whose name starts with {prefix!r}"
            raise ArgumentError(ProblemKind.EMPTY, message)

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
        """Return the page's headings with placeholders, and record what the document shows."""
        names = [section.name for section in sections]
        page = self._value(path, names)
        filled = [name for name in names if getattr(page, name) is not None]
        links = self._links(path, filled, page)
        if self._is_stub(path, page):
            wrapped = self._stub(path, [s for s in sections if s.name in filled], links)
        else:
            content = self._content(sections, filled, links, page)
            self._add_readme(page, content, links.prefix)
            if not content:
                self._warn_empty(path, names)
            wrapped = self._wrapped(path, content, links, is_alone=len(sections) == 1)
        children = self.domain.children(self.env.docname, path)
        shown = Shown(
            path=quote_path(path),
            is_folder=isinstance(page, FolderPage),
            sections=tuple(names),
            filled=tuple(filled),
            prefix=links.prefix,
            anchor="" if self._is_own_page(path) else first_id(wrapped),
            has_listing=links.has_listing,
            depth=self._depth,
            name_prefix=self._name_prefix,
            digest=digest(page),
            children=children,
            symbols=write_symbols(self.domain.survey.facts.get(path)),
        )
        self.domain.note_shown(self.env.docname, shown)
        if children:
            toctree = hidden_toctree(self.env.docname, children)
            outer = wrapped[0] if len(wrapped) == 1 else None
            (outer if isinstance(outer, nodes.section) else wrapped).append(toctree)
        return wrapped

    @property
    def _depth(self) -> int:
        depth: int = self.options.get("depth", 0)
        return depth

    @property
    def _name_prefix(self) -> str | None:
        return self.options.get("prefix")

    def _value(self, path: PurePosixPath, names: Sequence[str]) -> FilePage | FolderPage:
        survey = self.domain.survey
        if path in survey.folders:
            return folder_page(survey, path, names, self._depth, self._name_prefix)
        for problem in (*survey.files[path].problems, *survey.problems.get(path, ())):
            report(problem, survey.root)
        return file_page(survey, path, names)

    def _links(
        self, path: PurePosixPath, filled: Sequence[str], page: FilePage | FolderPage
    ) -> Links:
        """Return the maker of links for this page in this document."""
        entries = self.domain.documents.get(self.env.docname, [])
        same = [shown for shown in entries if shown.path == quote_path(path)]
        is_first = not entries or entries[0] in same
        source = page.source if isinstance(page, FilePage) else None
        is_listed = bool(source and source.is_listed and "lines" not in self.options)
        return Links(
            path=path,
            shown=frozenset(filled).union(*(shown.filled for shown in same)),
            titles=TITLES,
            prefix="" if is_first else anchor_prefix(path),
            has_listing=is_listed or any(shown.has_listing for shown in same),
        )

    def _content(
        self,
        sections: Sequence[Section],
        filled: Sequence[str],
        links: Links,
        page: FilePage | FolderPage,
    ) -> list[tuple[Section, list[nodes.Node]]]:
        """Return the sections that have something to say, each with what stands for it."""
        lines = self.options.get("lines", (1, None))
        content: list[tuple[Section, list[nodes.Node]]] = []
        for section in sections:
            if section.name in filled:
                part = placeholder(
                    self.env.docname, section.name, links, self._depth, self._name_prefix, lines
                )
                content.append((section, [part]))
            elif self.config.repodoc_empty == "note" and (note := section.find_note(page)):
                content.append((section, [nodes.paragraph("", note)]))
        return content

    def _add_readme(
        self,
        page: FilePage | FolderPage,
        content: Sequence[tuple[Section, list[nodes.Node]]],
        prefix: str,
    ) -> None:
        """Let the README of a folder follow what its overview says."""
        if isinstance(page, FolderPage) and page.overview:
            found = next(found for section, found in content if section.name == "overview")
            document = self.state.document
            found += readme_nodes(self.env, document, page.overview.readme, prefix)

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
            title = self._title(path)
            is_alone = is_alone and self._name_prefix is not None
        if title is not None and is_alone:
            content = [(replace(section, title=title), found) for section, found in content]
            title = None
        blocks = [
            node
            for section, found in content
            for node in titled(
                self.parent,
                section.title,
                links.anchor(section.name),
                found,
                () if section.is_searchable else ["no-search"],
            )
        ]
        return titled(self.parent, title, "", blocks, ["repodoc-page"]) if title else blocks

    def _stub(
        self, path: PurePosixPath, sections: Sequence[Section], links: Links
    ) -> list[nodes.Node]:
        """Return the whole document of a generated page, its sections still to be made."""
        page = page_placeholder(self.env.docname, sections, links)
        for section in sections:
            claim_id(self.state.document, section.name)
        return titled(self.parent, self._title(path), "", [page], ["repodoc-page"])

    def _is_stub(self, path: PurePosixPath, page: FilePage | FolderPage) -> bool:
        """Whether nothing but the parts of this page stands in the document."""
        if not self._is_own_page(path) or self.env.docname not in self.domain.generated:
            return False
        has_readme = isinstance(page, FolderPage) and bool(page.overview and page.overview.readme)
        return self.config.repodoc_empty == "omit" and not has_readme

    def _title(self, path: PurePosixPath) -> str:
        """Return the title of a document that has none of its own."""
        name = quote_path(path) if path != ROOT else self.domain.survey.root.name
        if self._name_prefix is None:
            return name
        title = f"Keyword Index of {name}"
        return f"{title}: {self._name_prefix}" if self._name_prefix else title

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
