"""What the indices of a folder say: the symbols below it by name, its files as a tree."""

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class NamedSymbol:
    """A symbol as an index lists it."""

    path: PurePosixPath
    name: str
    qualified_name: str
    kind: str
    line: int
    anchor: str
    """Anchor of its entry on the page of its file."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Symbols that another keyword index lists."""

    path: PurePosixPath
    """The folder of that index."""
    prefix: str | None
    """What the names on that keyword page start with; None: on the folder's own page."""
    number: int


@dataclass(frozen=True, slots=True)
class Bucket:
    """Symbols whose names start alike."""

    prefix: str
    """What the keys of their names start with."""
    number: int
    symbols: tuple[NamedSymbol, ...]
    """Those that are listed here, by name."""
    elsewhere: tuple[Elsewhere, ...]
    """Where the others are listed."""


@dataclass(frozen=True, slots=True)
class FolderKeywords:
    """Subtree Keyword Index."""

    path: PurePosixPath
    prefix: str | None
    """What the names start with; None: the section of the folder's own page."""
    number: int
    buckets: tuple[Bucket, ...]


@dataclass(frozen=True, slots=True)
class TreeFolder:
    """A folder in a file tree."""

    path: PurePosixPath
    number: int
    """Number of files in it and all below it."""
    is_entered: bool
    """Whether what is in it is shown."""
    folders: tuple["TreeFolder", ...] = ()
    files: tuple[PurePosixPath, ...] = ()


@dataclass(frozen=True, slots=True)
class FileTree:
    """File Tree."""

    path: PurePosixPath
    top: TreeFolder
