"""Listings in HTML: each line an anchor, definitions and imports linked."""

import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape
from itertools import groupby
from operator import itemgetter
from typing import Any, Protocol

from pygments.formatter import Formatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import STANDARD_TYPES, Name, _TokenType
from pygments.util import ClassNotFound

from sphinx_repodoc.model.files import Span
from sphinx_repodoc.sections.content import Listing


class SupportsWrite(Protocol):
    """What lines are written to."""

    def write(self, text: str, /) -> object:
        """Write some text."""


Tokens = Iterable[tuple[_TokenType, str]]

Hrefs = Iterable[tuple[int, str, str]]
"""Line and name, and the URL that the name leads to; of two of a line's, the first comes first."""


class ListingFormatter(Formatter[str]):
    """Write tokens as HTML lines with the ids ``L1``, ``L2``, …, a symbol's lines as ``L3-L8``."""

    name = "Repository listing"
    aliases = ("repodoc",)

    def __init__(
        self, *, first_line: int, prefix: str, spans: Iterable[Span], hrefs: Hrefs, **options: Any
    ) -> None:
        super().__init__(**options)
        self.first_line = first_line
        self.prefix = escape(prefix)
        self.starts: dict[int, list[Span]] = defaultdict(list)
        self.ends: dict[int, int] = defaultdict(int)
        for span in spans:
            self.starts[span.line].append(span)
            self.ends[span.end_line] += 1
        self.hrefs: dict[tuple[int, str], list[str]] = defaultdict(list)
        for line, name, href in hrefs:
            self.hrefs[line, name].append(href)

    def format(self, tokensource: Tokens, outfile: SupportsWrite) -> None:
        """Write all lines."""
        for number, line in enumerate(self._lines(tokensource), self.first_line):
            anchor = f"{self.prefix}L{number}"
            opened = (f'id="{anchor}-L{span.end_line}"' for span in self.starts.get(number, ()))
            outfile.write(
                "".join(f'<span class="repodoc-lines" {id_}>' for id_ in opened)
                + f'<span class="repodoc-line" id="{anchor}">'
                f'<a class="repodoc-number" href="#{anchor}" data-line="{number}" '
                f'aria-hidden="true" tabindex="-1"></a>{line}\n</span>'
                + "</span>"
                * self.ends.get(number, 0)
            )

    def _lines(self, tokens: Tokens) -> Iterator[str]:
        number, pieces = self.first_line, list[str]()
        for kind, value in tokens:
            first, *others = value.split("\n")
            pieces.append(self._token(kind, first, number))
            for text in others:
                yield "".join(pieces)
                number += 1
                pieces = [self._token(kind, text, number)]
        if any(pieces):
            yield "".join(pieces)

    def _token(self, kind: _TokenType, text: str, number: int) -> str:
        if not text:
            return ""
        shown = escape(text, quote=False)
        if kind[: len(Name)] == Name and (hrefs := self.hrefs.get((number, text))):
            shown = f'<a class="repodoc-link" href="{escape(hrefs.pop(0))}">{shown}</a>'
        css = _css_class(kind)
        return f'<span class="{css}">{shown}</span>' if css else shown


def format_listing(listing: Listing, prefix: str, hrefs: Hrefs) -> str:
    """Return a listing as HTML.

    :param prefix: put before each anchor
    """
    formatter = ListingFormatter(
        first_line=listing.first_line, prefix=prefix, spans=listing.spans, hrefs=hrefs
    )
    lines = highlight(listing.text, listing.lexer, formatter)
    return (
        f'<div class="repodoc-listing highlight-{listing.lexer} notranslate">'
        f'<div class="highlight"><pre tabindex="0">{lines}</pre></div></div>\n'
    )


def highlight(text: str, lexer_name: str, formatter: ListingFormatter) -> str:
    """Return the lines of a text as HTML; plain if the lexer cannot take it as it is."""
    tokens = _tokens(text, lexer_name)
    written = io.StringIO()
    formatter.format(tokens, written)
    return written.getvalue()


def _tokens(text: str, lexer_name: str) -> list[tuple[_TokenType, str]]:
    tokens = list(_lexer(lexer_name).get_tokens(text))
    if "".join(value for _, value in tokens) not in {text, text + "\n"}:
        return list(_lexer("text").get_tokens(text))
    grouped = groupby(tokens, key=itemgetter(0))
    return [(kind, "".join(value for _, value in group)) for kind, group in grouped]


@lru_cache(maxsize=64)
def _lexer(name: str) -> Lexer:
    try:
        return get_lexer_by_name(name, stripnl=False)
    except ClassNotFound:
        return get_lexer_by_name("text", stripnl=False)


@lru_cache(maxsize=1024)
def _css_class(kind: _TokenType) -> str:
    css = STANDARD_TYPES.get(kind)
    if css is not None:
        return css
    return _css_class(kind.parent) if kind.parent else ""
