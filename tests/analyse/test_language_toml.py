"""What is in a TOML file."""

import pytest

from sphinx_repodoc.analyse.keys import MAX_KEYS
from sphinx_repodoc.model.facts import DeclarationKind, LineCounts
from tests.analyse.language_facts import declared_in, facts_of, keys_of

KEYS = [
    ("a = 1\n", [("a", 1, 1)]),
    ("a.b.c = 1\n", [("a.b.c", 1, 1)]),
    ('"a.b"."c d" = 1\n\'\' = 2\n', [('"a.b".c d', 1, 1), ('""', 2, 2)]),
    ('"\\u00e9" = 1\n', [("é", 1, 1)]),
    ("[x]\n# c\na = 1\n\n# of y\n[y]\n", [("x", 1, 3), ("x.a", 3, 3), ("y", 6, 6)]),
    ("[ x . y ]\nz = 1\n", [("x.y", 1, 2), ("x.y.z", 2, 2)]),
    ("a = {b = 1, c.d = [1]}\n", [("a", 1, 1), ("a.b", 1, 1), ("a.c.d", 1, 1)]),
    ("[[l]]\na = 1\n[l.sub]\nb = 2\n[[l]]\n[m]\n", [("l", 1, 2), ("l", 5, 5), ("m", 6, 6)]),
    ("a = [\n  1, # c\n  {b = 2},\n]\n", [("a", 1, 4)]),
    ("a = '''\n[b]\nc = 1\n'''\n", [("a", 1, 4)]),
    ("a = \n[b]\nc = 1\n", [("b.c", 3, 3)]),
]

NOTHING = ["", "# a = 1\n", "=\n"]


@pytest.mark.parametrize(("text", "keys"), KEYS)
def test_keys_are_listed_with_their_lines(text: str, keys: list[tuple[str, int, int]]) -> None:
    found = keys_of(text, "TOML")
    assert [key for key in keys if key not in found] == []
    assert len(found) == len(keys) or facts_of(text, "TOML").errors


@pytest.mark.parametrize("text", NOTHING)
def test_what_has_no_keys_yields_nothing(text: str) -> None:
    facts = facts_of(text, "TOML")
    assert (facts.outline, facts.declarations, facts.outline_depth) == ((), (), None)


def test_of_too_many_keys_the_lower_levels_are_left_out() -> None:
    keys = "".join(f"k{number} = 1\n" for number in range(MAX_KEYS))
    facts = facts_of(keys, "TOML")
    assert (len(facts.outline), facts.outline_depth) == (MAX_KEYS, None)
    facts = facts_of(f"[t]\n{keys}", "TOML")
    assert ([key.text for key in facts.outline], facts.outline_depth) == (["t"], 1)
    facts = facts_of(f"{keys}one = 'more'\n", "TOML")
    assert (facts.outline, facts.outline_depth) == ((), 0)


def test_the_comment_at_the_top_is_about_the_file_unless_a_key_follows() -> None:
    licence = "# SPDX-License-Identifier: MIT\n\n"
    facts = facts_of(f"{licence}# Settings of all.\n\n# The name.\na = 1\n", "TOML")
    assert (facts.documentation, facts.licence) == ("Settings of all.", "MIT")
    assert facts_of("# The name.\na = 1\n", "TOML").documentation == ""


def test_lines_are_counted() -> None:
    text = '# c\na = """\n# no\n\n"""\n\nb = 1 # d\n'
    assert facts_of(text, "TOML").lines == LineCounts(code=5, comment=1, blank=1)


def test_a_package_for_python_declares() -> None:
    text = """[project]
dependencies = [
  "a >=1",
  "b",
]
[project.optional-dependencies]
x = ["c"]
[dependency-groups]
test = ["d", {include-group = "x"}]
[tool.poetry.dependencies]
e = "^1"
f = {version = "2", optional = true}
"""
    kind = DeclarationKind.DEPENDENCY
    assert declared_in(text, "TOML") == [
        (kind, "a >=1", "", "", 3),
        (kind, "b", "", "", 4),
        (kind, "c", "", "x", 7),
        (kind, "d", "", "test", 9),
        (kind, "e", "^1", "", 11),
        (kind, "f", "2", "", 12),
    ]


def test_a_crate_declares() -> None:
    text = """[package]
name = "x"
[[bin]]
name = "y"
[dependencies]
a = "1"
b = { path = "../b" }
[dependencies.c]
git = "https://c"
[dev-dependencies]
d.workspace = true
[workspace]
members = ["crates/*"]
"""
    dependency = DeclarationKind.DEPENDENCY
    assert declared_in(text, "TOML") == [
        (DeclarationKind.DISTRIBUTION, "x", "", "", 2),
        (DeclarationKind.COMMAND, "y", "", "", 4),
        (dependency, "a", "1", "", 6),
        (dependency, "b", "../b", "", 7),
        (dependency, "c", "https://c", "", 8),
        (dependency, "d", "", "dev-dependencies", 11),
        (DeclarationKind.MEMBER, "crates/*", "", "", 13),
        (DeclarationKind.ALIAS, "x", "src/lib.rs", "", 2),
        (DeclarationKind.ALIAS, "[[bin]]", "src/bin/y.rs", "y", 3),
        (DeclarationKind.ALIAS, "[[bin]]", "src/bin/y/main.rs", "y", 3),
        (DeclarationKind.CONSTRAINT, "src/bin", "ignore", "", 3),
    ]


@pytest.mark.parametrize(
    ("package", "line"),
    [
        ("", 3),  # the edition of 2015
        ("edition = '2015'", 4),
        ("edition = '2021'", 0),
        ("edition.workspace = true", 0),
        ("autotests = true", 0),
        ("edition = '2021'\nautotests = false", 4),
    ],
)
def test_a_crate_says_where_no_others_are_looked_for(package: str, line: int) -> None:
    text = f"[package]\nname = 'p'\n{package}\n[[test]]\nname = 't'\n".replace("\n\n", "\n")
    found = [each for each in declared_in(text, "TOML") if each[0] is DeclarationKind.CONSTRAINT]
    assert [(name, number) for _, name, _, _, number in found] == [("tests", line)] * bool(line)
