"""What each commit changed: git is asked once, and later only for new commits."""

import os
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from sphinx_repodoc.errors import GitError
from sphinx_repodoc.model.digest import digest
from sphinx_repodoc.scan import git
from sphinx_repodoc.scan.kept import write_kept

FILE_NAME = "repodoc-commits"

_DIFF = (
    *("-z", "--find-renames", "--find-copies", "-l1000", "--no-rename-empty"),
    *("--ignore-submodules=none", f"-O{os.devnull}", "--no-color", "--no-ext-diff"),
    *("--no-textconv", "--diff-algorithm=myers", "--encoding=UTF-8"),
)
"""An empty file is like any other empty file, so that none is taken for another's new name."""

_SETTINGS = (
    *("-c", "log.showRoot=true"),
    *("-c", f"mailmap.file={os.devnull}", "-c", "mailmap.blob="),
)
"""Only the repository's own ``.mailmap`` says who is who."""

LOG = (
    *_SETTINGS,
    "log",
    *_DIFF,
    "--relative",
    "--name-status",
    "--format=%x00%x00%H%n%P%n%ct%n%cs%n%aN",
)

_SINGLE = ("--format=%x00%x00%H", "--no-walk=unsorted", "--stdin")

LINES = (*_SETTINGS, "log", *_DIFF, "--relative", "--numstat", *_SINGLE)

MERGES = (
    *(*_SETTINGS, "log", *_DIFF, "--no-relative", "-c", "--combined-all-paths", "--name-status"),
    *_SINGLE,
)
"""Lists those files that are like those of no parent, by paths from the top level."""

MERGES_ALONE = (*MERGES, "--no-renames")
"""Looks for no former names, which takes fifty times as long."""

SUBJECTS = ("log", "-z", "--format=%H%s", "--encoding=UTF-8", "--no-color")

_NEW = re.compile(rb"\0A+\0")
"""A file that no parent has by this name."""

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
    merges: list[bytes] = []


class Record(msgspec.Struct, frozen=True):
    """What the log says of a commit, before its list of files is read."""

    id: str
    parents: tuple[str, ...]
    time: int
    day: str
    author: str
    block: bytes

    @property
    def is_merge(self) -> bool:
        """Whether it has several parents."""
        return len(self.parents) > 1


class Change(NamedTuple):
    """What a commit did to a file."""

    status: str
    """``A``, ``C``, ``D``, ``M``, ``R`` or ``T``, as git writes it."""
    path: bytes
    source: bytes
    """What it is renamed or copied from."""

    def below(self, prefix: bytes) -> "Change":
        """Name it from a folder."""
        if self.source and not self.source.startswith(prefix):
            return Change("A", self.path.removeprefix(prefix), b"")
        return Change(self.status, *(each.removeprefix(prefix) for each in self[1:]))


class Details(NamedTuple):
    """What the log alone does not tell of commits."""

    lines: Blocks
    """How many lines those that are no merges changed in which files."""
    merges: Blocks
    """What merges did to files that are like those of no parent."""
    prefix: bytes
    """Of the root, from the top level; it ends in a slash if it is not empty."""


class CommitLog:
    """The commits that a commit is made from.

    :param mark: stands for what decides how git prints a commit
    :param store: folder that keeps them until the next build
    """

    def __init__(self, root: Path, head: str, mark: str, store: Path | None) -> None:
        """Read what is kept; git is asked later."""
        self._root = root
        self._head = head
        self._mark = digest((LOG, LINES, MERGES, mark))
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

    def read_details(self, records: Sequence[Record], since: str) -> Details:
        """Return what the commits changed, the lines only of those made on a day or later.

        :raises GitError: if git does not tell
        """
        recent = (record for record in records if since <= record.day)
        prefix = git.find_answer(self._root, "rev-parse", "--show-prefix").rstrip(b"\n")
        return Details(self._read_lines(recent), self._read_merges(records), prefix)

    def _read_lines(self, wanted: Iterable[Record]) -> Blocks:
        known = _by_id(self._kept.lines)
        ids = [record.id for record in wanted if not record.is_merge]
        known |= self._ask(LINES, [each for each in ids if each not in known])
        return {each: known[each] for each in ids if each in known}

    def _read_merges(self, records: Iterable[Record]) -> Blocks:
        known = _by_id(self._kept.merges)
        ids = [record.id for record in records if record.is_merge]
        found = self._ask(MERGES_ALONE, [each for each in ids if each not in known])
        known |= found | self._ask(MERGES, [each for each in found if _NEW.search(found[each])])
        return {each: known[each] for each in ids if each in known}

    def keep(self, records: Iterable[Record], details: Details) -> None:
        """Keep commits until the next build; where that cannot be done, it asks for all again."""
        log = [record.block for record in records]
        lines, merges = list(details.lines.values()), list(details.merges.values())
        kept = Kept(self._mark, self._head, log, lines, merges)
        if kept != self._kept:
            packed = zlib.compress(msgspec.msgpack.encode(kept), 1)
            write_kept(self._store, FILE_NAME, packed)

    def _ask(self, command: Sequence[str], ids: Iterable[str]) -> Blocks:
        """Ask about single commits."""
        names = "".join(f"{each}\n" for each in ids).encode()
        return _split(git.run(self._root, *command, stdin=names)) if names else {}

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
    """Return what a commit that is no merge did to each file that it changed."""
    fields = iter(block.split(b"\0")[1:])
    changes = []
    for status in fields:
        letter = chr(status.lstrip(b"\n")[0])
        source = next(fields) if letter in "RC" else b""
        changes.append(Change(letter, next(fields), source))
    return changes


def parse_merge(block: bytes, is_own: Sequence[bool]) -> list[Change]:
    """Return what a merge did to each file that is like that of none of its parents.

    :param is_own: of each parent, whether names mean the same files there
    """
    fields = iter(block.split(b"\0")[2:])
    changes = []
    for letters in fields:
        sources = [next(fields) for _ in is_own]
        changes.append(_combine(letters.decode(), sources, next(fields), is_own))
    return changes


def _combine(letters: str, sources: Sequence[bytes], path: bytes, is_own: Sequence[bool]) -> Change:
    """Say in one what a merge did to a file as seen from each of its parents."""
    if "M" in letters or "T" in letters:
        return Change("M", path, b"")
    for letter, source, own in zip(letters, sources, is_own, strict=True):
        if letter == "R" and own:
            return Change("R", path, source)
    return Change("D" if set(letters) == {"D"} else "A", path, b"")


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
    """Split what git prints: before a commit stand two empty records, three after some merges."""
    return _by_id(re.split(rb"\0{3,}", output.strip(b"\0"))) if output else {}


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
