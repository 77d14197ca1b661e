"""What the directives of C and its kin define that their grammars do not know, or nobody uses."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.reading import Reading
from sphinx_repodoc.analyse.syntax.symbols import number_symbols
from sphinx_repodoc.model.facts import Facts, Symbol
from sphinx_repodoc.model.files import Span

MACRO = re.compile(rb"\#[ \t]*define[ \t]+(\w+)(\([^()]*\))?(?:\\\r?\n|[^\n])*")

ASIDE = frozenset({"comment", "preproc_call"})
"""What may stand around an include guard: comments, and pragmas."""


def complete(facts: Facts, reading: Reading) -> Facts:
    """Add macros that are defined within lists, and hide the names of include guards."""
    guard = _find_guard(reading)
    symbols = [
        replace(symbol, is_public=False) if _is_guard(symbol, guard) else symbol
        for symbol in facts.symbols
    ]
    added = list(_find_macros(reading)) if b"\f" in reading.text.parsed else []
    if added:
        symbols = sorted((*symbols, *added), key=lambda symbol: symbol.span.line)
    return replace(facts, symbols=tuple(number_symbols(symbols) if added else symbols))


def _find_macros(reading: Reading) -> Iterator[Symbol]:
    """Find the macros whose definitions were blanked out, which form feeds tell of."""
    text = reading.text
    for match in MACRO.finditer(text.source):
        if text.parsed.startswith(b"\f", match.start()):
            name, signature = match[1].decode(), (match[2] or b"").decode(errors="replace")
            yield Symbol(
                name=name,
                qualified_name=name,
                kind="macro",
                span=Span(text.line_at(match.start()), text.line_at(match.end() - 1)),
                signature=" ".join(signature.replace("\\\n", " ").split()),
                prefix="#define ",
            )


def _find_guard(reading: Reading) -> Node | None:
    """Find what defines the name that the whole file is included once by."""
    parts = [part for part in reading.root.children if part.type not in ASIDE]
    if len(parts) != 1 or parts[0] not in reading.nodes("guard"):
        return None
    return next(part for part in parts[0].children if part.type == "preproc_def")


def _is_guard(symbol: Symbol, guard: Node | None) -> bool:
    return (
        guard is not None
        and not guard.child_by_field_name("value")
        and symbol.kind == "macro"
        and symbol.span.line == guard.start_point[0] + 1
    )
