"""The newest commit that changed each file."""

from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import pytest

from sphinx_repodoc.scan import git
from sphinx_repodoc.scan.files import scan
from sphinx_repodoc.scan.history import FILE_NAME, find_commits, parse_log
from tests.conftest import MakeRepo, run_git, write_tree

Ask = Callable[..., dict[str, str]]


def commit(root: Path, tree: dict[str, str], message: str) -> str:
    write_tree(root, tree)
    run_git(root, "add", "--all")
    run_git(root, "commit", "--quiet", "--allow-empty", "--message", message)
    return head_of(root)


def head_of(root: Path) -> str:
    return run_git(root, "rev-parse", "HEAD").strip()


@pytest.fixture
def root(make_repo: MakeRepo) -> Path:
    return make_repo({"a.py": "a", "sub/b.py": "b"})


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What git is started for."""
    found: list[str] = []
    stream = git.stream

    def note(folder: Path, *arguments: str) -> Iterator[bytes]:
        found.append(" ".join(arguments))
        return stream(folder, *arguments)

    monkeypatch.setattr(git, "stream", note)
    return found


def ask(root: Path, store: Path | None = None) -> dict[str, str]:
    """Return the commit of each file that is as it was committed, in words."""
    listing = scan(root)
    wanted = [file.path for file in listing.files.values() if file.is_committed]
    commits = find_commits(root, listing.head.commit, wanted, store)
    return {
        str(path): run_git(root, "log", "-1", "--format=%s", sha).strip()
        for path, sha in commits.items()
    }


def test_a_file_keeps_its_commit_when_others_change(root: Path) -> None:
    commit(root, {"a.py": "a2"}, "second")
    commit(root, {"c.py": "c"}, "third")
    assert ask(root) == {"a.py": "second", "c.py": "third", "sub/b.py": "first"}


def test_a_file_that_differs_from_the_commit_has_none(root: Path) -> None:
    (root / "a.py").write_text("changed")
    assert ask(root) == {"sub/b.py": "first"}


def test_a_renamed_file_was_changed_by_its_renaming(root: Path) -> None:
    run_git(root, "mv", "a.py", "new.py")
    commit(root, {}, "renamed")
    assert ask(root) == {"new.py": "renamed", "sub/b.py": "first"}


def test_a_merge_is_the_commit_of_what_it_brings_in(root: Path) -> None:
    run_git(root, "checkout", "--quiet", "-b", "topic")
    commit(root, {"a.py": "topic"}, "on the branch")
    run_git(root, "checkout", "--quiet", "main")
    commit(root, {"c.py": "c"}, "on main")
    run_git(root, "merge", "--quiet", "--no-ff", "--no-commit", "topic")
    commit(root, {"only.py": "in the merge"}, "merged")
    wanted = {"a.py": "merged", "c.py": "on main", "only.py": "merged", "sub/b.py": "first"}
    assert ask(root) == wanted
    run_git(root, "checkout", "--quiet", "--detach")
    assert ask(root) == wanted


def test_below_the_top_level_paths_are_those_of_the_folder(root: Path) -> None:
    commit(root, {"b.py": "another"}, "second")
    assert ask(root / "sub") == {"b.py": "first"}


def test_of_a_shallow_clone_the_oldest_commit_is_taken(root: Path, tmp_path: Path) -> None:
    commit(root, {"c.py": "c"}, "second")
    run_git(tmp_path, "clone", "--quiet", "--depth", "1", root.as_uri(), "clone")
    assert set(ask(tmp_path / "clone").values()) == {"second"}


def test_settings_of_the_repository_change_nothing(root: Path) -> None:
    before = ask(root)
    for setting in ("log.showRoot=false", "log.diffMerges=off", "diff.orderFile=nowhere"):
        run_git(root, "config", *setting.split("="))
    assert ask(root) == before


def test_what_git_does_not_tell_is_the_commit_that_is_checked_out(root: Path) -> None:
    path = PurePosixPath("nowhere.py")
    assert find_commits(root, head_of(root), [path], None) == {path: head_of(root)}
    assert find_commits(root, "0" * 40, [path], None) == {path: "0" * 40}


def test_the_same_commit_is_asked_once(root: Path, tmp_path: Path, started: list[str]) -> None:
    first = ask(root, tmp_path)
    assert len(started) == 1
    assert ask(root, tmp_path) == first
    assert len(started) == 1


@pytest.mark.parametrize("branch", ["main", "merged", "topic", "amended"])
def test_what_is_kept_gives_the_same_as_a_new_search(
    root: Path, tmp_path: Path, started: list[str], branch: str
) -> None:
    commit(root, {"a.py": "a2"}, "second")
    run_git(root, "checkout", "--quiet", "-b", "topic")
    commit(root, {"a.py": "a3", "t.py": "t"}, "on the branch")
    run_git(root, "checkout", "--quiet", "-b", "merged", "main")
    run_git(root, "merge", "--quiet", "--no-ff", "--message", "merged", "topic")
    run_git(root, "checkout", "--quiet", "-b", "amended", "main")
    run_git(root, "commit", "--quiet", "--amend", "--message", "amended")
    run_git(root, "checkout", "--quiet", "topic")
    ask(root, tmp_path)
    run_git(root, "checkout", "--quiet", branch)
    assert ask(root, tmp_path) == ask(root)
    run_git(root, "checkout", "--quiet", "topic")
    assert ask(root, tmp_path) == ask(root)


def test_the_search_ends_where_everything_is_found(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(root, tmp_path)
    for number in range(3):
        commit(root, {"c.py": str(number)}, f"commit {number}")
    seen: list[str] = []

    def note(chunks: Iterator[bytes]) -> Iterator[tuple[str, PurePosixPath | None]]:
        for sha, path in parse_log(chunks):
            seen.append(sha)
            yield sha, path

    monkeypatch.setattr("sphinx_repodoc.scan.history.parse_log", note)
    ask(root, tmp_path)
    assert len(set(seen)) == 4


@pytest.mark.parametrize("content", [b"", b"\x00 no record", b"\x93\x01"])
def test_a_damaged_record_is_made_anew(root: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    assert ask(root, tmp_path) == {"a.py": "first", "sub/b.py": "first"}
    assert (tmp_path / FILE_NAME).read_bytes() != content


def test_a_record_of_another_folder_is_of_no_use(root: Path, tmp_path: Path) -> None:
    commit(root, {"b.py": "at the top"}, "second")
    ask(root, tmp_path)
    assert ask(root / "sub", tmp_path) == {"b.py": "first"}


def test_names_may_be_anything(make_repo: MakeRepo, tmp_path: Path) -> None:
    root = make_repo({"a" * 40: "", "new\nline": "", "\nfirst": "", "-": ""})
    commit(root, {"other": ""}, "second")
    for _ in range(2):
        found = ask(root, tmp_path)
        assert [name for name, message in found.items() if message != "first"] == ["other"]


def test_a_record_may_be_cut_anywhere_between_two_pieces() -> None:
    log = b"\0one\0\na.py\0b.py\0\0two\0\0three\0\nc\0"
    wanted = [
        ("one", None),
        ("one", PurePosixPath("a.py")),
        ("one", PurePosixPath("b.py")),
        ("two", None),
        ("three", None),
        ("three", PurePosixPath("c")),
    ]
    for size in range(1, len(log)):
        pieces = [log[start : start + size] for start in range(0, len(log), size)]
        assert list(parse_log(pieces)) == wanted
