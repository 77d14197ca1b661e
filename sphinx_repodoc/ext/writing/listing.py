"""Listings in HTML: each line an anchor, definitions and imports linked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from html import escape

from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import STANDARD_TYPES, Name, _TokenType
from pygments.util import ClassNotFound

from sphinx_repodoc.model.coverage import Marks
from sphinx_repodoc.sections.content import Listing

Tokens = Iterable[tuple[_TokenType, str]]

Hrefs = Iterable[tuple[int, str, str]]
"""Line and name, and the URL that the name leads to; of two of a line's, the first comes first."""

Links = Mapping[int, list[tuple[str, str]]]
"""Names and URLs by line."""


def format_listing(listing: Listing, prefix: str, hrefs: Hrefs) -> str:
    """Return a listing as HTML: lines with the ids ``L1``, ``L2``, …, a symbol's as ``L3-L8``.

    :param prefix: put before each anchor
    """
    prefix = escape(prefix)
    opened: dict[int, str] = defaultdict(str)
    closed: dict[int, str] = defaultdict(str)
    for span in listing.spans:
        anchor = f"{prefix}L{span.line}-L{span.end_line}"
        opened[span.line] += f'<span class="repodoc-lines" id="{anchor}">'
        closed[span.end_line] += "</span>"
    links: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for line, name, href in hrefs:
        links[line].append((name, href))
    tokens = _tokens(listing.text, listing.lexer)
    classes = _classes(listing.marks)
    lines = (
        f"{opened.get(number, '')}"
        f'<span class="repodoc-line{classes.get(number, "")}" id="{prefix}L{number}">'
        f'<a class="repodoc-number" href="#{prefix}L{number}" data-line="{number}" '
        f'aria-hidden="true" tabindex="-1"></a>{line}\n</span>{closed.get(number, "")}'
        for number, line in enumerate(_lines(tokens, links, listing.first_line), listing.first_line)
    )
    return (
        f"{_legend(listing.marks)}"
        f'<div class="repodoc-listing highlight-{listing.lexer} notranslate">'
        f'<div class="highlight"><pre tabindex="0">{"".join(lines)}</pre></div></div>\n'
    )


def _classes(marks: Marks) -> Mapping[int, str]:
    """Return the class that says in the stylesheet whether a line was run, by line."""
    return {
        line: f" {name}"
        for name, lines in (
            ("repodoc-run", marks.covered),
            ("repodoc-partly", marks.partial),
            ("repodoc-missed", marks.missing),
        )
        for line in lines
    }


def _legend(marks: Marks) -> str:
    """Say what the signs beside the lines mean, and who says so."""
    if not marks.reports:
        return ""
    meanings = (
        (marks.covered, "✓ run"),
        (marks.partial, "~ run, but not every branch"),
        (marks.missing, "✗ not run"),
    )
    signs = ", ".join(meaning for lines, meaning in meanings if lines)
    names = ", ".join(f"<code>{escape(name)}</code>" for name in marks.reports)
    return f'<p class="repodoc-legend no-search">Beside the lines: {signs}; by {names}.</p>\n'


def _lines(tokens: Tokens, links: Links, number: int) -> Iterator[str]:
    """Yield the lines that tokens are on, from the line of that number on."""
    pieces: list[str] = []
    for kind, value in tokens:
        css = _css_class(kind)
        text, *others = value.split("\n") if "\n" in value else (value,)
        while True:
            if text:
                shown = escape(text, quote=False)
                if number in links and kind[: len(Name)] == Name:
                    shown = _linked(shown, text, links[number])
                pieces.append(f'<span class="{css}">{shown}</span>' if css else shown)
            if not others:
                break
            yield "".join(pieces)
            pieces = []
            number += 1
            text, *others = others
    if pieces:
        yield "".join(pieces)


def _linked(shown: str, name: str, links: list[tuple[str, str]]) -> str:
    """Link a name to what it means on its line, and strike that out."""
    for link in links:
        if link[0] == name:
            links.remove(link)
            return f'<a class="repodoc-link" href="{escape(link[1])}">{shown}</a>'
    return shown


def _tokens(text: str, lexer_name: str) -> Iterator[tuple[_TokenType, str]]:
    """Yield the tokens of a text, neighbours of a kind as one; plain if its lexer alters it."""
    text = text if text.endswith("\n") else text + "\n"
    tokens = list(_lexer(lexer_name).get_tokens_unprocessed(text))
    if "".join([value for _, _, value in tokens]) != text:
        tokens = list(_lexer("text").get_tokens_unprocessed(text))
    _, last, values = tokens[0][0], tokens[0][1], [tokens[0][2]]
    for _, kind, value in tokens[1:]:
        if kind is last:
            values.append(value)
        else:
            yield last, "".join(values) if len(values) > 1 else values[0]
            last, values = kind, [value]
    yield last, "".join(values)


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
