"""The text of a file, and the places of its bytes."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, count
from operator import add

from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.model.files import Span

BLANK = frozenset(b" \t\r\n\f\v")

QUOTES = "\"'`"

ESCAPED = re.compile(r"\\([\"'`])")
"""A quote that does not end the literal it stands in."""


@dataclass(frozen=True)
class Text:
    """The bytes of a file, line by line."""

    source: bytes
    parsed: bytes = b""
    """What the grammar read instead: the same, but for blanks in the place of macros."""

    @cached_property
    def lines(self) -> list[bytes]:
        """The lines without their ends; none after the last line end."""
        return self.source.removesuffix(b"\n").split(b"\n") if self.source else []

    @cached_property
    def _ends(self) -> list[int]:
        return list(map(add, accumulate(map(len, self.lines)), count(1)))

    def line_at(self, place: int) -> int:
        """Return the line, from 1, that a byte stands in."""
        return bisect_right(self._ends, place) + 1

    def between(self, start: int, end: int) -> str:
        """Return a piece of the text on one line, as written but for blanks."""
        return " ".join(self.source[start:end].decode(errors="replace").split())

    def skip_back(self, place: int) -> int:
        """Return where the blanks before a place begin, and what the grammar did not read."""
        source = self.parsed or self.source
        while place and source[place - 1] in BLANK:
            place -= 1
        return place

    def span_of(self, node: Node) -> Span:
        """Return the lines of a node without the blanks that it ends with."""
        first, end = node.start_point[0] + 1, self.skip_back(node.end_byte)
        return Span(first, max(first, self.line_at(end - 1))) if end else span_of(node)

    def reach_back(self, place: int) -> int:
        """Return where on its line begins what the grammar did not read right before a place."""
        if not self.parsed:
            return place
        line = self.source.rfind(b"\n", 0, place) + 1
        return min(place, self.skip(max(line, self.skip_back(place))))

    def skip(self, place: int) -> int:
        """Return where the blanks after a place end."""
        source, end = self.source, len(self.source)
        while place < end and source[place] in BLANK:
            place += 1
        return place


def text_of(node: Node) -> str:
    """Return the source text of a node."""
    return (node.text or b"").decode(errors="replace")


def unquote(text: str) -> str:
    """Return a literal without the quotes around it."""
    is_quoted = len(text) > 1 and text[0] in QUOTES and text[-1] == text[0]
    return text[1:-1] if is_quoted else text


def read_words(text: str) -> str:
    """Return the words that a literal holds, the quotes among them as they are read."""
    words = unquote(text)
    return ESCAPED.sub(r"\1", words) if words != text else text


def span_of(node: Node) -> Span:
    """Return the lines of a node; a line end that is part of it is not another line."""
    first, (row, column) = node.start_point[0] + 1, node.end_point
    return Span(first, max(first, row + bool(column)))
