"""Links from a page: to its own anchors, to other pages, to lines, to the forge."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from sphinx_repodoc.model.evidence import NameLink, Place
from sphinx_repodoc.model.facts import symbol_anchor
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.paths import quote_path
from sphinx_repodoc.model.relations import Relation
from sphinx_repodoc.sections.content import (
    CrossReference,
    Inline,
    Literal,
    Reference,
    Target,
)


@dataclass(frozen=True, slots=True)
class Links:
    """Makes the links of one page in one document."""

    path: PurePosixPath
    """The file or folder that the page is about."""
    shown: frozenset[str]
    """Names of the page's sections that the document shows."""
    titles: dict[str, str]
    """Titles of all sections by name."""
    prefix: str = ""
    """Put before each anchor where the document shows several files."""
    has_listing: bool = False
    """Whether the document shows the file's lines, each with an anchor."""
    documents: tuple[str, ...] = ()
    """Docnames of the other documents that mention the path."""

    def anchor(self, name: str) -> str:
        """Return the id of an anchor in this document."""
        return self.prefix + name

    def here(self, anchor: str, text: Inline) -> Inline:
        """Link to an anchor of this very page."""
        return Reference(f"#{self.prefix}{anchor}", text)

    def section(self, name: str) -> Inline:
        """Link to a section of this page by its title, or name it where it is not shown."""
        text = self.titles[name]
        return self.here(name, text) if name in self.shown else text

    def lines(self, span: Span) -> Inline:
        """Link to lines of the page's own file."""
        text = span_text(span)
        if self.has_listing:
            return self.here(f"L{span.line}", text)
        return self._across("file", self.path, text, fragment=fragment(span))

    def place(self, place: Place) -> Inline:
        """Link to a place that proves something."""
        if place.path == self.path:
            return self.lines(place.span) if place.span else "this file"
        name = quote_path(place.path)
        if place.span is None:
            return self._across("file", place.path, name, is_literal=True)
        text = f"{name}, {span_text(place.span)}"
        return self._across("file", place.path, text, fragment=fragment(place.span))

    def elsewhere(self, path: PurePosixPath, span: Span) -> Inline:
        """Link to lines of a file that has just been named."""
        return self._across("file", path, span_text(span), fragment=fragment(span))

    def witness(self, relation: Relation) -> Inline:
        """Link to the line that proves a relation of the page's file to another."""
        span = Span(relation.line, relation.line)
        if relation.witness == self.path:
            return self.lines(span)
        return self.elsewhere(relation.witness, span)

    def file(self, path: PurePosixPath, text: str = "") -> CrossReference:
        """Link to the page of a file."""
        return self._across("file", path, text or quote_path(path), is_literal=True)

    def folder(self, path: PurePosixPath, text: str = "") -> CrossReference:
        """Link to the page of a folder."""
        return self._across("folder", path, text or f"{quote_path(path)}/", is_literal=True)

    def keywords(
        self, path: PurePosixPath, text: str, *, prefix: str | None = None, anchor: str = ""
    ) -> Inline:
        """Link to a keyword index of a folder.

        :param prefix: what the names on a keyword page start with; None for the folder's section
        :param anchor: of a bucket in that index
        """
        page = "" if prefix is None else f"{prefix}/"
        return CrossReference("repo", "keywords", f"{page}{anchor}:{quote_path(path)}", text)

    def line(self, path: PurePosixPath, line: int, text: str) -> Inline:
        """Link to a line of any file."""
        return self._across("file", path, text, fragment=f"#L{line}")

    def number(self, path: PurePosixPath, line: int) -> Inline:
        """Link a line by its number: one of the page's own file, or of another."""
        if path == self.path and self.has_listing:
            return self.here(f"L{line}", str(line))
        return self.line(path, line, str(line))

    def entry(self, path: PurePosixPath, anchor: str, line: int, text: str) -> Inline:
        """Link to the very entry of a symbol, which may not be the only one of its name."""
        return CrossReference("repo", "entry", f"{line}:{anchor}\n{quote_path(path)}", text)

    def symbol(self, path: PurePosixPath, qualified_name: str, text: str = "") -> Inline:
        """Link to a symbol of this page or of another."""
        shown = text or qualified_name
        if path == self.path and "structure" in self.shown:
            return self.here(symbol_anchor(qualified_name), literal(shown))
        return self._across("symbol", path, shown, f"::{qualified_name}", is_literal=True)

    def document(self, docname: str) -> Inline:
        """Link to a document of the project by its title."""
        return CrossReference("std", "doc", f"/{docname}", docname, is_explicit=False)

    def documented(self, link: NameLink, text: str) -> Inline:
        """Link to the documentation that the project has of a name; nothing where it has none."""
        return CrossReference(link.domain, link.role, link.foreign, text, missing="omit")

    def name(self, link: NameLink | None, text: str) -> Inline:
        """Link a name to where it leads, or just write it; a foreign one if somebody has it."""
        if link and link.path and link.symbol:
            return self.symbol(link.path, link.symbol, text)
        if link and link.path:
            return self.file(link.path, text)
        if link and link.foreign:
            return CrossReference(link.domain, link.role, link.foreign, Literal(text))
        return literal(text)

    def _across(
        self,
        role: str,
        path: PurePosixPath,
        text: str,
        fragment: str = "",
        *,
        is_literal: bool = False,
    ) -> CrossReference:
        content = Literal(text) if is_literal else text
        return CrossReference("repo", role, quote_path(path) + fragment, content)


def literal(text: str) -> Literal:
    """Write a name or a piece of code."""
    return Literal(text)


def external(url: str, text: str) -> Inline:
    """Link to a page outside the project."""
    return Reference(url, text)


def target(anchor: str) -> Target:
    """Mark the place that an anchor names."""
    return Target(anchor)


def span_text(span: Span) -> str:
    """Write a span for a reader."""
    if span.line == span.end_line:
        return f"line {span.line}"
    return f"lines {span.line}–{span.end_line}"


def fragment(span: Span) -> str:
    """Write a span for the ``#`` part of a URL."""
    if span.line == span.end_line:
        return f"#L{span.line}"
    return f"#L{span.line}-L{span.end_line}"
