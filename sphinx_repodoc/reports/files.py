"""The report files that the user names, found but not read yet."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sphinx_repodoc.model.files import Problem, ProblemKind
from sphinx_repodoc.model.paths import quote_path

WILD = re.compile(r"[*?[]")
"""What makes a path a pattern."""


@dataclass(frozen=True, slots=True)
class ReportFile:
    """One report."""

    location: Path
    name: str
    """Its path from the root, or its file name where it lies elsewhere."""
    digest: str
    """Of its content."""


def find_reports(
    root: Path, patterns: Iterable[str]
) -> tuple[tuple[ReportFile, ...], tuple[Problem, ...]]:
    """Return each file that is named or matched by a pattern, once, and what is wrong with others.

    A pattern that matches nothing is no fault: the tool has not run.

    :param patterns: absolute, or from the root
    """
    found: dict[Path, ReportFile] = {}
    problems = []
    for pattern in patterns:
        for location in _expand(root, pattern):
            try:
                digest = hashlib.blake2b(location.read_bytes(), digest_size=16).hexdigest()
            except OSError as error:
                message = (
                    f"the report cannot be read ({error.strerror}): "
                    "make it, or take it out of repodoc_reports"
                )
                problems.append(report_problem(location, message))
            else:
                found.setdefault(location, ReportFile(location, _name(root, location), digest))
    return tuple(found.values()), tuple(problems)


def find_digests(root: Path, patterns: Iterable[str]) -> list[tuple[str, str]]:
    """Return the name and the digest of each report."""
    return [(report.name, report.digest) for report in find_reports(root, patterns)[0]]


def report_problem(location: Path, message: str, line: int = 0) -> Problem:
    """Say what is wrong with a report, at its place."""
    return Problem(ProblemKind.REPORT, message, PurePosixPath(location), line)


def _expand(root: Path, pattern: str) -> Iterator[Path]:
    named = root / pattern
    if not WILD.search(pattern) or named.is_file():
        yield named
        return
    top = Path(named.anchor)
    is_inside = named.is_relative_to(root)
    base, rest = (root, named.relative_to(root)) if is_inside else (top, named.relative_to(top))
    yield from sorted(found for found in base.glob(str(rest)) if found.is_file())


def _name(root: Path, location: Path) -> str:
    inside = location.is_relative_to(root)
    return quote_path(PurePosixPath(location.relative_to(root) if inside else location.name))
