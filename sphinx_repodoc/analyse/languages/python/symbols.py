"""What a Python file defines, in order of lines."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from operator import itemgetter

from sphinx_repodoc.analyse.languages.python.assignments import find_aliases, find_assignments
from sphinx_repodoc.analyse.languages.python.definitions import find_definitions
from sphinx_repodoc.analyse.languages.python.reading import Reading
from sphinx_repodoc.model.facts import Symbol

BOUND_ONCE = frozenset({"constant", "variable", "attribute", "member", "type alias"})
"""Kinds that count only where nothing of that name is defined before."""


def find_symbols(reading: Reading) -> tuple[Symbol, ...]:
    """List what a file defines, each repeated name with its ordinal."""
    finders = (find_definitions, find_assignments, find_aliases)
    placed = chain.from_iterable(finder(reading) for finder in finders)
    return tuple(_number(_mark(symbol) for _, symbol in sorted(placed, key=itemgetter(0))))


def _mark(symbol: Symbol) -> Symbol:
    """Mark what is private by convention, for its own name or that of what it stands in."""
    is_private = any(part.startswith("_") for part in symbol.qualified_name.split("."))
    return replace(symbol, is_public=False) if is_private else symbol


def _number(symbols: Iterable[Symbol]) -> Iterator[Symbol]:
    seen: Counter[str] = Counter()
    for symbol in symbols:
        name = symbol.qualified_name
        if symbol.kind not in BOUND_ONCE or not seen[name]:
            seen[name] += 1
            yield replace(symbol, ordinal=seen[name]) if seen[name] > 1 else symbol
