"""Which commits changed each file, and when that cannot be known."""

import re
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from sphinx_repodoc.errors import GitError
from sphinx_repodoc.model.history import Churn, Log
from sphinx_repodoc.scan import git
from sphinx_repodoc.scan.log import FILE_NAME
from sphinx_repodoc.scan.past import find_horizon, read_log
from tests.conftest import run_git
from tests.oracles.history import compare
from tests.scan.histories import Past, draw_past, read, tell

TEXT = "".join(f"{number}\n" for number in range(20))
OTHER = "".join(f"other {number}\n" for number in range(20))
A = PurePosixPath("a")


@pytest.fixture
def past(tmp_path: Path) -> Past:
    return Past(tmp_path / "repo")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """What git is asked for, and of how many commits it tells."""
    found: list[tuple[str, int]] = []
    run = git.run

    def note(folder: Path, *arguments: str, **others: Any) -> bytes:
        answer = run(folder, *arguments, **others)
        if "log" in arguments:
            kinds = {"--name-status", "--numstat"}.intersection(arguments) or {"subjects"}
            found.append((kinds.pop(), len(re.findall(rb"\0{3,}", answer)) + 1))
        return answer

    monkeypatch.setattr(git, "run", note)
    return found


@pytest.mark.parametrize(
    ("trees", "name", "commits", "is_known"),
    [
        ([{"a": TEXT}, {"a": OTHER}], "a", [2, 1], True),
        ([{"a": TEXT}, {"b": TEXT + "x\n"}, {"b": OTHER}], "b", [3, 2, 1], True),
        ([{"a": TEXT}, {"b": TEXT}, {"b": TEXT, "a": OTHER}], "a", [3, 2, 1], True),
        ([{"a": TEXT}, {"a": TEXT, "b": OTHER}, {"b": TEXT}], "b", [3, 2], True),
        ([{"a": TEXT}, {}, {"a": OTHER}], "a", [3, 2, 1], True),
        ([{"a": TEXT}, {"a": TEXT + "x\n", "b": TEXT}], "b", [2], True),
        ([{"a": TEXT}, {"b": TEXT, "c": TEXT + "x\n"}], "b", [2, 1], True),
        ([{"a": TEXT}, {"b": TEXT, "c": TEXT + "x\n"}], "c", [2, 1], True),
        ([{"a": ""}, {"b": ""}], "b", [2], True),
        ([{"a": TEXT}, {"a": TEXT, "b": OTHER}], "a", [1], True),
    ],
    ids=[
        "changed", "renamed", "renamed away and made again", "changed as another goes",
        "deleted and made again", "copied", "split", "split, the other part", "renamed while empty",
        "left alone",
    ],
)  # fmt: skip
def test_a_file_is_followed_through_its_names(
    past: Past, trees: list[dict[str, str]], name: str, commits: list[int], *, is_known: bool
) -> None:
    for number, tree in enumerate(trees):
        past.commit(tree, *([number] if number else []))
    log = read(past.write())
    assert tell(log, name) == [f"commit {number}" for number in commits]
    first = log.of(PurePosixPath(name)).first
    assert (first.subject if first else "") == f"commit {commits[-1]}"


def test_a_history_names_commits_authors_and_the_lines_of_two_years(past: Past) -> None:
    year = 365 * 24 * 3600
    past.commit({"a": TEXT}, author="Ada <x@example.org>")
    past.commit({"a": OTHER}, 1, time=2 * year, author="x@example.org <y@example.org>")
    past.commit({"a": OTHER, "b": "\0"}, 2, time=2 * year + 5, author="Ada <z@example.org>")
    past.commit({"a": OTHER + "1\n2\n", "b": "\0\0"}, 3, time=3 * year, author="Ada <x>")
    history = read(past.write()).of(A)
    assert (history.last.subject, history.last.day) == ("commit 4", "2026-12-31")
    assert history.first
    assert (history.first.subject, history.first.day) == ("commit 1", "2024-01-01")
    assert (history.commits, history.authors) == (3, (("Ada", 2), ("x", 1)))
    assert history.churn == Churn("2025-01-01", 2, 22, 20)


def test_the_lines_of_what_cannot_be_counted_are_left_out(past: Past) -> None:
    past.commit({"a": TEXT, "b": "\0"})
    past.commit({"a": TEXT + "1\n", "b": "\0\0", "c": TEXT}, 1)
    assert read(past.write()).churn == {A: Churn("2023-01-01", 2, 21, 0)}


