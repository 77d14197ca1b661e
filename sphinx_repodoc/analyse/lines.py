"""What can be said of a file whose comments are whole lines."""

from collections.abc import Mapping, Sequence

from sphinx_repodoc.analyse.comments import (
    Comment,
    find_documentation,
    find_generated,
    find_licence,
)
from sphinx_repodoc.model.facts import Facts, LineCounts


def split_lines(text: str) -> list[str]:
    """Split at line ends alone; there is no line after the last line end."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines if lines[-1] else lines[:-1]


def describe_lines(
    lines: Sequence[str], comments: Mapping[int, str], first: int | None = None
) -> Facts:
    """Return the header, the licence and the number of lines of a file.

    :param comments: the text of each line that is one, by number
    :param first: the first line of code, if a comment right above it is about that
    """
    blank = {number for number, line in enumerate(lines, 1) if not line.strip()} - comments.keys()
    code = [n for n in range(1, len(lines) + 1) if n not in comments and n not in blank]
    head = [Comment(n, text) for n, text in comments.items() if not code or n < code[0]]
    documentation, span = find_documentation(head, first)
    licence, line = find_licence(Comment(n, text) for n, text in comments.items())
    return Facts(
        documentation=documentation,
        documentation_span=span,
        licence=licence,
        licence_line=line,
        generated_line=find_generated(head),
        lines=LineCounts(len(code), len(comments), len(blank)),
    )
