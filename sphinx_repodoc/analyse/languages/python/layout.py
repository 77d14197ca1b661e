"""Which lines of a Python file are code, comment or blank."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sphinx_repodoc.analyse.parser import Node, SyntaxTree
from sphinx_repodoc.model.facts import LineCounts
from sphinx_repodoc.model.files import Span


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a file, from 1."""

    source: bytes
    number: int
    quiet: Mapping[int, bool]
    """Lines without code, and whether each holds a comment; none of them is within a string."""

    def span_of(self, node: Node) -> Span:
        """Give the lines of a node, without the comments and blank lines that trail it."""
        span = span_of(node)
        end = span.end_line
        while end > span.line and end in self.quiet:
            end -= 1
        return Span(span.line, end)

    def count_lines(self, docstrings: Iterable[Node]) -> LineCounts:
        """Count the lines of each kind; a documentation string is comment."""
        documentation = {line for node in docstrings for line in self._lines_of(node)}
        comment = sum(self.quiet.values()) + len(documentation)
        blank = len(self.quiet) - sum(self.quiet.values())
        return LineCounts(self.number - comment - blank, comment, blank)

    def _lines_of(self, docstring: Node) -> range:
        """Give the lines that a documentation string has for itself."""
        start, end = docstring.start_byte, docstring.end_byte
        before = self.source[self.source.rfind(b"\n", 0, start) + 1 : start]
        after = self.source[end : self.source.find(b"\n", end) % (len(self.source) + 1)].lstrip()
        first, last = docstring.start_point[0] + 1, docstring.end_point[0] + 1
        is_shared = bool(after) and not after.startswith(b"#")
        return range(first + bool(before.strip()), last + 1 - is_shared)


def span_of(node: Node) -> Span:
    """Give the lines that a node stands on."""
    return Span(node.start_point[0] + 1, node.end_point[0] + 1)


def is_within(node: Node, blocks: Iterable[Node]) -> bool:
    """Whether a statement stands in one of the blocks; at the start of a line it is in none."""
    if not node.start_point[1]:
        return False
    return any(block.start_byte <= node.start_byte < block.end_byte for block in blocks)


def find_layout(text: str, tree: SyntaxTree) -> Layout:
    """Tell the lines of a file apart."""
    lines = text.removesuffix("\n").split("\n") if text else []
    quoted = {line for string in tree.nodes("text", "string") for line in _continued(string)}
    quiet = {line: bool(held) for line, held in _find_quiet(lines) if line not in quoted}
    return Layout(tree.source, len(lines), quiet)


def _find_quiet(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines, 1):
        held = line.strip()
        if not held or held[0] == "#":
            yield number, held


def _continued(string: Node) -> range:
    """Give the lines of a string after its first."""
    return range(string.start_point[0] + 2, string.end_point[0] + 2)
