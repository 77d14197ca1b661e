"""What other tools say of the files of a repository."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from sphinx_repodoc.model.coverage import Coverage
from sphinx_repodoc.model.files import Problem
from sphinx_repodoc.model.findings import Finding


@dataclass(frozen=True, slots=True)
class Reported:
    """What linters and reports say of the published files."""

    findings: Mapping[PurePosixPath, tuple[Finding, ...]] = field(default_factory=dict)
    """By file, in order of lines."""
    coverage: Mapping[PurePosixPath, tuple[Coverage, ...]] = field(default_factory=dict)
    """By file, in order of reports."""
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    """What is left out on purpose."""
