"""What is in a Rust file."""

import pytest

from sphinx_repodoc.model.facts import LineCounts
from sphinx_repodoc.model.import_contexts import ImportContext
from tests.analyse.language_facts import facts_of, heads_of, imports_of, kinds_of, symbol_of

KINDS = [
    ("struct A;\nstruct B(u8);\nstruct C { x: u8 }", {
        "A": "struct", "B": "struct", "C": "struct", "C.x": "field"}),
    ("union U { a: u8 }", {"U": "union", "U.a": "field"}),
    ("enum E { A = 1, B(u8), C { x: u8 } }", {
        "E": "enum", "E.A": "variant", "E.B": "variant", "E.C": "variant", "E.C.x": "field"}),
    ("trait T: X { type I; const C: u8; fn f(&self); fn g() {} fn h(self: Box<Self>); }", {
        "T": "trait", "T.I": "associated type", "T.C": "associated constant",
        "T.f": "method", "T.g": "associated function", "T.h": "method"}),
    ("impl<T> a::B<T> { const C: u8 = 1; fn new() -> Self {} fn f(#[x] &mut self) {} }", {
        "a.B": "impl", "a.B.C": "associated constant", "a.B.new": "associated function",
        "a.B.f": "method"}),
    ("impl X for A { type I = u8; }", {"A": "impl", "A.I": "associated type"}),
    ("impl X for &'a mut A<B> {}", {"A": "impl"}),
    ("impl X for &[u8] {}", {"[u8]": "impl"}),
    ("impl X for (A, b::C) {}", {"(A, b::C)": "impl"}),
    ("impl dyn a::X {}", {"a.X": "impl"}),
    ("impl X for Box<dyn Y> {}", {"Box": "impl"}),
    ("fn f() { fn g() {} const X: u8 = 1; static Y: u8 = 2; let z = 3; }", {
        "f": "function", "f.g": "function"}),
    ("const X: u8 = 1;\nstatic mut Y: u8 = 2;\nconst _: () = ();", {
        "X": "constant", "Y": "static"}),
    ("type Q<T> = Vec<T>;", {"Q": "type alias"}),
    ("mod a { pub mod b { fn f() {} } }\nmod c;", {
        "a": "module", "a.b": "module", "a.b.f": "function", "c": "module"}),
    ("macro_rules! m { ($x:expr) => { fn q() {} }; }", {"m": "macro"}),
    ('extern "C" { fn f(x: u8); static S: u8; }', {"f": "function", "S": "static"}),
    ("fn r#match() {}", {"r#match": "function"}),
    ('fn a() { r#"fn b() {}"#; "struct C;"; }\nfn d() {}', {"a": "function", "d": "function"}),
    ("/* /* fn a() {} */ fn b() {} */ fn c() {}", {"c": "function"}),
    ("fn ok() {}\nfn broken( {\n", {"ok": "function"}),
]  # fmt: skip

NOTHING = [
    "",
    "// fn f() {}\n/* struct S; */",
    "#![no_std]\nuse a::b;",
    "lazy_static! { static ref X: u8 = 1; fn f() {} }",
    "let x = 1;",
]

HEADS = [
    ("pub(crate) async unsafe fn f<T>(x: T,\n    y: u8) -> T\nwhere T: X {}",
        "pub(crate) async unsafe fn f<T>(x: T, y: u8) -> T where T: X"),
    ("#[derive(A)] pub struct P<T>(pub T) where T: X;", "pub struct P<T>(pub T) where T: X"),
    ("struct C<T> where T: X { x: T }", "struct C<T> where T: X"),
    ("trait T<A>: X + Y {}", "trait T<A>"),
    ("impl<'a> fmt::Display for &'a b::C<'a> {}", "impl<'a> fmt::Display for &'a b::C<'a>"),
    ('const X: &str = "=";', "const X: &str"),
    ("type Q<T> = Vec<T>;", "type Q<T> = Vec<T>"),
    ("macro_rules! m { () => {} }", "macro_rules! m"),
]  # fmt: skip

IMPORTS = [
    ("use a;", [("a", [])]),
    ("use a::b;", [("a", ["b"])]),
    ("use a::b::{self, c as d, e::*};", [("a::b", ["self", "c as d"]), ("a::b::e", ["*"])]),
    ("use {x::y, z as w};", [("x", ["y"]), ("z as w", [])]),
    ("pub use ::a::b;", [("::a", ["b"])]),
    ("use super::super::*;", [("super::super", ["*"])]),
    ("extern crate foo as bar;", [("foo as bar", [])]),
    ("mod a;\nmod b {}", [("a", [])]),
    ("use *;", [("*", [])]),
]

