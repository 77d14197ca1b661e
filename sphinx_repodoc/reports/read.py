"""Reports in, what they say of the published files out."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath

from sphinx_repodoc.errors import ReportError
from sphinx_repodoc.model.coverage import Coverage
from sphinx_repodoc.model.files import Problem, SourceFile
from sphinx_repodoc.model.findings import Finding
from sphinx_repodoc.model.reported import Reported
from sphinx_repodoc.reports import cobertura, coverage_json, lcov
from sphinx_repodoc.reports.coverage import map_coverage
from sphinx_repodoc.reports.files import ReportFile, find_reports, report_problem
from sphinx_repodoc.reports.outcome import Outcome
from sphinx_repodoc.reports.record import Records
from sphinx_repodoc.reports.sarif.read import read_sarif
from sphinx_repodoc.reports.tree import Tree

RECORDS: Mapping[str, tuple[re.Pattern[bytes], Callable[[bytes], Records]]] = {
    "Cobertura": (re.compile(rb"(\xef\xbb\xbf)?\s*<"), cobertura.parse),
    "lcov": (re.compile(rb"\s*(TN|SF|VER|#.*\n\s*(TN|SF)):"), lcov.parse),
}
"""Formats of coverage that their first characters tell, and what parses each."""

JSON = re.compile(rb"(\xef\xbb\xbf)?\s*\{")

SARIF = re.compile(rb'"runs"\s*:')


def read_reports(
    root: Path,
    patterns: Iterable[str],
    files: Mapping[PurePosixPath, SourceFile],
    read: Callable[[SourceFile], bytes],
) -> Reported:
    """Read each report; one that cannot be read is a problem and costs nothing else.

    :param patterns: what names the reports, absolute or from the root
    :param files: those that are published
    """
    reports, missing = find_reports(root, patterns)
    tree = Tree(root, files, read)
    findings: dict[PurePosixPath, dict[Finding, None]] = defaultdict(dict)
    coverage: dict[PurePosixPath, list[Coverage]] = defaultdict(list)
    problems: list[Problem] = [*missing]
    notes: list[str] = []
    for report in reports:
        try:
            outcome = _read(report, tree)
        except (ReportError, OSError) as error:
            message = f"{error}; the report is left out"
            problems.append(report_problem(report.location, message, getattr(error, "line", 0)))
            continue
        for path, found in outcome.findings.items():
            if path not in outcome.stale:
                findings[path].update(dict.fromkeys(found))
        for path, covered in outcome.coverage.items():
            coverage[path].append(covered)
        problems += [report_problem(report.location, each) for each in outcome.find_warnings()]
        notes += [outcome.note] if outcome.note else []
    return Reported(
        {path: tuple(sorted(found, key=_place)) for path, found in sorted(findings.items())},
        {path: tuple(covered) for path, covered in sorted(coverage.items())},
        tuple(problems),
        tuple(notes),
    )


def _place(finding: Finding) -> tuple[int, int, str, str, str]:
    span = finding.span
    return span.line, span.end_line, finding.tool, finding.rule, finding.reason


def _read(report: ReportFile, tree: Tree) -> Outcome:
    """Read a report of whatever format.

    :raises ReportError: it cannot be read
    """
    content = report.location.read_bytes()
    if JSON.match(content):
        if SARIF.search(content):
            return read_sarif(report, content, tree)
        return map_coverage(report, coverage_json.parse(content), tree)
    for pattern, parse in RECORDS.values():
        if pattern.match(content):
            return map_coverage(report, parse(content), tree)
    raise ReportError(
        "the file is no report in SARIF, nor of coverage in coverage.py's JSON, Cobertura's XML "
        "or lcov's format"
    )
