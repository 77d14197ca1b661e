"""What each commit changed: git is asked once, and later only for new commits."""

import os
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from sphinx_repodoc.errors import GitError
from sphinx_repodoc.model.digest import digest
from sphinx_repodoc.scan import git
from sphinx_repodoc.scan.kept import write_kept

FILE_NAME = "repodoc-commits"

_DIFF = (
    *("-z", "--find-renames", "--find-copies", "-l1000", "--no-rename-empty", "--relative"),
    *("--ignore-submodules=none", f"-O{os.devnull}", "--no-color", "--no-ext-diff"),
    *("--no-textconv", "--diff-algorithm=myers", "--encoding=UTF-8"),
)
"""An empty file is like any other empty file, so that none is taken for another's new name."""

_SETTINGS = (
    *("-c", "log.showRoot=true"),
    *("-c", f"mailmap.file={os.devnull}", "-c", "mailmap.blob="),
)
"""Only the repository's own ``.mailmap`` says who is who."""

LOG = (*_SETTINGS, "log", *_DIFF, "--name-status", "--format=%x00%H%n%P%n%ct%n%cs%n%aN")

LINES = (*_SETTINGS, "log", *_DIFF, "--numstat", "--format=%x00%H", "--no-walk", "--stdin")

SUBJECTS = ("log", "-z", "--format=%H%s", "--encoding=UTF-8", "--no-color")

Blocks = dict[str, bytes]
"""For each commit what git prints of it."""


class Kept(msgspec.Struct):
    """What a build keeps of the log for the next one."""

    mark: str = ""
    """Stands for all but the commits that the log depends on."""
    head: str = ""
    log: list[bytes] = []
    """What git printed of each commit; likewise the next."""
    lines: list[bytes] = []


class Record(msgspec.Struct, frozen=True):
    """What the log says of a commit, before its list of files is read."""

    id: str
    parents: tuple[str, ...]
    time: int
    day: str
    author: str
    block: bytes


class Change(NamedTuple):
    """What a commit did to a file."""

    status: str
    """``A``, ``C``, ``D``, ``M``, ``R`` or ``T``, as git writes it."""
    path: bytes
    source: bytes
    """What it is renamed or copied from."""


class CommitLog:
    """The commits that a commit is made from.

    :param mark: stands for what decides how git prints a commit
    :param store: folder that keeps them until the next build
    """

    def __init__(self, root: Path, head: str, mark: str, store: Path | None) -> None:
        """Read what is kept; git is asked later."""
        self._root = root
        self._head = head
        self._mark = digest((LOG, LINES, mark))
        self._store = store
        kept = _read(store)
        self._kept = kept if kept.mark == self._mark else Kept()

    def read_records(self) -> dict[str, Record]:
        """Return every commit by its id, and perhaps some that do not belong to it.

        :raises GitError: if git does not tell
        """
        blocks = _by_id(self._kept.log)
        if self._kept.head != self._head or not blocks:
            blocks = self._read_new(blocks) if blocks else self._read_all()
        return {record.id: record for record in map(_parse, blocks.values())}

    def read_lines(self, wanted: Iterable[Record]) -> Blocks:
        """Return for each commit how many lines it changed in which files.

        :raises GitError: if git does not tell
        """
        known = _by_id(self._kept.lines)
        ids = [record.id for record in wanted if len(record.parents) <= 1]
        if missing := [each for each in ids if each not in known]:
            names = "".join(f"{each}\n" for each in missing).encode()
            known |= _split(git.run(self._root, *LINES, stdin=names))
        return {each: known[each] for each in ids if each in known}

    def keep(self, records: Iterable[Record], lines: Blocks) -> None:
        """Keep commits until the next build; where that cannot be done, it asks for all again."""
        log = [record.block for record in records]
        kept = Kept(self._mark, self._head, log, list(lines.values()))
        if kept != self._kept:
            packed = zlib.compress(msgspec.msgpack.encode(kept), 1)
            write_kept(self._store, FILE_NAME, packed)

    def _read_all(self) -> Blocks:
        return _split(git.run(self._root, *LOG, self._head, "--"))

    def _read_new(self, known: Blocks) -> Blocks:
        """Read the commits that are not known yet; all if those that are known are gone."""
        try:
            new = git.run(self._root, *LOG, self._head, f"^{self._kept.head}", "--")
        except GitError:
            return self._read_all()
        return known | _split(new)


def read_subjects(root: Path, head: str) -> dict[str, str]:
    """Return the subject of every commit, which is not kept: it may hold anything.

    :raises GitError: if git does not tell
    """
    length = len(head)
    output = git.run(root, *SUBJECTS, head, "--").decode(errors="replace")
    return {each[:length]: each[length:] for each in output.split("\0")}


def parse_changes(block: bytes) -> list[Change]:
    """Return what a commit did to each file that it changed."""
    fields = iter(block.split(b"\0")[1:])
    changes = []
    for status in fields:
        letter = chr(status.lstrip(b"\n")[0])
        source = next(fields) if letter in "RC" else b""
        changes.append(Change(letter, next(fields), source))
    return changes


def parse_lines(block: bytes) -> Mapping[bytes, tuple[int, int]]:
    """Return how many lines were added to and removed from each text file."""
    fields = iter(block.split(b"\0")[1:])
    found = {}
    for each in fields:
        added, removed, path = each.lstrip(b"\n").split(b"\t", 2)
        if not path:
            _source, path = next(fields), next(fields)
        if added != b"-":
            found[path] = (int(added), int(removed))
    return found


def _split(output: bytes) -> Blocks:
    """Split what git prints: each commit begins after an empty record."""
    return _by_id(output.strip(b"\0").split(b"\0\0")) if output else {}


def _by_id(blocks: Iterable[bytes]) -> Blocks:
    return {block.partition(b"\0")[0].partition(b"\n")[0].decode(): block for block in blocks}


def _parse(block: bytes) -> Record:
    head = block.partition(b"\0")[0].decode(errors="replace")
    name, parents, time, day, author = head.split("\n", 4)
    return Record(name, tuple(parents.split()), int(time or 0), day, author, block)


def _read(store: Path | None) -> Kept:
    """Return what is kept; nothing if it cannot be read."""
    try:
        packed = zlib.decompress((store / FILE_NAME).read_bytes()) if store else b""
        return msgspec.msgpack.decode(packed, type=Kept) if packed else Kept()
    except (OSError, zlib.error, msgspec.DecodeError):
        return Kept()
