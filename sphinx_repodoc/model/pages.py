"""What the page of a file says, one frozen part a section, before any node of it exists.

A field of :class:`FilePage` bears the name of its section; None means that
there is no evidence and so nothing to say. The digest of a part decides whether a document that
shows the section is read again, so a part holds all that its section needs, and nothing else.
"""

from dataclasses import dataclass
from pathlib import PurePosixPath

from sphinx_repodoc.model.command_lines import CommandLine
from sphinx_repodoc.model.complexity import Complexity
from sphinx_repodoc.model.coverage import Coverage
from sphinx_repodoc.model.evidence import NameLink, Place, Role
from sphinx_repodoc.model.facts import Declaration, OutlineEntry, Symbol
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.findings import Finding
from sphinx_repodoc.model.listing import Source
from sphinx_repodoc.model.metadata import Metadata
from sphinx_repodoc.model.relations import Counted, Dependency, Position, Reach, Relation, Suite
from sphinx_repodoc.model.uses import SymbolUses


@dataclass(frozen=True, slots=True)
class Purpose:
    """File Purpose."""

    path: PurePosixPath
    roles: tuple[Role, ...]
    summary: str
    """First sentence of what the file says of itself."""
    summary_span: Span | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many symbols of a kind a file defines."""

    kind: str
    number: int


@dataclass(frozen=True, slots=True)
class Overview:
    """High-Level Overview."""

    path: PurePosixPath
    documentation: str
    documentation_span: Span | None
    counts: tuple[Count, ...]
    """Of what the file defines, headings and code blocks of markup too."""
    public: tuple[Symbol, ...]
    """Public symbols at the top of the file."""
    undefined: tuple[str, ...]
    """Names that the file exports and does not define itself."""
    exports_span: Span | None
    """Where that is said; None where it is in several places or by convention."""
    exports_word: str
    """What says so, such as ``__all__``; empty when the names are public by convention."""
    convention: str
    """What makes names public in the language of the file."""


@dataclass(frozen=True, slots=True)
class Structure:
    """Detailed Analysis."""

    path: PurePosixPath
    documented: tuple[NameLink, ...]
    """For symbols, by qualified name, what the domain of the language calls each."""
    symbols: tuple[Symbol, ...]
    outline: tuple[OutlineEntry, ...]
    names: tuple[NameLink, ...]
    """Where the bases and decorators lead."""
    errors: tuple[Span, ...]
    omission: str
    """Why there is no analysis, or what is not in it; empty if there is one of all."""
    declared: tuple[Declaration, ...] = ()
    """What the file declares to the tool that reads it."""
    uses: tuple[SymbolUses, ...] = ()


@dataclass(frozen=True, slots=True)
class FolderNote:
    """What is known of a folder, and where that is written."""

    path: PurePosixPath
    text: str
    place: Place | None
    """None for a note of the configuration."""


@dataclass(frozen=True, slots=True)
class Architecture:
    """Architecture & Design."""

    path: PurePosixPath
    folders: tuple[FolderNote, ...]
    """Each enclosing folder from the root down; the text is empty where nothing is known."""
    imports: int
    """Number of files of the repository that it imports."""
    imported_by: int
    """Number of files of the repository that import it."""
    position: Position | None
    counted: Counted = Counted.MOST
    """Which imports the position comes from."""


@dataclass(frozen=True, slots=True)
class Dependencies:
    """Dependencies."""

    path: PurePosixPath
    imports: tuple[Dependency, ...]
    importers: tuple[Relation, ...]
    """Who imports this file: relations of kind IMPORTED_BY."""
    names: tuple[NameLink, ...]
    """Where the modules and names that come from outside lead."""


@dataclass(frozen=True, slots=True)
class Findings:
    """Code Patterns & Idioms, Performance Considerations, Security & Safety."""

    path: PurePosixPath
    findings: tuple[Finding, ...]
    complexities: tuple[Complexity, ...] = ()
    """Of the functions that are complex enough to be told of, the most complex first."""


FROM_ROOT = "From the repository root"


@dataclass(frozen=True, slots=True)
class Command:
    """A command line that runs something here, and what proves that it does."""

    line: str
    evidence: tuple[Place, ...]
    condition: str = FROM_ROOT
    """Where or when it works."""


@dataclass(frozen=True, slots=True)
class CaseCommand:
    """What runs one test case alone."""

    command: Command
    """Of the first case that it can run."""
    names: tuple[str, ...]
    """By what name it takes each case of the file; empty for one that it cannot run."""

    @property
    def first(self) -> str:
        """The name in the command."""
        return next(filter(None, self.names))


@dataclass(frozen=True, slots=True)
class Job:
    """A job of a forge, or a task, that names a file in a command, and the line of that."""

    name: str
    """Of a task what runs it."""
    place: Place


@dataclass(frozen=True, slots=True)
class Testing:
    """Testing & Usage."""

    path: PurePosixPath
    suite: Suite | None
    test_commands: tuple[Command, ...]
    tests: tuple[Relation, ...]
    """The files that this test file tests: relations of kind TESTS."""
    tested_by: tuple[Relation, ...]
    commands: tuple[Command, ...]
    """How to run the file."""
    users: tuple[Relation, ...]
    """The files that import it and are no tests."""
    command_lines: tuple[CommandLine, ...] = ()
    """What it declares to the library that reads the command line."""
    reach: Reach | None = None
    """How tests reach it by imports, or what it reaches as a test."""
    case_command: CaseCommand | None = None
    """How to run one test case alone."""
    tasks: tuple[Job, ...] = ()
    jobs: tuple[Job, ...] = ()
    is_unreached: bool = False
    """Whether no test imports it, though tests import other files in its language."""
    coverage: tuple[Coverage, ...] = ()


@dataclass(frozen=True, slots=True)
class RelatedFile:
    """A file that has to do with the page's file, with every reason."""

    path: PurePosixPath
    reasons: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Related Files, the closest first."""

    path: PurePosixPath
    files: tuple[RelatedFile, ...]
    is_whole: bool = True
    """Whether all files of the folder are among them, not only those next to this one by name."""
    commit_url: str = ""
    """Template of a commit's URL on the forge; empty if it is not known."""


