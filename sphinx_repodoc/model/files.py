"""What is in the repository: files, folders, places in them and what is wrong with them."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

ROOT = PurePosixPath()
"""The path of the repository root's own folder, written ``.``."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of lines, counted from 1, the end included."""

    line: int
    end_line: int

    def __contains__(self, other: "Span") -> bool:
        """Whether `other` lies wholly in this run of lines."""
        return self.line <= other.line and other.end_line <= self.end_line


class ProblemKind(StrEnum):
    """What can be wrong; each is the subtype of a Sphinx warning ``repodoc.<kind>``."""

    PATH = "path"
    """A path names no published file or folder, or the wrong one of the two."""
    SECTION = "section"
    """A section of that name does not exist, or not for this kind of page."""
    EMPTY = "empty"
    """A directive asks for a part that its file has nothing to say in."""
    REFERENCE = "reference"
    """A role names a file, folder or symbol that does not exist, or several."""
    STALE = "stale"
    """A document cites a path, a line or a name that was in the repository and is there no more;
    only with ``repodoc_stale``."""
    UNREADABLE = "unreadable"
    """A file cannot be read."""
    ENCODING = "encoding"
    """A file is not in the encoding it declares, and is shown as Latin-1."""
    LIMIT = "limit"
    """A file is larger than ``repodoc_max_bytes`` or ``repodoc_max_lines``."""
    SYNTAX = "syntax"
    """A file holds text that its language's grammar does not accept."""
    ANALYSIS = "analysis"
    """A file could not be analysed: the analyser died, hung or nested too deep."""
    README = "readme"
    """A README holds markup that is not right, or a picture that does not exist."""
    CHANGED = "changed"
    """A file changed while the documentation was built."""
    GIT = "git"
    """Git could not answer, so files are taken from the folder itself."""
    HISTORY = "history"
    """Git could not tell the history of the files, which is left out."""
    ROOT = "root"
    """The repository root is no repository, or is empty."""
    STUB = "stub"
    """A generated page could not be written, or would hide a page of the author's."""
    SECRET = "secret"  # noqa: S105, a name
    """A file holds what has the form of a secret: a key, a token, a password."""
    DIAGRAM = "diagram"
    """Graphviz cannot draw a diagram, which is left out; the list beside it says the same."""
    LANGUAGE = "language"
    """A language that ``repodoc_languages`` adds cannot be used."""
    REPORT = "report"
    """A report that ``repodoc_reports`` names is unreadable, or of another state of the files."""
    RULE = "rule"
    """A rule that ``repodoc_rules`` adds cannot be used, or its whole file."""
    LINTER = "linter"
    """Ruff did not examine the Python files: it died, hung or refused."""
    STORE = "store"
    """The store of facts could not be used; everything is analysed anew."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a file or with the repository, and where."""

    kind: ProblemKind
    message: str
    """One sentence that says what is wrong and what to do."""
    path: PurePosixPath | None = None
    line: int = 0
    """Line of `path`, from 1; 0 for the file as a whole."""


class FileKind(StrEnum):
    """What an entry of the repository is on disk."""

    TEXT = "text"
    BINARY = "binary"
    SYMLINK = "symbolic link"
    SUBMODULE = "submodule"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Picture:
    """What the beginning of a picture's file says of it."""

    format: str
    """``PNG``, ``GIF``, ``JPEG``, ``WebP`` or ``SVG``."""
    width: float
    """In pixels."""
    height: float


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One entry of the repository, as it is in the work tree."""

    path: PurePosixPath
    """Relative to the root; bytes that are not UTF-8 are surrogate-escaped."""
    kind: FileKind
    size: int = 0
    """In bytes."""
    blob: str = ""
    """Git blob id (40 hexadecimal digits) of the content on disk; a submodule's commit."""
    language: str = ""
    """Name of the language as Pygments writes it (``Python``, ``Markdown``); empty if unknown."""
    lexer: str = "text"
    """Alias of the Pygments lexer that takes it."""
    encoding: str = "utf-8"
    """Python's name of the encoding that the text was decoded with."""
    has_bom: bool = False
    newline: str = "\n"
    r"""``"\n"``, ``"\r\n"``, ``"\r"``; ``"mixed"``; empty if there is no line end."""
    lines: int = 0
    """Number of lines; a last line without line end counts."""
    is_executable: bool = False
    interpreter: str = ""
    """What the shebang line names, without folder and arguments (``python3``)."""
    target: str = ""
    """Where a symbolic link points, as written in it."""
    licence: str = ""
    """The SPDX identifier of the licence that it is the text of."""
    picture: Picture | None = None
    """The size of a picture that says it."""
    is_generated: bool = False
    """``.gitattributes`` says ``linguist-generated``."""
    is_vendored: bool = False
    """``.gitattributes`` says ``linguist-vendored``."""
    is_committed: bool = False
    """Whether HEAD holds this very content at this path."""
    is_analysable: bool = True
    """Whether the text is within the limits and was decoded."""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that holds at least one published file, however deep."""

    path: PurePosixPath
    folders: tuple[PurePosixPath, ...] = ()
    """Subfolders, sorted."""
    files: tuple[PurePosixPath, ...] = ()
    """Files directly in it, sorted."""


class SkipReason(StrEnum):
    """Why a path of the work tree is not published."""

    UNTRACKED = "not tracked by git"
    IGNORED = "ignored by the ignore rules"
    EXCLUDED = "excluded by repodoc_exclude"
    NOT_INCLUDED = "not matched by repodoc_include"
    ELSEWHERE = "documented by another project, which repodoc_shards names"
    MISSING = "tracked by git but not in the work tree"
    OUTSIDE = "reached through a symbolic link"
    GENERATED_PAGE = "a page that sphinx-repodoc itself generated"


@dataclass(frozen=True, slots=True)
class Head:
    """The commit that is checked out, and where its repository is published."""

    commit: str = ""
    """Full commit id; empty before the first commit."""
    branch: str = ""
    """Short branch name; empty when HEAD is detached."""
    remote: str = ""
    """URL of the branch's remote, without user name and password."""
