"""The README of a folder, and where its links lead."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from sphinx_repodoc.model.secrets import Secret


@dataclass(frozen=True, slots=True)
class ReadmeLink:
    """Where a link or a picture of a README leads that names no other site."""

    target: str
    """As written."""
    path: PurePosixPath | None = None
    """The published file or folder."""
    is_folder: bool = False
    fragment: str = ""
    """Lines of the file, ``#L3-L5``; of a heading its own line."""
    is_heading: bool = False
    """Whether the lines are those of a heading that the link names."""
    url: str = ""
    """On the forge, where this site does not show it."""
    blob: str = ""
    """Of the file, if it is a picture."""
    is_missing: bool = False
    """Whether nothing of that name is in the repository."""


@dataclass(frozen=True, slots=True)
class Readme:
    """The file that speaks for a folder; its text is read when its page is."""

    path: PurePosixPath
    blob: str
    lines: int
    language: str
    """``Markdown`` or ``reStructuredText``; empty for plain text."""
    omission: str
    """Why it is not shown here; empty if it is."""
    links: tuple[ReadmeLink, ...]
    withheld: tuple[Secret, ...] = ()
    """Secrets that it is shown without."""
