"""Documentation shown safely."""

import pytest

from sphinx_repodoc.sections.content import Emphasis, Literal, LiteralBlock, Paragraph, Strong
from sphinx_repodoc.sections.prose import blocks, inline, visible
from tests.sections.content_text import plain


def pieces(text: str) -> list[str]:
    marks = {Literal: "<{}>", Emphasis: "/{}/", Strong: "!{}!", str: "{}"}
    return [marks[type(piece)].format(plain(piece)) for piece in inline(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("plain", ["plain"]),
        ("a ``b`` c", ["a ", "<b>", " c"]),
        ("`x`", ["<x>"]),
        ("`x`_ and `y`__", ["<x>", " and ", "<y>"]),
        ("``a`b`` c", ["<a`b>", " c"]),
        ("`docs <https://x.org/>`_ or `a <b>`", ["docs", " or ", "<a <b>>"]),
        ("``a`` `b` ``c``", ["<a>", " ", "<b>", " ", "<c>"]),
        ("one ` alone", ["one ` alone"]),
        ("``open", ["``open"]),
        ("<b>run</b> |x|", ["<b>run</b> |x|"]),
        ("*so* (**much**)!", ["/so/", " (", "!much!", ")!"]),
        ("**Deprecated** *in 2*", ["!Deprecated!", " ", "/in 2/"]),
        ("*args and **kwargs", ["*args and **kwargs"]),
        ("*args, *more* of it", ["*args, ", "/more/", " of it"]),
        ("2*x*y, a * b * c, x *y*z", ["2*x*y, a * b * c, x *y*z"]),
        ("`*a*` *a `b` c*", ["<*a*>", " *a ", "<b>", " c*"]),
        ("*.py and *.c, ***", ["*.py and *.c, ***"]),
    ],
)
def test_quotes_and_stars_are_the_only_inline_markup(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("", []),
        ("\n\n  \n", []),
        ("One\ntwo.\n\nThree.", [Paragraph, Paragraph]),
        ("Text:\n\n- one\n- two\n", [Paragraph, LiteralBlock]),
        (">>> 1 + 1\n2\n", [LiteralBlock]),
        (":param x: it\n", [LiteralBlock]),
        (".. note:: no\n", [LiteralBlock]),
        ("| a | b |\n", [LiteralBlock]),
        ("Args:\n    x: it\n", [LiteralBlock]),
        ("a - b\n", [Paragraph]),
    ],
)
def test_what_has_a_shape_keeps_its_lines(text: str, kinds: list[type]) -> None:
    made = blocks(text)
    assert [type(block) for block in made] == kinds
    words = " ".join(plain(block) for block in made).split()
    assert words == text.split()


def test_a_paragraph_is_one_line_and_a_block_is_as_written() -> None:
    paragraph, block = blocks("One\n  two ``x``.\n\n* a\n\n".replace("  two", "two") + "  * b\n")[
        ::2
    ]
    assert plain(paragraph) == "One two x."
    assert plain(block) == "  * b"


def test_control_characters_are_shown_and_nothing_is_dropped() -> None:
    assert visible("a\tb\nc") == "a\tb\nc"
    assert visible("\x00\x1b[31m\x7f\ufffe\r") == "␀␛[31m␡\N{REPLACEMENT CHARACTER}␍"
    assert plain(blocks("bell \x07")[0]) == "bell ␇"
    assert pieces("`\x08`") == ["<␈>"]
