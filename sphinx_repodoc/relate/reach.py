"""Which files tests reach by imports, directly or through other files, and the shortest way."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from sphinx_repodoc.model.cases import AMONG_TESTS
from sphinx_repodoc.model.import_contexts import ImportContext
from sphinx_repodoc.model.relations import Dependency, Reach, Relation, RelationKind, Suite
from sphinx_repodoc.relate.imports import find_imported, find_line

Steps = Mapping[PurePosixPath, Mapping[PurePosixPath, int]]
"""For each file what it imports, and the first line that does."""

INITIALISER = "__init__.py"
"""Of a Python package: imported before anything in the package is."""

TEST_NAME = re.compile(r"(?:^|[._-])(?:test|spec)s?(?:[._-]|$)", re.IGNORECASE)
"""What the name of a file holds that may be a test."""

FOLDERS = AMONG_TESTS | {"e2e", "testing"}
"""Names of folders whose files may be."""

FIXTURES = "conftest.py"
"""pytest imports it before the tests beside and below it."""


def find_reach(
    dependencies: Mapping[PurePosixPath, tuple[Dependency, ...]],
    suites: Mapping[PurePosixPath, Suite],
    files: Collection[PurePosixPath],
) -> dict[PurePosixPath, Reach]:
    """Find how each file is reached from the test modules, and how many each of these reaches.

    :param files: all paths, among which the initialisers of Python packages are
    """
    tests = sorted(path for path, suite in suites.items() if not suite.is_inline)
    known = frozenset(tests)
    beside = sorted(p for p in files if p not in known and _is_beside(p)) if tests else []
    steps = _find_steps(dependencies, frozenset(files), tests, with_types=False)
    ways = _find_ways(steps, tests)
    reach = {path: Reach(way=way) for path, way in ways.items()}
    every = _find_steps(dependencies, frozenset(files), [*tests, *beside], with_types=True)
    for path in _find_ways(every, [*tests, *beside]):
        reach.setdefault(path, Reach())
    reached, reaching = _count(steps, tests)
    counted = {
        path: replace(each, tests=reached.get(path, 0), files=reaching.get(path, 0))
        for path, each in reach.items()
    }
    return dict(sorted(counted.items()))


def _is_beside(path: PurePosixPath) -> bool:
    """Whether what a file imports may be imported unseen: a stub tells what is loaded lazily.

    What lies among tests, or is called as they are, may be one of a runner that nobody knows.
    """
    is_named = TEST_NAME.search(path.name) or not FOLDERS.isdisjoint(path.parent.parts)
    return bool(is_named) or path.name == FIXTURES or path.suffix == ".pyi"


def _find_steps(
    dependencies: Mapping[PurePosixPath, tuple[Dependency, ...]],
    files: Collection[PurePosixPath],
    starts: Iterable[PurePosixPath],
    *,
    with_types: bool,
) -> Steps:
    """Follow the imports from some files on.

    :param with_types: whether also those that take no effect when a program runs
    """
    around: dict[PurePosixPath, tuple[PurePosixPath, ...]] = {}
    steps: dict[PurePosixPath, Mapping[PurePosixPath, int]] = {}
    waiting = list(starts)
    while waiting:
        path = waiting.pop()
        if path not in steps:
            targets: dict[PurePosixPath, int] = {}
            for target, line in _find_targets(dependencies.get(path, ()), with_types=with_types):
                if target not in around:
                    around[target] = tuple(_find_initialisers(target, files))
                for loaded in (target, *around[target]):
                    targets.setdefault(loaded, line)
            targets.pop(path, None)
            steps[path] = targets
            waiting += targets
    return steps


def _find_targets(
    imports: Iterable[Dependency], *, with_types: bool
) -> Iterator[tuple[PurePosixPath, int]]:
    for dependency in imports:
        if with_types or dependency.statement.context is not ImportContext.TYPE_CHECKING:
            if dependency.path:
                yield dependency.path, find_line(dependency, dependency.path, ())
            for target, names in find_imported(dependency).items():
                yield target, find_line(dependency, target, names)


def _find_initialisers(
    path: PurePosixPath, files: Collection[PurePosixPath]
) -> Iterator[PurePosixPath]:
    """Yield the initialisers of the packages that a Python module is in."""
    for folder in path.parents if path.suffix == ".py" else ():
        if folder / INITIALISER not in files:
            break
        yield folder / INITIALISER


def _find_ways(
    steps: Steps, starts: Sequence[PurePosixPath]
) -> dict[PurePosixPath, tuple[Relation, ...]]:
    """Return the shortest chain of imports to each file from some others, of equals the first."""
    ways: dict[PurePosixPath, tuple[Relation, ...]] = dict.fromkeys(starts, ())
    row = list(starts)
    while row:
        following = []
        for path in row:
            for target, line in sorted(steps[path].items()):
                if target not in ways:
                    step = Relation(RelationKind.IMPORTS, path, target, line)
                    ways[target] = (*ways[path], step)
                    following.append(target)
        row = following
    return ways


def _count(
    steps: Steps, tests: Sequence[PurePosixPath]
) -> tuple[dict[PurePosixPath, int], dict[PurePosixPath, int]]:
    """Count for each file the tests that reach it, and for each test the files that it reaches.

    A set of files is a number with a bit for each: they are joined along the graph of imports,
    files that import each other taken as one.
    """
    import networkx as nx  # noqa: PLC0415 - slow to load, and a build without changes has no use

    graph = nx.DiGraph()
    graph.add_nodes_from(steps)
    graph.add_edges_from((path, target) for path, targets in steps.items() for target in targets)
    groups = nx.condensation(graph)
    order = list(nx.topological_sort(groups))
    members = {group: sorted(groups.nodes[group]["members"]) for group in order}
    bits = {path: 1 << number for number, path in enumerate(tests)}
    above = _join(order, groups.pred, {g: _add(bits, members[g]) for g in order})
    every = {path: 1 << number for number, path in enumerate(steps)}
    below = _join(order[::-1], groups.succ, {g: _add(every, members[g]) for g in order})
    reached = {p: n - (p in bits) for g, n in above for p in members[g]}
    reaching = {p: n - 1 for g, n in below for p in members[g] if p in bits}
    return reached, reaching


def _add(bits: Mapping[PurePosixPath, int], members: Iterable[PurePosixPath]) -> int:
    return sum(bits.get(path, 0) for path in members)


def _join(
    order: Iterable[int], before: Mapping[int, Iterable[int]], own: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield how many bits each group has, its own and those of all that come before it.

    The bits of a group are forgotten when the last that needs them is counted.
    """
    uses = Counter(each for group in own for each in before[group])
    joined: dict[int, int] = defaultdict(int)
    for group in order:
        found = own[group]
        for each in before[group]:
            found |= joined[each]
            uses[each] -= 1
            if not uses[each]:
                del joined[each]
        if uses[group]:
            joined[group] = found
        yield group, found.bit_count()
