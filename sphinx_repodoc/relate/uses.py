"""Which files use a symbol, and on which lines."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate, chain
from pathlib import PurePosixPath

from sphinx_repodoc.model.bearers import find_bearers
from sphinx_repodoc.model.relations import Place
from sphinx_repodoc.model.uses import Named, Usage
from sphinx_repodoc.relate import c_uses, rust_uses
from sphinx_repodoc.relate.python import uses as python
from sphinx_repodoc.relate.repository import Dependencies, Repository

OTHERS = frozenset({"Python", c_uses.LANGUAGE, rust_uses.LANGUAGE})
"""Languages whose names are followed in their own ways."""

Uses = Mapping[PurePosixPath, Mapping[str, tuple[Usage, ...]]]
"""Who uses each symbol of each file, by its qualified name."""


def find_uses(repository: Repository, dependencies: Dependencies) -> Uses:
    """Find the files that import or name each symbol, where it is certain which one they mean.

    What a file defines twice under one name has no uses: they may be of either. The declarations
    beside a definition do not count.
    """
    bearers = {path: find_bearers(facts.symbols) for path, facts in repository.facts.items()}
    lines: dict[PurePosixPath, dict[str, dict[PurePosixPath, set[int]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(set))
    )
    named_in_files = chain(
        _find_imported(dependencies),
        python.find_named(repository),
        c_uses.find_named(repository, dependencies),
        rust_uses.find_named(repository),
        _find_named(repository, dependencies),
    )
    for named in named_in_files:
        for symbol in _symbols_of(named):
            if symbol in bearers.get(named.path, ()):
                lines[named.path][symbol][named.user].update(named.lines)
    return {path: _sort(found) for path, found in sorted(lines.items())}


def _find_imported(dependencies: Dependencies) -> Iterator[Named]:
    """Yield the symbols that import statements name."""
    for path, imports in dependencies.items():
        for dependency in imports:
            statement = dependency.statement
            places = {name.name: name.line for name in statement.names}
            line = statement.proof_line
            for target in dependency.targets:
                if target.symbol:
                    line = places.get(target.name, line)
                    yield Named(target.path, target.symbol, path, (line,))


def _find_named(repository: Repository, dependencies: Dependencies) -> Iterator[Named]:
    """Yield the symbols that files name in languages whose imports lead to them."""
    for path, facts in repository.facts.items():
        if not facts.uses or repository.files[path].language in OTHERS:
            continue
        targets = {
            f"{dependency.statement.module}:{target.name}": (target.path, target.symbol)
            for dependency in dependencies.get(path, ())
            for target in dependency.targets
            if target.symbol
        }
        parts = {d.statement.module: d.parts for d in dependencies.get(path, ())}
        for use in facts.uses:
            module, _, name = use.name.partition(":")
            place = targets.get(use.name) if module else (path, name)
            if place := place or _find_in_parts(repository, parts.get(module, ()), name):
                yield Named(*place, path, use.lines)


def _find_in_parts(
    repository: Repository, parts: Iterable[PurePosixPath], name: str
) -> Place | None:
    """Return the one place that defines a name in a module of several files."""
    defined = [
        (part, name)
        for part in parts
        for symbol in repository.facts[part].symbols
        if symbol.qualified_name == name
    ]
    return defined[0] if len(defined) == 1 else None


def _symbols_of(named: Named) -> Iterator[str]:
    """Yield what is named and what is taken of it: both ``Cart`` and ``Cart.add``."""
    yield from accumulate(
        (named.symbol, *filter(None, named.attributes.split("."))), "{}.{}".format
    )


def _sort(
    found: Mapping[str, Mapping[PurePosixPath, set[int]]],
) -> dict[str, tuple[Usage, ...]]:
    return {
        symbol: tuple(Usage(path, tuple(sorted(users[path]))) for path in sorted(users))
        for symbol, users in sorted(found.items())
    }
