import os
import subprocess
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from sphinx_repodoc.model.files import FileKind, Head, ProblemKind, SkipReason
from sphinx_repodoc.scan.files import scan
from sphinx_repodoc.scan.tracked import parse_remote
from tests.conftest import MakeRepo, run_git, write_tree


def listed(root: Path) -> list[str]:
    return [str(path) for path in scan(root).files]


def skipped(root: Path) -> dict[str, SkipReason]:
    return {str(path): reason for path, reason in scan(root).skipped.items()}


def test_what_git_does_not_track_is_named_with_the_reason(make_repo: MakeRepo) -> None:
    root = make_repo({"a.py": "", ".gitignore": "*.log\nbuild/\n", "f/b.py": ""})
    write_tree(root, {"x.log": "", "new.py": "", "build/y/z": "", "f/x.log": "", "g/h/i": ""})
    assert listed(root) == [".gitignore", "a.py", "f/b.py"]
    assert skipped(root) == {
        "build": SkipReason.IGNORED,
        "f/x.log": SkipReason.IGNORED,
        "g": SkipReason.UNTRACKED,
        "new.py": SkipReason.UNTRACKED,
        "x.log": SkipReason.IGNORED,
    }


def test_a_tracked_file_is_published_although_the_rules_ignore_it(make_repo: MakeRepo) -> None:
    root = make_repo({".gitignore": "*.log", "x.log": ""})
    assert listed(root) == [".gitignore", "x.log"]


def test_the_contents_are_those_of_the_work_tree(make_repo: MakeRepo) -> None:
    root = make_repo({"same": "1\n", "changed": "1\n", "staged": "1\n"})
    write_tree(root, {"changed": "1\n2\n", "staged": "22\n", "added": "\n"})
    run_git(root, "add", "staged", "added")
    facts = {str(file.path): (file.size, file.is_committed) for file in scan(root).files.values()}
    assert facts == {
        "added": (1, False),
        "changed": (4, False),
        "same": (2, True),
        "staged": (3, False),
    }


def test_blob_ids_are_those_of_git(make_repo: MakeRepo) -> None:
    root = make_repo({"empty": "", "text": "é\n", "binary": b"\0\xff", "large": b"x" * 3_000_000})
    (root / "link").symlink_to(".//text/")
    run_git(root, "add", "link")
    run_git(root, "commit", "--quiet", "--message", "second")
    records = run_git(root, "ls-files", "--stage", "-z").split("\0")[:-1]
    ids = {record.partition("\t")[2]: record.split(" ")[1] for record in records}
    files = scan(root).files.values()
    assert {str(file.path): file.blob for file in files} == ids
    assert all(file.is_committed for file in files)


def test_a_file_whose_line_ends_git_converts_is_not_the_committed_one(make_repo: MakeRepo) -> None:
    root = make_repo({"a": "1\n", ".gitattributes": "a text eol=crlf"})
    (root / "a").unlink()
    run_git(root, "checkout", "a")
    file = scan(root).files[PurePosixPath("a")]
    assert (file.newline, file.is_committed) == ("\r\n", False)


def test_a_submodule_is_named_and_not_entered(make_repo: MakeRepo) -> None:
    inner = make_repo({"x": ""}, name="inner")
    root = make_repo({"a": ""})
    run_git(
        root, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner), "sub"
    )
    listing = scan(root)
    assert [str(path) for path in listing.files] == [".gitmodules", "a", "sub"]
    file = listing.files[PurePosixPath("sub")]
    assert (file.kind, file.blob) == (
        FileKind.SUBMODULE,
        run_git(inner, "rev-parse", "HEAD").strip(),
    )
    assert not file.is_committed
    assert listing.folders.keys() == {PurePosixPath()}
    assert listed(root / "sub") == ["x"]


def test_a_symbolic_link_is_named_with_its_target(make_repo: MakeRepo) -> None:
    root = make_repo({"a": ""})
    (root / "out").symlink_to("/etc/passwd")
    run_git(root, "add", "out")
    file = scan(root).files[PurePosixPath("out")]
    assert (file.kind, file.target, file.size) == (FileKind.SYMLINK, "/etc/passwd", 11)


