"""Which files changed together."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import permutations
from pathlib import PurePosixPath

from sphinx_repodoc.model.history import LARGE_COMMIT, Log
from sphinx_repodoc.model.relations import Relation, RelationKind, Together

SUPPORT = 3
"""How many commits must have changed both files."""

CONFIDENCE = 1 / 3
"""Which part that must be of those that changed the one."""

Pair = tuple[PurePosixPath, PurePosixPath]


def find_changed_together(log: Log) -> Iterator[Relation]:
    """Relate each file to those that changed in many of its commits."""
    if not log.is_whole:
        return
    totals = Counter[PurePosixPath]()
    commits = Counter[Pair]()
    last: dict[Pair, int] = {}
    for number, paths in _find_small(log).items():
        totals.update(paths)
        for pair in permutations(paths, 2):
            commits[pair] += 1
            last[pair] = min(number, last.get(pair, number))
    for (source, target), count in commits.items():
        total = totals[source]
        if count >= SUPPORT and count >= CONFIDENCE * total:
            together = Together(count, total, log.commits[last[source, target]])
            yield Relation(RelationKind.CHANGED_TOGETHER, source, target, together=together)


def _find_small(log: Log) -> dict[int, list[PurePosixPath]]:
    """Return what each commit of few files changed."""
    found: dict[int, list[PurePosixPath]] = defaultdict(list)
    for path, numbers in log.changed.items():
        for number in numbers:
            if log.sizes[number] <= LARGE_COMMIT:
                found[number].append(path)
    return found
