"""Reports and ruff, put together on the files of one repository."""

import json
from pathlib import Path, PurePosixPath

from sphinx_repodoc.model.secrets import MASK
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.survey import Request, fingerprint, list_repository, survey_repository
from tests.conftest import MakeRepo, run_git
from tests.secrets import SECRETS

KEY = "ghp_" + "0aB1cD2eF3gH4iJ5kL6mN7oP8qR9sT0uV1wX"
TREE = {
    "a.py": f'import pickle\nassert 1\npickle.load(0)\nKEY = "{KEY}"\n',
    "test_a.py": 'def test_a():\n    assert 1\n    login(password="made up")\n    exec("")\n',
    "conftest.py": "assert 1\n",
}


def survey(root: Path, *, is_linted: bool = True, is_redacted: bool = True) -> Survey:
    request = Request(root, is_linted=is_linted, is_redacted=is_redacted, reports=("*.sarif",))
    return survey_repository(request, lambda _done, _total: None)


def told(found: Survey) -> list[tuple[str, int, str, str]]:
    return [
        (str(path), finding.span.line, finding.rule, finding.report)
        for path, findings in found.reported.findings.items()
        for finding in findings
    ]


def write_report(root: Path) -> None:
    results = [
        {
            "ruleId": rule,
            "message": {"text": f"the key is {KEY}"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "a.py"},
                        "region": {"startLine": line},
                    }
                }
            ],
        }
        for rule, line in (("S101", 2), ("S101", 4), ("PGH001", 3))
    ]
    runs = [{"tool": {"driver": {"name": "Ruff", "version": "0.1"}}, "results": results}]
    (root / "ruff.sarif").write_text(json.dumps({"version": "2.1.0", "runs": runs}))


def test_ruff_is_heard_where_nothing_else_says_the_same(make_repo: MakeRepo) -> None:
    root = make_repo(TREE)
    assert told(survey(root, is_linted=False)) == []
    assert told(survey(root)) == [("a.py", 2, "S101", "")]
    write_report(root)
    assert told(survey(root)) == [
        ("a.py", 2, "S101", ""),
        ("a.py", 3, "PGH001", "ruff.sarif"),
        ("a.py", 4, "S101", "ruff.sarif"),
    ]


def test_a_secret_of_a_file_is_withheld_from_what_is_said_of_it(make_repo: MakeRepo) -> None:
    root = make_repo(TREE)
    write_report(root)
    path = PurePosixPath("a.py")
    masked, plain = (
        survey(root, is_redacted=is_redacted).reported.findings[path][-1].reason
        for is_redacted in (True, False)
    )
    assert plain == f"the key is {KEY}"
    assert masked == f"the key is {MASK * len(KEY)}"


def test_a_secret_that_only_notes_names_or_authors_hold_is_withheld_or_warned_of(
    make_repo: MakeRepo,
) -> None:
    line, value = SECRETS["password-in-settings"]  # of whose form a name cannot be sure
    root = make_repo({f"lib/{KEY}/a.py": "", f"lib/{KEY}/b.py": "", line.format(value): ""})
    run_git(root, "commit", "--quiet", "--amend", "--no-edit", "--author", f"Ada {KEY} <a@b.c>")
    notes = {PurePosixPath("lib"): f"As {KEY} says"}
    masked = MASK * len(KEY)
    found = survey_repository(Request(root, folder_notes=notes), lambda _done, _total: None)
    assert found.folder_notes == {PurePosixPath("lib"): f"As {masked} says"}
    path = PurePosixPath(f"lib/{KEY}/a.py")
    assert found.history[path].authors == ((f"Ada {masked}", 1),)
    assert [(at, problem.kind, problem.message.split(";")[0]) for at, told in
            found.problems.items() for problem in told] == [
        (path, "secret", "the name has the form of a secret (github-pat)")
    ]  # fmt: skip


def test_the_fingerprint_covers_reports_and_the_linter(make_repo: MakeRepo) -> None:
    root = make_repo(TREE)

    def take(*, is_linted: bool = False) -> str:
        request = Request(root, reports=("*.sarif",), is_linted=is_linted)
        return fingerprint(request, list_repository(request))

    before = [take(), take(is_linted=True)]
    assert [take(), take(is_linted=True)] == before
    write_report(root)
    assert len({*before, take(), take(is_linted=True)}) == 4