def test_a_path_below_a_folder_that_became_a_link_lies_outside(
    make_repo: MakeRepo, tmp_path: Path
) -> None:
    root = make_repo({"a": "", "f/g/secret": ""})
    (root / "f").rename(tmp_path / "elsewhere")
    (root / "f").symlink_to(tmp_path / "elsewhere")
    assert listed(root) == ["a"]
    assert skipped(root)["f/g/secret"] is SkipReason.OUTSIDE


def test_a_sparse_checkout_misses_what_is_not_checked_out(make_repo: MakeRepo) -> None:
    root = make_repo({"a": "", "f/b": "", "g/c": ""})
    run_git(root, "sparse-checkout", "set", "--sparse-index", "f")
    assert listed(root) == ["a", "f/b"]
    assert skipped(root) == {"g/c": SkipReason.MISSING}


def test_a_deleted_file_is_missing(make_repo: MakeRepo) -> None:
    root = make_repo({"a": "", "f/b": ""})
    (root / "f" / "b").unlink()
    (root / "f").rmdir()
    (root / "f").write_text("")
    assert listed(root) == ["a"]
    assert skipped(root) == {"f": SkipReason.UNTRACKED, "f/b": SkipReason.MISSING}


def test_unmerged_paths_are_listed_once(make_repo: MakeRepo) -> None:
    root = make_repo({"a": "1"})
    run_git(root, "checkout", "--quiet", "-b", "other")
    for branch, text in (("main", "2"), ("other", "3")):
        run_git(root, "checkout", "--quiet", branch)
        (root / "a").write_text(text)
        run_git(root, "commit", "--quiet", "--all", "--message", text)
    with pytest.raises(subprocess.CalledProcessError):
        run_git(root, "merge", "main")
    assert len(run_git(root, "ls-files", "--stage").splitlines()) == 3
    assert listed(root) == ["a"]


def test_the_root_may_be_a_subfolder_of_the_work_tree(make_repo: MakeRepo) -> None:
    root = make_repo(
        {"a": "", "f/b": "", "f/g/c": "", ".gitattributes": "f/g/* linguist-generated"}
    )
    (root / "f" / "new").touch()
    (root / "new").touch()
    listing = scan(root / "f")
    assert [str(path) for path in listing.files] == ["b", "g/c"]
    assert [file.is_generated for file in listing.files.values()] == [False, True]
    assert all(file.is_committed for file in listing.files.values())
    assert listing.skipped == {PurePosixPath("new"): SkipReason.UNTRACKED}


def test_a_root_that_git_ignores_is_no_part_of_the_repository(make_repo: MakeRepo) -> None:
    root = make_repo({".gitignore": "build", "build/sdist/a": "", "build/sdist/.gitignore": "b"})
    run_git(root, "rm", "--quiet", "-r", "--cached", "build")
    (root / "build" / "sdist" / "b").touch()
    listing = scan(root / "build" / "sdist")
    assert [str(path) for path in listing.files] == [".gitignore", "a"]
    assert not listing.problems


def test_attributes_mark_generated_and_vendored_files(make_repo: MakeRepo) -> None:
    attributes = (
        "*.min.js linguist-vendored\nf/* linguist-generated=true\nf/no -linguist-generated\n"
    )
    root = make_repo({".gitattributes": attributes, "a.min.js": "", "f/b": "", "f/no": ""})
    files = scan(root).files.values()
    assert [str(file.path) for file in files if file.is_vendored] == ["a.min.js"]
    assert [str(file.path) for file in files if file.is_generated] == ["f/b"]


def test_the_head_is_commit_branch_and_remote(make_repo: MakeRepo) -> None:
    root = make_repo({"a": ""})
    run_git(root, "remote", "add", "origin", "https://ada:secret@example.org/ada/a.git")
    commit = run_git(root, "rev-parse", "HEAD").strip()
    assert scan(root).head == Head(commit, "main", "https://example.org/ada/a.git")
    run_git(root, "checkout", "--quiet", "--detach")
    assert scan(root).head == Head(commit, "", "https://example.org/ada/a.git")


def test_the_remote_is_that_of_the_branch(make_repo: MakeRepo) -> None:
    root = make_repo({"a": ""})
    run_git(root, "remote", "add", "origin", "https://example.org/fork.git")
    run_git(root, "remote", "add", "upstream", "https://example.org/main.git")
    run_git(root, "config", "branch.main.remote", "upstream")
    assert scan(root).head.remote == "https://example.org/main.git"


