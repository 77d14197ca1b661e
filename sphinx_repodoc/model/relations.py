"""How the files hang together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath
from typing import TypeAlias

from sphinx_repodoc.model.facts import ImportStatement, Symbol, TestCase
from sphinx_repodoc.model.history import Commit
from sphinx_repodoc.model.languages import SPARING


class Origin(StrEnum):
    """Where an imported module comes from."""

    REPOSITORY = "this repository"
    STANDARD_LIBRARY = "standard library"
    THIRD_PARTY = "third party"
    UNRESOLVED = "not found"
    """Its package is in this repository, but no one file of it is the module: it is built
    or generated, or there are several candidates."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where an imported name leads in this repository."""

    name: str
    path: PurePosixPath
    symbol: str = ""
    """Qualified name of the symbol in that file; empty for the file as a whole."""


@dataclass(frozen=True, slots=True)
class Dependency:
    """One import statement, resolved."""

    statement: ImportStatement
    origin: Origin
    path: PurePosixPath | None = None
    """The module's own file, for a package its ``__init__``; None outside the repository."""
    targets: tuple[Target, ...] = ()
    """For each imported name that was found: the submodule or symbol that it is."""
    folder: PurePosixPath | None = None
    """The folder that the module is, in a language whose modules are folders."""
    parts: tuple[PurePosixPath, ...] = ()
    """The files in it that the module consists of."""
    package: str = ""
    """What is installed in order to have the module, if that goes by another name."""

    @property
    def outsider(self) -> str:
        """The name of what is outside the repository that this import needs."""
        return self.package or self.statement.module


Place: TypeAlias = tuple[PurePosixPath, str]
"""A file, and the qualified name of a symbol in it; empty for the file itself."""


@dataclass(frozen=True, slots=True)
class Ranks:
    """How much files and symbols count in a repository: what is not there is used by nothing."""

    files: Mapping[PurePosixPath, float] = field(default_factory=dict)
    """By who imports them."""
    symbols: Mapping[Place, float] = field(default_factory=dict)
    """By who imports or names them."""


class RelationKind(StrEnum):
    """In what way one file has to do with another, the closest first."""

    IMPORTS = "imports"
    IMPORTED_BY = "imported by"
    TESTS = "tests"
    TESTED_BY = "tested by"
    IMPLEMENTS = "implements"
    """A source file includes the header of its name."""
    IMPLEMENTED_BY = "implemented by"
    RUNS = "runs"
    """A task, a job or a command names the file."""
    RUN_BY = "run by"
    SAME_STEM = "same stem"
    LINKS_TO = "links to"
    LINKED_FROM = "linked from"
    CHANGED_TOGETHER = "changed together"
    """Many of the commits that changed the one changed the other."""
    SAME_FOLDER = "same folder"


class Named(StrEnum):
    """As what an import names a file."""

    ITSELF = "itself"
    PACKAGE = "package"
    """It names a package of several files, one of which is the file."""
    MODULE = "module"
    """It declares that the file is a module, and takes nothing from it."""
    SOURCE = "source"
    """It takes the file for a build."""


IMPORTING = frozenset({Named.ITSELF, Named.PACKAGE})
"""As what files are named that are imported."""


@dataclass(frozen=True, slots=True)
class Together:
    """How often two files changed together: only commits to few files count."""

    commits: int
    """That changed both."""
    total: int
    """That changed the source of the relation."""
    last: Commit
    """The newest that changed both."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A directed relation between two files, and the line that proves it."""

    kind: RelationKind
    source: PurePosixPath
    target: PurePosixPath
    line: int = 0
    """Line of the evidence: of `source`, or of `target` where the kind ends in "by" or "from"."""
    names: tuple[str, ...] = ()
    """The names that the line takes."""
    together: Together | None = None
    """What proves that the files changed together."""
    named: Named = Named.ITSELF
    """As what the line names the imported file."""

    @property
    def is_import(self) -> bool:
        """Whether the source imports the target, and does not only name it."""
        return self.kind is RelationKind.IMPORTS and self.named in IMPORTING

    @property
    def witness(self) -> PurePosixPath:
        """The file that `line` is a line of."""
        is_seen_from_there = self.kind.endswith((" by", " from"))
        return self.target if is_seen_from_there else self.source


