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
    (
        "type A struct { B; *C; p.D; E[T]; p.F[K, V] }",
        {"A": "struct"} | dict.fromkeys(["A.B", "A.C", "A.D", "A.E", "A.F"], "embedded field"),
    ),
    ("type A struct { b struct { c int } }", {"A": "struct", "A.b": "field", "A.b.c": "field"}),
    ("type R interface { io.Closer; Read() error }", {"R": "interface", "R.Read": "method"}),
    ("type N interface { ~int | string }", {"N": "interface"}),
    ("type (\n A struct{}\n B = int\n)", {"A": "struct", "B": "type alias"}),
    ("type L[T any] struct { v T }", {"L": "struct", "L.v": "field"}),
    ("func (*L[T]) Len() {}\nfunc (L) Cap() {}", {"L.Len": "method", "L.Cap": "method"}),
    ("type ID int", {"ID": "type"}),
    ("type ID = int", {"ID": "type alias"}),
    ("const (\n A = iota\n B\n _\n)", {"A": "constant", "B": "constant"}),
    ("const a, b int = 1, 2", {"a": "constant", "b": "constant"}),
    ("var _ io.Reader = (*A)(nil)\ntype B struct { _ int }", {"B": "struct"}),
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


HEADS = [
    (
        "func (s *Server) Start(ctx context.Context,\n\tn int) error {\n}",
        ["func (s *Server) Start(ctx context.Context, n int) error"],
    ),
    ("func F[T ~int | string](x ...T) (y T) { return }", ["func F[T ~int | string](x ...T) (y T)"]),
    ("type A[T any] struct { b int `c`; *d.E }", ["type A[T any] struct", "b int", "*d.E"]),
    ("type R interface { Read() error }", ["type R interface", "Read() error"]),
    ("type F func(int) error", ["type F func(int) error"]),
    ("type (\n A = B\n)", ["A = B"]),
    ("const (\n A T = iota\n)\nconst b = 1", ["A T", "const b"]),
    ("var x, y int = 1, 2", ["var x", "var y int"]),
]


@pytest.mark.parametrize(("text", "heads"), HEADS)
def test_heads_are_as_written(text: str, heads: list[str]) -> None:
    assert heads_of(f"package p\n{text}\n", "Go") == heads


def test_a_comment_right_above_documents() -> None:
    text = (
        "// Package p does things.\npackage p\n\n// F returns\n// nothing.\nfunc F() {}\n\n"
        "// no\n\nfunc G() {}\n"
    )
    assert facts_of(text, "Go").documentation == "Package p does things."
    assert symbol_of(text, "Go", "F").documentation == "F returns\nnothing."
    assert symbol_of(text, "Go", "G").documentation == ""


def test_a_comment_documents_what_its_keyword_or_its_line_defines() -> None:
    text = (
        "package p\n// one\ntype A struct {\n\tx, y int // two\n}\n// no\nconst (\n"
        "\tb = 1 // three\n\t// four\n\tc = 2 // no\n)\n//go:noinline\nfunc d() {}\n"
    )
    assert [(s.name, s.documentation) for s in facts_of(text, "Go").symbols] == [
        *(("A", "one"), ("x", "two"), ("y", "two")),
        *(("b", "three"), ("c", "four"), ("d", "")),
    ]


def test_a_build_constraint_says_nothing_of_the_package() -> None:
    text = "//go:build linux\n// +build linux\n\n// Package p.\npackage p\n"
    assert facts_of(text, "Go").documentation == "Package p."


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


def test_tests_have_the_names_and_parameters_of_tests() -> None:
    text = (
        "package main\nfunc TestA(t *testing.T) {}\nfunc Testing(t *testing.T) {}\n"
        "func TestMain(m *testing.M) {}\nfunc BenchmarkB(b *testing.B) {}\nfunc TestC() {}\n"
        "func FuzzD(f *testing.F) {}\nfunc ExampleE() {\n f()\n // Output: e\n}\n"
        "func ExampleF(int) {}\nfunc ExampleI() { f() }\n"
        "func BenchmarkG(t *testing.T) {}\nfunc TestH(t *testing.T, n int) {}\n"
    )
    assert [(t.framework, t.name) for t in facts_of(text, "Go").tests] == [
        *(("testing", "TestA"), ("benchmark", "BenchmarkB")),
        *(("testing", "FuzzD"), ("testing", "ExampleE")),
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("package main\n\nfunc main() {}\n", 3),
        ("package p\nfunc main() {}\n", None),
        ("package main\nfunc (a A) main() {}\n", None),
    ],
)
def test_a_program_starts_with_main_of_package_main(text: str, line: int | None) -> None:
    entry = facts_of(text, "Go").entry_point
    assert (entry.line if entry else None) == line


def test_lines_are_counted() -> None:
    text = "// c\npackage p\n\n/* a\n\nb */\nvar s = `\n\n` // d\n"
    assert facts_of(text, "Go").lines == LineCounts(code=4, comment=4, blank=1)
