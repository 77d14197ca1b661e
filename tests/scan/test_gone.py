"""What left the repository, and what became of it."""

from pathlib import Path, PurePosixPath

import pytest

from sphinx_repodoc.scan.gone import Gone, find_removals, holds, read_gone
from tests.conftest import MakeRepo, run_git

A, B, C = PurePosixPath("a.py"), PurePosixPath("lib/b.py"), PurePosixPath("lib/c.py")
TEXT = "".join(f"line_{number} = {number}\n" for number in range(9))


def head(root: Path) -> str:
    return run_git(root, "rev-parse", "HEAD").strip()


def move(root: Path, old: PurePosixPath, new: PurePosixPath, *, is_committed: bool = True) -> str:
    (root / new).parent.mkdir(exist_ok=True)
    run_git(root, "mv", str(old), str(new))
    return commit(root) if is_committed else ""


def commit(root: Path) -> str:
    run_git(root, "commit", "--quiet", "--all", "--message", "next")
    return head(root)


@pytest.fixture
def root(make_repo: MakeRepo) -> Path:
    return make_repo({"a.py": TEXT, "other.py": ""})


def test_a_path_that_was_renamed_twice_is_what_it_is_called_last(root: Path) -> None:
    first, second = move(root, A, B), move(root, B, C)
    assert read_gone(root, head(root), None) == {B: Gone(second, C), A: Gone(first, C)}


def test_a_path_that_was_deleted_is_nothing_now_whatever_it_was_called_before(root: Path) -> None:
    first = move(root, A, B)
    run_git(root, "rm", "--quiet", str(B))
    second = commit(root)
    assert read_gone(root, head(root), None) == {B: Gone(second), A: Gone(first)}


def test_what_is_staged_counts_as_after_the_last_commit(root: Path) -> None:
    first = move(root, A, B)
    move(root, B, C, is_committed=False)
    assert read_gone(root, head(root), None) == {B: Gone("", C), A: Gone(first, C)}


def test_nothing_is_known_to_be_gone_without_commits(tmp_path: Path) -> None:
    assert read_gone(tmp_path, "", None) == {}


def test_a_word_leaves_a_file_with_the_last_commit_that_changed_a_line_with_it(root: Path) -> None:
    (root / A).write_text(TEXT.replace("line_3 ", "third "))
    gone = commit(root)
    wanted = [(A, word) for word in ("line_3", "line", "line_9")]
    assert find_removals(root, gone, wanted) == {(A, "line_3"): Gone(gone)}
    assert find_removals(root, gone, []) == {}


@pytest.mark.parametrize(
    ("text", "pathspec", "is_there"),
    [
        ("line_3 = 3", "*.py", True),
        ("line.3", "*.py", False),
        ("line_3", "*.rst", False),
        ("-3", "*.py", False),
    ],
)
def test_a_text_is_looked_for_as_it_is_written(
    root: Path, text: str, pathspec: str, *, is_there: bool
) -> None:
    assert holds(root, "HEAD", text, pathspec) is is_there
