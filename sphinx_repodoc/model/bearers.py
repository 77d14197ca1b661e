"""Which symbol of a file is meant by a name that several of its symbols have."""

from collections import defaultdict
from collections.abc import Iterable

from sphinx_repodoc.model.facts import Symbol

DECLARING = frozenset({"prototype", "extern variable", "impl"})
"""Kinds that only speak of what has the name."""

TAGGED = frozenset({"struct", "union", "enum"})
"""Kinds whose name C calls together with their keyword, so that others may have it too."""

UNTAGGED = frozenset({"typedef", "variable"})
"""Kinds that a name of C alone means, if there is one of them."""


def find_bearers(symbols: Iterable[Symbol]) -> dict[str, Symbol]:
    """Return by each qualified name the one symbol that it means, if there is one."""
    named: dict[str, list[Symbol]] = defaultdict(list)
    for symbol in symbols:
        named[symbol.qualified_name].append(symbol)
    found = {name: each[0] if len(each) == 1 else _choose(each) for name, each in named.items()}
    return {name: symbol for name, symbol in found.items() if symbol}


def _choose(symbols: Iterable[Symbol]) -> Symbol | None:
    defined = [symbol for symbol in symbols if symbol.kind not in DECLARING]
    if any(symbol.kind in UNTAGGED for symbol in defined):
        defined = [symbol for symbol in defined if symbol.kind not in TAGGED]
    return defined[0] if len(defined) == 1 else None
