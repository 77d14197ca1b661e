"""Fixtures that every room's tests share."""

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

pytest_plugins = ["sphinx.testing.fixtures"]

MakeRepo = Callable[..., Path]

GIT_ENVIRONMENT = {
    "GIT_AUTHOR_NAME": "Ada",
    "GIT_AUTHOR_EMAIL": "ada@example.org",
    "GIT_AUTHOR_DATE": "2024-01-02T03:04:05+00:00",
    "GIT_COMMITTER_NAME": "Ada",
    "GIT_COMMITTER_EMAIL": "ada@example.org",
    "GIT_COMMITTER_DATE": "2024-01-02T03:04:05+00:00",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def run_git(root: Path, *arguments: str) -> str:
    """Run git in `root` with fixed names and dates, free of the machine's configuration."""
    command = ["git", "-C", os.fspath(root), "-c", "init.defaultBranch=main", *arguments]
    environment = os.environ | GIT_ENVIRONMENT
    return subprocess.run(
        command, env=environment, check=True, capture_output=True, text=True
    ).stdout


def write_tree(root: Path, tree: Mapping[str, str | bytes]) -> None:
    """Write a dict of path to content below `root`."""
    for name, content in tree.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.fixture
def make_repo(tmp_path: Path) -> MakeRepo:
    """Turn a dict of path to content into a git repository with one commit."""

    def make(
        tree: Mapping[str, str | bytes],
        *,
        name: str = "repo",
        git: bool = True,
        commit: bool = True,
    ) -> Path:
        root = tmp_path / name
        root.mkdir()
        write_tree(root, tree)
        if git:
            run_git(root, "init", "--quiet")
            run_git(root, "add", "--all", "--force")
        if git and commit:
            run_git(root, "commit", "--quiet", "--allow-empty", "--message", "first")
        return root

    return make
