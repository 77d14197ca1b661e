"""What a document cites of the repository in its own words."""

from enum import StrEnum
from typing import NamedTuple


class CitationKind(StrEnum):
    """What the text of a citation looks like."""

    PATH = "path"
    LINK = "link"
    """A path from the document's own folder."""
    URL = "url"
    NAME = "name"
    """A dotted name."""


class Citation(NamedTuple):
    """A place in a document that names something that may be in the repository."""

    kind: CitationKind
    text: str
    line: int
    """0 where it is not known."""
    source: str
    """The file or docstring that holds it; empty for the document itself."""
