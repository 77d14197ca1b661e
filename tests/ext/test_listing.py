"""Listings in HTML."""

from collections.abc import Sequence

import pytest
from bs4 import BeautifulSoup

from sphinx_repodoc.ext.writing.listing import Hrefs, format_listing
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.sections.content import Listing

SOURCE = '''import os

class A:
    def f(self):
        return """a
b"""
'''


def listed(
    text: str,
    lexer: str = "python",
    *,
    first_line: int = 1,
    prefix: str = "",
    spans: Sequence[Span] = (),
    hrefs: Hrefs = (),
) -> BeautifulSoup:
    listing = Listing(text, lexer, first_line, prefix, spans, ())
    soup = BeautifulSoup(format_listing(listing, prefix, hrefs), "html.parser")
    assert soup.pre is not None
    return BeautifulSoup(str(soup.pre), "html.parser")


def test_every_line_has_an_anchor_and_its_own_text() -> None:
    soup = listed(SOURCE)
    for number, line in enumerate(SOURCE.splitlines(), 1):
        found = soup.find(id=f"L{number}")
        assert found is not None
        assert found.get_text() == line + "\n"


@pytest.mark.parametrize(
    "text",
    ["<b>&amp;</b>\n", "```\n~~~\n", "</pre><script>alert(1)</script>\n", "\n\n\n", "a\tb"],
)
@pytest.mark.parametrize("lexer", ["python", "html", "text", "no such lexer"])
def test_any_content_stays_inside(text: str, lexer: str) -> None:
    soup = listed(text, lexer)
    assert soup.get_text() == text.removesuffix("\n") + "\n"
    assert soup.script is None


def test_the_lines_of_a_symbol_have_an_anchor_around_them() -> None:
    soup = listed(SOURCE, spans=[Span(3, 6), Span(4, 6)])
    outer = soup.find(id="L3-L6")
    assert outer is not None
    assert outer.get_text() == "".join(SOURCE.splitlines(keepends=True)[2:6])
    assert outer.find(id="L4-L6") is not None


def test_a_name_is_linked_on_its_line_once_and_never_in_a_string() -> None:
    hrefs = [(1, "os", "os.html"), (5, "a", "wrong.html"), (3, "A", "#symbol-A")]
    soup = listed(SOURCE, hrefs=hrefs)
    links = {a["href"]: a.get_text() for a in soup.find_all("a", class_="repodoc-link")}
    assert links == {"os.html": "os", "#symbol-A": "A"}


def test_a_module_is_linked_as_a_whole_and_before_a_name_of_its_own() -> None:
    hrefs = [(1, "..a.b", "b.html"), (2, "x", "x.html"), (2, "x", "x.html#symbol-x")]
    soup = listed("from ..a.b import c\nfrom x import x\n", hrefs=hrefs)
    links = [(a["href"], a.get_text()) for a in soup.find_all("a", class_="repodoc-link")]
    assert links == [("b.html", "..a.b"), ("x.html", "x"), ("x.html#symbol-x", "x")]


def test_numbers_are_not_part_of_the_text_nor_of_the_tab_order() -> None:
    soup = listed(SOURCE)
    for number in soup.find_all("a", class_="repodoc-number"):
        assert number.get_text() == ""
        assert number["tabindex"] == "-1"
        assert number["aria-hidden"] == "true"


def test_a_part_of_a_file_keeps_its_line_numbers() -> None:
    soup = listed("a\nb\n", first_line=41, prefix="x.py:")
    assert soup.find(id="x.py:L42") is not None
