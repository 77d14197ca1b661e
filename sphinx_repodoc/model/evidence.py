"""What proves a sentence, and where a name leads."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from sphinx_repodoc.model.files import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the repository that proves a sentence."""

    path: PurePosixPath
    span: Span | None = None
    """None for the file or folder as a whole."""


@dataclass(frozen=True, slots=True)
class NameLink:
    """Where a name that a file's text uses leads."""

    name: str
    """As written in the text."""
    path: PurePosixPath | None = None
    """The file of this repository; None when it is defined elsewhere."""
    symbol: str = ""
    """Qualified name in that file; empty for the file itself."""
    foreign: str = ""
    """Name outside the repository, as the domain that owns it writes names."""
    domain: str = "py"
    role: str = "obj"
    """Of a foreign name in that domain."""


class RoleKind(StrEnum):
    """What a file is for."""

    TEST = "test module"
    PACKAGE = "package initialiser"
    SCRIPT = "script"
    PROGRAM = "program"
    COMMAND = "console command"
    CONFIGURATION = "configuration"
    DOCUMENTATION = "documentation"
    EXAMPLE = "example"
    BENCHMARK = "benchmark"
    GENERATED = "generated"
    VENDORED = "vendored"
    BUILD = "build file"
    LICENCE = "licence text"


@dataclass(frozen=True, slots=True)
class Role:
    """One thing that a file is for, and what proves it."""

    kind: RoleKind
    sentence: str
    evidence: tuple[Place, ...]
