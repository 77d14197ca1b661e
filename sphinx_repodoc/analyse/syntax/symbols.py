"""What a file defines: each name with what it belongs to, its head and its documentation."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.comments import Comments
from sphinx_repodoc.analyse.syntax.language import Syntax
from sphinx_repodoc.analyse.syntax.reading import Match, Reading
from sphinx_repodoc.analyse.syntax.text import span_of, text_of
from sphinx_repodoc.model.facts import Symbol
from sphinx_repodoc.model.files import Span

OPENING = tuple("([{<")
CLOSING = tuple(")]}>")

ENDS = " \t={;:,("
"""What may stand between a signature and the body or value."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A symbol, or a scope that is none, and where its bytes lie."""

    start: int
    end: int
    name: int
    """The first byte of its name."""
    qualified_name: str
    kind: str
    """Empty for a scope that is no symbol."""
    symbol: Symbol | None = None


class Symbols:
    """What a file defines, in order, an enclosing symbol before what it encloses."""

    def __init__(self, reading: Reading, syntax: Syntax, comments: Comments) -> None:
        self._text = reading.text
        self._syntax = syntax
        self._comments = comments
        decorators = reading.nodes("decorator")
        self._decorators = [(node.start_byte, node.end_byte) for node in decorators]
        self._decorated = {reading.text.skip_back(end): start for start, end in self._decorators}
        self._first_names: dict[int, int] = {}
        self.placed = list(self._place(_in_order(reading)))

    def list_symbols(self) -> tuple[Symbol, ...]:
        """Return the symbols, each repeated name with its ordinal."""
        return tuple(_number(placed.symbol for placed in self.placed if placed.symbol))

    def has_start(self, place: int) -> bool:
        """Whether a symbol or its first decorator begins at a byte."""
        is_decorator = any(start == place for start, _ in self._decorators)
        return is_decorator or any(placed.start == place for placed in self.placed)

    def find_enclosing(self, place: int, kinds: frozenset[str]) -> str:
        """Return the qualified name of the innermost symbol of some kinds around a byte."""
        names = [
            placed.qualified_name
            for placed in self.placed
            if placed.start <= place < placed.end and placed.kind in kinds
        ]
        return names[-1] if names else ""

    def _place(self, matches: Iterable[Match]) -> Iterator[Placed]:
        around: list[Placed] = []
        for match in matches:
            start, end = match.node.start_byte, match.node.end_byte
            while around and not _is_around(around[-1], start, end):
                around.pop()
            is_inside = any(outer.kind in self._syntax.functions for outer in around)
            if is_inside and match.kind in self._syntax.local:
                continue
            placed = self._define(match, around[-1].qualified_name if around else "")
            if placed.qualified_name:
                yield placed
                if end > start:
                    around.append(placed)

    def _define(self, match: Match, parent: str) -> Placed:
        node, name_node = match.node, match.captures["name"][0]
        owners = [part for owner in match.captures.get("owner", ()) for part in self._split(owner)]
        *middle, name = self._split(name_node) or [""]
        parent = ".".join(part for part in (parent, *owners, *middle) if part)
        qualified_name = f"{parent}.{name}" if parent and name else name
        place = (node.start_byte, node.end_byte, name_node.start_byte, qualified_name)
        if not match.kind:
            return Placed(*place, "")
        return Placed(*place, match.kind, self._describe(match, name, qualified_name, parent))

    def _split(self, name: Node) -> list[str]:
        """Return the parts of a name."""
        written = " ".join(text_of(name).split())
        return [part for part in split_name(written, self._syntax.separators) if part]

    def _describe(self, match: Match, name: str, qualified_name: str, parent: str) -> Symbol:
        text, node, name_node = self._text, match.node, match.captures["name"][0]
        outer, start, decorators = self._find_decorators(node.start_byte, name_node.start_byte)
        head = self._find_prefix(match, start)
        span = span_of(node)
        if start > node.start_byte:
            span = Span(text.line_at(start), max(span.end_line, text.line_at(start)))
        bases = match.captures.get("base", ())
        return Symbol(
            name=name,
            qualified_name=qualified_name,
            kind=match.kind,
            span=span,
            parent=parent,
            signature=self._find_signature(match),
            bases=tuple(text.between(base.start_byte, base.end_byte) for base in bases),
            decorators=decorators,
            documentation=self._find_documentation(match, outer),
            prefix=head,
            is_public=self._syntax.is_public(head, name),
        )

    def _find_decorators(self, start: int, name: int) -> tuple[int, int, tuple[str, ...]]:
        """Return where a definition starts with its decorators and without, and these."""
        text = self._text
        if not self._decorators:
            return start, start, ()
        found: list[tuple[int, int]] = []
        outer = start
        while (place := self._find_decorated(outer)) is not None:
            outer = self._decorated[place]
            found.insert(0, (outer, place))
        inner = bisect_left(self._decorators, (start, 0))
        while inner < len(self._decorators) and self._decorators[inner][1] <= name:
            if self._comments.skip(start) == self._decorators[inner][0]:
                start = self._comments.skip(self._decorators[inner][1])
                found.append(self._decorators[inner])
            inner += 1
        return outer, start, tuple(text.between(*place).lstrip("@") for place in found)

    def _find_decorated(self, place: int) -> int | None:
        """Return where a decorator ends right before a place, comments between them aside."""
        place = self._text.skip_back(place)
        while place not in self._decorated:
            above = self._comments.find_start(place)
            if above is None:
                return None
            place = self._text.skip_back(above)
        return place

    def _find_prefix(self, match: Match, start: int) -> str:
        name = match.captures["name"][0].start_byte
        written = match.first("type")
        if written:
            return text_of(written) + " "
        first = self._first_names.setdefault(match.node.start_byte, name)
        prefix = self._comments.between(start, first)
        has_blank = first > start and self._text.skip_back(first) < first
        return f"{prefix} " if prefix and has_blank else prefix

    def _find_signature(self, match: Match) -> str:
        name = match.captures["name"][0]
        if match.node == name:
            return ""
        signature = match.first("signature")
        if signature:
            return self._head(name.end_byte, signature.end_byte)
        after = match.first("bases") or match.first("body")
        after = after or match.node.child_by_field_name("body")
        end = after.start_byte if after else match.node.end_byte
        return self._head(name.end_byte, end).rstrip(ENDS)

    def _head(self, start: int, end: int) -> str:
        """Return a piece of a head on one line; a blank before it stays."""
        text = self._comments.between(start, end)
        return f" {text}" if text and self._text.skip(start) > start else text

    def _find_documentation(self, match: Match, outer: int) -> str:
        comments = self._comments
        if match.node.type in self._syntax.preamble:
            return ""
        for place in dict.fromkeys((outer, match.node.start_byte)):
            if found := comments.find_before(place):
                return found
        body = match.first("body")
        if body and (found := comments.find_within(body.start_byte + 1)):
            return found
        return comments.find_behind(match.node.end_byte)


