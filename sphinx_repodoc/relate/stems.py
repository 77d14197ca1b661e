"""Which files share a stem: a module, its stub, its test and its document."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import permutations
from pathlib import PurePosixPath

from sphinx_repodoc.model.relations import Relation, RelationKind

COMMON_STEMS = frozenset({"", "init", "main", "index", "readme", "conf", "conftest", "setup"})
"""Stems that say nothing of what is in a file."""

MAX_FAMILY = 20
"""More files of one stem in one folder are no family."""


def find_same_stems(paths: Collection[PurePosixPath]) -> Iterator[Relation]:
    """Relate files of one stem in one folder, and tests to the one file of their stem."""
    by_stem: dict[str, list[PurePosixPath]] = defaultdict(list)
    for path in sorted(paths):
        by_stem[_stem(path)].append(path)
    for stem, family in by_stem.items():
        if stem not in COMMON_STEMS:
            for one, other in sorted({*_neighbours(family), *_tests(family)}):
                yield Relation(RelationKind.SAME_STEM, one, other)


def _neighbours(family: Sequence[PurePosixPath]) -> Iterator[tuple[PurePosixPath, PurePosixPath]]:
    by_folder: dict[PurePosixPath, list[PurePosixPath]] = defaultdict(list)
    for path in family:
        by_folder[path.parent].append(path)
    for paths in by_folder.values():
        if len(paths) <= MAX_FAMILY:
            yield from permutations(paths, 2)


def _tests(family: Sequence[PurePosixPath]) -> Iterator[tuple[PurePosixPath, PurePosixPath]]:
    for suffix in {path.suffix for path in family}:
        same = [path for path in family if path.suffix == suffix]
        tested = [path for path in same if not _is_test(path)]
        if len(tested) == 1:
            for test in same:
                if test not in tested:
                    yield from ((test, tested[0]), (tested[0], test))


def _is_test(path: PurePosixPath) -> bool:
    return path.stem.startswith("test_") or path.stem.endswith("_test")


def _stem(path: PurePosixPath) -> str:
    """Return the stem without what marks a test or a private module."""
    return path.stem.lower().removeprefix("test_").removesuffix("_test").strip("_")
