"""Coverage reports mapped to the published files, if they are about these as they are."""

import posixpath
from collections.abc import Iterator
from pathlib import PurePosixPath

from sphinx_repodoc.errors import ChangedError
from sphinx_repodoc.model.coverage import Coverage
from sphinx_repodoc.model.files import ROOT
from sphinx_repodoc.reports.files import ReportFile
from sphinx_repodoc.reports.outcome import Outcome
from sphinx_repodoc.reports.record import Record, Records
from sphinx_repodoc.reports.tree import Text, Tree

WITHOUT_BLANK = frozenset({"Python"})
"""Languages in which no tool takes a blank line for executable."""


def map_coverage(report: ReportFile, records: Records, tree: Tree) -> Outcome:
    """Say which lines of which published files were run.

    :raises ReportError: it is not certain which files are meant
    """
    outcome = Outcome(report.name)
    base = ROOT if records.sources else tree.find_base(records.files, report.location)
    for name, record in records.files.items():
        path = _find(name, records.sources, base, tree)
        outcome.note_name(path)
        if path is None or not record.lines:
            continue
        if _is_stale(record, tree.text(path)):
            outcome.stale.add(path)
        elif path in outcome.coverage:
            outcome.coverage[path] = _join(outcome.coverage[path], _make(report.name, record))
        else:
            outcome.coverage[path] = _make(report.name, record)
    return outcome


def _find(name: str, sources: list[str], base: PurePosixPath, tree: Tree) -> PurePosixPath | None:
    """Return the file that a report means; None if it is none, or may be one of several."""
    found = {path for each in _names(name, sources) if (path := tree.find(each, base))}
    return found.pop() if len(found) == 1 else None


def _names(name: str, sources: list[str]) -> Iterator[str]:
    if not sources or posixpath.isabs(name):
        yield name
    for source in sources:
        yield posixpath.join(source, name)


def _is_stale(record: Record, text: Text) -> bool:
    """Whether the lines of a report cannot be those of the file."""
    if max(record.lines) > text.file.lines or min(record.lines) < 1:
        return True
    if text.file.language not in WITHOUT_BLANK:
        return False
    try:
        return any(not text.lines[line - 1].strip() for line in record.lines)
    except ChangedError:
        return True


def _make(report: str, record: Record) -> Coverage:
    covered = sorted(line for line, was_run in record.lines.items() if was_run)
    missing = sorted(line for line, was_run in record.lines.items() if not was_run)
    partial = tuple(line for line in covered if line in record.partial)
    return Coverage(report, tuple(covered), tuple(missing), partial)


def _join(one: Coverage, two: Coverage) -> Coverage:
    """Put together what a report says of a file under two names."""
    covered = {*one.covered, *two.covered}
    missing = {*one.missing, *two.missing} - covered
    partial = {*one.partial, *two.partial}
    return Coverage(
        one.report, tuple(sorted(covered)), tuple(sorted(missing)), tuple(sorted(partial))
    )
