"""What other tools say of the files: the reports that the user names, and ruff."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import PurePosixPath

from sphinx_repodoc.analyse.ruff import Ruff, examine, find_ruff, leave_out
from sphinx_repodoc.analyse.secrets import find_and_withhold
from sphinx_repodoc.errors import ChangedError
from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.findings import Finding
from sphinx_repodoc.model.relations import Suite
from sphinx_repodoc.model.reported import Reported
from sphinx_repodoc.model.request import Request
from sphinx_repodoc.model.secrets import Secret
from sphinx_repodoc.model.survey import Listing
from sphinx_repodoc.reports.files import find_digests
from sphinx_repodoc.reports.read import read_reports
from sphinx_repodoc.reports.redact import find_values, redact
from sphinx_repodoc.scan.files import read_content, read_text

PROJECT = PurePosixPath("pyproject.toml")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the files already, by path."""

    facts: Mapping[PurePosixPath, Facts]
    suites: Mapping[PurePosixPath, Suite]
    secrets: Mapping[PurePosixPath, tuple[Secret, ...]]
    unsearched: AbstractSet[PurePosixPath]
    """Files that could not be looked through for secrets."""


def find_reported(request: Request, listing: Listing, known: Known) -> Reported:
    """Return what other tools say of the published files, without secrets if so wanted."""
    read = partial(read_content, request.root)
    reported = read_reports(request.root, request.reports, listing.files, read)
    if ruff := _find_ruff(request, listing):
        reported = _add_ruff(reported, ruff, request, listing, known)
    return _redact(reported, request, listing, known) if request.is_redacted else reported


def find_marks(request: Request, listing: Listing) -> tuple[list[tuple[str, str]], str]:
    """Return what decides what other tools say, the files aside."""
    ruff = _find_ruff(request, listing)
    return find_digests(request.root, request.reports), ruff.digest if ruff else ""


def _find_ruff(request: Request, listing: Listing) -> Ruff | None:
    """Return the linter, if it is wanted and there."""
    if not request.is_linted:
        return None
    project = listing.files.get(PROJECT)
    try:
        return find_ruff(read_text(request.root, project) if project else "")
    except ChangedError:
        return find_ruff()


def _add_ruff(
    reported: Reported, ruff: Ruff, request: Request, listing: Listing, known: Known
) -> Reported:
    """Add what ruff finds, but for what says nothing or is said already."""
    read = partial(read_content, request.root)
    found, problems = examine(ruff, request.root, listing.files.values(), read, request.store)
    merged: dict[PurePosixPath, tuple[Finding, ...]] = defaultdict(tuple, reported.findings)
    for file, findings in found.items():
        own = known.facts.get(file.path, Facts()).findings
        suite = known.suites.get(file.path)
        is_test = file.path.name == "conftest.py" or (suite is not None and not suite.is_inline)
        told = leave_out(findings, own, is_test=is_test)
        rest = [each for each in merged[file.path] if not _is_told(each, findings)]
        merged[file.path] = (*told, *rest)
    kept = ((path, each) for path, each in merged.items() if each)
    problems = (*reported.problems, *problems)
    return replace(reported, findings=dict(sorted(kept)), problems=problems)


def _is_told(finding: Finding, findings: Sequence[Finding]) -> bool:
    """Whether a report of ruff's says what ruff said itself."""
    is_ruff = finding.tool.casefold().startswith("ruff ")
    return is_ruff and any((f.rule, f.span) == (finding.rule, finding.span) for f in findings)


def _redact(reported: Reported, request: Request, listing: Listing, known: Known) -> Reported:
    """Withhold the secrets of all published files."""
    texts, unsearched = {}, set(known.unsearched)
    for path in known.secrets.keys() & listing.files.keys() if reported.findings else ():
        try:
            texts[path] = read_text(request.root, listing.files[path])
        except ChangedError:
            unsearched.add(path)
    return redact(reported, find_values(known.secrets, texts), unsearched, cache(find_and_withhold))
