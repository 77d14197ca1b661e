"""How the files hang together."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from sphinx_repodoc.model.facts import ImportStatement


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


class RelationKind(StrEnum):
    """In what way one file has to do with another, the closest first."""

    IMPORTS = "imports"
    IMPORTED_BY = "imported by"
    TESTS = "tests"
    TESTED_BY = "tested by"
    SAME_STEM = "same stem"
    LINKS_TO = "links to"
    LINKED_FROM = "linked from"
    SAME_FOLDER = "same folder"


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


@dataclass(frozen=True, slots=True)
class Position:
    """Where a file stands in the graph of imports."""

    layer: int
    """Longest chain of imports below it, cycles counted as one: 0 imports nothing of the repository."""
    cycle: tuple[PurePosixPath, ...] = ()
    """The other files of the import cycle that it is part of, sorted."""
