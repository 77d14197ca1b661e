"""Where a file of C names what may be defined anywhere: neither locals, members, labels nor tags.

Names are read word by word, as the preprocessor does, since macros stand where no grammar knows
them; the syntax tree says which of them are declared, and in which functions.
"""

import re
import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from sphinx_repodoc.analyse.syntax.reading import Reading
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.uses import Macro, Use

KEYWORDS = frozenset(
    b"auto break case char const continue default do double else enum extern float for goto if "
    b"inline int long register restrict return short signed sizeof static struct switch typedef "
    b"union unsigned void volatile while asm typeof true false NULL bool defined size_t".split()
)

QUOTED = rb"//(?:\\\r?\n|[^\n])*|/\*.*?(?:\*/|\Z)|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])+'"

DIRECTIVE = rb"^[ \t]*\#(?:\\\r?\n|/\*.*?\*/|[^\n])*"

TOKEN = re.compile(
    rb"([A-Za-z_]\w*)(\s*\()?|([()]|^\})|(" + DIRECTIVE + rb")|" + QUOTED + rb"|(?:\.|->|\d)\w+",
    re.DOTALL | re.MULTILINE,
)
"""A name, and the bracket that may follow it; a bracket; a directive; what holds no names."""

DEFINED = re.compile(rb"[ \t]*\#[ \t]*define[ \t]+(\w+)(\([^()]*\))?(.*)", re.DOTALL)

TESTED = re.compile(rb"[ \t]*\#[ \t]*(?:el)?if(?:n?def)?\b(.*)", re.DOTALL)

GUARD = re.compile(rb"[ \t]*\#[ \t]*ifndef[ \t]+(\w+)\s+\#[ \t]*define[ \t]+\1\b")

OPENING = re.compile(rb"[ \t]*\#[ \t]*if")

CLOSING = re.compile(rb"[ \t]*\#[ \t]*endif")

UNDEFINED = re.compile(rb"[ \t]*\#[ \t]*undef[ \t]+(\w+)")

QUOTES = re.compile(QUOTED, re.DOTALL)
"""Comments and literals."""

CONTINUED = re.compile(rb"\\\r?\n")

WORD = re.compile(rb"[A-Za-z_]\w*")

CALLED = re.compile(rb"(\w+)\s*\(")

OPERAND = re.compile(
    rb"(?:^|\b(?:return|case|else|do|sizeof)|[-+/%&|^!~<>=?:,;({}\[]"
    rb"|[-+*/%&|^!<>=?:,;({\[]\s*\*)\s*\Z"
)
"""What stands before an operand."""

END = re.compile(rb"\s*[,)/]")
"""What stands behind an argument."""

LABEL = re.compile(rb"\s*:")
"""What stands behind a label and, in old initialisers, a member."""

DECLARED = re.compile(rb"\s*[{;]")
"""What stands behind a tag that is declared."""

BEFORE_LABEL = frozenset(b"{ } ; , :".split())
"""What stands before a label, or the name of a member in an old initialiser."""

BEFORE_ARGUMENT = frozenset({b"(", b",", b"/"})
"""What stands before an argument, the end of a comment too."""

TAG = re.compile(rb"\b(struct|union|enum|goto)\Z")
"""What stands before names that mean nothing without it."""

REACH = 50
"""How many bytes before a name are looked at."""


class Names(NamedTuple):
    """What a file of C names, and what its macros do with their arguments."""

    uses: tuple[Use, ...]
    macros: tuple[Macro, ...]


def find_names(reading: Reading, errors: Sequence[Span]) -> Names:
    """Find the lines on which names stand that the functions around them do not declare."""
    source, line_at = reading.text.source, reading.text.line_at
    scopes = _Scopes(reading)
    directives: list[tuple[int, bytes]] = []
    lines: dict[bytes, set[int]] = defaultdict(set)
    for place, name in _find_words(source, scopes, directives):
        if place not in scopes.declared:
            lines[name].add(line_at(place))
    for place, name in _find_tested(source, directives):
        lines[name].add(line_at(place))
    undefined = {match[1] for _, text in directives if (match := UNDEFINED.match(text))}
    doubtful = scopes.find_doubtful(errors)
    uses = tuple(
        Use(name.decode(), tuple(each))
        for name, found in sorted(lines.items())
        if WORD.findall(name)[-1] not in undefined and (each := sorted(found - doubtful))
    )
    return Names(uses, tuple(_find_macros(source, directives)))


