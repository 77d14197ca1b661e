"""What runs the tests of Rust, one crate of a package at a time."""

from collections.abc import Mapping

import pytest

from tests.relate.conftest import Analyse
from tests.relate.resolving import find_suite

RUST = "#[test]\nfn works() {}\nfn helps() {}\n"
CRATE = {
    "Cargo.toml": "[package]\nname='a'\nedition='2018'\n"
    "[[test]]\nname='every'\npath='tests/all.rs'\n",
    "src/lib.rs": "mod a;\n",
    "src/a/mod.rs": "mod b;\n",
}
SWITCHED = {
    "Cargo.toml": "[package]\nname = 'p'\nedition = '2021'\nautotests = false\n"
    "[[test]]\nname = 'all'\n",
    "tests/all.rs": "mod t;\n",
}
NEEDY = {"Cargo.toml": "[[test]]\nname = 't'\nrequired-features = ['a', 'b']\n"}

CASES = [
    (CRATE, "src/lib.rs", RUST, "cargo test --lib -- --exact works"),
    (CRATE, "src/a/b.rs", RUST, "cargo test --lib -- --exact a::b::works"),
    (CRATE, "src/main.rs", RUST, "cargo test --bin a -- --exact works"),
    (CRATE, "tests/t.rs", RUST, "cargo test --test t -- --exact works"),
    (CRATE, "tests/t/main.rs", RUST, "cargo test --test t -- --exact works"),
    (CRATE, "tests/all.rs", RUST, "cargo test --test every -- --exact works"),
    (CRATE, "elsewhere.rs", RUST, ""),
    (CRATE, "src/maybe.rs", RUST, ""),  # a macro may hold its mod
    (CRATE, "src/lib.rs", "#[rstest]\n#[case(1)]\nfn works(n: u8) {}\n", ""),
    (CRATE, "src/lib.rs", f"#[test_case(1)]\n{RUST}", ""),
    (CRATE, "src/lib.rs", "#[tokio::test]\nasync fn f() {}\n", "cargo test --lib -- --exact f"),
    (CRATE, "src/lib.rs", f"#[ignore]\n{RUST}", ""),
    (CRATE, "src/lib.rs", f"#[cfg(unix)]\n{RUST}", ""),
    (SWITCHED, "tests/t.rs", RUST, "cargo test --test all -- --exact t::works"),
    (NEEDY, "tests/t.rs", RUST, "cargo test --test t --features a,b -- --exact works"),
    (
        {"Cargo.toml": "[package]\nname = 'p'\n[[test]]\nname = 'all'\n", "tests/all.rs": ""},
        *("tests/t.rs", RUST, ""),
    ),
]


@pytest.mark.parametrize(("tree", "name", "text", "command"), CASES)
def test_one_case_alone_is_run_in_the_crate_that_it_is_part_of(
    analyse: Analyse, tree: Mapping[str, str], name: str, text: str, command: str
) -> None:
    assert find_suite(analyse, tree, name, text).case_command == command


@pytest.mark.parametrize(
    ("declared", "condition"),
    [
        ("mod b;", ""),
        ("#[cfg(test)] mod b;", ""),
        ("#[cfg(unix)]\nmod b;", "where the build constraint unix holds"),
        ("#[cfg(not(unix))]\nmod b;\n#[cfg(unix)]\npub mod b;", ""),
        (
            '#[cfg(unix)]\nmod b;\n#[cfg(not(unix))]\n#[path = "c.rs"]\nmod b;',
            "where the build constraint unix holds",
        ),
        (
            '#![cfg(x)]\n#[cfg(unix)]\nmod b {\n    #[cfg(feature = "f")]\n    mod c;\n}',
            'where the build constraints x and unix and feature = "f" hold',
        ),
    ],
)
def test_what_the_modules_around_a_file_of_rust_ask_for_is_said(
    analyse: Analyse, declared: str, condition: str
) -> None:
    tree = {**CRATE, "src/lib.rs": declared, "src/b.rs": RUST, "src/b/c.rs": RUST}
    name = "src/b/c.rs" if "mod c" in declared else "src/b.rs"
    suite = find_suite(analyse, tree, name, RUST)
    assert (bool(suite.command), suite.condition) == (True, condition)
    assert bool(suite.asked_at) == bool(condition)
