"""Documentation shown safely."""

import pytest
from docutils import nodes

from sphinx_repodoc.sections.prose import blocks, inline, visible


def pieces(text: str) -> list[str]:
    return [f"<{p.astext()}>" if isinstance(p, nodes.literal) else str(p) for p in inline(text)]


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
        ("*not* <b>run</b> |x|", ["*not* <b>run</b> |x|"]),
    ],
)
def test_quoted_code_is_the_only_inline_markup(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("", []),
        ("\n\n  \n", []),
        ("One\ntwo.\n\nThree.", [nodes.paragraph, nodes.paragraph]),
        ("Text:\n\n- one\n- two\n", [nodes.paragraph, nodes.literal_block]),
        (">>> 1 + 1\n2\n", [nodes.literal_block]),
        (":param x: it\n", [nodes.literal_block]),
        (".. note:: no\n", [nodes.literal_block]),
        ("| a | b |\n", [nodes.literal_block]),
        ("Args:\n    x: it\n", [nodes.literal_block]),
        ("a - b\n", [nodes.paragraph]),
    ],
)
def test_what_has_a_shape_keeps_its_lines(text: str, kinds: list[type[nodes.Node]]) -> None:
    made = blocks(text)
    assert [type(node) for node in made] == kinds
    words = " ".join(node.astext() for node in made).split()
    assert words == text.split()


def test_a_paragraph_is_one_line_and_a_block_is_as_written() -> None:
    paragraph, block = blocks("One\n  two ``x``.\n\n* a\n\n".replace("  two", "two") + "  * b\n")[
        ::2
    ]
    assert paragraph.astext() == "One two x."
    assert block.astext() == "  * b"


def test_control_characters_are_shown_and_nothing_is_dropped() -> None:
    assert visible("a\tb\nc") == "a\tb\nc"
    assert visible("\x00\x1b[31m\x7f\ufffe\r") == "␀␛[31m␡\N{REPLACEMENT CHARACTER}␍"
    assert blocks("bell \x07")[0].astext() == "bell ␇"
    assert pieces("`\x08`") == ["<␈>"]
