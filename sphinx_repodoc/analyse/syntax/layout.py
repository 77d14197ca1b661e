"""Which lines of a file are code, comment or blank."""

from collections.abc import Iterator

from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.reading import Reading
from sphinx_repodoc.model.facts import LineCounts


def count_lines(reading: Reading) -> LineCounts:
    """Count the lines of each kind; a line with code and a comment is code."""
    lines = reading.text.lines
    comment = set(_find_comment_lines(reading))
    quoted = {row for node in reading.nodes("string") for row in _rows_after_first(node)}
    blank = [
        row
        for row, line in enumerate(map(bytes.strip, lines))
        if not line and row not in comment and row not in quoted
    ]
    return LineCounts(len(lines) - len(comment) - len(blank), len(comment), len(blank))


def _find_comment_lines(reading: Reading) -> Iterator[int]:
    """Yield the rows, from 0, that hold nothing but comment."""
    lines = reading.text.lines
    previous = (-1, 0)
    for node in reading.nodes("comment"):
        (first, start), (last, end) = node.start_point, node.end_point
        if not end and last > first:
            last, end = last - 1, len(lines[last - 1])  # the line end is part of it
        before = lines[first][:start].strip() if first < len(lines) else b""
        is_first = not before or previous == (first, len(lines[first][:start].rstrip()))
        is_last = last >= len(lines) or not lines[last][end:].strip()
        yield from range(first + (not is_first), last + is_last)
        previous = (last, end) if is_first or last > first else (-1, 0)


def _rows_after_first(node: Node) -> range:
    return range(node.start_point[0] + 1, node.end_point[0] + 1)
