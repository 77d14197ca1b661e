"""What is in a JSON file."""

import pytest

from sphinx_repodoc.model.facts import DeclarationKind, LineCounts
from tests.analyse.language_facts import declared_in, facts_of, keys_of

KEYS = [
    ('{"a": 1,\n "b": {\n  "c": null}}', [("a", 1, 1), ("b", 2, 3), ("b.c", 3, 3)]),
    ('{"./x": {"": 1}}', [('"./x"', 1, 1), ('"./x".""', 1, 1)]),
    ('{"\\u00e9\\n": 1, "b": "{\\"c\\": 1}"}', [('"é"', 1, 1), ("b", 1, 1)]),
    ('{"l": [{"a": 1},\n[{"b": 2}]]}', [("l", 1, 2)]),
    ('// c\n{\n  /* d */ "a": 1, // e\n}', [("a", 3, 3)]),
    ('{"a": [1,],\n "b": 2,\n}', [("a", 1, 1), ("b", 2, 2)]),
    ('{"a": 1, "a": 2}', [("a", 1, 1), ("a", 1, 1)]),
]

NOTHING = [
    "",
    "1",
    '"a: 1"',
    '[{"a": 1}]',
    '{"a": 1}\n{"a": 2}\n',
    '// {"a": 1}',
    "[" * 10_000,
    "a: 1",
]


@pytest.mark.parametrize(("text", "keys"), KEYS)
def test_keys_are_listed_with_their_lines(text: str, keys: list[tuple[str, int, int]]) -> None:
    assert keys_of(text, "JSON") == keys


@pytest.mark.parametrize("text", NOTHING)
def test_what_has_no_keys_yields_nothing(text: str) -> None:
    assert facts_of(text, "JSON").outline == ()


def test_what_is_nested_too_deep_to_be_listed_says_so() -> None:
    facts = facts_of('{"a":' * 600 + "1" + "}" * 600, "JSON")
    assert (len(facts.outline), facts.outline_depth) == (500, 500)


def test_lines_are_counted() -> None:
    text = '// c\n{\n\n  "a": "//" // d\n}\n'
    assert facts_of(text, "JSON").lines == LineCounts(code=3, comment=1, blank=1)


def test_a_package_for_npm_declares() -> None:
    text = """{
  "name": "@s/x",
  "bin": {"y": "y.js"},
  "scripts": {
    "test": "mocha"
  },
  "dependencies": {"a": "^1"},
  "devDependencies": {"b": 2,
    "c": "*"}
}"""
    dependency = DeclarationKind.DEPENDENCY
    assert declared_in(text, "JSON") == [
        (DeclarationKind.DISTRIBUTION, "@s/x", "", "", 2),
        (DeclarationKind.COMMAND, "y", "y.js", "", 3),
        (DeclarationKind.TASK, "test", "mocha", "", 5),
        (dependency, "a", "^1", "", 7),
        (dependency, "c", "*", "devDependencies", 9),
    ]
