"""What the page of a folder says of its symbols, its files and the imports between them."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from sphinx_repodoc.model.coverage import Ratio
from sphinx_repodoc.model.evidence import NameLink, Place
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.relations import Counted


@dataclass(frozen=True, slots=True)
class Concept:
    """A symbol that other files use."""

    path: PurePosixPath
    symbol: str
    """Qualified name."""
    kind: str
    span: Span
    summary: str
    """First sentence of its documentation."""
    users: str
    """How many files import or name it, in words."""
    places: tuple[Place, ...]
    """A line in each of the first of them."""
    more: int
    """Number of the others."""


@dataclass(frozen=True, slots=True)
class Concepts:
    """Key Concepts of a folder."""

    path: PurePosixPath
    concepts: tuple[Concept, ...]
    """That which ranks highest first."""
    total: int
    """Number of symbols below the folder that other files use."""


@dataclass(frozen=True, slots=True)
class Link:
    """The imports that lead from one child of a folder to another, or into or out of it."""

    source: PurePosixPath
    target: PurePosixPath
    imports: int
    """Number of import statements."""
    place: Place
    """The first of them."""
    is_folder: bool = False
    """Whether what lies outside is a folder."""


@dataclass(frozen=True, slots=True)
class Outsider:
    """A package from outside the repository that files of a folder import."""

    link: NameLink
    files: int
    place: Place
    """The first import of it."""


@dataclass(frozen=True, slots=True)
class Cycle:
    """Paths that import each other, directly or by way of one another."""

    paths: tuple[PurePosixPath, ...]
    steps: tuple[Link, ...]
    """The shortest way around in it; of several, that whose paths come first."""


@dataclass(frozen=True, slots=True)
class FolderArchitecture:
    """Architecture & Organization of a folder; its children are its subfolders and files."""

    path: PurePosixPath
    folders: tuple[PurePosixPath, ...]
    """The children that are folders."""
    inside: tuple[Link, ...]
    """From child to child, those of the most imports first."""
    layers: tuple[tuple[PurePosixPath, ...], ...]
    """Children by the longest chain of imports below them; 0 first."""
    cycles: tuple[Cycle, ...]
    """Of children."""
    uses: tuple[Link, ...]
    """From the folder to other parts of the repository."""
    used_by: tuple[Link, ...]
    """From other parts of the repository to the folder."""
    third_party: tuple[Outsider, ...]
    standard_library: tuple[Outsider, ...]
    file_cycles: tuple[Cycle, ...] = ()
    """Of files below the folder that are not all directly in it, the largest first."""
    more_file_cycles: int = 0
    """Number of those that are left out."""
    counted: Counted = Counted.MOST
    """Which imports make layers and cycles."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a file is important, and what proves it."""

    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class ImportantFile:
    """A file worth reading early."""

    path: PurePosixPath
    summary: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Important:
    """Important Files of a folder."""

    path: PurePosixPath
    entries: tuple[ImportantFile, ...]
    """Where programs begin."""
    more_entries: int
    """Number of those that are left out."""
    used: tuple[ImportantFile, ...]
    """Those that are imported, that which ranks highest first."""
    more_used: int


@dataclass(frozen=True, slots=True)
class Suites:
    """The tests of one framework below a folder."""

    framework: str
    modules: int
    """Files that hold them."""
    cases: int
    place: Place
    """The first of them."""


@dataclass(frozen=True, slots=True)
class Runnable:
    """Something that can be run here, and where that is declared."""

    line: str
    """A command line; the name of a job."""
    value: str
    """What it runs, as declared."""
    place: Place
    summary: str = ""
    """What it is for, as declared."""


@dataclass(frozen=True, slots=True)
class FolderCoverage:
    """How many executable lines of the files below a folder were run, as one report says."""

    report: str
    """Its name."""
    ratio: Ratio
    files: int
    """Number of files below the folder that the report tells of."""


@dataclass(frozen=True, slots=True)
class Workflow:
    """Working with This Folder."""

    path: PurePosixPath
    suites: tuple[Suites, ...]
    test_command: Runnable | None
    tasks: tuple[Runnable, ...]
    """Run in the folder itself."""
    commands: tuple[Runnable, ...]
    """There once the package is installed."""
    jobs: tuple[Runnable, ...]
    guide: PurePosixPath | None
    """The nearest guide for those who contribute."""
    unreached: tuple[PurePosixPath, ...] = ()
    """The files of the folder that no test imports, directly or not."""
    targets: tuple[Runnable, ...] = ()
    """What CMake builds by name."""
    coverage: tuple[FolderCoverage, ...] = ()
    """What each report says of the files below the folder."""
