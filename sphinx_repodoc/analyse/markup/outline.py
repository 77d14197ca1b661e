"""What a parser of markup hands over, whatever the language."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sphinx_repodoc.model.facts import OutlineEntry
from sphinx_repodoc.model.files import Span

NO_PROSE = re.compile(r"copyright\b|\(c\)|©|(table of )?contents\W*$", re.IGNORECASE)
"""How paragraphs begin that say whose a file is, or are the title of a list."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The parts of a markup file."""

    headings: tuple[OutlineEntry, ...] = ()
    """Headings that begin a section, in order, each with the span of its own lines."""
    entries: tuple[OutlineEntry, ...] = ()
    """All other parts."""
    documentation: str = ""
    """Plain text of the first paragraph of prose."""
    documentation_span: Span | None = None
    comments: tuple[Span, ...] = ()
    is_partial: bool = False
    """Whether some of the file is nested too deep, or its lines too long, to be read."""


def extend_headings(headings: Sequence[OutlineEntry], lines: Sequence[str]) -> list[OutlineEntry]:
    """Extend each heading over its section: to the next heading of its level or above."""
    following: dict[int, int] = {}
    extended = []
    for heading in reversed(headings):
        ends = (line - 1 for level, line in following.items() if level <= heading.level)
        span = Span(heading.span.line, min(ends, default=len(lines)))
        extended.append(replace(heading, span=span))
        following[heading.level] = heading.span.line
    return extended[::-1]


def trim_span(span: Span, lines: Sequence[str]) -> Span:
    """Leave out the blank lines at the end."""
    end = min(span.end_line, len(lines))
    while end > span.line and not lines[end - 1].strip():
        end -= 1
    return Span(span.line, end)


def is_prose(fragments: Iterable[str]) -> bool:
    """Whether what a paragraph says outside links and pictures holds a word about the file."""
    said = "".join(fragments).strip()
    return any(character.isalpha() for character in said) and not NO_PROSE.match(said)
