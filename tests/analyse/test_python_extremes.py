"""Python that is newer, larger, deeper or worse than usual."""

from dataclasses import replace

import pytest

from sphinx_repodoc.analyse.facts import find_facts
from sphinx_repodoc.model.facts import LineCounts
from sphinx_repodoc.model.files import Span
from tests.analyse.python_facts import facts_of

NEW_SYNTAX = [
    "match x:\n    case [A, B, *_] if A: pass\n    case {'a': 1, **rest} | None: pass\n",
    "try: pass\nexcept* (A, B) as group: pass\n",
    "try: pass\nexcept A, B: pass\n",
    'x = t"hello {name!r:>{width}}"\n',
    "def f[**P, *Ts, T: int](*args: *Ts) -> T: ...\n",
    "type Alias[T] = list[T]\n",
    "class A[T: int = str, **P = [int], *Ts = *tuple[int]](B[T]): ...\n",
    "def f[T = dict[str, int]](a: T): ...\ntype X[T = int] = list[T]\n",
    "with (open('a') as a, open('b') as b): pass\n",
    "print(f'{a[\"b\"]}' f'{x:{y}}')\n",
    "lazy import json\nlazy from a import b\n",
]


@pytest.mark.parametrize("text", NEW_SYNTAX)
def test_syntax_newer_than_the_oldest_supported_python_is_no_error(text: str) -> None:
    assert facts_of(text).errors == ()


def test_what_stands_around_an_error_is_still_found() -> None:
    facts = facts_of("import a\n\ndef f(): pass\n\nx = = 1\n\nclass B: pass\n")
    assert facts.errors
    assert all(span in Span(5, 5) for span in facts.errors)
    assert [s.name for s in facts.symbols if s.kind != "variable"] == ["f", "B"]
    assert [s.module for s in facts.imports] == ["a"]


DEEP = 100_000
NESTED = {
    "parentheses": "x = " + "(" * DEEP + "1" + ")" * DEEP,
    "calls": "x = " + "f(" * DEEP + ")" * DEEP,
    "sums": "x = 1" + "+1" * DEEP,
    "attributes": "x = a" + ".a" * DEEP,
    "chained assignments": "x = " * DEEP + "1",
    "lambdas": "x = " + "lambda:" * DEEP + "1",
}


@pytest.mark.parametrize("text", NESTED.values(), ids=NESTED.keys())
def test_a_file_nested_beyond_reason_is_analysed_in_part(text: str) -> None:
    facts = facts_of("def before(): pass\n" + text + "\n")
    assert facts.is_partial
    assert facts.symbols[0].name == "before"
    assert facts.lines == LineCounts(2, 0, 0)


LARGE = {
    "open brackets": "x = " + "[" * (DEEP // 4),
    "strings": "x = " + "'a' " * DEEP,
    "one line": "x = [" + "1234567, " * 550_000 + "]",
    "one string": "x = '" + "a" * 5_000_000 + "'",
    "one comment": "x = 1  # " + "a" * 5_000_000,
    "elif": "if x: pass\n" + "elif x: pass\n" * 100_000,
}


@pytest.mark.parametrize("text", LARGE.values(), ids=LARGE.keys())
def test_a_large_file_is_analysed_whole(text: str) -> None:
    assert not facts_of(text).is_partial


GARBAGE = [
    *(
        "\x00",
        "\ud800",
        "\ufeffx = 1",
        "\\",
        "'",
        '"""',
        "\t\t\tx",
        "x\n  y\n z",
        "\x0c",
        "\r",
        "f'{'",
    ),
    *(
        "def",
        "class",
        "@",
        "@a",
        "if",
        "(",
        ")",
        "lazy",
        "type =",
        "type X",
        "é = 1",
        "def é(): pass",
    ),
    *("import", "import a.", "from . import", "from __future__ import"),
    *("class (x): pass", "def (x): pass", "def f(", "class A(B", "__all__", "__all__ +=", "x: "),
]


@pytest.mark.parametrize("text", GARBAGE)
def test_no_text_is_too_bad(text: str) -> None:
    facts = facts_of(text)
    assert facts.lines
    assert all(symbol.name for symbol in facts.symbols)
    assert all(statement.dotted for statement in facts.imports)


@pytest.mark.parametrize("language", ["", "python", "COBOL", "Text only"])
def test_a_language_without_analyser_has_nofacts_of(language: str) -> None:
    assert find_facts("x = 1", language) is None


def test_facts_depend_on_nothing_but_the_text() -> None:
    text = 'class A:\n    """Doc."""\n'
    assert facts_of(text) == replace(facts_of(text)) == facts_of(text)


@pytest.mark.parametrize(
    ("text", "is_accepted"),
    [
        ("def f():\n    return *[None] * 3, *a\n", True),
        ("a = 1\n", False),
        ("def f(:\n", False),
        ("a = \0\n", False),
    ],
)
def test_an_error_of_the_grammar_alone_is_known(text: str, *, is_accepted: bool) -> None:
    assert facts_of(text).is_accepted is is_accepted
