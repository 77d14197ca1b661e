"""What a file defines: each name with what it belongs to, its head and its documentation."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.comments import Comments
from sphinx_repodoc.analyse.syntax.definitions import Definition, find_definitions
from sphinx_repodoc.analyse.syntax.heads import Heads
from sphinx_repodoc.analyse.syntax.language import Syntax
from sphinx_repodoc.analyse.syntax.reading import Reading
from sphinx_repodoc.analyse.syntax.text import span_of
from sphinx_repodoc.model.facts import Symbol
from sphinx_repodoc.model.files import Span


class Placed(NamedTuple):
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
        self._heads = Heads(reading.text, comments)
        decorators = reading.nodes("decorator")
        self._decorators = [(node.start_byte, node.end_byte) for node in decorators]
        self._decorated = {reading.text.skip_back(end): start for start, end in self._decorators}
        self._functions = tuple(_without_inner(reading.nodes("function")))
        definitions = find_definitions(reading, syntax)
        self._starts = {
            start for each in definitions for start in (each.begin, each.node.start_byte)
        }
        self.placed = list(self._place(definitions))
        self._named = [placed for placed in self.placed if placed.kind in syntax.functions]
        self._outer = list(_find_outer(self._named))

    def list_symbols(self) -> tuple[Symbol, ...]:
        """Return the symbols, each repeated name with its ordinal."""
        symbols = [placed.symbol for placed in self.placed if placed.symbol]
        return tuple(number_symbols(sorted(symbols, key=lambda symbol: symbol.span.line)))

    def has_start(self, place: int) -> bool:
        """Whether a symbol or its first decorator begins at a byte."""
        return place in self._starts or any(start == place for start, _ in self._decorators)

    @property
    def functions(self) -> Sequence[Placed]:
        """The functions that have a name, in order."""
        return self._named

    def find_function(self, place: int) -> str:
        """Return the qualified name of the innermost named function around a byte."""
        found = self.find_around(place)
        return found.qualified_name if found else ""

    def find_around(self, place: int) -> Placed | None:
        """Return the innermost named function around a byte."""
        at = bisect_right(self._named, place, key=lambda function: function.start) - 1
        while at >= 0 and self._named[at].end <= place:
            at = self._outer[at]
        return self._named[at] if at >= 0 else None

    def _place(self, definitions: Iterable[Definition]) -> Iterator[Placed]:
        around: list[Placed] = []
        hidden = 0
        for definition in definitions:
            start, end = definition.owned
            if start < hidden:
                continue
            while around and not _is_around(around[-1], start, end):
                around.pop()
            if self._is_local(definition) and self._is_in_function(start, around):
                hidden = end if "members" in definition.match.captures else hidden
                continue
            settled = self._settle(definition, around)
            is_scoped = settled.kind not in self._syntax.unscoped
            placed = self._define(settled, _find_parent(settled, around) if is_scoped else "")
            if placed.qualified_name:
                yield placed
            if end > start:
                around.append(placed)

    def _settle(self, definition: Definition, around: Sequence[Placed]) -> Definition:
        """Give a definition the kind that it has where it stands."""
        outer = around[-1].symbol if around else None
        if not self._syntax.kind_within or outer is None:
            return definition
        kind = self._syntax.kind_within(outer, definition.kind, definition.name.parts[-1])
        return definition._replace(kind=kind) if kind != definition.kind else definition

    def _is_local(self, definition: Definition) -> bool:
        return definition.kind in self._syntax.local or "local" in definition.match.captures

    def _is_in_function(self, place: int, around: Iterable[Placed]) -> bool:
        if any(outer.kind in self._syntax.functions for outer in around):
            return True
        before = bisect_left(self._functions, place, key=lambda node: node.start_byte)
        return before > 0 and place < self._functions[before - 1].end_byte

    def _define(self, definition: Definition, outer: str) -> Placed:
        *owners, name = definition.name.parts
        if f".{outer}".endswith(f".{'.'.join(owners)}"):
            owners = []  # named again: `class A; def A.f`
        parent = ".".join(part for part in (outer, *owners) if part)
        qualified_name = f"{parent}.{name}" if parent and name else name
        place = (*definition.owned, definition.name.start, qualified_name)
        if not definition.kind:
            return Placed(*place, "")
        return Placed(*place, definition.kind, self._describe(definition, name, parent))

    def _describe(self, definition: Definition, name: str, parent: str) -> Symbol:
        text, node, match = self._text, definition.node, definition.match
        outer, start, decorators = self._find_decorators(definition.begin, definition.name.start)
        start = self._comments.skip(start)
        prefix = self._heads.find_prefix(definition, start)
        span = span_of(node)
        end = self._comments.trim(*node.byte_range)
        if start > node.start_byte or end < node.end_byte:
            first = max(start, node.start_byte)
            last = span.end_line if end == node.end_byte else text.line_at(end - 1)
            span = Span(text.line_at(first), max(last, text.line_at(first)))
        bases = match.captures.get("base", ())
        return Symbol(
            name=name,
            qualified_name=f"{parent}.{name}" if parent else name,
            kind=definition.kind,
            span=span,
            parent=parent,
            signature=self._heads.find_signature(definition),
            bases=tuple(text.between(base.start_byte, base.end_byte) for base in bases),
            decorators=decorators,
            documentation=self._find_documentation(definition, outer),
            prefix=prefix,
            is_public=self._syntax.is_public(prefix, name),
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

    def _find_documentation(self, definition: Definition, outer: int) -> str:
        comments = self._comments
        if definition.node.type in self._syntax.preamble:
            return ""
        if told := definition.match.first("documentation"):
            return comments.read(told)
        statement = definition.match.first("statement") or definition.node
        for place in dict.fromkeys((outer, definition.node.start_byte, statement.start_byte)):
            if found := comments.find_before(place):
                return found
        body = definition.match.first("body")
        if body and (found := comments.find_within(body.start_byte)):
            return found
        end = comments.skip_back(definition.node.end_byte)
        is_short = self._text.line_at(definition.name.start) == self._text.line_at(end - 1)
        return comments.find_behind(end) if is_short else ""


def _find_parent(definition: Definition, around: Sequence[Placed]) -> str:
    """Return the qualified name of what a definition belongs to."""
    outside = definition.match.first("outside")
    if outside:
        around = [each for each in around if each.start < outside.start_byte]
    return around[-1].qualified_name if around else ""


def _without_inner(nodes: Iterable[Node]) -> Iterator[Node]:
    """Leave out what lies in one before it."""
    end = 0
    for node in nodes:
        if node.start_byte >= end:
            end = node.end_byte
            yield node


def _find_outer(functions: Sequence[Placed]) -> Iterator[int]:
    """Yield for each function which of those before it is around it; -1 for none."""
    around: list[int] = []
    for at, function in enumerate(functions):
        while around and functions[around[-1]].end <= function.start:
            around.pop()
        yield around[-1] if around else -1
        around.append(at)


def _is_around(placed: Placed, start: int, end: int) -> bool:
    """Whether something lies in a symbol, and is not another name of the very same lines."""
    return placed.end > start and (placed.start, placed.end) != (start, end)


def number_symbols(symbols: Iterable[Symbol]) -> Iterator[Symbol]:
    """Give each symbol its ordinal among those of its qualified name."""
    seen: Counter[str] = Counter()
    for symbol in symbols:
        seen[symbol.qualified_name] += 1
        number = seen[symbol.qualified_name]
        yield replace(symbol, ordinal=number) if number != symbol.ordinal else symbol
