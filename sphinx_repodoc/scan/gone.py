"""What left the repository, when, and what became of it."""

import os
import re
from collections.abc import Collection, Iterator
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

PATCHES = (
    *("-c", "core.quotePath=false", "log", "--patch", "--unified=0", "--no-renames", "--relative"),
    *("--format=%x00%H", "--no-prefix", f"-O{os.devnull}", "--no-color", "--no-ext-diff"),
    *("--no-textconv", "--diff-algorithm=myers"),
)
"""Lists the lines that each commit took away or added."""

WORDS = "(^|[^A-Za-z0-9_])({})([^A-Za-z0-9_]|$)"
"""An expression of POSIX for words that stand alone."""

IDENTIFIER = re.compile(r"[A-Za-z0-9_]+")

Word = tuple[PurePosixPath, str]
"""A word in a file."""


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


def find_removals(root: Path, head: str, wanted: Collection[Word]) -> dict[Word, Gone]:
    """Return how words left files that lack them now; git is asked once for all of them.

    A word that never was in its file is not in the answer.
    """
    if not wanted:
        return {}
    words = {word for _, word in wanted}
    paths = sorted({f":(literal){path}" for path, _ in wanted})
    one_of = WORDS.format("|".join(sorted(words)))
    output = git.find_answer(root, *PATCHES, f"-G{one_of}", head, "--", *paths)
    found: dict[Word, Gone] = {}
    for commit, path, line in _parse_patches(output.decode(errors="surrogateescape")):
        for word in words.intersection(IDENTIFIER.findall(line)):
            found.setdefault((path, word), Gone(commit))
    return {word: found[word] for word in wanted if word in found}


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


def _parse_patches(output: str) -> Iterator[tuple[str, PurePosixPath, str]]:
    """Yield the commit, the file and the text of each line that was added or taken away."""
    for block in output.split("\0"):
        commit, _, patches = block.partition("\n")
        for patch in re.split(r"(?m)^diff --git .*\n", patches)[1:]:
            header, _, hunks = patch.partition("\n@@")
            names = re.findall(r"(?m)^(?:---|\+\+\+) ([^\t\n]+)", header)
            path = next((name for name in names if name != "/dev/null"), "")
            for line in hunks.splitlines():
                if line.startswith(("+", "-")):
                    yield commit, PurePosixPath(path), line


def _read_changes(
    root: Path, head: str, log: CommitLog
) -> Iterator[tuple[str, PurePosixPath, PurePosixPath | None]]:
    """Yield commit, old path and new path if there is one, the latest first."""
    staged = git.find_answer(root, *STAGED, head, "--")
    blocks = [("", b"\0" + staged)] if staged else []
    records = sort_records(log.read_records(), head)
    blocks += [(each.id, each.block) for each in records if not each.is_merge]
    for commit, block in blocks:
        for change in parse_changes(block.rstrip(b"\0")):
            if change.status == "D":
                yield commit, _path(change.path), None
            elif change.status == "R":
                yield commit, _path(change.source), _path(change.path)


def _path(name: bytes) -> PurePosixPath:
    return PurePosixPath(os.fsdecode(name))
