"""What is in a Go file."""

import pytest

from sphinx_repodoc.model.facts import LineCounts
from tests.analyse.language_facts import facts_of, heads_of, imports_of, kinds_of, symbol_of

KINDS = [
    ("func F() {}", {"F": "function"}),
    ("func (s *Server) Start() {}", {"Server.Start": "method"}),
    ("func (l List[T]) Len() int { return 0 }", {"List.Len": "method"}),
    (
        "type A struct { x, y int; B }",
        {"A": "struct", "A.x": "field", "A.y": "field", "A.B": "embedded field"},
    ),
    ("type R interface { Read() error }", {"R": "interface", "R.Read": "method"}),
    ("type ID int", {"ID": "type"}),
    ("type ID = int", {"ID": "type alias"}),
    ("const (\n A = iota\n B\n)", {"A": "constant", "B": "constant"}),
    ("var (\n a = 1\n b, c int\n)", {"a": "variable", "b": "variable", "c": "variable"}),
    ("func f() {\n var x = 1\n const y = 2\n}", {"f": "function"}),
    ('var s = `func g() {}`\nvar t = "type U int"', {"s": "variable", "t": "variable"}),
    ("func ok() {}\nfunc broken( {\n", {"ok": "function"}),
]

NOTHING = [
    "",
    "// func f() {}\n/* type T struct{} */",
    "package main",
    'import "fmt"',
    "x := 1",
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    found = kinds_of(f"package p\n{text}\n", "Go")
    assert kinds.items() <= found.items()
    assert len(found) == len(kinds)


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, "Go").symbols == ()


def test_heads_are_as_written() -> None:
    text = "package p\nfunc (s *Server) Start(ctx context.Context,\n\tn int) error {\n}\n"
    assert heads_of(text, "Go") == ["func (s *Server) Start(ctx context.Context, n int) error"]


def test_a_comment_right_above_documents() -> None:
    text = (
        "// Package p does things.\npackage p\n\n// F returns\n// nothing.\nfunc F() {}\n\n"
        "// no\n\nfunc G() {}\n"
    )
    assert facts_of(text, "Go").documentation == "Package p does things."
    assert symbol_of(text, "Go", "F").documentation == "F returns\nnothing."
    assert symbol_of(text, "Go", "G").documentation == ""


def test_imports_with_their_names() -> None:
    text = 'package p\nimport "fmt"\nimport (\n\tj "encoding/json"\n\t_ "embed"\n\t. "math"\n)\n'
    assert imports_of(text, "Go") == [
        ("fmt", []),
        ("encoding/json as j", []),
        ("embed as _", []),
        ("math as .", []),
    ]


def test_public_names_begin_with_a_capital() -> None:
    public = {
        s.name: s.is_public for s in facts_of("package p\nfunc F(){}\nfunc f(){}", "Go").symbols
    }
    assert public == {"F": True, "f": False}


def test_tests_and_the_entry_point() -> None:
    text = (
        "package main\nfunc TestA(t *testing.T) {}\nfunc Testing() {}\n"
        "func BenchmarkB(b *testing.B) {}\nfunc main() {}\n"
    )
    facts = facts_of(text, "Go")
    assert [(t.framework, t.name, t.symbol) for t in facts.tests] == [
        ("testing", "TestA", "TestA"),
        ("testing", "BenchmarkB", "BenchmarkB"),
    ]
    assert facts.entry_point
    assert facts.entry_point.line == 5


def test_lines_are_counted() -> None:
    text = "// c\npackage p\n\n/* a\n\nb */\nvar s = `\n\n` // d\n"
    assert facts_of(text, "Go").lines == LineCounts(code=4, comment=4, blank=1)
