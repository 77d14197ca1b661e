"""Which files the modules and names of Rust lead to."""

from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.relate.rust import resolve
from tests.relate.conftest import Analyse
from tests.relate.resolving import Case, resolve_in

RUST = {
    "Cargo.toml": '[package]\nname = "my-app"\n[[bin]]\nname = "t"\npath = "tools/t.rs"\n'
    '[dependencies]\nother = { path = "crates/one" }\nserde = "1"\na-b = "1"\n',
    "src/lib.rs": "pub mod a;\npub use a::Thing as Renamed;\npub mod inner { pub struct Deep; }\n"
    'pub use self::a::b::*;\n#[path = "odd/place.rs"] mod placed;\nmacro! { mod hidden; }\n',
    "src/a.rs": "pub mod b;\npub struct Thing;\n",
    "src/a/b.rs": "pub fn f() {}\npub use super::super::a::b::*;\n",
    "src/odd/place.rs": "pub fn p() {}\n",
    "src/hidden.rs": "pub fn h() {}\n",
    "src/main.rs": "mod own;\nfn main() {}\n",
    "src/own/mod.rs": "pub const X: u8 = 1;\n",
    "tools/t.rs": "fn main() {}\n",
    "crates/one/Cargo.toml": '[package]\nname = "one"\n',
    "crates/one/src/lib.rs": "pub fn g() {}\n",
}

RUST_CASES: list[Case] = [
    (
        "src/a.rs",
        "pub mod b;\npub struct Thing;\nuse crate::Renamed;",
        ["src/a/b.rs", "src/lib.rs src/a.rs::Thing"],
    ),
    (
        "src/a.rs",
        "use self::b::f;\nuse super::a::b;",
        ["src/a/b.rs src/a/b.rs::f", "src/a.rs src/a/b.rs::"],
    ),
    ("tests/x.rs", "use my_app::a::b::{f, self};", ["src/a/b.rs src/a/b.rs::f src/a/b.rs::"]),
    ("tests/x.rs", "use my_app::f;", ["src/lib.rs src/a/b.rs::f"]),
    ("tests/x.rs", "use my_app::inner::Deep;", ["src/lib.rs src/lib.rs::inner.Deep"]),
    ("tests/x.rs", "use my_app::hidden::h;", ["src/hidden.rs src/hidden.rs::h"]),
    ("src/a/b.rs", "use crate::placed::p;", ["src/odd/place.rs src/odd/place.rs::p"]),
    (
        "src/main.rs",
        "mod own;\nuse own::X;",
        ["src/own/mod.rs", "src/own/mod.rs src/own/mod.rs::X"],
    ),
    (
        "src/main.rs",
        "use my_app::a;\nuse other::g;",
        ["src/lib.rs src/a.rs::", "crates/one/src/lib.rs crates/one/src/lib.rs::g"],
    ),
    ("tools/t.rs", "mod none;\nuse crate::none;", ["not found", "tools/t.rs tools/t.rs::none"]),
    (
        "tests/ui/x.rs",
        "use my_app::inner::Deep;\nuse super::y;",
        ["src/lib.rs src/lib.rs::inner.Deep", "not found"],
    ),
    ("src/a/b.rs", "use std::fs;\nuse serde::De;", ["standard library", "third party"]),
    ("src/a/b.rs", "use a_b::C;\nuse made::D;", ["third party", "not found"]),
    ("src/a/b.rs", "use inner::Deep;", ["src/lib.rs src/lib.rs::inner.Deep"]),
]


def test_a_crate_from_elsewhere_is_named_where_its_statement_begins(analyse: Analyse) -> None:
    text = "use std::{\n  sync::{\n    Arc,\n  },\n};\nuse crate::{\n  a::b,\n};\n"
    resolved = resolve(analyse({**RUST, "src/a.rs": text}))
    found = {
        each.statement.module: each.statement.line for each in resolved[PurePosixPath("src/a.rs")]
    }
    assert found == {"std::sync": 1, "crate::a": 7}


def test_each_crate_of_a_list_is_named_on_its_own_line(analyse: Analyse) -> None:
    text = "use {\n  std::fs,\n  serde::{\n    De,\n  },\n  log,\n};\n"
    resolved = resolve(analyse({**RUST, "src/a.rs": text}))
    found = {
        each.statement.module: each.statement.line for each in resolved[PurePosixPath("src/a.rs")]
    }
    assert found == {"std": 2, "serde": 3, "log": 6}


MACROS = {
    **RUST,
    "crates/one/src/lib.rs": "pub mod both;\nmod only;\nmod macros;\npub fn g() {}\n",
    "crates/one/src/both.rs": "pub fn b() {}\n",
    "crates/one/src/only.rs": "pub fn o() {}\n",
    "crates/one/src/macros.rs": (
        "#[macro_export]\nmacro_rules! both { () => {} }\n"
        "#[macro_export]\nmacro_rules! only { () => {} }\n"
        "#[macro_export]\nmacro_rules! none { () => {} }\nmacro_rules! kept { () => {} }\n"
    ),
}


def test_what_a_crate_exports_as_a_macro_is_at_its_root(analyse: Analyse) -> None:
    text = "use other::{both, only, none, kept, g};"
    one = "crates/one/src"
    targets = ("both.rs::", "macros.rs::only", "macros.rs::none", "lib.rs::g")
    assert resolve_in(analyse, MACROS, "src/a.rs", text) == [
        " ".join([f"{one}/lib.rs", *(f"{one}/{target}" for target in targets)])
    ]
    text = "use crate::only;"
    assert resolve_in(analyse, MACROS, "crates/one/src/both.rs", text) == [
        "crates/one/src/lib.rs crates/one/src/only.rs::"
    ]


@pytest.mark.parametrize(("name", "text", "expected"), RUST_CASES)
def test_an_import_leads_to_what_it_means(
    analyse: Analyse, name: str, text: str, expected: list[str]
) -> None:
    assert resolve_in(analyse, RUST, name, text) == expected
