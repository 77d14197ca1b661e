"""What a file imports, as its queries capture it or as its language reads it."""

import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.language import Syntax
from sphinx_repodoc.analyse.syntax.reading import Match, Reading
from sphinx_repodoc.analyse.syntax.symbols import Symbols
from sphinx_repodoc.analyse.syntax.text import span_of, text_of, unquote
from sphinx_repodoc.model.facts import ImportedName, ImportStatement
from sphinx_repodoc.model.import_contexts import ImportContext

LAZY = frozenset({"autoload"})
"""Words that have a file loaded when what it defines is first used."""


def find_imports(reading: Reading, syntax: Syntax, symbols: Symbols) -> tuple[ImportStatement, ...]:
    """List the imports in order, each with the function that it stands in."""
    groups: dict[int, list[Match]] = defaultdict(list)
    for match in reading.matches("import"):
        groups[match.node.start_byte].append(match)
    guards = {node.start_byte for node in reading.nodes("guard")}
    conditions = _reach(n for n in reading.nodes("condition") if n.start_byte not in guards)
    closures = _reach(reading.nodes("closure"))
    called = ImportContext.LOCAL if syntax.compiles_imports else ImportContext.FUNCTION
    found: list[ImportStatement] = []
    for start in sorted(groups):
        scope = symbols.find_function(start)
        is_called = scope or _is_within(start, closures)
        context = called if is_called else _find_context(start, conditions)
        found += [_place(each, scope, context) for each in _read(groups[start], syntax)]
    return tuple(found)


def _read(matches: Sequence[Match], syntax: Syntax) -> Iterable[ImportStatement]:
    if syntax.read_import:
        return syntax.read_import(matches[0].node)
    return _read_captures(matches)


def _read_captures(matches: Sequence[Match]) -> Iterator[ImportStatement]:
    """Read what the captures of one import say, whichever patterns they are of."""
    module = next((m for match in matches if (m := match.first("import.module"))), None)
    keyword = next((k for match in matches if (k := match.first("import.keyword"))), None)
    if module is None:
        return
    names: dict[int, ImportedName] = {}
    alias = ""
    for match in matches:
        given = match.first("import.alias")
        alias_text = text_of(given) if given else ""
        taken = match.captures.get("import.name", ())
        for node in taken:
            line = node.start_point[0] + 1
            if node.start_byte not in names or alias_text:
                names[node.start_byte] = ImportedName(text_of(node), line, alias_text)
        if not taken and alias_text:
            alias = alias_text
    node = matches[0].node
    word = text_of(keyword).lstrip("#@ \t") if keyword else "import"
    yield ImportStatement(
        unquote(text_of(module).strip()),
        span_of(node),
        names=tuple(names[start] for start in sorted(names)),
        alias=alias,
        line=module.start_point[0] + 1,
        context=ImportContext.LAZY if word in LAZY else ImportContext.MODULE,
        keyword=word,
    )


def _place(statement: ImportStatement, scope: str, around: ImportContext) -> ImportStatement:
    """Add where an import stands; what it says itself of when it takes effect is preferred."""
    context = around if statement.context is ImportContext.MODULE else statement.context
    if context is ImportContext.DYNAMIC and around is ImportContext.FUNCTION:
        context = ImportContext.CALLED
    if (statement.scope, statement.context) == (scope, context):
        return statement
    return replace(statement, scope=scope, context=context)


def _find_context(place: int, conditions: Sequence[tuple[int, int]]) -> ImportContext:
    is_conditional = _is_within(place, conditions)
    return ImportContext.CONDITIONAL if is_conditional else ImportContext.MODULE


def _reach(nodes: Iterable[Node]) -> Sequence[tuple[int, int]]:
    """Say where each node begins, in order, and where the farthest of those up to it ends."""
    ordered = list(nodes)
    ends = accumulate((node.end_byte for node in ordered), max)
    return [(node.start_byte, end) for node, end in zip(ordered, ends, strict=True)]


def _is_within(place: int, reach: Sequence[tuple[int, int]]) -> bool:
    """Whether a place lies in one of the nodes whose reach is given."""
    last = bisect_right(reach, (place, sys.maxsize))
    return last > 0 and place < reach[last - 1][1]
