"""Lists of symbols, findings and keywords."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model.facts import Symbol
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.findings import Finding
from sphinx_repodoc.model.pages import Findings, Keyword, KeywordGroup, Keywords, Structure
from sphinx_repodoc.sections import findings, keywords, structure
from sphinx_repodoc.sections.content import (
    BulletList,
    DefinitionList,
    Literal,
    Paragraph,
    Phrase,
    Reference,
    Target,
)
from sphinx_repodoc.sections.links import Links
from tests.sections.content_text import find, plain

PATH = PurePosixPath("pkg/a.py")


def symbol(qualified_name: str, line: int, end_line: int, ordinal: int = 1) -> Symbol:
    parent, _, name = qualified_name.rpartition(".")
    span = Span(line, end_line)
    return Symbol(name, qualified_name, "class", span, parent, ordinal=ordinal)


def nesting(symbols: list[Symbol], links: Links) -> list[tuple[int, str]]:
    """Return how deep each symbol is listed, and the name it is given there."""
    (tree,) = structure.outline(Structure(PATH, (), tuple(symbols), (), (), (), ""), links)
    assert isinstance(tree, BulletList)
    return list(entries(tree, 0))


def entries(tree: BulletList, depth: int) -> Iterator[tuple[int, str]]:
    """Yield how deep each item is, and the first name in it."""
    for line, *nested in tree.items:
        yield depth, find(line, Literal)[0].text
        for inner in nested:
            assert isinstance(inner, BulletList)
            yield from entries(inner, depth + 1)


def test_a_symbol_is_listed_in_the_one_that_encloses_it(links: Links) -> None:
    symbols = [symbol("A", 1, 5), symbol("A.b", 2, 3), symbol("A.c", 4, 5), symbol("D", 6, 6)]
    assert nesting(symbols, links) == [(0, "A"), (1, "b"), (1, "c"), (0, "D")]


def test_a_repeated_name_keeps_its_own_members_and_anchor(links: Links) -> None:
    symbols = [
        *(symbol("A", 1, 3), symbol("A.b", 2, 3)),
        *(symbol("A", 4, 6, 2), symbol("A.b", 5, 6, 2)),
    ]
    assert nesting(symbols, links) == [(0, "A"), (1, "b"), (0, "A"), (1, "b")]
    (tree,) = structure.outline(Structure(PATH, (), tuple(symbols), (), (), (), ""), links)
    anchors = [target.anchor for target in find(tree, Target)]
    assert anchors == ["symbol-A", "symbol-A.b", "symbol-A-2", "symbol-A.b-2"]


def test_a_decorator_has_its_sign_and_an_attribute_its_brackets(links: Links) -> None:
    decorated = replace(symbol("A", 1, 1), decorators=("cache", "#[test]", "[Test]"))
    (tree,) = structure.outline(Structure(PATH, (), (decorated,), (), (), (), ""), links)
    assert plain(tree).startswith("@cache #[test] [Test] class A")


def test_what_is_nested_too_deep_for_a_page_is_listed_by_its_whole_name(links: Links) -> None:
    names = ["A", "A.B", "A.B.C", "A.B.C.D", "A.B.C.D.E", "A.B.C.D.E.F"]
    symbols = [symbol(name, line, 9) for line, name in enumerate(names, 1)]
    shown = [(0, "A"), (1, "B"), (2, "C"), (3, "D"), (3, "A.B.C.D.E"), (3, "A.B.C.D.E.F")]
    assert nesting(symbols, links) == shown


def test_findings_are_grouped_by_rule_in_order_of_lines(links: Links) -> None:
    first = Finding("python/x", "patterns", Span(1, 1), "Ex", "f", "It is ``x``.", "https://x")
    other = Finding("python/y", "patterns", Span(2, 3), "Why", severity="low")
    found = Findings(PATH, (first, other, replace(first, span=Span(4, 4), subject="g")))
    (listed,) = findings.outline(found, links)
    assert isinstance(listed, DefinitionList)
    lines = [[plain(Phrase(term)), *map(plain, said)] for term, said in listed.rows]
    assert lines == [
        ["Ex", "f (line 1), g (line 4). It is x. Rule python/x (reference)."],
        ["Why (low)", "(lines 2–3). Rule python/y."],
    ]


@pytest.mark.parametrize(
    ("sections", "heading", "lines"),
    [
        (
            [("source", "structure"), ("source", "structure")],
            "Classes: Original Source, Detailed Analysis",
            ["a (line 1)", "b (line 2)"],
        ),
        (
            [("source",), ("source", "testing")],
            "Classes: Original Source",
            ["a (line 1)", "b (line 2): Testing & Usage"],
        ),
        (
            [("source",), ("testing",)],
            "Classes",
            ["a (line 1): Original Source", "b (line 2): Testing & Usage"],
        ),
    ],
)
def test_sections_that_speak_of_all_keywords_of_a_kind_are_named_once(
    links: Links, sections: list[tuple[str, ...]], heading: str, lines: list[str]
) -> None:
    group = KeywordGroup(
        "Classes",
        tuple(
            Keyword(name, line, name, f"symbol-{name}", None, speaking)
            for (name, line), speaking in zip([("a", 1), ("b", 2)], sections, strict=True)
        ),
    )
    (index,) = keywords.outline(Keywords(PATH, (group,)), links)
    assert isinstance(index, DefinitionList)
    ((term, (listed,)),) = index.rows
    assert plain(Phrase(term)) == heading
    assert [plain(line) for line in find(listed, Paragraph)] == lines


def test_a_keyword_names_no_section_that_is_not_shown(links: Links) -> None:
    keyword = Keyword("m", 3, "C.m", "symbol-C.m", None, ("source", "structure"))
    part = Keywords(PATH, (KeywordGroup("Methods", (keyword,)),))
    (index,) = keywords.outline(part, replace(links, shown=frozenset({"source"})))
    assert plain(index).split("\n\n") == ["Methods: Original Source", "m in C (line 3)"]
    assert [reference.uri for reference in find(index, Reference)] == ["#source", "#L3"]