@pytest.mark.parametrize(
    ("trees", "name", "commits", "first"),
    [
        ([{"a": TEXT}, {"a": TEXT}, {"a": TEXT, "b": OTHER}], "a", [1], 1),
        ([{"a": TEXT}, {"a": TEXT}, {"a": TEXT, "b": OTHER}], "b", [4], 4),
        ([{}, {}, {"a": "again\n"}], "a", [4, 3, 2, 1], 1),
        ([{"a": TEXT + "x\n"}, {"a": TEXT + "y\n"}, {"a": TEXT + "xy\n"}], "a", [4, 3, 2, 1], 1),
        ([{"b": TEXT}, {"a": TEXT, "c": OTHER}, {"b": TEXT, "c": OTHER}], "b", [2, 1], 1),
        ([{"a": TEXT}, {"a": TEXT + "x\n"}, {"b": TEXT + "x\n"}], "b", [4, 3, 1], 1),
    ],
    ids=[
        "left alone", "brought in", "brought in again", "unlike both", "renamed by one",
        "renamed by the merge",
    ],
)  # fmt: skip
def test_a_merge_counts_if_a_file_is_like_that_of_no_parent(
    past: Past, trees: list[dict[str, str]], name: str, commits: list[int], first: int
) -> None:
    past.commit({"a": TEXT, "z": "z\n"})
    left, right, merged = ({**tree, "z": "z\n"} for tree in trees)
    past.commit(left, 1, time=5)
    past.commit(right, 1, time=9)
    past.commit(merged, 2, 3, time=12)
    log = read(past.write())
    assert tell(log, name) == [f"commit {number}" for number in commits]
    history = log.of(PurePosixPath(name))
    assert history.first
    assert history.first.subject == f"commit {first}"


def test_commits_of_a_repository_that_was_merged_into_a_folder_are_not_of_this_one(
    past: Past,
) -> None:
    past.commit({"a": TEXT})
    past.commit({"a": OTHER, "z": "z\n"}, time=5)
    past.commit({"a": OTHER + "x\n", "z": "z\n"}, 2, time=6)
    past.commit({"a": TEXT, "lib/a": OTHER + "x\n", "z": "z\n"}, 1, 3, time=7)
    log = read(past.write())
    assert [tell(log, name) for name in ("a", "lib/a", "z")] == [
        *(["commit 1"], ["commit 4"], ["commit 2"])
    ]


@pytest.mark.parametrize("seed", range(6))
def test_the_history_is_that_of_git(tmp_path: Path, seed: int) -> None:
    root = draw_past(tmp_path / "repo", seed).write()
    found = list(compare(root, every=1))
    assert found
    assert [name for name, kind in found if kind.startswith("?")] == []


@pytest.mark.parametrize("seed", range(4))
def test_an_extended_log_is_that_of_a_whole_pass(tmp_path: Path, seed: int) -> None:
    past = draw_past(tmp_path / "repo", seed)
    root, store = past.write(), tmp_path / "store"
    for number in (5, 6, 20, 12, len(past.trees)):
        log = read(root, f"c{number}", store)
        assert log == read(root, f"c{number}")
        assert log == read(root, f"c{number}", store)


def test_git_is_asked_once_and_later_only_for_new_commits(
    past: Past, tmp_path: Path, asked: list[tuple[str, int]]
) -> None:
    for number in range(9):
        past.commit({"a": f"{number}\n"}, *([number] if number else []), time=number)
    root = past.write()
    read(root, "c7", tmp_path)
    assert asked == [("--name-status", 7), ("--numstat", 7), ("subjects", 1)]
    read(root, "c7", tmp_path)
    read(root, "c9", tmp_path)
    assert asked[3:] == [
        ("subjects", 1),
        *(("--name-status", 2), ("--numstat", 2), ("subjects", 1)),
    ]


@pytest.mark.parametrize("content", [b"", b"\0", b"x\x9c\x03\0\0\0\0\x01"])
def test_a_damaged_store_is_made_anew(past: Past, tmp_path: Path, content: bytes) -> None:
    past.commit({"a": TEXT})
    (tmp_path / FILE_NAME).write_bytes(content)
    assert read(past.write(), store=tmp_path) == read(past.root)
    assert (tmp_path / FILE_NAME).read_bytes() != content


def test_a_store_of_commits_that_are_gone_is_of_no_use(past: Past, tmp_path: Path) -> None:
    past.commit({"a": TEXT})
    read(past.write(), store=tmp_path)
    other = Past(tmp_path / "other")
    other.commit({"a": TEXT}, time=1)
    assert read(other.write(), store=tmp_path) == read(other.root)


def test_names_are_those_of_the_mailmap_of_the_repository(past: Past, tmp_path: Path) -> None:
    past.commit({"a": TEXT}, author="Ada <ada@example.org>")
    root = past.write()
    run_git(root, "config", "mailmap.file", str(tmp_path / "other"))
    (tmp_path / "other").write_text("Zoe <ada@example.org>\n")
    names = []
    for mailmap in ("", "Bob <ada@example.org>\n"):
        (root / ".mailmap").write_text(mailmap)
        names += [read(root, store=tmp_path).authors]
    assert names == [("Ada",), ("Bob",)]