@dataclass(frozen=True, slots=True)
class Keyword:
    """A name worth looking up, where it leads, and the sections that speak of it."""

    name: str
    line: int
    symbol: str
    """Qualified name of the symbol of this file; empty for an import or a heading."""
    anchor: str
    """Anchor of its entry on this page; empty when it has none."""
    link: NameLink | None
    """Where an imported name leads."""
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeywordGroup:
    """The keywords of one kind, by name."""

    kind: str
    keywords: tuple[Keyword, ...]


@dataclass(frozen=True, slots=True)
class Keywords:
    """Keyword Index."""

    path: PurePosixPath
    groups: tuple[KeywordGroup, ...]


@dataclass(frozen=True, slots=True)
class References:
    """Cross-References."""

    path: PurePosixPath
    has_keywords: bool
    keyword_folders: tuple[PurePosixPath, ...]
    """The file's folder and the root, if there are keyword indices of them."""
    url: str


@dataclass(frozen=True, slots=True)
class FilePage:
    """All that the page of a file says."""

    path: PurePosixPath
    metadata: Metadata | None = None
    purpose: Purpose | None = None
    source: Source | None = None
    overview: Overview | None = None
    structure: Structure | None = None
    architecture: Architecture | None = None
    dependencies: Dependencies | None = None
    patterns: Findings | None = None
    performance: Findings | None = None
    security: Findings | None = None
    testing: Testing | None = None
    related: Related | None = None
    keywords: Keywords | None = None
    references: References | None = None
    ruled: tuple[tuple[str, str], ...] = ()
    """The empty sections for which rules looked at the file, each with their language."""
