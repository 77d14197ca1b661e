"""The words and the comments in a file of Protocol Buffers."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from sphinx_repodoc.analyse.syntax.comments import join_comments, strip_markers
from sphinx_repodoc.model.files import Span

TOKEN = re.compile(
    r"""(?P<comment> //[^\n]* | /\*.*?(?:\*/|\Z))
      | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*'
      | \.?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*
      | [+-]?\.?\d(?:[eE][+-]|[\w.])*
      | [^\s]""",
    re.ASCII | re.DOTALL | re.VERBOSE,
)


class Token(NamedTuple):
    """A word, a sign or a comment, and where its characters lie."""

    text: str
    start: int
    end: int


class Source:
    """The text of a file, its words and its comments."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line_ends = [match.start() for match in re.finditer("\n", text)]
        self.tokens: list[Token] = []
        self._comments: list[Token] = []
        for match in TOKEN.finditer(text):
            found = self._comments if match.lastgroup else self.tokens
            found.append(Token(match[0], *match.span()))

    def line(self, place: int) -> int:
        """Return the line, from 1, of a character."""
        return bisect_left(self._line_ends, place) + 1

    def span(self, tokens: Sequence[Token]) -> Span:
        """Return the lines of some words in a row."""
        return Span(self.line(tokens[0].start), self.line(tokens[-1].start))

    def comment_lines(self) -> dict[int, str]:
        """Return the text of each line that holds nothing but comment."""
        code = {self.line(token.start) for token in self.tokens}
        return {
            line: text
            for comment in self._comments
            for line, text in enumerate(strip_markers(comment.text), self.line(comment.start))
            if line not in code
        }

    def between(self, start: int, end: int) -> str:
        """Return a piece of the text on one line, without comments; a blank before it stays."""
        pieces, place = [], start
        for comment in self._comments[self._count_before(start) : self._count_before(end)]:
            pieces.append(self._text[place : comment.start])
            place = comment.end
        words = " ".join((*pieces, self._text[place:end])).split()
        blank = " " if self._text[start : start + 1].isspace() else ""
        return blank + " ".join(words) if words else ""

    def describe(self, start: int, end: int) -> str:
        """Return the comment right above a statement, or else the one behind it on its line."""
        return join_comments(self._find_above(start) or self._find_behind(end))

    def _find_above(self, start: int) -> list[str]:
        found: list[str] = []
        for comment in reversed(self._comments[: self._count_before(start)]):
            is_block = comment.text.startswith("/*")
            if (is_block and found) or not self._is_above(comment, start):
                break
            found.insert(0, comment.text)
            start = comment.start
            if is_block:
                break
        return found

    def _is_above(self, comment: Token, start: int) -> bool:
        """Whether a comment begins its line, and no empty line lies between it and a place."""
        line = self._text.rfind("\n", 0, comment.start) + 1
        between = self._text[comment.end : start]
        is_alone = not self._text[line : comment.start].strip()
        return is_alone and not between.strip() and between.count("\n") <= 1

    def _find_behind(self, end: int) -> list[str]:
        number = self._count_before(end)
        behind = self._comments[number : number + 1]
        return [each.text for each in behind if not self._text[end : each.start].strip(" \t")]

    def _count_before(self, place: int) -> int:
        return bisect_left(self._comments, place, key=lambda comment: comment.start)
