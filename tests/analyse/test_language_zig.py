"""What is in a Zig file."""

import pytest

from sphinx_repodoc.model.facts import LineCounts
from tests.analyse.language_facts import facts_of, heads_of, imports_of, kinds_of, symbol_of

KINDS = [
    ("pub fn f() void {}\nextern fn g() c_int;", {"f": "function", "g": "function"}),
    ("const A = struct { x: u8, const B = 1; fn f() void {} };", {
        "A": "struct", "A.x": "field", "A.B": "constant", "A.f": "function"}),
    ("const A = packed struct(u8) { x: u4 = 0 };", {"A": "struct", "A.x": "field"}),
    ("const A = enum(u8) { x, y = 2, _, fn f() void {} };", {
        "A": "enum", "A.x": "field", "A.y": "field", "A.f": "function"}),
    ("const A = union(enum) { x: u8, y };", {"A": "union", "A.x": "field", "A.y": "field"}),
    ("const A = opaque { fn f() void {} };", {"A": "opaque", "A.f": "function"}),
    ("const A = error{ X, Y };\nconst B = A || error{Z};", {
        "A": "error set", "A.X": "error", "A.Y": "error", "B": "constant"}),
    ("x: u8,\nvar y: u8 = 0;\nextern var z: u8;\n", {
        "x": "field", "y": "variable", "z": "variable"}),
    ("fn List(comptime T: type) type { return struct { x: T, const A = 1; }; }", {
        "List": "function", "List.x": "field", "List.A": "constant"}),
    ('test "a b" { const A = struct {}; const x = 1; }', {"a b.A": "struct"}),
    ("fn f() void { const x = 1; var y = 2; y = x; }", {"f": "function"}),
    ('const @"a b" = 1;', {'@"a b"': "constant"}),
    ('const a = @import("a");\npub const b = @import("b");', {"b": "constant"}),
    ("const s =\n    \\\\fn no() void {}\n;", {"s": "constant"}),
    ("fn ok() void {}\nfn broken( {\n", {"ok": "function"}),
]  # fmt: skip

NOTHING = [
    "",
    "// fn f() void {}",
    "comptime { _ = x; }",
    "test { const x = 1; }",
    "fn",
]

HEADS = [
    ("pub inline fn f(x: u8, // why\n    y: anytype) !void {}",
        ["pub inline fn f(x: u8, y: anytype) !void"]),
    ("export fn f() callconv(.C) void {}", ["export fn f() callconv(.C) void"]),
    ("pub const A = packed struct(u8) { x: u4 = 1 };",
        ["pub const A = packed struct(u8)", "x: u4"]),
    ("const A = struct { x: struct { y: u8 } };", ["const A = struct", "x: struct", "y: u8"]),
    ("const A: u8 = 1;", ["const A: u8"]),
    ("threadlocal var a: ?u8 = null;", ["threadlocal var a: ?u8"]),
]  # fmt: skip

IMPORTS = [
    ('const std = @import("std");', "@import", [("std", [])]),
    ('const a = @import("b/a.zig");', "@import", [("b/a.zig as a", [])]),
    ('const A = @import("a.zig").A;', "@import", [("a.zig", ["A"])]),
    ('const c = @import("a.zig").b.C;', "@import", [("a.zig", ["b.C as c"])]),
    ('usingnamespace @import("a.zig");', "@import", [("a.zig", [])]),
    ('test { _ = @import("a.zig"); }', "@import", [("a.zig", [])]),
    ('const c = @cImport({ @cInclude("a.h"); });', "@cInclude", [("a.h", [])]),
    ('const d = @embedFile("d.txt");', "@embedFile", [("d.txt as d", [])]),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    assert kinds_of(text, "Zig") == kinds


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, "Zig").symbols == ()


@pytest.mark.parametrize(("text", "heads"), HEADS)
def test_heads_are_as_written(text: str, heads: list[str]) -> None:
    assert heads_of(text, "Zig") == heads


def test_comments_with_three_slashes_document() -> None:
    text = "//! A file.\n\n/// one\n/// two\nconst A = struct {\n    // no\n    x: u8, // no\n};\n"
    assert facts_of(text, "Zig").documentation == "A file."
    assert symbol_of(text, "Zig", "A").documentation == "one\ntwo"
    assert symbol_of(text, "Zig", "A.x").documentation == ""


@pytest.mark.parametrize(("text", "keyword", "imports"), IMPORTS)
def test_imports_with_their_names(
    text: str, keyword: str, imports: list[tuple[str, list[str]]]
) -> None:
    assert imports_of(text, "Zig") == imports
    assert facts_of(text, "Zig").imports[0].keyword == keyword


def test_what_is_declared_pub_is_public() -> None:
    text = "pub fn a() void {}\nfn b() void {}\nexport fn c() void {}\npub const D = struct {};\n"
    assert [s.name for s in facts_of(text, "Zig").symbols if s.is_public] == ["a", "D"]


def test_tests_and_the_entry_point() -> None:
    text = 'test "a b" {}\nconst S = struct {\n    test S {}\n};\ntest {}\npub fn main() !void {}\n'
    facts = facts_of(text, "Zig")
    assert [(t.framework, t.name, t.span.line) for t in facts.tests] == [
        ("zig", "a b", 1),
        ("zig", "S", 3),
    ]
    assert facts.entry_point
    assert facts.entry_point.line == 6
    assert facts_of("const S = struct { pub fn main() void {} };", "Zig").entry_point is None


def test_lines_are_counted() -> None:
    text = "//! a\n\n/// b\nconst x = 1; // c\n// d\n"
    assert facts_of(text, "Zig").lines == LineCounts(code=1, comment=3, blank=1)
