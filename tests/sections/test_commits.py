"""What sections say of commits."""

from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model.folder_pages import Contents, Entry
from sphinx_repodoc.model.history import Churn, Commit, FileHistory
from sphinx_repodoc.model.pages import Related, RelatedFile
from sphinx_repodoc.model.relations import Relation, RelationKind, Together
from sphinx_repodoc.sections.commits import commit_link, history_rows
from sphinx_repodoc.sections.content import Inline
from sphinx_repodoc.sections.folder import outline_contents
from sphinx_repodoc.sections.links import Links
from sphinx_repodoc.sections.related import outline
from tests.sections.content_text import lead, plain

URL = "https://forge.example/commit/{commit}"
COMMIT = Commit("0123456789abcdef", "2026-11-20", 1, "Do it")
OLD = Commit("fedcba9876543210", "2020-01-02", 0, "")
HERE, OTHER = PurePosixPath("pkg/a.py"), PurePosixPath("pkg/b.py")


def rows(history: FileHistory, *, is_committed: bool = True) -> dict[str, str]:
    found = history_rows(history, "", is_committed=is_committed)
    return {name: "".join(map(plain, pieces)) for name, pieces in found}


def test_a_commit_is_linked_where_its_forge_is_known() -> None:
    assert lead(commit_link(COMMIT, URL)) == "https://forge.example/commit/0123456789abcdef"
    shown: list[Inline] = [commit_link(COMMIT, template) for template in (URL, "")]
    assert [plain(each) for each in shown] == ["0123456789"] * 2
    assert commit_link(COMMIT, "", "2026") == "2026"


def test_all_that_is_known_is_said() -> None:
    churn = Churn("2025-01-01", 2, 1200, 1)
    history = FileHistory(COMMIT, OLD, 1234, (("Ada", 1200), ("Bob", 34)), churn)
    assert rows(history) == {
        "Last commit": "2026-11-20, 0123456789: Do it",
        "First commit": "2020-01-02, fedcba9876",
        "Commits": "1,234",
        "Authors": "Ada (1,200), Bob (34)",
        "Lines changed": "1,200 lines added and 1 removed by 2 commits since 2025-01-01",
    }


def test_what_is_not_known_is_not_said() -> None:
    assert rows(FileHistory(COMMIT)).keys() == {"Last commit"}
    said = rows(FileHistory(COMMIT), is_committed=False)["Last commit"]
    assert said.endswith("Do it; the file here differs from what was committed")


@pytest.mark.parametrize(
    ("subject", "end"),
    [("x" * 100, "x" * 100), ("x" * 101, "x" * 100 + "…"), ("a\x1b[1m", "a␛[1m")],
)
def test_a_subject_is_shown_as_far_as_it_can_be(subject: str, end: str) -> None:
    said = rows(FileHistory(replace(COMMIT, subject=subject)))["Last commit"]
    assert said == f"2026-11-20, 0123456789: {end}"


@pytest.mark.parametrize(
    ("number", "end"), [(10, "a9 (1)"), (11, "a9 (1), and 1 more"), (1010, "and 1,000 more")]
)
def test_of_many_authors_the_number_is_said(number: int, end: str) -> None:
    history = FileHistory(COMMIT, authors=tuple((f"a{n}", 1) for n in range(number)))
    assert rows(history)["Authors"].endswith(end)


def test_a_commit_without_a_date_or_an_author_without_a_name_is_said_to_have_none() -> None:
    said = rows(FileHistory(replace(COMMIT, day=""), authors=(("", 1),)))
    assert said == {"Last commit": "0123456789: Do it", "Authors": "no name (1)"}


def test_files_that_changed_together_say_in_how_many_commits(links: Links) -> None:
    together = Together(3, 4, COMMIT)
    relation = Relation(RelationKind.CHANGED_TOGETHER, HERE, OTHER, together=together)
    related = Related(HERE, (RelatedFile(OTHER, (relation,)),), commit_url=URL)
    (content,) = outline(related, links)
    said = "changed together in 3 of 4 commits to at most 25 files, last in 0123456789"
    assert plain(content) == f"pkg/b.py: {said}"


def test_the_contents_of_a_folder_date_what_has_a_commit(links: Links) -> None:
    known, unknown = Entry(HERE, "", None, 1, 0, COMMIT), Entry(OTHER, "", None, 1, 0)
    folder = replace(known, path=PurePosixPath("pkg/sub"), files=2)
    contents = Contents(PurePosixPath("pkg"), (folder,), (known, unknown), URL)
    said = [" ".join(plain(content).split()) for content in outline_contents(contents, links)]
    assert said == [
        "Folder Files Bytes Last commit to a file Description sub/ 2 1 2026-11-20",
        "File Bytes Last commit Description a.py 1 2026-11-20 b.py 1",
    ]
    (plainest,) = outline_contents(replace(contents, folders=(), files=(unknown,)), links)
    assert "Last commit" not in plain(plainest)
