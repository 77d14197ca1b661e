"""What the listing of a file shows: its lines, the names linked in it, which lines were run."""

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from sphinx_repodoc.model.coverage import Marks
from sphinx_repodoc.model.evidence import NameLink
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.secrets import Secret


@dataclass(frozen=True, slots=True)
class ListingLink:
    """A name in the listing that leads somewhere."""

    line: int
    name: str
    """As a token of the listing."""
    anchor: str = ""
    """Anchor on this page; empty when it leads elsewhere."""
    link: NameLink | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Original Source; its text is filled in when it is rendered."""

    path: PurePosixPath
    blob: str
    lexer: str
    lines: int
    is_listed: bool
    """Whether there is a listing at all; otherwise `omission` says why not."""
    omission: str
    url: str
    spans: tuple[Span, ...]
    """Spans of the symbols, each of which has an anchor."""
    links: tuple[ListingLink, ...]
    withheld: tuple[Secret, ...] = ()
    """Secrets that the text is shown without."""
    marks: Marks = field(default_factory=Marks)
    text: str = ""
    first_line: int = 1
    """Line of the file that the text starts with."""
