"""What is in a file of Protocol Buffers."""

import pytest

from sphinx_repodoc.model.facts import LineCounts
from sphinx_repodoc.model.files import Span
from tests.analyse.language_facts import facts_of, heads_of, kinds_of, symbol_of

LANGUAGE = "Protocol Buffer"

KINDS = [
    ("message M { int32 a = 1; }", {"M": "message", "M.a": "field"}),
    ("message M { message N { N n = 1; } }", {"M": "message", "M.N": "message", "M.N.n": "field"}),
    ("message M { map<string, p.N> m = 0x2; }", {"M": "message", "M.m": "field"}),
    ("message M { oneof k { string s = 4; } }", {"M": "message", "M.k": "oneof", "M.k.s": "field"}),
    (
        "message M { optional group G = 1 { required int32 a = 1; } oneof k { group H = 2 {} } }",
        {"M": "message", "M.G": "group", "M.G.a": "field", "M.k": "oneof", "M.k.H": "group"},
    ),
    (
        "enum E { option allow_alias = true; A = 0; B = -1; C = - 2; reserved 4, 5; }",
        {"E": "enum", "E.A": "enum value", "E.B": "enum value", "E.C": "enum value"},
    ),
    (
        "enum E { message = 0; import = 1; }",
        {"E": "enum", "E.message": "enum value", "E.import": "enum value"},
    ),
    (
        "service S { rpc F (stream A) returns (.p.B) {} rpc G(A) returns (B); }",
        {"S": "service", "S.F": "rpc", "S.G": "rpc"},
    ),
    (
        'rpc A = 1; service S { rpc F(A) returns (B) { option (x) = { get: "/{a}" }; } }',
        {"S": "service", "S.F": "rpc"},
    ),
    ("extend p.M { optional int32 e = 126; }", {"e": "extension"}),
    ("message M { extend N { optional group G = 1 { } } }", {"M": "message", "M.G": "group"}),
    ("message M { extensions 4 to max [verification = DECLARATION]; }", {"M": "message"}),
    ('message M { reserved "a", "b"; reserved c; }', {"M": "message"}),
    (
        "export message M { local enum E { A = 0; } }",
        {"M": "message", "M.E": "enum", "M.E.A": "enum value"},
    ),
    (
        "message M { string message = 1; local rpc = 2; }",
        {"M": "message", "M.message": "field", "M.rpc": "field"},
    ),
    (
        "message M { string a = 1 [(o) = { b: [1, 2]; c { d: '};' } }, json_name = 'e']; }",
        {"M": "message", "M.a": "field"},
    ),
    ("package a.b;", {"a.b": "package"}),
    ('option go_package = "x;y";\noption optimize_for = SPEED;', {"go_package": "option"}),
    ("option (my.o) = { a: 1 };\nmessage M {};", {"M": "message"}),
    (
        "message M { int32 ; } message N { int32 a = 1; }",
        {"M": "message", "N": "message", "N.a": "field"},
    ),
    ("message M { int32 a = 1 [; } message N {}", {"M": "message", "M.a": "field", "N": "message"}),
]

NOTHING = [
    "",
    "// message M {}\n/* enum E { A = 0; } */",
    'syntax = "proto3";',
    'edition = "2023";\noption features.enum_type = OPEN;',
    'import "message M { }.proto";',
    ";;;",
    "}",
    "message",
    "= 1;",
    "{",
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    assert kinds_of(text, LANGUAGE) == kinds


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, LANGUAGE).symbols == ()


def test_what_has_no_number_or_no_name_defines_nothing() -> None:
    text = "message M { int32 a; int32 b = c; d = 1; int32 9 = 2; } enum E { int32 f = 1; }"
    assert [*kinds_of(text, LANGUAGE)] == ["M", "E"]


HEADS = [
    (
        "message M { repeated .a.B /* no */ c\n = 1 [packed = true]; }",
        ["message M", "repeated .a.B c = 1"],
    ),
    ("local enum E { A=0; }", ["local enum E", "A=0"]),
    (
        "service S { rpc F (stream A)\n returns (B) { } }",
        ["service S", "rpc F (stream A) returns (B)"],
    ),
    ('option go_package="x";', ['option go_package="x"']),
]


@pytest.mark.parametrize(("text", "heads"), HEADS)
def test_heads_are_as_written(text: str, heads: list[str]) -> None:
    assert heads_of(text, LANGUAGE) == heads


def test_a_definition_ends_with_its_block() -> None:
    text = "\nmessage M {\n  oneof k {\n    int32 a =\n      1;\n  }\n}\n"
    spans = {s.qualified_name: s.span for s in facts_of(text, LANGUAGE).symbols}
    assert spans == {"M": Span(2, 7), "M.k": Span(3, 6), "M.k.a": Span(4, 5)}


def test_a_comment_documents_what_it_stands_above_or_behind() -> None:
    text = (
        "// One\n// more.\nmessage M { // no\n  // no\n\n  int32 a = 1; // two\n  int32 b = 2;\n"
        "  /* three\n   * four\n   */\n  // five\n  int32 c = 3;\n  /* six */\n  int32 d = 4;\n"
        "  // ======\n  // seven\n  oneof k { // eight\n  }\n  enum E { // nine\n  }\n}\n"
    )
    said = {s.name: s.documentation for s in facts_of(text, LANGUAGE).symbols}
    assert list(said.items()) == [
        *(("M", "One\nmore."), ("a", "two"), ("b", ""), ("c", "five"), ("d", "six")),
        *(("k", "seven"), ("E", "nine")),
    ]


@pytest.mark.parametrize(
    ("text", "documentation"),
    [
        ('// About.\n\nsyntax = "proto3";\n// Package.\npackage p;\n', "About."),
        ('// Copyright X.\nsyntax = "proto3";\n\n// Package.\npackage p;\n', "Package."),
        ('// Copyright X.\n\nsyntax = "proto3";\n// M.\nmessage M {}\n', ""),
    ],
)
def test_the_header_or_what_is_said_of_the_package_describes_the_file(
    text: str, documentation: str
) -> None:
    assert facts_of(text, LANGUAGE).documentation == documentation


def test_imports_with_their_keywords_and_lines() -> None:
    text = (
        'import \'a.proto\';\nimport public\n  "b/c.proto"; // d\nimport weak "e.proto";\nimport;\n'
    )
    found = [(i.keyword, i.module, i.line) for i in facts_of(text, LANGUAGE).imports]
    assert found == [
        ("import", "a.proto", 1),
        ("import public", "b/c.proto", 3),
        ("import weak", "e.proto", 4),
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("message M {\n  int32 a = 1;\n}\n", []),
        ("message M {\n  int32 a;\n}\n", [2]),
        ("message M {\n", [1]),
        ("message M {}\n}\n", [2]),
        ("message M {}\nmessage", [2]),
    ],
)
def test_what_is_not_of_the_language_is_an_error(text: str, lines: list[int]) -> None:
    assert [span.line for span in facts_of(text, LANGUAGE).errors] == lines


def test_lines_are_counted() -> None:
    text = "// c\r\nmessage M { // d\r\n\r\n/* e\r\n\r\n*/ }\r\n"
    assert facts_of(text, LANGUAGE).lines == LineCounts(code=2, comment=3, blank=1)


def test_a_name_is_read_behind_its_keyword() -> None:
    assert symbol_of("export message export {}", LANGUAGE).name == "export"
