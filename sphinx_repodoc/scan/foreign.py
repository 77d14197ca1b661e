"""Commits of other repositories that were merged in, perhaps into a folder of this one."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sphinx_repodoc.scan import git
from sphinx_repodoc.scan.log import Record

_CHANGED = (
    *("-c", "log.diffMerges=first-parent", "log", "--no-walk", "--stdin", "--first-parent", "-m"),
    *("--name-only", "-z", "--format=", "--no-renames", "--relative", f"-O{os.devnull}"),
    *("--no-color", "--no-ext-diff"),
)
"""Lists the paths that merges changed."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """The commits that have no ancestor in common with the first parents."""

    commits: frozenset[str] = frozenset()
    names: set[bytes] = field(default_factory=set)
    """The paths that their merges changed: in no other do they mean a file of this repository."""


def find_foreign(root: Path, records: Sequence[Record]) -> Foreign:
    """Tell the commits of this repository from those of others.

    :param records: the newest first
    :raises GitError: if git does not tell
    """
    own = _find_own(records)
    commits = frozenset(record.id for record in records if record.id not in own)
    if not commits:
        return Foreign()
    merges = [r.id for r in records if r.id in own and not commits.isdisjoint(r.parents)]
    output = git.run(root, *_CHANGED, stdin="".join(f"{merge}\n" for merge in merges).encode())
    return Foreign(commits, {name.lstrip(b"\n") for name in output.split(b"\0")} - {b""})


def _find_own(records: Sequence[Record]) -> set[str]:
    """Return the commits that come after the first one of the first parents."""
    by_id = {record.id: record for record in records}
    first = records[0]
    while first.parents:
        first = by_id[first.parents[0]]
    own = {first.id}
    for record in reversed(records):
        if not own.isdisjoint(record.parents):
            own.add(record.id)
    return own
