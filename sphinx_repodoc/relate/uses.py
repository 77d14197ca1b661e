"""Which files use a symbol, and on which lines."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import PurePosixPath

from sphinx_repodoc.model.relations import Named, Usage
from sphinx_repodoc.relate.python import uses as python
from sphinx_repodoc.relate.repository import Dependencies, Repository

Uses = Mapping[PurePosixPath, Mapping[str, tuple[Usage, ...]]]
"""Who uses each symbol of each file, by its qualified name."""


def find_uses(repository: Repository, dependencies: Dependencies) -> Uses:
    """Find the files that import or name each symbol, where it is certain which one they mean.

    What a file defines twice under one name has no uses: they may be of either.
    """
    unique = {
        path: {name for name, number in Counter(names).items() if number == 1}
        for path, facts in repository.facts.items()
        if (names := [symbol.qualified_name for symbol in facts.symbols])
    }
    lines: dict[PurePosixPath, dict[str, dict[PurePosixPath, set[int]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(set))
    )
    for named in chain(_find_imported(dependencies), python.find_named(repository)):
        for symbol in _beginnings(named.symbol):
            if symbol in unique.get(named.path, ()):
                lines[named.path][symbol][named.user].update(named.lines)
    return {path: _sort(found) for path, found in sorted(lines.items())}


def _find_imported(dependencies: Dependencies) -> Iterator[Named]:
    """Yield the symbols that import statements name."""
    for path, imports in dependencies.items():
        for dependency in imports:
            statement = dependency.statement
            places = {name.name: name.line for name in statement.names}
            line = statement.line or statement.span.line
            for target in dependency.targets:
                if target.symbol:
                    line = places.get(target.name, line)
                    yield Named(target.path, target.symbol, path, (line,))


def _beginnings(name: str) -> Iterator[str]:
    """Yield a dotted name and what it names on the way: ``Cart`` of ``Cart.add``."""
    while name:
        yield name
        name = name.rpartition(".")[0]


def _sort(
    found: Mapping[str, Mapping[PurePosixPath, set[int]]],
) -> dict[str, tuple[Usage, ...]]:
    return {
        symbol: tuple(Usage(path, tuple(sorted(users[path]))) for path in sorted(users))
        for symbol, users in sorted(found.items())
    }
