"""What is in an HTML file."""

import pytest

from sphinx_repodoc.model.facts import LineCounts, OutlineKind
from tests.analyse.language_facts import facts_of, heads_of, kinds_of

HEADING, LINK, IMAGE = OutlineKind.HEADING, OutlineKind.LINK, OutlineKind.IMAGE

OUTLINES = [
    ("<h1>A <b>b</b>\n &amp; c</h1>", [(HEADING, "A b & c", 1, "", 1)]),
    ("<h4>x&lt;y<i>z</i> <i>!</i></h4>", [(HEADING, "x<yz !", 4, "", 1)]),
    ("<p>\n<H3 class=x>A</H3>", [(HEADING, "A", 3, "", 2)]),
    ('<a href="b.html?x&amp;y">c</a>', [(LINK, "c", 0, "b.html?x&y", 1)]),
    ("<h2><a href=b>c</a></h2>", [(HEADING, "c", 2, "", 1), (LINK, "c", 0, "b", 1)]),
    ('<img\n src="a.png" alt="A b">', [(IMAGE, "A b", 0, "a.png", 1)]),
    ("<img src='a.png'/>", [(IMAGE, "", 0, "a.png", 1)]),
    ('<a href="x">{{ y }}</a>', [(LINK, "", 0, "x", 1)]),
]

NOTHING = [
    "",
    "<!-- <h1 id=x>A</h1><a href=b>c</a> -->",
    '<script>var s = "<h1 id=x>A</h1>";</script>',
    "<style>#x { a: url(b) }</style>",
    "<a name=x>b</a><h1></h1><img alt=x>",
    '<h1>{{ title }}</h1><a href="{% url x %}">y</a><p id="{{ z }}"></p>',
    "<link rel=icon href=a.png><script>x</script>",
    "<h1",
]


@pytest.mark.parametrize(("text", "entries"), OUTLINES)
def test_headings_links_and_pictures_are_outlined(
    text: str, entries: list[tuple[OutlineKind, str, int, str, int]]
) -> None:
    outline = facts_of(text, "HTML").outline
    assert [(e.kind, e.text, e.level, e.target, e.span.line) for e in outline] == entries


@pytest.mark.parametrize("text", NOTHING)
def test_what_names_and_leads_to_nothing_yields_nothing(text: str) -> None:
    facts = facts_of(text, "HTML")
    assert (facts.symbols, facts.outline, facts.imports) == ((), (), ())


def test_ids_are_symbols() -> None:
    text = "<h1 id=\"a.b\">x</h1>\n<p ID='c'><i id=d></i></p><b data-id=e>"
    assert kinds_of(text, "HTML") == dict.fromkeys(("a.b", "c", "d"), "id")
    assert heads_of(text, "HTML") == ["a.b", "c", "d"]


def test_scripts_and_style_sheets_are_imported() -> None:
    text = (
        '<script src="a.js"></script>\n<link rel="alternate STYLESHEET" href=b.css>\n'
        "<SCRIPT type=module src='c.js'></SCRIPT>"
    )
    assert [(i.keyword, i.module, i.line) for i in facts_of(text, "HTML").imports] == [
        ("script", "a.js", 1),
        ("link", "b.css", 2),
        ("script", "c.js", 3),
    ]


@pytest.mark.parametrize(
    ("text", "documentation"),
    [
        ("<!DOCTYPE html>\n<title>\n A &lt; b\n</title>", "A < b"),
        ("<title>{% block title %}x{% endblock %}</title>", ""),
        ("<!doctype html>\n<!-- The page. -->\n\n<title>A</title>", "The page."),
    ],
)
def test_a_page_says_what_it_is(text: str, documentation: str) -> None:
    assert facts_of(text, "HTML").documentation == documentation


def test_lines_are_counted() -> None:
    text = "<!-- a\n\nb -->\n<p>\n\n<script>\n// c\n\n</script>\n"
    assert facts_of(text, "HTML").lines == LineCounts(code=5, comment=3, blank=1)
