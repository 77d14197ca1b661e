"""What is in a Starlark file."""

import pytest

from sphinx_repodoc.model.facts import LineCounts
from tests.analyse.language_facts import facts_of, heads_of, imports_of, kinds_of, symbol_of

KINDS = [
    ("def f(x):\n    y = 1\n    def g():\n        pass\n", {"f": "function", "f.g": "function"}),
    ("A = 1\nb, c = 2, 3\n", {"A": "variable", "b": "variable", "c": "variable"}),
    ('py_library(\n    name = "a/b",\n)\n', {"a/b": "rule"}),
    ('native.cc_library(name = "c")\n', {"c": "rule"}),
    ("r = rule(implementation = f)\n", {"r": "rule definition"}),
    ('P = provider(doc = "x")\n', {"P": "provider"}),
    ("m = macro(implementation = f)\n", {"m": "macro"}),
    ("a = aspect()\ne = module_extension()\nr = repository_rule()\nt = tag_class()\n", {
        "a": "aspect", "e": "module extension", "r": "repository rule", "t": "tag class"}),
    ("def ok():\n    pass\n) = broken(\n", {"ok": "function"}),
]  # fmt: skip

NOTHING = [
    "",
    '# py_library(name = "a")\n"""def f(): pass"""\n',
    'load(":a.bzl", "b")\npackage(name = x)\nexports_files(["a"])\n',
    'module(name = "a")\nbazel_dep(name = "b")\nworkspace(name = "c")\n',
    'py_library(name = "a%s" % B)\n',
    'f(x(name = "a"))\n',
]

IMPORTS = [
    ('load("//a:b.bzl", "c", d = "e")', [("//a:b.bzl", ["c", "e as d"])]),
    ('x = use_extension("//a:b.bzl", "c")', [("//a:b.bzl", ["c"])]),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    assert kinds_of(text, "Starlark") == kinds


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, "Starlark").symbols == ()


def test_heads_are_as_written_but_those_of_rules() -> None:
    text = 'def f(x,  # no\n      y = 1):\n    pass\nA = [1]\npy_library(\n    name = "b",\n)\n'
    assert heads_of(text, "Starlark") == ["def f(x, y = 1)", "A", "py_library b"]


def test_docstrings_and_comments_document() -> None:
    text = (
        '# Copyright\n\n"""A file."""\n\ndef f():\n    """One.\n\n    Two.\n    """\n'
        '# Three.\nA = 1\nr = rule(\n    doc = "Four.",\n)\n'
    )
    facts = facts_of(text, "Starlark")
    assert {s.name: s.documentation for s in facts.symbols} == {
        "f": "One.\n\nTwo.",
        "A": "Three.",
        "r": "Four.",
    }
    assert facts.documentation == "A file."
    assert facts.lines == LineCounts(code=5, comment=7, blank=2)


def test_without_a_docstring_the_first_comment_is_about_the_file() -> None:
    assert facts_of("# One.\n\nA = 1\n", "Starlark").documentation == "One."
    assert symbol_of("# One.\nA = 1\n", "Starlark").documentation == "One."


@pytest.mark.parametrize(("text", "imports"), IMPORTS)
def test_imports_with_their_names(text: str, imports: list[tuple[str, list[str]]]) -> None:
    assert imports_of(text, "Starlark") == imports
    assert facts_of(text, "Starlark").imports[0].keyword in text


def test_what_other_files_may_load_is_public() -> None:
    text = 'def a():\n    pass\ndef _b():\n    pass\nC = 1\npy_library(name = "d")\n'
    assert [s.name for s in facts_of(text, "Starlark").symbols if s.is_public] == ["a", "C"]


def test_rules_that_end_as_tests_do_are_tests() -> None:
    text = 'py_test(name = "a")\nnative.sh_test(name = "b")\ntest_suite(name = "c")\n'
    assert [(t.framework, t.name, t.symbol) for t in facts_of(text, "Starlark").tests] == [
        ("bazel", "a", "a"),
        ("bazel", "b", "b"),
    ]
