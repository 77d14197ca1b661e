"""All that is known of a repository at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.files import Folder, Head, Problem, SkipReason, SourceFile
from sphinx_repodoc.model.history import FileHistory, Horizon
from sphinx_repodoc.model.relations import (
    Dependency,
    Position,
    Ranks,
    Reach,
    Relation,
    Suite,
)
from sphinx_repodoc.model.reported import Reported
from sphinx_repodoc.model.secrets import Secret
from sphinx_repodoc.model.uses import Usage


@dataclass(frozen=True, slots=True)
class Listing:
    """What the scan found: the published files, and why the others are not."""

    files: Mapping[PurePosixPath, SourceFile]
    """Sorted by path."""
    folders: Mapping[PurePosixPath, Folder]
    """Sorted by path; the root is always there."""
    skipped: Mapping[PurePosixPath, SkipReason]
    """A skipped folder stands for all below it."""
    head: Head = field(default_factory=Head)
    problems: tuple[Problem, ...] = ()
    commits: Mapping[PurePosixPath, str] = field(default_factory=dict)
    """The newest commit in which a file got the content that it has, where a URL needs it."""
    moved: Mapping[PurePosixPath, PurePosixPath] = field(default_factory=dict)
    """The new file of the content of one that is committed, but gone."""
    elsewhere: Mapping[PurePosixPath, SourceFile] = field(default_factory=dict)
    """Files that other projects publish; sorted by path."""
    recorded: tuple[PurePosixPath, ...] = ()
    """The files, those elsewhere too, that the head has, whatever they are like now."""
    horizon: Horizon = field(default_factory=Horizon)
    """How much of their past is known."""


@dataclass(frozen=True, slots=True, eq=False)
class Survey:
    """A repository: its files, what is in each, and how they hang together.

    Compared by identity, so that what is found once for all its pages can be kept by survey.
    """

    root: Path
    listing: Listing
    facts: Mapping[PurePosixPath, Facts]
    """Of each file that was analysed."""
    dependencies: Mapping[PurePosixPath, tuple[Dependency, ...]]
    """The resolved imports of each file, in order of lines."""
    relations: Mapping[PurePosixPath, tuple[Relation, ...]]
    """All relations whose source is the file, sorted by kind, target, line."""
    positions: Mapping[PurePosixPath, Position]
    uses: Mapping[PurePosixPath, Mapping[str, tuple[Usage, ...]]] = field(default_factory=dict)
    """Who uses each symbol of a file, by its qualified name, where that is certain."""
    ranks: Ranks = field(default_factory=Ranks)
    modules: Mapping[PurePosixPath, str] = field(default_factory=dict)
    """Dotted name under which a file is imported, where that is certain."""
    problems: Mapping[PurePosixPath, tuple[Problem, ...]] = field(default_factory=dict)
    """What went wrong with single files after the scan."""
    secrets: Mapping[PurePosixPath, tuple[Secret, ...]] = field(default_factory=dict)
    """What must not be read in a file, where it holds any."""
    unsearched: frozenset[PurePosixPath] = frozenset()
    """Files that could not be looked through for secrets."""
    is_redacted: bool = True
    """Whether secrets are withheld; and with them the text of files not looked through."""
    source_url: str = ""
    """Template of a file's URL: ``{commit}``, ``{path}``, ``{line}``, ``{endline}`` are to fill."""
    commit_url: str = ""
    """Template of a commit's URL: ``{commit}`` is to fill."""
    folder_notes: Mapping[PurePosixPath, str] = field(default_factory=dict)
    """What people know of a folder."""
    suites: Mapping[PurePosixPath, Suite] = field(default_factory=dict)
    """The test cases of each test module."""
    reach: Mapping[PurePosixPath, Reach] = field(default_factory=dict)
    """How the imports of tests lead to each file that they lead to at all."""
    missing: Mapping[str, str] = field(default_factory=dict)
    """For each language that is not analysed for want of a grammar, the package to install."""
    history: Mapping[PurePosixPath, FileHistory] = field(default_factory=dict)
    """What the commits say of each file that they say something of."""
    beside: Mapping[PurePosixPath, tuple[PurePosixPath, ...]] = field(default_factory=dict)
    """Files directly in a folder that other projects publish."""
    reported: Reported = field(default_factory=Reported)
    """What other tools found in the files, beside what is in their facts."""
    ruled: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The sections that rules for a language speak in, by its name."""

    @property
    def files(self) -> Mapping[PurePosixPath, SourceFile]:
        """The published files."""
        return self.listing.files

    def find_file(self, path: PurePosixPath) -> SourceFile | None:
        """Return the file at a path, published here or by another project."""
        return self.files.get(path) or self.listing.elsewhere.get(path)

    def find_language(self, path: PurePosixPath) -> str:
        """Return the language of a file, published here or by another project; empty if unknown."""
        file = self.find_file(path)
        return file.language if file else ""

    def find_withheld(self, path: PurePosixPath) -> tuple[Secret, ...]:
        """Return what of a file's text is not shown."""
        return self.secrets.get(path, ()) if self.is_redacted else ()

    def is_hidden(self, path: PurePosixPath) -> bool:
        """Whether a file is not listed since it may hold secrets that nobody found."""
        return self.is_redacted and path in self.unsearched

    @property
    def folders(self) -> Mapping[PurePosixPath, Folder]:
        """The folders that hold them."""
        return self.listing.folders

    @property
    def head(self) -> Head:
        """The commit that is checked out."""
        return self.listing.head