CLOSENESS = {kind: number for number, kind in enumerate(RelationKind)}
"""The order of the kinds of relation."""


def rank(relations: Iterable[Relation]) -> tuple[tuple[PurePosixPath, tuple[Relation, ...]], ...]:
    """Group relations by their target: that of the closest reason first, then of the most."""
    reasons: dict[PurePosixPath, list[Relation]] = defaultdict(list)
    for relation in relations:
        reasons[relation.target].append(relation)
    ranked = [(path, sort_relations(found)) for path, found in reasons.items()]
    return tuple(sorted(ranked, key=_importance))


def sort_relations(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """Sort by kind, target, line."""
    return tuple(sorted(relations, key=lambda r: (CLOSENESS[r.kind], r.target, r.line)))


def _importance(
    ranked: tuple[PurePosixPath, tuple[Relation, ...]],
) -> tuple[int, int, float, PurePosixPath]:
    path, reasons = ranked
    together = reasons[0].together
    share = together.commits / together.total if together else 0
    return CLOSENESS[reasons[0].kind], -len(reasons), -share, path


@dataclass(frozen=True, slots=True)
class Suite:
    """The test cases of a test module."""

    framework: str
    """Whose rules make the cases tests: ``pytest``, ``go test``, ``JUnit``, …"""
    cases: tuple[TestCase, ...]
    """What the framework runs, in order of lines."""
    fixtures: tuple[Symbol, ...] = ()
    """The functions decorated with ``pytest.fixture``."""
    line: int = 0
    """The line that names the framework: an import, or a base class; 0 where only names tell."""
    reason: str = ""
    """Why this is a test module: one sentence."""
    command: str = ""
    """What runs the tests, from the root of the repository; empty if that is not known."""
    covers: str = ""
    """What that runs beside them: ``all tests of the folder``; empty if nothing."""
    case_command: str = ""
    """What runs the first of the cases that have a name for it, likewise."""
    case_names: tuple[str, ...] = ()
    """By what name that takes each case; empty for one that it cannot run alone."""
    condition: str = ""
    """What must hold for the commands to work: ``where … holds``."""
    asked_at: tuple[tuple[PurePosixPath, int], ...] = ()
    """The other files, and their lines, that ask for that."""
    manifest: PurePosixPath | None = None
    """The file that proves that the commands work."""
    is_plain: bool = False
    """Whether the cases need nothing but ``unittest``, whose import is known."""
    is_django: bool = False
    """Whether each class of the cases derives from one of Django's."""
    is_inline: bool = False
    """Whether it is no test module: the cases stand beside what they test, or a build adds them."""


UNITS = {"Test": "test set", "go test -bench": "benchmark"}


def find_unit(framework: str) -> str:
    """Return what is counted of the tests of a framework: sets may hold others, and be empty."""
    return UNITS.get(framework, "test case")


class Counted(StrEnum):
    """Which imports count where files are placed by them: none that are put off."""

    ALL = "outside functions"
    MOST = "outside functions (those marked as for types or first use aside)"
    """Where imports can be for type checking only, or act when a name is first used."""

    @classmethod
    def in_languages(cls, languages: Iterable[str]) -> "Counted":
        """Say which imports count in files of some languages."""
        return cls.ALL if SPARING.isdisjoint(languages) else cls.MOST


@dataclass(frozen=True, slots=True)
class Position:
    """Where a file stands in the graph of imports."""

    layer: int
    """Longest chain of imports below it, cycles counted as one; 0: it imports no such file."""
    cycle: tuple[PurePosixPath, ...] = ()
    """The other files of the import cycle that it is part of, sorted."""
    steps: tuple[Relation, ...] = ()
    """The imports of the shortest cycle through it, from this file back to it."""


MANY = 20
"""Tests beyond so many are not counted on a page: those of what all use would change with each."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How the imports of test modules lead to a file, or on from one."""

    tests: int = 0
    """Number of test modules whose imports lead to the file, directly or through other files."""
    way: tuple[Relation, ...] = ()
    """The shortest chain of imports from one of them to the file; empty for a test module."""
    files: int = 0
    """Number of files that the imports of a test module lead to."""
