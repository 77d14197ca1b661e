"""The paths of a repository, before any file is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from sphinx_repodoc.model.files import Head, Problem, SkipReason


@dataclass(frozen=True, slots=True)
class Inventory:
    """The paths that a repository is made of, and what is known of them without reading."""

    paths: frozenset[PurePosixPath]
    """All that may be published, submodules included."""
    skipped: Mapping[PurePosixPath, SkipReason]
    submodules: Mapping[PurePosixPath, str] = field(default_factory=dict)
    """The commit of each repository in the repository; empty where it is not known."""
    committed: Mapping[PurePosixPath, str] = field(default_factory=dict)
    """The blob id that HEAD holds at each path."""
    generated: frozenset[PurePosixPath] = frozenset()
    vendored: frozenset[PurePosixPath] = frozenset()
    head: Head = field(default_factory=Head)
    problems: tuple[Problem, ...] = ()
