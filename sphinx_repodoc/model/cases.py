"""The cases of test modules: of no known framework, and surely run by their names."""

import re
from collections.abc import Iterable, Iterator

from sphinx_repodoc.model.facts import Symbol, TestCase

UNNAMED = "unnamed"
"""The framework of cases that are written as those of several, where nothing tells which it is."""

AMONG_TESTS = frozenset({"__tests__", "spec", "specs", "test", "tests"})
"""Names of folders whose files are tests, or serve them."""

OFF = re.compile(
    r"(?:#\[)?(?:\w+(?:\.|::))*"
    r"(?:(?:Disabled|Enabled|Ignore|ignore|skip)\w*\b|cfg\((?!test\)))"
    r"|Test\(.*\benabled\s*=\s*false"
)
"""A decorator, annotation or attribute by which a case is not run, or only under a condition."""

ODD = re.compile(r"RunWith\(.*\b(?:Categories|Enclosed|Parameterized|Suite|Theories)\b")
"""An annotation of a class that gives its cases other names than those of their methods."""


def find_unsure(cases: Iterable[TestCase], symbols: Iterable[Symbol]) -> Iterator[TestCase]:
    """Yield the cases that a runner may not take by their names.

    They are switched off or under a condition, or stand in a class that only others derive from.
    """
    by_name: dict[str, list[Symbol]] = {}
    for symbol in symbols:
        by_name.setdefault(symbol.qualified_name, []).append(symbol)
    for case in cases:
        around = [s for name in _outwards(case.symbol) for s in by_name.get(name, ())]
        if case.is_conditional or any(_is_off(each) or is_unfinished(each) for each in around):
            yield case


def is_unfinished(symbol: Symbol) -> bool:
    """Whether what a class defines is run of those alone that derive from it."""
    return symbol.kind in {"interface", "trait"} or "abstract" in symbol.prefix.split()


def _is_off(symbol: Symbol) -> bool:
    written = [decorator.strip("@ ") for decorator in symbol.decorators]
    return any(OFF.match(each) or ODD.match(each) for each in written)


def _outwards(name: str) -> Iterator[str]:
    while name:
        yield name
        name = name.rpartition(".")[0]
