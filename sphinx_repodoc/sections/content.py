"""What sections are made of: blocks and pieces of lines, plain values named as docutils names them.

A page has a thousand of them, and docutils' own nodes would cost more to make and to write than
all the rest of a build. :mod:`~sphinx_repodoc.sections.doctree` turns them into nodes,
:mod:`~sphinx_repodoc.sections.html` into HTML; both say the same.
"""

from collections.abc import Sequence
from typing import NamedTuple

from docutils import nodes

from sphinx_repodoc.model.coverage import Marks
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.listing import ListingLink


class Literal(NamedTuple):
    """A name or a piece of code."""

    text: str


class Emphasis(NamedTuple):
    """Words in another voice."""

    text: str


class Strong(NamedTuple):
    """Words that stand out."""

    text: str


class Target(NamedTuple):
    """The place that an anchor names."""

    anchor: str


class Reference(NamedTuple):
    """A link to an anchor of the same document: ``#anchor``; or to a URL outside the project."""

    uri: str
    content: "Inline"


class CrossReference(NamedTuple):
    """A link that a Sphinx domain resolves."""

    domain: str
    role: str
    target: str
    content: "Inline"
    missing: str = "text"
    """What becomes of it where it leads nowhere: ``text`` leaves the content, ``omit`` nothing."""
    is_explicit: bool = True
    """Whether the content stands as it is; otherwise the title of the target replaces it."""


class Bar(NamedTuple):
    """A share drawn as a bar, beside the figure that says it to those who do not see the bar."""

    percent: float


class Phrase(NamedTuple):
    """Pieces of a line that belong together."""

    pieces: "Sequence[Inline]"


Inline = (
    str
    | Literal
    | Emphasis
    | Strong
    | Target
    | Reference
    | CrossReference
    | Bar
    | Phrase
    | nodes.Node
)
"""A piece of a line; a node of docutils is taken as it is."""


class Paragraph(NamedTuple):
    """Pieces in one line after another."""

    pieces: Sequence[Inline]


class LiteralBlock(NamedTuple):
    """Lines that keep their shape."""

    text: str
    language: str = "none"
    classes: tuple[str, ...] = ()


class Listing(NamedTuple):
    """Lines of a file of the repository."""

    text: str
    lexer: str
    first_line: int
    prefix: str
    """Put before each anchor."""
    spans: Sequence[Span]
    """Lines of symbols, each of which has an anchor."""
    links: Sequence[ListingLink]
    marks: Marks = Marks()
    """Which of its lines were run, shown where pages of HTML are written."""


class BulletList(NamedTuple):
    """Items, each of some blocks."""

    items: "Sequence[Sequence[Block]]"
    classes: tuple[str, ...] = ()


class Details(NamedTuple):
    """A line, and blocks below it that a reader can close."""

    summary: Sequence[Inline]
    blocks: "Sequence[Block]"


class FieldList(NamedTuple):
    """Names, and what each is."""

    rows: Sequence[tuple[str, Sequence[Inline]]]


class DefinitionList(NamedTuple):
    """Terms, and blocks below each."""

    rows: "Sequence[tuple[Sequence[Inline], Sequence[Block]]]"
    classes: tuple[str, ...] = ()


class Table(NamedTuple):
    """Rows of cells below a row of headings."""

    head: Sequence[str]
    rows: Sequence[Sequence[Sequence[Inline]]]
    widths: Sequence[int]
    """Of the columns, in proportion."""
    classes: tuple[str, ...] = ()


class Box(NamedTuple):
    """A part of a diagram."""

    name: str
    """As a path; a folder's ends in a slash."""
    link: CrossReference


class Diagram(NamedTuple):
    """A drawing of what a list beside it says."""

    boxes: Sequence[Box]
    arrows: Sequence[tuple[int, int]]
    """From one box to another, by their numbers."""
    alt: str
    note: str = ""
    """What it leaves out."""


Block = (
    Paragraph
    | LiteralBlock
    | Listing
    | BulletList
    | Details
    | FieldList
    | DefinitionList
    | Table
    | Diagram
    | nodes.Node
)
"""A part of a section; a node of docutils is taken as it is."""
