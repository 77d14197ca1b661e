"""What no grammar of C and its kin can know, blanked out: macros, parting conditions."""

import re
from collections.abc import Callable, Iterable, Iterator

from sphinx_repodoc.analyse.languages.conditions import DIRECTIVE, Place, find_conditions
from sphinx_repodoc.analyse.languages.macros import find_macros

QUOTED = (
    r"(?P<comment>//[^\n]*|/\*.*?(?:\*/|\Z))"
    r'|R"(?P<fence>[^\s()\\]{0,16})\(.*?\)(?P=fence)"|"(?:\\.|[^"\\\n])*"'
    r"|'(?:\\.|[^'\\\n])+'"
)
"""Comments and literals."""

WITHIN = re.compile(QUOTED, re.DOTALL)

PIECE = re.compile(rf"{QUOTED}|[^\n/\"'R]+|[^\n]", re.DOTALL)


def prepare(text: str) -> str:
    """Blank out what the grammar cannot know; no byte moves, and only in macros do comments go."""
    bare = WITHIN.sub(lambda quoted: _clear(quoted[0]), text)
    conditions = list(_in_order(find_conditions(bare)))
    macros = find_macros("".join(_replace(bare, conditions, _clear)))
    comments = list(_find_comments(text, bare))
    places = _in_order([*conditions, *macros, *comments])
    return "".join(_replace(text, places, _blank, frozenset(comments)))


def _find_comments(text: str, bare: str) -> Iterator[Place]:
    """Find the comments within directives, which the grammars take for the end of them."""
    for directive in DIRECTIVE.finditer(bare):
        start, end = directive.start(), directive.start() + len(directive[0].rstrip())
        if "/" in text[start:end]:
            quoted = WITHIN.finditer(text, start, end)
            yield from (each.span() for each in quoted if each["comment"])


def _in_order(places: Iterable[Place]) -> Iterator[Place]:
    """Yield places in order, each from where the ones before end."""
    end = 0
    for start, after in sorted(places):
        if after > end:
            yield max(start, end), after
            end = after


def _replace(
    text: str,
    places: Iterable[Place],
    blank: Callable[[str], str],
    comments: frozenset[Place] = frozenset(),
) -> Iterator[str]:
    """Yield the pieces of a text, those at some places blanked out, even if they are comments."""
    end = 0
    for start, after in places:
        yield text[end:start]
        piece = text[start:after]
        yield _fill(piece) if (start, after) in comments else blank(piece)
        end = after
    yield text[end:]


def _clear(text: str) -> str:
    """Return as many characters, with all but lines and quotes left out."""
    quote = text[0] if text[:1] in {'"', "'"} and len(text) > 1 else ""
    inside = "\n".join(" " * len(line) for line in text.split("\n"))
    return f"{quote}{inside[1:-1]}{quote}" if quote else inside


def _blank(text: str) -> str:
    """Return as many bytes on as many lines, with nothing left but comments."""
    return PIECE.sub(lambda piece: piece[0] if piece["comment"] else _fill(piece[0]), text)


def _fill(text: str) -> str:
    """Return as many bytes on as many lines."""
    lines = text.split("\n")
    return "\n".join(" " * len(line.encode(errors="replace")) for line in lines)
