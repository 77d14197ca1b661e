"""What is in a Nix file."""

import pytest

from sphinx_repodoc.model.facts import LineCounts
from tests.analyse.language_facts import facts_of, heads_of, imports_of, kinds_of, symbol_of

ATTRIBUTE, ARGUMENT = "attribute", "argument"

KINDS = [
    ("{ a = 1; }", {"a": ATTRIBUTE}),
    ("rec { a = b; b = 1; }", dict.fromkeys("ab", ATTRIBUTE)),
    ("{ a.b.c = 1; }", {"a.b.c": ATTRIBUTE}),
    ("{ a = { b = rec { c = 1; }; }; }", dict.fromkeys(("a", "a.b", "a.b.c"), ATTRIBUTE)),
    ('{ "a b" = 1; "c.d".e = 2; }', dict.fromkeys(("a b", "c.d.e"), ATTRIBUTE)),
    ("{ ${x}.a = 1; }", {"${x}.a": ATTRIBUTE}),
    ("{ a = with x; (let y = 1; in { b = y; }); }", dict.fromkeys(("a", "a.b"), ATTRIBUTE)),
    ("{ inherit a; inherit (b) c; }", dict.fromkeys("ac", "inherited attribute")),
    ("{ a, b ? 1, ... }@c: { d = a; }", {**dict.fromkeys("abc", ARGUMENT), "d": ATTRIBUTE}),
    ("{\n  a,\n  b,\n}:\n{ c = a; }", {**dict.fromkeys("ab", ARGUMENT), "c": ATTRIBUTE}),
    ("a: b: { c = a; }", {**dict.fromkeys("ab", ARGUMENT), "c": ATTRIBUTE}),
    ("{ f }: assert f; f rec { a = 1; }", {"f": ARGUMENT, "a": ATTRIBUTE}),
]

NOTHING = [
    "",
    "# a = 1\n",
    "1",
    "let a = 1; in a",
    "[ { a = 1; } ]",
    "''\n{ a = 1; }\n''",
    "./a.nix",
]

LOCAL = ["f { b = 1; }", "x: { b = x; }", "x // { b = 1; }", "[ { b = 1; } ]", "let b = 1; in b"]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_arguments_and_attributes_are_found(text: str, kinds: dict[str, str]) -> None:
    facts = facts_of(text, "Nix")
    assert {s.qualified_name: s.kind for s in facts.symbols} == kinds
    assert not facts.errors


@pytest.mark.parametrize("text", NOTHING)
def test_what_has_no_attributes_yields_nothing(text: str) -> None:
    assert facts_of(text, "Nix").symbols == ()


@pytest.mark.parametrize("value", LOCAL)
def test_what_is_in_a_computed_value_is_no_attribute_of_the_file(value: str) -> None:
    assert kinds_of(f"{{ a = {value}; }}", "Nix") == {"a": ATTRIBUTE}


def test_heads_have_no_values_but_those_of_arguments() -> None:
    text = "{ a, b ? c 1 }: { d.e = 1; inherit f; }"
    assert heads_of(text, "Nix") == ["a", "b ? c 1", "e", "f"]


def test_comments_above_document() -> None:
    text = "# Of all.\n\n{\n  # Of a.\n  a = 1;\n  /** Of b. */\n  b = 2; # Of c.\n}\n"
    docs = {s.name: s.documentation for s in facts_of(text, "Nix").symbols}
    assert docs == {"a": "Of a.", "b": "Of b."}
    assert facts_of(text, "Nix").documentation == "Of all."


def test_paths_are_imported() -> None:
    text = (
        "{ pkgs }:\n{\n  a = import ./a.nix { };\n  b = import <nixpkgs>;\n"
        "  imports = [ ./c.nix ../d ];\n  e = pkgs.callPackage ./e.nix { };\n"
        "  f = callPackage (x) { };\n  g = [ ./no.nix ]; h = readFile ./no; # import ./no.nix\n}\n"
    )
    modules = ["./a.nix", "<nixpkgs>", "./c.nix", "../d", "./e.nix"]
    assert imports_of(text, "Nix") == [(module, []) for module in modules]
    keywords = [statement.keyword for statement in facts_of(text, "Nix").imports]
    assert keywords == ["import", "import", "imports", "imports", "callPackage"]


def test_an_attribute_has_its_lines() -> None:
    text = "{\n  a = {\n    b = 1;\n  };\n}\n"
    assert symbol_of(text, "Nix", "a").span.end_line == 4


def test_lines_are_counted() -> None:
    text = "# c\n{\n\n  a = ''\n    # no\n\n  '';\n}\n"
    assert facts_of(text, "Nix").lines == LineCounts(code=6, comment=1, blank=1)
