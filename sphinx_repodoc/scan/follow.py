"""Which commits changed each file, whatever it was called then."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from pathlib import PurePosixPath
from typing import NamedTuple

from sphinx_repodoc.model.history import Churn
from sphinx_repodoc.scan.foreign import Foreign
from sphinx_repodoc.scan.log import (
    Change,
    Details,
    Record,
    parse_changes,
    parse_lines,
    parse_merge,
)


def sort_records(records: Mapping[str, Record], head: str) -> Iterator[Record]:
    """Yield a commit and all before it as ``git log --date-order`` lists them."""
    waiting = _count_children(records, head)
    queue = [(0, 0, head)]
    seen = 0
    while queue:
        record = records[heappop(queue)[2]]
        yield record
        for parent in record.parents:
            waiting[parent] -= 1
            if not waiting[parent]:
                seen += 1
                heappush(queue, (-records[parent].time, seen, parent))


def follow(
    records: Sequence[Record],
    files: Iterable[PurePosixPath],
    foreign: Foreign,
    details: Details,
    since: str,
) -> "Trails":
    """Say which commits changed each file.

    :param records: the newest first
    :param details: the lines of those commits that were made on the day `since` or later
    """
    trails = Trails({os.fsencode(path): [path] for path in files}, since)
    for number, record in enumerate(records):
        changes = _read_changes(record, foreign, details)
        trails.sizes.append(len(changes))
        if record.id in foreign.commits:
            changes = [change for change in changes if change.path in foreign.names]
            foreign.names.update(change.source for change in changes if change.status == "R")
        is_uncounted = record.is_merge and record.day >= since
        trails.note(number, changes, b"" if is_uncounted else details.lines.get(record.id))
    return trails


def _read_changes(record: Record, foreign: Foreign, details: Details) -> list[Change]:
    if not record.is_merge:
        return parse_changes(record.block)
    is_own = [parent not in foreign.commits for parent in record.parents]
    made = parse_merge(details.merges.get(record.id, b""), is_own)
    return [each.below(details.prefix) for each in made if each.path.startswith(details.prefix)]


class Touch(NamedTuple):
    """A change of what became one of the files."""

    file: PurePosixPath
    status: str
    path: bytes
    """What it was called then."""


@dataclass(slots=True)
class Trails:
    """The way of each file through the commits, from the newest to the oldest."""

    names: dict[bytes, list[PurePosixPath]]
    """What became of each name."""
    since: str
    changed: dict[PurePosixPath, list[int]] = field(default_factory=lambda: defaultdict(list))
    """The commits that changed each file, by number."""
    newest: dict[PurePosixPath, str] = field(default_factory=dict)
    """What the newest of them did to it."""
    oldest: dict[PurePosixPath, str] = field(default_factory=dict)
    sizes: list[int] = field(default_factory=list)
    """How many files each commit changed."""
    churn: dict[PurePosixPath, Churn | None] = field(default_factory=dict)
    """None where it cannot be counted."""

    def note(self, number: int, changes: Sequence[Change], lines: bytes | None) -> None:
        """Note what a commit changed."""
        counts = parse_lines(lines) if lines else {}
        for touch in self._follow(changes):
            self.changed[touch.file].append(number)
            self.newest.setdefault(touch.file, touch.status)
            self.oldest[touch.file] = touch.status
            if lines is not None:
                self._count(touch, counts)

    def _follow(self, changes: Sequence[Change]) -> list[Touch]:
        """Find the files that are changed, and go on with the names that they had before."""
        renamed = {change.source for change in changes if change.status == "R"}
        touches = []
        moved = []
        for status, path, source in changes:
            files = self.names.get(path, [])
            touches += [Touch(file, status, path) for file in files]
            if status == "R":
                touches += [Touch(file, "D", source) for file in self.names.get(source, [])]
            if files and source in renamed:
                moved.append((source, self.names.pop(path)))
        for source, files in moved:
            self.names[source] = self.names.get(source, []) + files
        return touches

    def _count(self, touch: Touch, counts: Mapping[bytes, tuple[int, int]]) -> None:
        """Add up lines; those of a copy are counted from what it copies, so they do not tell."""
        before = self.churn.get(touch.file, Churn(self.since, 0, 0, 0))
        is_known = touch.status in "AMDR" and touch.path in counts
        if before is None or not is_known:
            self.churn[touch.file] = None
            return
        added, removed = counts[touch.path]
        self.churn[touch.file] = Churn(
            self.since, before.commits + 1, before.added + added, before.removed + removed
        )


def _count_children(records: Mapping[str, Record], head: str) -> dict[str, int]:
    """Return for each commit before the head how many commits were made right after it."""
    found: dict[str, int] = defaultdict(int)
    left = [head]
    while left:
        for parent in records[left.pop()].parents:
            if not found[parent]:
                left.append(parent)
            found[parent] += 1
    return found