class _Scopes:
    """What is declared where, and in which functions."""

    def __init__(self, reading: Reading) -> None:
        nodes = [m.node for m in reading.matches("definition") if m.kind == "function"]
        nodes = sorted((*nodes, *reading.nodes("function")), key=lambda node: node.start_byte)
        self._lines = [(node.start_point[0] + 1, node.end_point[0] + 1) for node in nodes]
        self._places = [(node.start_byte, node.end_byte) for node in nodes]
        self._names: dict[int, set[bytes]] = defaultdict(lambda: set(KEYWORDS))
        self.declared = frozenset(match.node.start_byte for match in reading.matches("bound"))
        """The bytes at which something is declared."""
        self.types = frozenset(match.node.start_byte for match in reading.matches("typed"))
        """Those at which a type stands, whatever the function declares."""
        for match in reading.matches("bound"):
            start, end = match.node.start_byte, match.node.end_byte
            at = bisect_right(self._places, (start, end)) - 1
            if at >= 0 and start < self._places[at][1]:
                self._names[at].add(reading.text.source[start:end])

    def find_hidden(self, place: int) -> tuple[AbstractSet[bytes], int]:
        """Return the names that mean nothing to others at a place, and where that changes."""
        at = bisect_right(self._places, (place, sys.maxsize)) - 1
        if at >= 0 and place < self._places[at][1]:
            return self._names[at], self._places[at][1]
        is_last = at + 1 == len(self._places)
        return KEYWORDS, sys.maxsize if is_last else self._places[at + 1][0]

    def find_doubtful(self, errors: Sequence[Span]) -> AbstractSet[int]:
        """Return the lines of errors, and of the functions that these stand in."""
        return frozenset(
            line
            for error in errors
            for first, last in [(error.line, error.end_line), *self._lines]
            if first <= error.end_line and error.line <= last
            for line in range(first, last + 1)
        )


def _find_words(
    source: bytes, scopes: _Scopes, directives: list[tuple[int, bytes]]
) -> Iterator[tuple[int, bytes]]:
    """Yield where names stand, each with what may give it a meaning; note the directives."""
    calls: list[bytes] = []
    hidden: AbstractSet[bytes] = KEYWORDS
    until = 0
    for token in TOKEN.finditer(source):
        name, call, bracket, directive = token.groups()
        if name:
            start = token.start()
            if start >= until:
                hidden, until = scopes.find_hidden(start)
            if name not in hidden or start in scopes.types:
                yield from _find_name(source, token, calls)
            if call:
                calls.append(b"" if name in KEYWORDS else name)
        elif bracket:
            _note(bracket, calls)
        elif directive:
            directives.append((token.start(), directive))


def _note(bracket: bytes, calls: list[bytes]) -> None:
    """Open or close what is called."""
    if bracket == b"(":
        calls.append(b"")
    elif bracket == b"}":
        calls.clear()  # what conditions part may open more than it closes
    elif calls:
        calls.pop()


def _find_name(
    source: bytes, token: re.Match[bytes], calls: Sequence[bytes]
) -> Iterator[tuple[int, bytes]]:
    """Yield where a name stands, and what may give it a meaning; nothing for one of a member."""
    start, end = token.span(1)
    head = source[max(0, start - REACH) : start].rstrip()
    last = head[-1:]
    if last.isalnum() and (word := TAG.search(head)):
        if word[1] != b"goto" and not DECLARED.match(source, end):
            yield start, b"struct " + token[1]
    elif last != b"." and not head.endswith(b"->"):
        callee = calls[-1] if calls else b""
        if callee and (callee.isupper() or (last in BEFORE_ARGUMENT and END.match(source, end))):
            yield start, callee + b"(" + token[1]
        elif last not in BEFORE_LABEL or not LABEL.match(source, end):
            yield start, token[1]


def _find_tested(
    source: bytes, directives: Iterable[tuple[int, bytes]]
) -> Iterator[tuple[int, bytes]]:
    """Yield the names that conditions test; not that of the include guard."""
    for number, (start, text) in enumerate(directives):
        tested = TESTED.match(text)
        if tested and (number or not GUARD.match(source, start)):
            code = QUOTES.sub(lambda quoted: b" " * len(quoted[0]), tested[1])
            for word in WORD.finditer(code):
                if word[0] not in KEYWORDS:
                    yield start + tested.start(1) + word.start(), b"#" + word[0]


def _find_macros(source: bytes, directives: Sequence[tuple[int, bytes]]) -> Iterator[Macro]:
    """Find the macros that do something with arguments, or are not always there."""
    depth = -1 if directives and GUARD.match(source, directives[0][0]) else 0
    for _, text in directives:
        depth += (OPENING.match(text) is not None) - (CLOSING.match(text) is not None)
        if macro := DEFINED.match(text):
            yield from _read_macro(*macro.groups(), is_conditional=depth > 0)


def _read_macro(
    name: bytes, parameters: bytes | None, body: bytes, *, is_conditional: bool
) -> Iterator[Macro]:
    code = QUOTES.sub(b"", CONTINUED.sub(b" ", body)).strip()
    if parameters is not None:
        names = frozenset(WORD.findall(parameters)) | {b"__VA_ARGS__"}
        callees = sorted({callee.decode() for callee in CALLED.findall(code)})
        yield Macro(name.decode(), tuple(callees), _is_plain(code, names), is_conditional)
    elif WORD.fullmatch(code):
        yield Macro(name.decode(), (code.decode(),), is_conditional=is_conditional)
    elif is_conditional:
        yield Macro(name.decode(), (), is_conditional=True)


def _is_plain(code: bytes, parameters: AbstractSet[bytes]) -> bool:
    """Whether all that a macro does with its parameters is to evaluate them."""
    words = (word for word in WORD.finditer(code) if word[0] in parameters)
    return b"#" not in code and all(OPERAND.search(code, 0, word.start()) for word in words)
