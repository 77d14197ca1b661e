"""What the sections Dependencies, Testing & Usage, Related Files and the three of findings say."""

from bisect import bisect_left
from functools import lru_cache
from pathlib import PurePosixPath

from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.findings import Finding
from sphinx_repodoc.model.pages import (
    Dependencies,
    Findings,
    Related,
    RelatedFile,
    Testing,
)
from sphinx_repodoc.model.relations import Relation, RelationKind, rank
from sphinx_repodoc.model.secrets import Secret
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.model.windows import find_window
from sphinx_repodoc.pages.names import find_foreign
from sphinx_repodoc.pages.reach import find_reach, is_unreached
from sphinx_repodoc.pages.running import (
    find_case_command,
    find_commands,
    find_jobs,
    find_naming_tasks,
    find_test_commands,
)

SECRETS = "https://cwe.mitre.org/data/definitions/798.html"
"""What comes of secrets in a repository: hard-coded credentials."""

MINIFIED = 4000
"""Bytes of the smallest file that is taken for a minified one."""

LONG_LINE = 400
"""Bytes of each of its lines, on average."""

REACH = 20
"""How many files of the same folder are related on either side: a folder may hold thousands."""


def find_dependencies(survey: Survey, path: PurePosixPath) -> Dependencies | None:
    """Say what the file imports and who imports it."""
    imports = survey.dependencies.get(path, ())
    importers = _of_kind(survey, path, RelationKind.IMPORTED_BY)
    if not imports and not importers:
        return None
    return Dependencies(path, imports, importers, find_foreign(survey, path))


def find_patterns(survey: Survey, path: PurePosixPath) -> Findings | None:
    """Say which idioms the file's syntax shows."""
    return _findings(survey, path, "patterns")


def find_performance(survey: Survey, path: PurePosixPath) -> Findings | None:
    """Say what of the file bears on speed and memory."""
    found = _findings(survey, path, "performance")
    complexities = survey.facts.get(path, Facts()).complexities
    if not complexities or is_minified(survey, path):
        return found
    ranked = sorted(complexities, key=lambda each: (-each.ways, -each.loops, each.span))
    return Findings(path, found.findings if found else (), tuple(ranked))


def find_security(survey: Survey, path: PurePosixPath) -> Findings | None:
    """Say what of the file bears on safety: secrets first."""
    found = _findings(survey, path, "security")
    secrets = tuple(_name_secret(survey, secret) for secret in survey.secrets.get(path, ()))
    return Findings(path, (*secrets, *(found.findings if found else ()))) if secrets else found


def find_testing(survey: Survey, path: PurePosixPath) -> Testing | None:
    """Say how the file is tested or what it tests, how it is run, and who uses it."""
    suite = survey.suites.get(path)
    facts = survey.facts.get(path, Facts())
    tested_by = _of_kind(survey, path, RelationKind.TESTED_BY)
    testers = {relation.target for relation in tested_by}
    importers = _of_kind(survey, path, RelationKind.IMPORTED_BY)
    is_test = suite is not None and not suite.is_inline
    testing = Testing(
        path=path,
        suite=suite,
        test_commands=find_test_commands(survey, path),
        tests=_of_kind(survey, path, RelationKind.TESTS),
        tested_by=tested_by,
        case_command=find_case_command(survey, path),
        commands=find_commands(survey, path),
        users=tuple(relation for relation in importers if relation.target not in testers),
        command_lines=() if is_test else facts.command_lines,
        reach=find_reach(survey, path),
        tasks=tuple(find_naming_tasks(survey, path)),
        jobs=tuple(find_jobs(survey, path)),
        is_unreached=is_unreached(survey, path),
        coverage=survey.reported.coverage.get(path, ()),
    )
    return testing if testing != Testing(path, None, (), (), (), (), ()) else None


def find_related(survey: Survey, path: PurePosixPath) -> Related | None:
    """Rank the files that have to do with this one; of a long folder, those next to it by name."""
    row = _folder_row(survey, path.parent)
    part = find_window(len(row), bisect_left(row, path), REACH)
    neighbours = tuple(
        Relation(RelationKind.SAME_FOLDER, path, other) for other in row[part] if other != path
    )
    ranked = rank((*survey.relations.get(path, ()), *neighbours))
    files = tuple(RelatedFile(other, reasons) for other, reasons in ranked)
    is_whole = part == slice(0, len(row))
    return Related(path, files, is_whole, survey.commit_url) if files else None


def is_minified(survey: Survey, path: PurePosixPath) -> bool:
    """Whether a tool has joined the lines of a file: to name one of these would show nothing."""
    file = survey.files[path]
    return file.size > MINIFIED and file.size > LONG_LINE * file.lines


@lru_cache(maxsize=1)
def _folder_row(survey: Survey, folder: PurePosixPath) -> tuple[PurePosixPath, ...]:
    """Return the files of a folder, sorted: kept, since pages are taken folder by folder."""
    return tuple(sorted((*survey.folders[folder].files, *survey.beside.get(folder, ()))))


def _of_kind(survey: Survey, path: PurePosixPath, kind: RelationKind) -> tuple[Relation, ...]:
    return tuple(r for r in survey.relations.get(path, ()) if r.kind is kind)


def _findings(survey: Survey, path: PurePosixPath, section: str) -> Findings | None:
    own = () if is_minified(survey, path) else survey.facts.get(path, Facts()).findings
    findings = (*own, *survey.reported.findings.get(path, ()))
    found = tuple(finding for finding in findings if finding.section == section)
    return Findings(path, found) if found else None


def _name_secret(survey: Survey, secret: Secret) -> Finding:
    """Say where a secret is, and never what it is."""
    fate = "its value is withheld" if survey.is_redacted else "its value is shown"
    return Finding(
        rule=f"secret/{secret.kind}",
        section="security",
        span=secret.span,
        title="Secret",
        reason=f"What stands here has the form of a secret; {fate}.",
        reference=SECRETS,
        severity="high",
    )
