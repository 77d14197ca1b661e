"""What pages say of the commits that made a file what it is."""

import zlib
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from sphinx_repodoc.model.digest import digest
from sphinx_repodoc.model.files import ProblemKind
from sphinx_repodoc.model.history import FileHistory
from sphinx_repodoc.model.relations import RelationKind
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.folder import find_contents
from sphinx_repodoc.pages.metadata import find_metadata
from sphinx_repodoc.pages.page import FILE_PARTS, FOLDER_PARTS, file_page, folder_page
from sphinx_repodoc.scan.log import FILE_NAME
from sphinx_repodoc.survey import Request, fingerprint, list_repository
from tests.conftest import run_git, write_tree
from tests.pages.conftest import survey_root
from tests.scan.histories import Past

A, B, SUB, TOP = (PurePosixPath(name) for name in ("sub/a.py", "sub/b.py", "sub", "."))
TREE = {"sub/a.py": "a = 1\n", "sub/b.py": "b = 1\n", "c.png": "\0"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository whose files changed at different times, some of them together."""
    past = Past(tmp_path / "repo")
    past.commit(TREE)
    for number in (1, 2):
        changed = {"sub/a.py": f"a = {number}2\n", "sub/b.py": f"b = {number}2\n"}
        past.commit(TREE | changed, number, time=number)
    past.commit(past.trees[-1] | {"c.png": "\0\0"}, 3, time=9, author="Bob <b@example.org>")
    return past.write()


def history(survey: Survey, path: PurePosixPath = A) -> FileHistory | None:
    return find_metadata(survey, path).history


def days(survey: Survey, folder: PurePosixPath) -> list[tuple[str, str]]:
    contents = find_contents(survey, folder)
    rows = [*contents.folders, *contents.files]
    return [(row.path.name, row.commit.subject if row.commit else "") for row in rows]


def test_a_page_says_what_the_commits_say_of_its_file(root: Path) -> None:
    survey = survey_root(root)
    found, picture = history(survey), history(survey, PurePosixPath("c.png"))
    assert found
    assert picture
    assert (found.last.subject, found.commits, found.authors) == ("commit 3", 3, (("Ada", 3),))
    assert found.churn
    assert (picture.authors, picture.churn) == ((("Ada", 1), ("Bob", 1)), None)
    assert days(survey, TOP) == [("sub", "commit 3"), ("c.png", "commit 4")]
    relations = [r for r in survey.relations[A] if r.kind is RelationKind.CHANGED_TOGETHER]
    assert [(r.target, r.together and r.together.commits) for r in relations] == [(B, 3)]


def test_history_and_authors_can_be_left_out(root: Path) -> None:
    nobody = survey_root(root, authors=False)
    assert (
        replace(nobody.history[A], authors=survey_root(root).history[A].authors)
        == (survey_root(root).history[A])
    )
    assert nobody.history[A].authors == ()
    nothing = survey_root(root, history=False)
    assert (nothing.history, days(nothing, TOP)) == ({}, [("sub", ""), ("c.png", "")])
    assert RelationKind.CHANGED_TOGETHER not in {r.kind for r in nothing.relations.get(A, ())}


def test_a_file_that_differs_keeps_its_history_and_a_new_one_has_none(root: Path) -> None:
    before = history(survey_root(root))
    write_tree(root, {"sub/a.py": "a = 3\n", "new.py": "", "gone.py": "x = 1\n"})
    run_git(root, "add", "new.py")
    survey = survey_root(root)
    metadata = find_metadata(survey, A)
    assert (metadata.history, metadata.is_committed) == (before, False)
    assert history(survey, PurePosixPath("new.py")) is None


def test_a_file_that_is_made_again_but_not_committed_has_no_history(root: Path) -> None:
    run_git(root, "rm", "--quiet", "sub/a.py")
    run_git(root, "-c", "user.name=x", "commit", "--quiet", "--message", "away")
    write_tree(root, {"sub/a.py": "a = 3\n"})
    run_git(root, "add", "--all")
    assert history(survey_root(root)) is None


def test_a_commit_elsewhere_changes_no_page_but_those_of_what_it_changes(root: Path) -> None:
    before = survey_root(root)
    write_tree(root, {"c.png": "\0\0\0"})
    run_git(root, "commit", "--quiet", "--all", "--message", "more")
    after = survey_root(root)
    for path, is_changed in ((A, False), (PurePosixPath("c.png"), True)):
        digests = {digest(file_page(survey, path, FILE_PARTS)) for survey in (before, after)}
        assert (len(digests) == 2) is is_changed
    for path, is_changed in ((SUB, False), (TOP, True)):
        digests = {digest(folder_page(survey, path, FOLDER_PARTS)) for survey in (before, after)}
        assert (len(digests) == 2) is is_changed


def test_what_is_excluded_changed_with_nothing(root: Path) -> None:
    survey = survey_root(root, exclude=("sub/b.py",))
    assert set(survey.history) == {A, PurePosixPath("c.png")}
    assert B not in {relation.target for relation in survey.relations.get(A, ())}


@pytest.mark.parametrize(
    ("remote", "template", "url"),
    [
        ("https://github.com/x/y.git", "", "https://github.com/x/y/commit/{commit}"),
        ("git@gitlab.com:x/y.git", "", "https://gitlab.com/x/y/-/commit/{commit}"),
        ("https://bitbucket.org/x/y", "", "https://bitbucket.org/x/y/commits/{commit}"),
        ("https://codeberg.org/x/y", "", "https://codeberg.org/x/y/commit/{commit}"),
        ("https://example.org/x/y", "", ""),
        ("https://github.com/x/y", "https://example.org/{path}", ""),
        ("https://github.com/x/y", "https://github.com/x/y/raw/main/{path}",
         "https://github.com/x/y/commit/{commit}"),
    ],
)  # fmt: skip
def test_commits_are_shown_where_the_files_are(
    root: Path, remote: str, template: str, url: str
) -> None:
    run_git(root, "remote", "add", "origin", remote)
    survey = survey_root(root, source_url=template)
    contents = find_contents(survey, TOP)
    assert survey.commit_url == find_metadata(survey, A).commit_url == contents.commit_url == url


def test_all_that_the_history_depends_on_is_in_the_fingerprint(root: Path) -> None:
    def mark(**wishes: bool) -> str:
        request = Request(root, exclude=(".mailmap",), **wishes)  # type: ignore[arg-type]
        return fingerprint(request, list_repository(request))

    marks = [mark(), mark(history=False), mark(authors=False)]
    (root / ".mailmap").write_text("Eve <b@example.org>\n")
    marks.append(mark())
    run_git(root, "commit", "--quiet", "--allow-empty", "--message", "nothing")
    marks.append(mark())
    assert len(set(marks)) == len(marks)


def test_a_history_that_git_cannot_tell_is_one_problem(root: Path) -> None:
    blob = run_git(root, "rev-parse", "HEAD~3^{tree}").strip()
    (root / ".git/objects" / blob[:2] / blob[2:]).unlink()
    survey = survey_root(root)
    (problem,) = survey.listing.problems
    assert problem.kind is ProblemKind.HISTORY
    assert blob in problem.message
    assert (survey.history, list(survey.facts)) == ({}, [A, B])


def test_a_secret_in_a_subject_is_withheld(root: Path, tmp_path: Path) -> None:
    key = "AKIA" + "QYLPMN5HHHFPZAM2"
    run_git(root, "commit", "--quiet", "--amend", "--message", f"Take {key} out")
    picture = PurePosixPath("c.png")
    subjects = [
        survey_root(root, is_redacted=is_redacted, store=tmp_path).history[picture].last.subject
        for is_redacted in (True, False)
    ]
    assert [key in subject for subject in subjects] == [False, True]
    assert key.encode() not in zlib.decompress((tmp_path / FILE_NAME).read_bytes())
