"""What is in a GraphQL file."""

import pytest

from sphinx_repodoc.model.facts import LineCounts
from tests.analyse.language_facts import facts_of, heads_of, kinds_of, symbol_of

KINDS = [
    ("type A { b: Int c(d: Int): [E!]! }", {"A": "type", "A.b": "field", "A.c": "field"}),
    ("interface A { b: Int }", {"A": "interface", "A.b": "field"}),
    ("input A { b: Int = 1 }", {"A": "input", "A.b": "input field"}),
    ("enum A { B C @d }", {"A": "enum", "A.B": "enum value", "A.C": "enum value"}),
    ("union A = B | C", {"A": "union"}),
    ("scalar A @b(c: 1)", {"A": "scalar"}),
    ("directive @a(b: Int) on FIELD | ENUM", {"a": "directive"}),
    ("extend type A { b: Int }", {"A": "type extension", "A.b": "field"}),
    ("extend enum A { B }", {"A": "enum extension", "A.B": "enum value"}),
    ("extend input A { b: Int }", {"A": "input extension", "A.b": "input field"}),
    ("extend union A = B", {"A": "union extension"}),
    ("query A($b: Int) { c { d } }", {"A": "query"}),
    ("mutation A { b }\nsubscription C { d }", {"A": "mutation", "C": "subscription"}),
    ("fragment A on B { c }", {"A": "fragment"}),
    ("type type { query: Int }", {"type": "type", "type.query": "field"}),
]

NOTHING = [
    "",
    "# type A { b: Int }\n",
    "{ a }",
    "mutation { a }",
    "schema { query: A }",
    '"""\ntype A\n"""\nschema { query: Q }',
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    assert kinds_of(text, "GraphQL") == kinds
    assert not facts_of(text, "GraphQL").errors


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, "GraphQL").symbols == ()


def test_heads_are_as_written_without_bodies_and_descriptions() -> None:
    text = '"D" type A implements B & C @d {\n  "E" f(a: Int, "G" b: Int = 1): H! @i\n}\n'
    text += "query Q($a: Int) @b { c }\nunion U = A | B\n"
    assert heads_of(text, "GraphQL") == [
        "type A implements B & C @d",
        "f(a: Int, b: Int = 1): H! @i",
        "query Q($a: Int) @b",
        "union U = A | B",
    ]


def test_descriptions_document_what_they_begin() -> None:
    text = '# Of all.\n\n"""\nOf A.\n\n  More.\n"""\ntype A {\n  "Of b."\n  b: Int\n'
    text += "  # No.\n  c: Int\n}\n"
    docs = {s.name: s.documentation for s in facts_of(text, "GraphQL").symbols}
    assert docs == {"A": "Of A.\n\n  More.", "b": "Of b.", "c": ""}
    assert facts_of(text, "GraphQL").documentation == "Of all."
    assert symbol_of(text, "GraphQL", "A").span.line == 8


def test_a_description_does_not_speak_of_the_file() -> None:
    assert facts_of('"Of A."\ntype A { b: Int }\n', "GraphQL").documentation == ""


def test_lines_are_counted() -> None:
    text = '# c\n"""\nd\n"""\ntype A {\n\n  b: Int # e\n}\n'
    assert facts_of(text, "GraphQL").lines == LineCounts(code=3, comment=4, blank=1)