def split_name(name: str, separators: Sequence[str]) -> list[str]:
    """Return the parts of a name; a separator inside of brackets separates nothing."""
    pattern = "|".join(map(re.escape, separators))
    if not pattern or not re.search(pattern, name):
        return [name]
    parts, depth = [""], 0
    for piece in re.split(rf"({pattern}|[\[\](){{}}<>])", name):
        depth += (piece in OPENING) - (piece in CLOSING)
        if piece in separators and not depth:
            parts.append("")
        else:
            parts[-1] += piece
    return [part.strip() for part in parts]


def _in_order(reading: Reading) -> Sequence[Match]:
    """Return definitions and scopes, the outer one first, one for each name."""
    by_name: dict[int, Match] = {}
    for match in (*reading.matches("definition"), *reading.matches("scope")):
        if "name" in match.captures:
            start = match.captures["name"][0].start_byte
            known = by_name.get(start)
            if known is None or match.pattern < known.pattern:
                by_name[start] = match
    return sorted(by_name.values(), key=_place_of)


def _is_around(placed: Placed, start: int, end: int) -> bool:
    """Whether something lies in a symbol, and is not another name of the very same lines."""
    return placed.end > start and (placed.start, placed.end) != (start, end)


def _place_of(match: Match) -> tuple[int, int, int]:
    node = match.node
    return node.start_byte, -node.end_byte, match.captures["name"][0].start_byte


def _number(symbols: Iterable[Symbol]) -> Iterator[Symbol]:
    seen: Counter[str] = Counter()
    for symbol in symbols:
        seen[symbol.qualified_name] += 1
        number = seen[symbol.qualified_name]
        yield replace(symbol, ordinal=number) if number > 1 else symbol
