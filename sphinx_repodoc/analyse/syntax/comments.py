"""The comments of a file: their text without markers, and what each stands before."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from inspect import cleandoc
from string import ascii_letters
from textwrap import dedent

from sphinx_repodoc.analyse.comments import Comment, is_for_tools, is_ruler
from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.language import Syntax
from sphinx_repodoc.analyse.syntax.reading import Reading

BLOCKS = {
    "/*": "*/",
    "(*": "*)",
    "{-": "-}",
    "<!--": "-->",
    "--[": "]",
    "#=": "=#",
    "=begin": "=end",
}
"""What a comment of several lines begins and ends with."""

BEGINNINGS = tuple(BLOCKS)

MARKERS = "/#-;%!'*"
"""Of what characters the marker of a comment of one line is made."""

EXTRA_STARTS = tuple("*!=><")

EXTRA = re.compile(r"[*!=>]*(?:<(?!/?\w[^<>]*>))?")
"""What makes a documentation comment of the start of any other; a tag belongs to the text."""

TAG_OF_FILE = b"file"

OF_FILE = re.compile(rb"^[ \t/*!;#]*[@\\]file(?:overview)?\b", re.MULTILINE)
"""The tag of Doxygen or JSDoc in a comment on the file, wherever it stands."""

EMPTY_LINE = re.compile(rb"\n[ \t\r\f\v]*\n")


class Comments:
    """The comments of a file, by where they end."""

    def __init__(self, reading: Reading, syntax: Syntax) -> None:
        self._text = reading.text
        self._syntax = syntax
        places = ((node.start_byte, node.end_byte) for node in reading.nodes("comment"))
        self.places = [(start, self._text.skip_back(end)) for start, end in places]
        """The first byte, and the one after the last."""
        self._first_bytes = [start for start, _ in self.places]
        self._starts = {end: start for start, end in self.places}
        self._ends = dict(self.places)
        self._inner = tuple(map(str.encode, syntax.inner))
        self._before = tuple(map(str.encode, syntax.documentation))

    def read(self, node: Node) -> str:
        """Return the documentation that a comment is, or a string."""
        text = self._read(node.start_byte, node.end_byte)
        quoted = text.lstrip(ascii_letters)
        if not quoted.startswith(('"', "'''")):
            return self._describe([text])
        return cleandoc(quoted.strip(quoted[0]))

    def find_before(self, place: int) -> str:
        """Return the documentation that stands right before a place, blanks aside."""
        found: list[str] = []
        while (start := self._start_of_next(place)) is not None:
            comment = self._read(start, self._ends[start])
            is_block = comment.startswith(BEGINNINGS)
            documents = self._is_documentation(start, comment)
            if found and (is_block or not documents):
                break
            if not documents:
                place = start
                continue
            found.insert(0, comment)
            place = start
            if is_block:
                break
        is_of_outer = bool(found) and found[0].startswith(self._syntax.inner)
        return self._describe([] if is_of_outer else found)

    def find_start(self, end: int) -> int | None:
        """Return where the comment begins that ends at a place."""
        return self._starts.get(end)

    def is_inner(self, start: int) -> bool:
        """Whether the comment that begins at a place documents what it stands in."""
        source, end = self._text.source, self._ends[start]
        if source.startswith(self._inner, start) and not source.startswith(self._before, start):
            return True
        return TAG_OF_FILE in source[start:end] and bool(OF_FILE.search(source, start, end))

    def find_within(self, start: int) -> str:
        """Return the documentation that a block begins with, or is behind its bracket."""
        if not self._syntax.inner:
            return ""
        found: list[str] = []
        place = start if start in self._ends else self._text.skip(start + 1)
        while place in self._ends:
            comment = self._read(place, self._ends[place])
            if not comment.startswith(self._syntax.inner):
                break
            found.append(comment)
            place = self._text.skip(self._ends[place])
        return self._describe(found)

    def find_behind(self, end: int) -> str:
        """Return the documentation that follows something on its line."""
        if not self._syntax.trailing:
            return ""
        source = self._text.source
        line_end = source.find(b"\n", end) % (len(source) + 1)
        place = self._text.skip(end)
        while place < line_end and source[place : place + 1] in {b",", b";"}:
            place = self._text.skip(place + 1)
        if place >= line_end or place not in self._ends:
            return ""
        comment = self._read(place, self._ends[place])
        return self._describe([comment] if comment.startswith(self._syntax.trailing) else [])

    def skip(self, place: int) -> int:
        """Return where the blanks and comments after a place end."""
        place = self._text.skip(place)
        while place in self._ends:
            place = self._text.skip(self._ends[place])
        return place

    def skip_back(self, end: int) -> int:
        """Return where the text before a place ends, blanks and a last comment aside."""
        end = self._text.skip_back(end)
        return self._text.skip_back(self._starts.get(end, end))

    def trim(self, start: int, end: int) -> int:
        """Return where a piece of the text ends without the blanks and comments behind it.

        Where blocks are indented, some grammars take what precedes the next line for their end.
        """
        place = self._text.skip_back(end)
        if place == end:
            return end
        while start < (above := self._starts.get(place, 0)):
            place = self._text.skip_back(above)
        return place

    def between(self, start: int, end: int) -> str:
        """Return a piece of the text on one line, without the comments in it."""
        first = bisect_left(self._first_bytes, start)
        last = bisect_left(self._first_bytes, end)
        if first == last:
            return self._text.between(start, end)
        pieces: list[str] = []
        for comment, after in self.places[first:last]:
            pieces.append(self._text.between(start, comment))
            start = max(start, after)
        return " ".join(piece for piece in (*pieces, self._text.between(start, end)) if piece)

    def lines_of(self, places: Sequence[tuple[int, int]]) -> Iterator[Comment]:
        """Yield the lines of some comments, without their markers."""
        for start, end in places:
            first = self._text.line_at(start)
            for number, line in enumerate(strip_markers(self._read(start, end)), first):
                yield Comment(number, line)

    def _is_documentation(self, start: int, comment: str) -> bool:
        return comment.startswith(self._syntax.documentation) and not self.is_inner(start)

    def _read(self, start: int, end: int) -> str:
        return self._text.source[start:end].decode(errors="replace")

    def _start_of_next(self, place: int) -> int | None:
        """Return where the comment starts that ends on the line of a place or the one above."""
        source, end = self._text.source, self._text.skip_back(place)
        start = self._starts.get(end)
        if start is None or EMPTY_LINE.search(source, end, place):
            return None
        line = source.rfind(b"\n", 0, start) + 1
        return None if source[line:start].strip() else start

    def _describe(self, comments: Sequence[str]) -> str:
        text = join_comments(comments)
        return self._syntax.describe(text) if self._syntax.describe and text else text


def join_comments(comments: Sequence[str]) -> str:
    """Return what comments say to readers."""
    lines = [line for comment in comments for line in strip_markers(comment)]
    kept = ["" if is_ruler(line) else line for line in lines]
    return dedent("\n".join(line for line in kept if not is_for_tools(line))).strip("\n")


def strip_markers(comment: str) -> list[str]:
    """Return the lines of a comment, or of a string that is one, without what makes it one."""
    if comment.startswith('"') and comment.endswith('"'):
        first, *rest = comment.strip('"').split("\n")
        return [first.strip(), *dedent("\n".join(rest)).split("\n")]
    for begin, end in BLOCKS.items():
        if comment.startswith(begin):
            return _strip_block(comment.removeprefix(begin), end)
    if comment.startswith("#!"):
        return [comment.removeprefix("#")]  # names an interpreter
    lines = (line.strip() for line in comment.split("\n"))
    return [_strip_extra(line.lstrip(MARKERS)).removeprefix(" ") for line in lines]


def _strip_extra(text: str) -> str:
    return EXTRA.sub("", text, count=1) if text.startswith(EXTRA_STARTS) else text


def _strip_block(text: str, end: str) -> list[str]:
    text = _strip_extra(text.removesuffix(end).lstrip("=[")).rstrip("*]=")
    first, *rest = text.split("\n")
    written = [line.strip() for line in rest if line.strip()]
    if 2 * sum(line.startswith("*") for line in written) > len(written):
        rest = [line.strip().removeprefix("*").removeprefix(" ") for line in rest]
    else:
        rest = dedent("\n".join(rest)).split("\n") if rest else []
    return [first.strip(), *(line.rstrip() for line in rest)]