def test_a_subject_names_no_address(past: Past) -> None:
    past.commit({"a": TEXT}, subject="By a.b@example.org, for x@1.2")
    assert read(past.write()).commits[0].subject == "By a.b, for x@1.2"


def shorten(past: Past, folder: Path, *options: str) -> Path:
    run_git(folder, "clone", "--quiet", *options, past.write().as_uri(), "clone")
    return folder / "clone"


def test_of_a_shallow_clone_only_last_commits_are_known(past: Past, tmp_path: Path) -> None:
    past.commit({"a": TEXT, "b": TEXT})
    past.commit({"a": TEXT + "x\n", "b": OTHER}, 1, time=5)
    past.commit({"a": OTHER, "b": OTHER}, 2, time=6)
    clone = shorten(past, tmp_path, "--depth=2", "--branch=c3")
    log = read(clone, store=tmp_path / "store")
    history = log.of(A)
    assert log.changed.keys() == {A}
    assert (history.last.subject, history.first, history.commits) == ("commit 3", None, 0)
    assert (history.authors, history.churn) == ((), None)
    assert "shallow" in find_horizon(clone, "HEAD").omission
    run_git(clone, "fetch", "--quiet", "--unshallow")
    assert read(clone, store=tmp_path / "store") == read(past.root)


def test_of_a_partial_clone_nothing_is_known(past: Past, tmp_path: Path) -> None:
    past.commit({"a": TEXT})
    clone = shorten(past, tmp_path)
    run_git(clone, "config", "remote.origin.promisor", "true")
    assert read(clone) == Log()
    assert "partial" in find_horizon(clone, "HEAD").omission


def test_a_graft_changes_nothing(past: Past) -> None:
    past.commit({"a": TEXT})
    past.commit({"a": OTHER}, 1)
    root = past.write()
    before = read(root)
    (root / ".git/info").mkdir()
    (root / ".git/info/grafts").write_text(before.commits[0].id + "\n")
    assert len(run_git(root, "log", "--format=%H").split()) == 1
    assert read(root) == before


def test_settings_of_the_repository_change_nothing(tmp_path: Path) -> None:
    root = draw_past(tmp_path / "repo", 1).write()
    before = read(root)
    settings = [
        "log.showRoot=false", "log.follow=true", "log.diffMerges=on", "diff.orderFile=nowhere",
        "diff.renames=false", "diff.renameLimit=1", "diff.algorithm=patience", "diff.noprefix=true",
        "log.mailmap=false", "i18n.logOutputEncoding=UTF-16", "log.date=raw",
    ]  # fmt: skip
    for setting in settings:
        run_git(root, "config", *setting.split("="))
    assert read(root) == before


def test_below_the_top_level_paths_are_those_of_the_folder(tmp_path: Path) -> None:
    past = Past(tmp_path / "repo")
    past.commit({"sub/a": TEXT, "a": "x\n"})
    past.commit({"sub/a": TEXT, "a": "y\n"}, 1)
    past.commit({"sub/a": TEXT, "a": "z\n"}, 1)
    past.commit({"sub/a": OTHER, "a": "merged\n", "sub/b": "new\n"}, 2, 3)
    past.commit({"sub/a": OTHER, "a": "1\n", "sub/b": "new\n", "c": "\n"}, 4)
    past.commit({"sub/a": OTHER, "a": "2\n", "sub/b": "new\n", "c": "\n"}, 4)
    past.commit({"sub/a": OTHER, "a": "3\n", "sub/b": "new\n", "sub/c": "\n"}, 5, 6)
    root = past.write()
    head = run_git(root, "rev-parse", "HEAD").strip()
    files = [A, PurePosixPath("b"), PurePosixPath("c")]
    log = read_log(root / "sub", find_horizon(root / "sub", head), files, None)
    told = [tell(log, str(name)) for name in files]
    assert told == [["commit 4", "commit 1"], ["commit 4"], ["commit 7"]]


def test_what_git_does_not_tell_is_an_error(past: Past) -> None:
    past.commit({"a": TEXT})
    past.commit({"a": OTHER}, 1)
    root = past.write()
    tree = run_git(root, "rev-parse", "HEAD^^{tree}").strip()
    (root / ".git/objects" / tree[:2] / tree[2:]).unlink()
    with pytest.raises(GitError):
        read(root)


def test_nothing_is_known_before_the_first_commit(tmp_path: Path) -> None:
    assert find_horizon(tmp_path, "").commit == ""
    assert find_horizon(tmp_path, "0" * 40).commit == ""
