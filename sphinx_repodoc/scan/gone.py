"""What left the repository, when, and what became of it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sphinx_repodoc.errors import GitError
from sphinx_repodoc.scan import git
from sphinx_repodoc.scan.follow import sort_records
from sphinx_repodoc.scan.log import CommitLog, parse_changes
from sphinx_repodoc.scan.past import find_horizon

STAGED = (
    *("diff", "--cached", "-z", "--find-renames", "--name-status", "--diff-filter=DR"),
    *("--relative", f"-O{os.devnull}", "--no-color", "--no-ext-diff", "--no-textconv"),
)

WORD = "(^|[^A-Za-z0-9_]){}([^A-Za-z0-9_]|$)"
"""An expression of POSIX for a word that stands alone."""


@dataclass(frozen=True, slots=True)
class Gone:
    """How a path left the repository."""

    commit: str
    """The commit that took it away; empty if that is not committed yet."""
    new: PurePosixPath | None = None
    """What it was renamed to, as that was called last; None if it was deleted."""


def read_gone(root: Path, head: str, store: Path | None) -> dict[PurePosixPath, Gone]:
    """Return the paths that were once in the repository and left it; some may be there again.

    :param head: the commit that is checked out
    :param store: folder in which the log may be kept
    """
    horizon = find_horizon(root, head)
    if not horizon.commit:
        return {}
    try:
        changes = list(_read_changes(root, head, CommitLog(root, head, horizon.mark, store)))
    except GitError:
        return {}
    gone: dict[PurePosixPath, Gone] = {}
    for commit, old, new in changes:
        last = gone.get(new, Gone(commit, new)).new if new else None
        gone.setdefault(old, Gone(commit, last))
    return gone


def find_removal(root: Path, head: str, path: PurePosixPath, word: str) -> Gone | None:
    """Return how a word left a file that lacks it now; None if it never was there."""
    if holds(root, head, word, f":(literal){path}", "--word-regexp"):
        return Gone("")
    options = ("--max-count=1", "--format=%H", "--no-ext-diff", "--no-textconv", "--no-color")
    wanted = (f"-G{WORD.format(word)}", head, "--", f":(literal){path}")
    commit = git.find_answer(root, "log", *options, *wanted).decode().strip()
    return Gone(commit) if commit else None


def holds(root: Path, commit: str, text: str, pathspec: str, *options: str) -> bool:
    """Whether some file that git means by `pathspec` has a text in it in a commit."""
    fixed = ("grep", "--quiet", "--fixed-strings", "-I", "--no-textconv", "--no-color")
    try:
        git.run(root, *fixed, *options, "-e", text, commit, "--", pathspec)
    except GitError:
        return False
    return True


def is_ignored(root: Path, path: PurePosixPath) -> bool:
    """Whether git would not track a path, be it a file or a folder: tools may make it."""
    return bool(git.find_answer(root, "check-ignore", "--", str(path), f"{path}/"))


def _read_changes(
    root: Path, head: str, log: CommitLog
) -> Iterator[tuple[str, PurePosixPath, PurePosixPath | None]]:
    """Yield commit, old path and new path if there is one, the latest first."""
    staged = git.find_answer(root, *STAGED, head, "--")
    blocks = [("", b"\0" + staged)] if staged else []
    blocks += [(each.id, each.block) for each in sort_records(log.read_records(), head)]
    for commit, block in blocks:
        for change in parse_changes(block.rstrip(b"\0")):
            if change.status == "D":
                yield commit, _path(change.path), None
            elif change.status == "R":
                yield commit, _path(change.source), _path(change.path)


def _path(name: bytes) -> PurePosixPath:
    return PurePosixPath(os.fsdecode(name))