def test_before_the_first_commit_files_are_listed_and_none_is_committed(
    make_repo: MakeRepo,
) -> None:
    root = make_repo({"a": ""}, commit=False)
    listing = scan(root)
    assert listing.head == Head("", "main", "")
    assert [file.is_committed for file in listing.files.values()] == [False]
    assert not listing.problems


@pytest.mark.parametrize("commit", [True, False])
def test_a_repository_that_tracks_nothing_publishes_nothing(
    make_repo: MakeRepo,
    commit: bool,  # noqa: FBT001 - a table's column
) -> None:
    root = make_repo({}, commit=commit)
    (root / "secret").touch()
    listing = scan(root)
    assert not listing.files
    assert listing.skipped == {PurePosixPath("secret"): SkipReason.UNTRACKED}
    assert [problem.kind for problem in listing.problems] == [ProblemKind.ROOT]


def test_an_untracked_folder_of_a_repository_publishes_nothing(make_repo: MakeRepo) -> None:
    root = make_repo({"a": ""})
    write_tree(root, {"new/secret": ""})
    listing = scan(root / "new")
    assert not listing.files
    assert listing.skipped == {PurePosixPath(): SkipReason.UNTRACKED}
    assert [problem.kind for problem in listing.problems] == [ProblemKind.ROOT]


def test_a_worktree_is_listed_like_any_other(make_repo: MakeRepo, tmp_path: Path) -> None:
    root = make_repo({"a": "", "f/b": ""})
    run_git(root, "worktree", "add", "--quiet", str(tmp_path / "tree"))
    listing = scan(tmp_path / "tree")
    assert [str(path) for path in listing.files] == ["a", "f/b"]
    assert listing.head.branch == "tree"
    assert not listing.problems


def spoil_index(root: Path) -> None:
    (root / ".git" / "index").write_bytes(b"no index")


def spoil_door(root: Path) -> None:
    (root / ".git").rename(root.parent / "git")
    (root / ".git").write_text("gitdir: /nowhere\n")


def spoil_configuration(root: Path) -> None:
    (root / ".git" / "config").write_text("[core\n")


def spoil_ownership(root: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a folder away")
    for path in (root, root / ".git"):
        os.chown(path, 12345, 12345)


@pytest.mark.parametrize("spoil", [spoil_index, spoil_door, spoil_configuration, spoil_ownership])
def test_where_git_refuses_the_folder_is_walked_and_one_problem_says_so(
    make_repo: MakeRepo, spoil: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    root = make_repo({".gitignore": "*.log", "a": "", "b.log": ""})
    spoil(root)
    listing = scan(root)
    assert [str(path) for path in listing.files] == [".gitignore", "a"]
    assert [problem.kind for problem in listing.problems] == [ProblemKind.GIT]
    assert listing.head == Head()


def test_without_git_the_folder_is_walked(
    make_repo: MakeRepo, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_repo({"a": ""})
    monkeypatch.setenv("PATH", "")
    listing = scan(root)
    assert [str(path) for path in listing.files] == ["a"]
    assert [problem.kind for problem in listing.problems] == [ProblemKind.GIT]


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("https://example.org/a/b.git", "https://example.org/a/b.git"),
        ("https://token@example.org/a/b", "https://example.org/a/b"),
        ("https://ada:p%40ss@example.org:8443/a/b", "https://example.org:8443/a/b"),
        ("https://ada:p@ss@example.org/a/b", "https://example.org/a/b"),
        ("https://example.org/a/b?private_token=x#y", "https://example.org/a/b"),
        ("git@example.org:a/b.git", "ssh://example.org/a/b.git"),
        ("ssh://git@example.org:22/a/b.git", "ssh://example.org:22/a/b.git"),
        ("example.org:/srv/b.git", "ssh://example.org/srv/b.git"),
        ("git://example.org/a", "git://example.org/a"),
        ("", ""),
        (".", ""),
        ("/home/ada/b.git", ""),
        ("../b.git", ""),
        ("./a:b", ""),
        ("file:///home/ada/b.git", ""),
        ("ext::sh -c evil", ""),
        ("https://[", ""),
    ],
)
def test_a_remote_loses_what_is_private_and_paths_are_none(address: str, url: str) -> None:
    assert parse_remote(address) == url
