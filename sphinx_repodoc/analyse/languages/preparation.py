"""What no grammar of C and its kin can know, blanked out: macros, parting conditions."""

import re
from collections.abc import Callable, Iterable, Iterator

from sphinx_repodoc.analyse.languages.conditions import (
    DEFINITION,
    DIRECTIVE,
    Place,
    find_conditions,
)
from sphinx_repodoc.analyse.languages.macros import find_macros

COMMENT = r"//[^\n]*|/\*.*?(?:\*/|\Z)"

LITERAL = r'"(?:\\.|[^"\\\n])*"' + r"|'(?:\\.|[^'\\\n])+'"

QUOTED = rf'(?P<comment>{COMMENT})|R"(?P<fence>[^\s()\\]{{0,16}})\(.*?\)(?P=fence)"|{LITERAL}'
"""Comments and literals."""

WITHIN = re.compile(QUOTED, re.DOTALL)

OUTSIDE = re.compile(
    rf"(?P<directive>^[ \t]*\#(?:\\\r?\n|{COMMENT}|{LITERAL}|[^\n])*)|{QUOTED}",
    re.DOTALL | re.MULTILINE,
)
"""Directives, which go on over the lines of their comments; and all that is quoted elsewhere."""

BEHIND = " \t\r\n\\"
"""What is left of comments behind a directive."""

LAST = re.compile(r"[^\r\n](?=\r?\n)")
"""The last character of a line."""

PIECE = re.compile(rf"{QUOTED}|[^\n/\"'R]+|[^\n]", re.DOTALL)


def prepare(text: str) -> str:
    """Blank out what the grammar cannot know; no byte moves, and only in macros do comments go."""
    bare = OUTSIDE.sub(_bare, text)
    conditions = list(_in_order(find_conditions(bare)))
    macros = find_macros("".join(_replace(bare, conditions, _clear)))
    comments = list(_find_comments(text, bare))
    places = _in_order([*conditions, *macros, *comments])
    return "".join(_replace(text, places, _blank, frozenset(comments)))


def _find_comments(text: str, bare: str) -> Iterator[Place]:
    """Find the comments within directives, which the grammars take for the end of them."""
    for directive in DIRECTIVE.finditer(bare):
        start, end = directive.start(), directive.start() + len(directive[0].rstrip(BEHIND))
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
        yield _join(piece) if (start, after) in comments else blank(piece)
        end = after
    yield text[end:]


def _bare(found: re.Match[str]) -> str:
    """Clear what is quoted; where a comment ends lines of a directive, these are joined."""
    if not found["directive"]:
        return _clear(found[0])
    bare = WITHIN.sub(lambda quoted: _clear(quoted[0]), found[0])
    return LAST.sub(r"\\", bare)


def _clear(text: str) -> str:
    """Return as many characters, with all but lines and quotes left out."""
    quote = text[0] if text[:1] in {'"', "'"} and len(text) > 1 else ""
    inside = "\n".join(" " * len(line) for line in text.split("\n"))
    return f"{quote}{inside[1:-1]}{quote}" if quote else inside


def _blank(text: str) -> str:
    """Return as many bytes on as many lines, with nothing left but comments.

    Where a macro is defined, form feeds tell of it.
    """
    blank = "\f" if DEFINITION.match(text) else " "
    return PIECE.sub(lambda each: each[0] if each["comment"] else _fill(each[0], blank), text)


def _fill(text: str, blank: str = " ") -> str:
    """Return as many bytes on as many lines."""
    lines = text.split("\n")
    return "\n".join(blank * len(line.encode(errors="replace")) for line in lines)


def _join(comment: str) -> str:
    """Return as many bytes on as many lines, which are one to the grammar."""
    return _fill(comment).replace(" \n", "\\\n")
