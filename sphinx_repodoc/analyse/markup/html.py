"""Links and pictures in HTML that stands in Markdown."""

from collections.abc import Sequence
from html.parser import HTMLParser

from sphinx_repodoc.model.facts import OutlineEntry, OutlineKind
from sphinx_repodoc.model.files import Span

MAX_LENGTH = 20_000
"""In characters; the time that ``html.parser`` takes can grow with the square of it."""


def parse_html(markup: str, line: int) -> list[OutlineEntry]:
    """Find links and pictures in HTML that begins on a line of a file."""
    finder = _Finder(line)
    try:
        finder.feed(markup)
        finder.close()
    except AssertionError:  # how the parser of some Python versions refuses ``<![``
        return finder.entries
    return finder.entries


class _Finder(HTMLParser):
    def __init__(self, line: int) -> None:
        super().__init__()
        self.first = line
        self.entries: list[OutlineEntry] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "a" and values.get("href"):
            self._note(OutlineKind.LINK, "", values["href"])
        elif tag == "img" and values.get("src"):
            self._note(OutlineKind.IMAGE, values.get("alt"), values["src"])

    def _note(self, kind: OutlineKind, text: str | None, target: str | None) -> None:
        line = self.first + self.getpos()[0] - 1
        self.entries.append(OutlineEntry(kind, text or "", Span(line, line), target=target or ""))
