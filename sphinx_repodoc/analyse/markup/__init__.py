"""What is in a Markdown or reStructuredText file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from sphinx_repodoc.analyse.markup.outline import Outline, extend_headings, trim_span
from sphinx_repodoc.model.facts import Facts, LineCounts, OutlineEntry


def _parse_markdown(lines: Sequence[str]) -> Outline:
    from sphinx_repodoc.analyse.markup.markdown import (  # noqa: PLC0415 - slow to load
        parse_markdown,
    )

    return parse_markdown(lines)


def _parse_rest(lines: Sequence[str]) -> Outline:
    from sphinx_repodoc.analyse.markup.rest import parse_rest  # noqa: PLC0415 - slow to load

    return parse_rest(lines)


PARSERS: Mapping[str, Callable[[Sequence[str]], Outline]] = MappingProxyType(
    {"Markdown": _parse_markdown, "reStructuredText": _parse_rest}
)
"""How to outline the lines of a file in each markup language."""

LICENCE_TAG = "SPDX-License-Identifier:"


def find_facts(text: str, language: str) -> Facts:
    """Outline the text of a file in one of the languages of `PARSERS`."""
    lines = split_lines(text)
    outline = PARSERS[language](lines)
    comments = _comment_lines(outline, lines)
    licence, licence_line = _find_licence(comments, lines)
    span = outline.documentation_span if _opens(outline) else None
    return Facts(
        outline=tuple(_arrange(outline, lines)),
        documentation=outline.documentation if span else "",
        documentation_span=trim_span(span, lines) if span else None,
        licence=licence,
        licence_line=licence_line,
        lines=_count_lines(lines, len(comments)),
        is_partial=outline.is_partial,
    )


def split_lines(text: str) -> list[str]:
    """Split at line ends alone: other separators of Unicode do not end a line of a file."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines if lines[-1] else lines[:-1]


def _arrange(outline: Outline, lines: Sequence[str]) -> list[OutlineEntry]:
    entries = (*extend_headings(outline.headings, lines), *outline.entries)
    trimmed = (replace(entry, span=trim_span(entry.span, lines)) for entry in entries)
    return sorted(trimmed, key=lambda entry: entry.span.line)


def _opens(outline: Outline) -> bool:
    """Whether the first paragraph speaks for the whole file, not for one of its sections."""
    span = outline.documentation_span
    above = [h for h in outline.headings if span and h.span.line < span.line]
    peers = [h for h in outline.headings if above and h.level <= above[0].level]
    return len(above) <= 1 and len(peers) <= 1


def _comment_lines(outline: Outline, lines: Sequence[str]) -> list[int]:
    spans = (range(span.line, span.end_line + 1) for span in outline.comments)
    return [line for span in spans for line in span if lines[line - 1].strip()]


def _find_licence(comments: Sequence[int], lines: Sequence[str]) -> tuple[str, int]:
    for line in comments:
        _, tag, licence = lines[line - 1].partition(LICENCE_TAG)
        if tag:
            return licence.strip().removesuffix("-->").strip(), line
    return "", 0


def _count_lines(lines: Sequence[str], comment: int) -> LineCounts:
    blank = sum(not line.strip() for line in lines)
    return LineCounts(code=len(lines) - comment - blank, comment=comment, blank=blank)
