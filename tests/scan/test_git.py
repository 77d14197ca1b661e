import os
import shutil
import stat
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from sphinx_repodoc.errors import GitError
from sphinx_repodoc.scan import git
from sphinx_repodoc.scan.files import scan
from tests.conftest import MakeRepo, run_git

HOOKS = ("post-index-change", "post-checkout", "reference-transaction", "fsmonitor-watchman")


def write_program(path: Path, *lines: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(("#!/bin/sh", *lines, "")))
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def trap(make_repo: MakeRepo, tmp_path: Path) -> tuple[Path, Path]:
    """A repository in which every setting that can name a program names one; and its mark."""
    attributes = "* filter=evil diff=evil merge=evil text eol=crlf\n"
    root = make_repo({"a.py": "x = 1\n", "b.py": "y = 2\n", ".gitattributes": attributes})
    mark = tmp_path / "ran"
    program = tmp_path / "program"
    write_program(program, f"touch '{mark}'", "cat")
    settings = {
        "core.fsmonitor": program,
        "core.pager": program,
        "core.editor": program,
        "core.sshCommand": program,
        "core.askPass": program,
        "core.gitProxy": program,
        "core.alternateRefsCommand": program,
        "credential.helper": f"!{program}",
        "diff.external": program,
        "diff.evil.command": program,
        "diff.evil.textconv": program,
        "filter.evil.clean": program,
        "filter.evil.smudge": program,
        "filter.evil.process": program,
        "filter.evil.required": "true",
        "merge.evil.driver": program,
        "gpg.program": program,
        "alias.ls-files": f"!{program}",
        "pager.ls-files": program,
        "submodule.sub.update": f"!{program}",
        "remote.origin.url": f"ext::{program}",
        "remote.origin.promisor": "true",
        "remote.origin.uploadpack": program,
        "protocol.ext.allow": "always",
        "extensions.partialClone": "origin",
    }
    for name, value in settings.items():
        run_git(root, "config", name, str(value))
    for hook in HOOKS:
        write_program(root / ".git" / "hooks" / hook, f"touch '{mark}'")
    mark.unlink(missing_ok=True)
    return root, mark


def test_nothing_of_the_repository_runs(trap: tuple[Path, Path]) -> None:
    root, mark = trap
    (root / "a.py").write_text("x = 3\n")
    listing = scan(root)
    assert len(listing.files) == 3
    assert listing.head.commit
    assert not listing.problems
    assert not mark.exists()


def test_nothing_is_fetched_when_objects_are_missing(trap: tuple[Path, Path]) -> None:
    root, mark = trap
    tree = run_git(root, "-c", "core.fsmonitor=false", "rev-parse", "HEAD^{tree}").strip()
    (root / ".git" / "objects" / tree[:2] / tree[2:]).unlink()
    mark.unlink(missing_ok=True)
    listing = scan(root)
    assert len(listing.files) == 3
    assert not any(file.is_committed for file in listing.files.values())
    assert not mark.exists()


def test_the_trap_catches_git_used_in_the_ordinary_way(trap: tuple[Path, Path]) -> None:
    root, mark = trap
    (root / "a.py").write_text("x = 3\n")
    with suppress(subprocess.CalledProcessError):
        run_git(root, "diff")
    assert mark.exists()


def test_the_number_of_processes_does_not_grow_with_the_number_of_files(
    make_repo: MakeRepo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "log"
    write_program(tmp_path / "bin" / "git", f"echo >> '{log}'", f'exec {shutil.which("git")} "$@"')
    roots = [
        make_repo({f"f{number % 7}/{number}.py": "" for number in range(count)}, name=str(count))
        for count in (1, 200)
    ]
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    counts = []
    for root in roots:
        log.write_text("")
        assert scan(root).head.commit
        counts.append(len(log.read_text().splitlines()))
    assert counts == [8, 8]


def test_the_surrounding_repository_of_a_hook_is_not_asked(
    make_repo: MakeRepo, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_repo({"here.py": ""})
    other = make_repo({"there.py": ""}, name="other")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git" / "index"))
    assert [str(path) for path in scan(root).files] == ["here.py"]


def test_the_nearest_top_level_is_found(make_repo: MakeRepo, tmp_path: Path) -> None:
    root = make_repo({"docs/conf.py": ""})
    assert git.find_top_level(root / "docs") == root.resolve()
    assert git.find_top_level(root) == root.resolve()
    assert git.find_top_level(tmp_path) is None
    (root / "docs" / ".git").mkdir()
    assert git.find_top_level(root / "docs") == root.resolve()
    (root / "docs" / ".git").rmdir()
    (root / "docs" / ".git").write_text("gitdir: elsewhere")
    assert git.find_top_level(root / "docs") == (root / "docs").resolve()


def test_a_refusal_is_an_error_with_what_git_said(make_repo: MakeRepo) -> None:
    root = make_repo({"a": ""})
    with pytest.raises(GitError, match="unknown option"):
        git.run(root, "ls-files", "--no-such-option")
    assert git.find_answer(root, "ls-files", "--no-such-option") == b""


def test_a_git_that_is_not_there_or_hangs_is_an_error(
    make_repo: MakeRepo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_repo({"a": ""})
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    with pytest.raises(GitError, match="not installed"):
        git.run(root, "ls-files")
    write_program(tmp_path / "bin" / "git", "exec /bin/sleep 60")
    monkeypatch.setattr(git, "TIMEOUT", 0.1)
    with pytest.raises(GitError, match="timed out"):
        git.run(root, "ls-files")
