"""Which paths a file of Rust reads that begin with what it imports or defines."""

import pytest

from sphinx_repodoc.analyse.facts import find_facts

USE = "use a::{b, C as D, e::{self, F}};\n"


def uses_in(text: str) -> str:
    facts = find_facts(text, "Rust")
    assert facts
    return "; ".join(f"{use.name} {' '.join(map(str, use.lines))}" for use in facts.uses)


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        (f"{USE}fn f(x: D) -> F {{\n b(x.b) }}", ":D 2; :F 2; :b 3"),
        (f"{USE}fn f() {{ e::g::<D>(e::H {{}}); }}", ":D 2; :e::H 2; :e::g 2"),
        ("fn f() { crate::a::g(); self::h() }", ":crate::a::g 1; :self::h 1"),
        (
            "struct S;\nimpl S { fn n() -> S { S } }\nconst K: S = S;\nfn f() -> S { K }",
            ":K 4; :S 2 3 4",
        ),
        ("fn f() {}\nmod t {\n use super::*;\n fn g() { f() }\n}", "t:f 4"),
        ("type T = U;\nstruct U(T);", ":T 2; :U 1"),
        ("enum E { A }\nfn f(e: E) { match e { E::A => 1 } }", ":E 2; :E::A 2"),
    ],
)
def test_paths_are_found_where_they_are_read(text: str, uses: str) -> None:
    assert uses_in(text) == uses


@pytest.mark.parametrize(
    "text",
    [
        f"{USE}fn f(b: u8) {{ b }}",
        f"{USE}fn f() {{ let b = 1; b }}",
        f"{USE}fn f() {{ g(|b| b) }}",
        f"{USE}fn f() {{ match x {{ b => b }} }}",
        f"{USE}fn f() {{ use z::b; b() }}",
        f"{USE}fn f() {{ use z::*; b() }}",
        f"{USE}fn f() {{ fn b() {{}} b() }}",
        f"{USE}fn f<D>(x: D) {{}}",
        f"{USE}fn f() {{ g!(b); x.b(); x.b; }} // b",
        f"{USE}fn f() {{ b( }}",
    ],
)
def test_what_may_be_bound_otherwise_is_left_out(text: str) -> None:
    assert uses_in(text) == ""
