"""The ``go.mod`` of a Go module, by the reference of Go modules."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sphinx_repodoc.analyse.lines import describe_lines, split_lines
from sphinx_repodoc.analyse.syntax.text import unquote
from sphinx_repodoc.model.facts import (
    Declaration,
    DeclarationKind,
    Facts,
    OutlineEntry,
    OutlineKind,
)
from sphinx_repodoc.model.files import Span

COMMENT = "//"

INDIRECT = "indirect"
"""How the comment of a requirement begins that only others need."""


@dataclass(frozen=True, slots=True)
class Directive:
    """One directive, or one line in a block of them."""

    verb: str
    words: tuple[str, ...]
    line: int
    comment: str = ""


def find_facts(text: str) -> Facts:
    """Find the name of the module, its directives and what it requires."""
    lines = split_lines(text)
    comments = {
        number: line.strip().removeprefix(COMMENT).strip()
        for number, line in enumerate(lines, 1)
        if line.strip().startswith(COMMENT)
    }
    directives, outline = _read(lines)
    return replace(
        describe_lines(lines, comments, outline[0].span.line if outline else None),
        outline=tuple(outline),
        declarations=tuple(_declare(directives)),
    )


def _read(lines: Sequence[str]) -> tuple[list[Directive], list[OutlineEntry]]:
    """Read the directives, and outline each or the block that they are in."""
    directives: list[Directive] = []
    outline: list[OutlineEntry] = []
    verb, start = "", 0
    for number, line in enumerate(lines, 1):
        code, _, comment = line.partition(COMMENT)
        words = code.split()
        if verb and words == [")"]:
            outline.append(OutlineEntry(OutlineKind.KEY, verb, Span(start, number), level=1))
            verb = ""
        elif verb and words:
            directives.append(_directive(verb, words, number, comment))
        elif words[1:] == ["("]:
            verb, start = words[0], number
        elif words:
            directives.append(_directive(words[0], words[1:], number, comment))
            outline.append(OutlineEntry(OutlineKind.KEY, words[0], Span(number, number), level=1))
    return directives, outline


def _directive(verb: str, words: Sequence[str], line: int, comment: str) -> Directive:
    return Directive(verb, tuple(map(unquote, words)), line, comment.strip())


def _declare(directives: Sequence[Directive]) -> Iterator[Declaration]:
    for each in directives:
        name, value, *_ = (*each.words, "", "")
        if each.verb == "module" and name:
            yield Declaration(DeclarationKind.DISTRIBUTION, name, "", each.line)
        elif each.verb == "require" and value:
            group = INDIRECT if each.comment.startswith(INDIRECT) else ""
            yield Declaration(DeclarationKind.DEPENDENCY, name, value, each.line, group)
        elif each.verb == "replace" and each.words[-1:] and each.words[-1].startswith("."):
            yield Declaration(DeclarationKind.ALIAS, name, each.words[-1], each.line)
