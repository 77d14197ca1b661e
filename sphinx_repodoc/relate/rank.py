"""How much files and symbols count, by PageRank over who uses what."""

from collections.abc import Container, Hashable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import TypeVar

from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.relations import Place, Ranks
from sphinx_repodoc.model.uses import Usage
from sphinx_repodoc.relate.imports import find_imported
from sphinx_repodoc.relate.repository import Dependencies, Repository

Node = TypeVar("Node", bound=Hashable)

DAMPING = 0.85
"""The share of its own rank that a node passes on: Page et al., 1999, who use the same."""

ROUNDS = 60
"""After so many, less than a ten-thousandth is not yet passed on."""

DIGITS = 3
"""Ranks that differ by less are equal."""

Uses = Mapping[PurePosixPath, Mapping[str, tuple[Usage, ...]]]


def find_ranks(repository: Repository, dependencies: Dependencies, uses: Uses) -> Ranks:
    """Rank the files by their imports, and the symbols by what names them."""
    imports = (
        (path, target)
        for path, statements in dependencies.items()
        for dependency in statements
        if dependency.statement.is_import
        for target in find_imported(dependency)
    )
    named = (*_imported_symbols(dependencies), *_named(repository.facts, uses))
    return Ranks(rank(imports), rank(named))


def rank(edges: Iterable[tuple[Node, Node]]) -> dict[Node, float]:
    """Rank what is used by PageRank: more for more users, and for users that rank high.

    An edge leads from a user to what it uses. Each user passes its rank on in equal shares. Ranks
    are not divided by their sum, nor is that of nodes which use nothing spread over all: that makes
    all larger or smaller by one factor, and the order stays.

    networkx needs scipy for this, and numpy; its Katz centrality, which is the same with shares as
    weights, takes ten times as long. Plain sums in a set order are alike on every machine.
    """
    numbers: dict[Node, int] = {}
    used: list[list[int]] = []
    for edge in dict.fromkeys(edges):
        user, target = (numbers.setdefault(node, len(numbers)) for node in edge)
        used += [[] for _ in range(len(numbers) - len(used))]
        if user != target:
            used[user].append(target)
    ranks = [1.0] * len(used)
    for _ in range(ROUNDS):
        passed = [1.0] * len(used)
        for rank, targets in zip(ranks, used, strict=True):
            for target in targets:
                passed[target] += DAMPING * rank / len(targets)
        ranks = passed
    return {node: round(ranks[number], DIGITS) for node, number in numbers.items()}


def _imported_symbols(dependencies: Dependencies) -> Iterator[tuple[Place, Place]]:
    for path, statements in dependencies.items():
        for dependency in statements:
            for target in dependency.targets:
                if target.symbol:
                    yield (path, ""), (target.path, target.symbol)


def _named(facts: Mapping[PurePosixPath, Facts], uses: Uses) -> Iterator[tuple[Place, Place]]:
    """Yield who names what: the innermost used symbol that a line lies in, or else its file."""
    around = {path: _find_symbols(found, uses.get(path, {})) for path, found in facts.items()}
    for path, symbols in uses.items():
        for symbol, usages in symbols.items():
            for usage in usages:
                for line in usage.lines:
                    yield (usage.path, around[usage.path].get(line, "")), (path, symbol)


def _find_symbols(facts: Facts, used: Container[str]) -> dict[int, str]:
    """Return the innermost used symbol on each line that lies in one."""
    return {
        line: symbol.qualified_name
        for symbol in facts.symbols
        if symbol.qualified_name in used
        for line in range(symbol.span.line, symbol.span.end_line + 1)
    }
