"""In which commit each file got the content that it has: one pass over the log, as short as may be.

Only the first parents are followed, so that the answer does not depend on the order in which
commits of several branches are listed; what a merge brought in, the merge brought in.
"""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path, PurePosixPath

import msgspec

from sphinx_repodoc.scan import git
from sphinx_repodoc.scan.kept import write_kept

FILE_NAME = "repodoc-history"

LOG = (
    *("-c", "log.diffMerges=first-parent"),
    *("log", "--first-parent", "-m", "--name-only", "-z", "--format=%x00%H"),
    *("--no-renames", "--relative", f"-O{os.devnull}", "--no-color", "--no-ext-diff"),
)
"""Lists each commit after an empty record, and the paths that it changed after a line end."""


class Past(msgspec.Struct):
    """What is known of the history that ends in a commit."""

    root: str = ""
    head: str = ""
    commits: dict[str, list[bytes]] = {}
    """Commit to the paths that got their content by it; the paths without one under ''."""

    def find(self) -> Iterator[tuple[PurePosixPath, str]]:
        """Yield each path with its commit."""
        for commit, names in self.commits.items():
            for name in names:
                yield PurePosixPath(os.fsdecode(name)), commit


def find_commits(
    root: Path, head: str, wanted: Iterable[PurePosixPath], store: Path | None
) -> Mapping[PurePosixPath, str]:
    """Return for each path the newest commit that changed it; `head` where none is known.

    :param head: the commit that is checked out
    :param wanted: paths of files that are as they were committed
    :param store: folder that keeps the answer until the next build
    """
    paths = set(wanted)
    past = _read(store, root)
    known = dict(past.find())
    found = {path: known[path] for path in paths if path in known} if past.head == head else {}
    if missing := paths - found.keys():
        found |= _search(root, head, missing, past.head, known)
        _write(store, root, head, found)
    return {path: found[path] or head for path in sorted(paths, key=os.fsencode)}


def parse_log(chunks: Iterable[bytes]) -> Iterator[tuple[str, PurePosixPath | None]]:
    """Yield each commit with each path that it changed, and once before these with None."""
    commit, before = "", b""
    for record in _split(chunks):
        if record and not before:
            commit = record.decode()
            yield commit, None
        elif record:
            is_first = before == commit.encode()
            yield commit, PurePosixPath(os.fsdecode(record[is_first:]))
        before = record


def _search(
    root: Path,
    head: str,
    wanted: set[PurePosixPath],
    known_head: str,
    known: Mapping[PurePosixPath, str],
) -> dict[PurePosixPath, str]:
    """Return the commit of each wanted path; go no further back than to what is known."""
    found = dict.fromkeys(sorted(wanted, key=os.fsencode), "")
    left = set(wanted)
    with closing(git.stream(root, *LOG, head, "--")) as chunks:
        for commit, path in parse_log(chunks):
            if path is None and commit == known_head:
                found |= {path: known[path] for path in left & known.keys()}
                left -= known.keys()
            if path in left:
                found[path] = commit
                left.discard(path)
            if not left:
                break
    return found


def _split(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Split what git prints with ``-z``."""
    rest = b""
    for chunk in chunks:
        *records, rest = (rest + chunk).split(b"\0")
        yield from records


def _read(store: Path | None, root: Path) -> Past:
    """Return what is kept; nothing if it cannot be read or is of another repository."""
    try:
        past = (
            msgspec.msgpack.decode((store / FILE_NAME).read_bytes(), type=Past) if store else None
        )
    except (OSError, msgspec.DecodeError):
        past = None
    return past if past and past.root == os.fsdecode(root) else Past()


def _write(store: Path | None, root: Path, head: str, found: Mapping[PurePosixPath, str]) -> None:
    """Keep what was found until the next build."""
    commits: dict[str, list[bytes]] = defaultdict(list)
    for path, commit in found.items():
        commits[commit].append(os.fsencode(path))
    write_kept(store, FILE_NAME, msgspec.msgpack.encode(Past(os.fsdecode(root), head, commits)))