DOCUMENTATION = [
    ("/// one\n/// [`two`](x)\n", "one\n`two`"),
    ("/** one\n * two\n */\n", "one\ntwo"),
    ("/// one\n#[a]\n// no\n#[b(c)]\n", "one"),
    ("#[a]\n/// one\n", "one"),
    ('#[doc = "one"]\n#[doc = r#"two"#]\n', "one\ntwo"),
    ("// one\n", ""),
    ("/// one\n\n", ""),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    assert kinds_of(text, "Rust") == kinds


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, "Rust").symbols == ()


@pytest.mark.parametrize(("text", "head"), HEADS)
def test_heads_are_as_written(text: str, head: str) -> None:
    assert heads_of(text, "Rust")[0] == head


def test_a_trait_names_what_it_demands() -> None:
    assert symbol_of("trait T<A>: X<A> + y::Z + 'static {}", "Rust").bases == (
        *("X<A>", "y::Z", "'static"),
    )


def test_attributes_are_decorators_even_around_comments() -> None:
    symbol = symbol_of("#[a]\n// no\n#[b(c)]\n\npub struct S;\n", "Rust")
    assert symbol.decorators == ("#[a]", "#[b(c)]")
    assert symbol.prefix == "pub struct "
    assert symbol.span.line == 5


@pytest.mark.parametrize(("comment", "documentation"), DOCUMENTATION)
def test_comments_of_rustdoc_document(comment: str, documentation: str) -> None:
    assert symbol_of(f"use a;\n{comment}struct S;", "Rust").documentation == documentation


def test_inner_comments_document_what_they_stand_in() -> None:
    text = "// Copyright\n#![x]\n//! A crate.\n#[y]\nmod m {\n    //! A module.\n    fn f() {}\n}\n"
    assert facts_of(text, "Rust").documentation == "A crate."
    assert symbol_of(text, "Rust", "m").documentation == "A module."
    assert facts_of("//! A crate.\nfn f() {}", "Rust").documentation == "A crate."


def test_the_comment_above_the_first_definition_is_not_about_the_file() -> None:
    assert facts_of("/// one\n#[a]\nstruct S;", "Rust").documentation == ""


@pytest.mark.parametrize(("text", "imports"), IMPORTS)
def test_imports_with_their_names(text: str, imports: list[tuple[str, list[str]]]) -> None:
    assert imports_of(text, "Rust") == imports


def test_imports_say_by_what_word_and_when() -> None:
    text = "pub use a::b;\n#[cfg(x)]\n/// no\nmod c;\nfn f() { use d::e; }\nextern crate g;\n"
    assert [(i.keyword, i.context, i.scope) for i in facts_of(text, "Rust").imports] == [
        ("pub use", ImportContext.MODULE, ""),
        ("mod", ImportContext.CONDITIONAL, ""),
        ("use", ImportContext.LOCAL, "f"),
        ("extern crate", ImportContext.MODULE, ""),
    ]


def test_only_what_is_declared_plainly_pub_is_public() -> None:
    text = "pub fn a() {}\npub(crate) fn b() {}\nfn c() {}\npub const unsafe fn d() {}\n"
    public = [s.name for s in facts_of(text, "Rust").symbols if s.is_public]
    assert public == ["a", "d"]


def test_tests_and_the_entry_point() -> None:
    text = (
        "fn main() {}\nmod tests {\n    #[test]\n    fn a() {}\n    #[tokio::test(x = 1)]\n"
        "    #[ignore]\n    async fn b() {}\n    #[test_case(1)]\n    #[test_case(2)]\n"
        "    fn c() {}\n    #[cfg(test)]\n    fn d() {}\n    fn main() {}\n}\n"
    )
    facts = facts_of(text, "Rust")
    assert [(t.framework, t.name, t.span.line) for t in facts.tests] == [
        ("cargo", "tests.a", 4),
        ("cargo", "tests.b", 7),
        ("cargo", "tests.c", 10),
    ]
    assert facts.entry_point
    assert facts.entry_point.line == 1


def test_lines_are_counted() -> None:
    text = '//! a\n\n/* b\n\n/* c */ */\n/// d\nconst S: &str = r#"\n\n// no\n"#; // e\n'
    assert facts_of(text, "Rust").lines == LineCounts(code=4, comment=5, blank=1)
