"""What the page of a folder says, one frozen part a section."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from sphinx_repodoc.model.coverage import Ratio
from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.folder_parts import Concepts, FolderArchitecture, Important, Workflow
from sphinx_repodoc.model.history import Commit
from sphinx_repodoc.model.indices import FileTree, FolderKeywords
from sphinx_repodoc.model.pages import FolderNote
from sphinx_repodoc.model.readme import Readme


@dataclass(frozen=True, slots=True)
class Share:
    """What files of one language or role amount to in a folder and all below it."""

    name: str
    """Of the language or the role."""
    files: int
    lines: int
    size: int
    """In bytes."""


@dataclass(frozen=True, slots=True)
class FolderOverview:
    """Overview of a folder."""

    path: PurePosixPath
    shares: tuple[Share, ...]
    """By language, the most files first."""
    roles: tuple[Share, ...]
    """By role, the most files first; a file may have several."""
    without_role: Share
    """The files that have none."""
    readme: Readme | None


@dataclass(frozen=True, slots=True)
class PackageName:
    """A name that the folder has for others."""

    kind: str
    """``distribution`` or ``package``."""
    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class FolderPurpose:
    """Role of a folder."""

    path: PurePosixPath
    notes: tuple[FolderNote, ...]
    """What is known of the folder, the first to be heard first."""
    names: tuple[PackageName, ...]
    roles: tuple[Share, ...]
    """Of the files directly in the folder, the most files first."""
    files: int
    """Number of files directly in the folder."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row in the table of a folder's contents."""

    path: PurePosixPath
    description: str
    """In the file's own words; empty when it has none."""
    place: Place | None
    """Where the description is written."""
    size: int
    """In bytes; of a folder, of all below it."""
    files: int
    """Number of files in a folder and all below it; 0 for a file."""
    commit: Commit | None = None
    """The newest to the file, or to any file below the folder."""
    coverage: Ratio | None = None
    """How many executable lines were run; None where no report tells."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Contents of a folder."""

    path: PurePosixPath
    folders: tuple[Entry, ...]
    files: tuple[Entry, ...]
    commit_url: str = ""
    """Template of a commit's URL on the forge; empty if it is not known."""


@dataclass(frozen=True, slots=True)
class FolderReferences:
    """Cross-References of a folder."""

    path: PurePosixPath
    folders: tuple[PurePosixPath, ...]
    keyword_folders: tuple[PurePosixPath, ...]
    """The folder, the one around it and the root, if there are keyword indices of them."""
    url: str


@dataclass(frozen=True, slots=True)
class FolderPage:
    """All that the page of a folder says."""

    path: PurePosixPath
    overview: FolderOverview | None = None
    purpose: FolderPurpose | None = None
    contents: Contents | None = None
    tree: FileTree | None = None
    concepts: Concepts | None = None
    architecture: FolderArchitecture | None = None
    important: Important | None = None
    workflow: Workflow | None = None
    keywords: FolderKeywords | None = None
    references: FolderReferences | None = None
