"""Symbols, imports, exports and the rest of what a Python file says."""

from dataclasses import replace

import pytest

from sphinx_repodoc.analyse.facts import find_facts
from sphinx_repodoc.model.facts import Facts, ImportContext, ImportStatement, LineCounts, Symbol
from sphinx_repodoc.model.files import Span


def _facts(text: str) -> Facts:
    found = find_facts(text, "Python")
    assert found is not None
    return found


def _kinds(text: str) -> dict[str, str]:
    return {symbol.qualified_name: symbol.kind for symbol in _facts(text).symbols}


def _symbol(text: str, name: str = "") -> Symbol:
    symbols = _facts(text).symbols
    return next(s for s in symbols if not name or s.qualified_name == name)


KINDS = [
    ("class A: pass", {"A": "class"}),
    ("def f(): pass", {"f": "function"}),
    ("async def f(): pass", {"f": "function"}),
    ("class A:\n def m(self): pass", {"A": "class", "A.m": "method"}),
    ("class A:\n async def m(self): pass", {"A": "class", "A.m": "method"}),
    ("class A:\n @staticmethod\n def m(): pass", {"A": "class", "A.m": "method"}),
    (
        "def f():\n def g():\n  class B: pass",
        {"f": "function", "f.g": "function", "f.g.B": "class"},
    ),
    ("class A:\n class B:\n  def m(self): pass", {"A": "class", "A.B": "class", "A.B.m": "method"}),
    ("if x:\n def f(): pass\nelse:\n class f: pass", {"f": "class"}),
    ("try:\n def f(): pass\nfinally:\n pass", {"f": "function"}),
    ("match x:\n case 1:\n  def f(): pass", {"f": "function"}),
    ("class A:\n @property\n def p(self): pass", {"A": "class", "A.p": "property"}),
    ("class A:\n @p.setter\n def p(self, v): pass", {"A": "class", "A.p": "property"}),
    ("class A:\n @Base.p.getter\n def p(self): pass", {"A": "class", "A.p": "property"}),
    ("class A:\n @signal.setter\n def p(self): pass", {"A": "class", "A.p": "method"}),
    ("@property\ndef p(self): pass", {"p": "function"}),
    (
        "from functools import cached_property as cp\nclass A:\n @cp\n def p(self): pass",
        {"A": "class", "A.p": "property"},
    ),
    (
        "def property(f): pass\nclass A:\n @property\n def p(self): pass",
        {"property": "function", "A": "class", "A.p": "method"},
    ),
    ("X = 1\ny = 2", {"X": "constant", "y": "variable"}),
    ("_X1: int = 1\ny: int", {"_X1": "constant", "y": "variable"}),
    ("a = B = 1", {"a": "variable", "B": "constant"}),
    ("a, (B, *c) = x", {"a": "variable", "B": "constant", "c": "variable"}),
    ("if x:\n Y = 1\nelse:\n Y = 2", {"Y": "constant"}),
    ("class A:\n X = 1\n y: int = 2", {"A": "class", "A.X": "constant", "A.y": "attribute"}),
    ("def f():\n X = 1", {"f": "function"}),
    ("def f(): pass\nf = g(f)", {"f": "function"}),
    ("__all__ = []\n_ = 1\nx.y = 2\nx[0] = 3\nx += 1", {}),
    ("if __name__ == '__main__':\n x = 1\n def f(): pass", {"f": "function"}),
    ("for X in y: pass\nwith a as B: pass\nimport C\n(D := 1)", {}),
    ("type X = int", {"X": "type alias"}),
    ("type X[T] = list[T]", {"X": "type alias"}),
    ("from typing import TypeAlias\nX: TypeAlias = int", {"X": "type alias"}),
    ("X: TypeAlias = int", {"X": "constant"}),
    (
        "import enum\nclass E(enum.Enum):\n A = 1\n b = 2\n c: int",
        {"E": "class", "E.A": "member", "E.b": "member", "E.c": "attribute"},
    ),
    ("# class A: pass\n'def f(): pass'\n'''\nclass B: pass\n'''\n", {}),
    ("", {}),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_each_definition_has_its_kind_and_qualified_name(text: str, kinds: dict[str, str]) -> None:
    assert _kinds(text) == kinds


SIGNATURES = [
    ("def f(): pass", "()"),
    (
        "def f(a, /, b: int = 3, *args, c, **kw) -> list[int]: pass",
        "(a, /, b: int = 3, *args, c, **kw) -> list[int]",
    ),
    ("def f(\n    a,  # the first\n    b=(1,),\n): pass", "(a, b=(1,))"),
    ("def f(\n    a=(\n        1,\n    ),\n) -> \\\n    int: pass", "(a=(1,)) -> int"),
    ("def f(a='#  two,\\n'): pass", "(a='#  two,\\n')"),
    ("def f(a='''x\n  y'''): pass", "(a='''x\\n  y''')"),
    ("def f[T: (int, str), *Ts](a: T) -> T: pass", "[T: (int, str), *Ts](a: T) -> T"),
    ("class f[T](Base): pass", "[T]"),
    ("class f(Base): pass", ""),
    ("f: dict[\n    str, int\n] = {}", ": dict[str, int]"),
    ("f = 1", ""),
    ("type f[T] = list[T]", "[T] = list[T]"),
    ("type f = int", " = int"),
]


@pytest.mark.parametrize(("text", "signature"), SIGNATURES)
def test_name_and_signature_read_as_in_the_source_on_one_line(text: str, signature: str) -> None:
    assert _symbol(text).signature == signature


def test_bases_and_decorators_are_as_written() -> None:
    text = "@ a . b\n@c(1,  # one\n   2)\nclass A(B, m.C[T], metaclass=M,\n   **kw): pass"
    symbol = _symbol(text)
    assert symbol.bases == ("B", "m.C[T]", "metaclass=M", "**kw")
    assert symbol.decorators == ("a . b", "c(1, 2)")


def test_repeated_definitions_are_numbered_in_order() -> None:
    text = "@overload\ndef f(a: int): ...\n@overload\ndef f(a: str): ...\ndef f(a): ..."
    assert [(s.ordinal, s.span.line) for s in _facts(text).symbols] == [(1, 2), (2, 4), (3, 5)]


def test_an_enclosing_symbol_comes_first_and_is_the_parent() -> None:
    symbols = _facts("class A:\n    def m(self):\n        def g(): pass\n    X = 1\n").symbols
    assert [(s.qualified_name, s.parent) for s in symbols] == [
        ("A", ""),
        ("A.m", "A"),
        ("A.m.g", "A.m"),
        ("A.X", "A"),
    ]


def test_a_span_goes_from_the_keyword_to_the_last_line_of_code() -> None:
    text = "@d\nasync def f():\n    if x:\n        y\n        # trailing\n\n    # more\n\nz = 1\n"
    assert _symbol(text).span == Span(2, 4)
    assert _symbol(text).is_async


DOCSTRINGS = [
    ('def f():\n    """One.\n\n      Two.\n    Three.\n    """', "One.\n\n  Two.\nThree."),
    ("def f(): 'a' \"b\"", "ab"),
    (r'def f(): r"\d"', r"\d"),
    (r'def f(): "\u00e9\t|"', "é       |"),
    (r'def f(): "\d"', r"\d"),
    ("def f():\n    # first\n    ('doc')", "doc"),
    ("class f:\n    u'doc'", "doc"),
    ("f = 1\n'what f is'", "what f is"),
    ("def f(): f'{x}'", ""),
    ("def f(): b'x'", ""),
    ("def f(): 'a' f'b'", ""),
    ("def f(): 'a',", ""),
    ("def f(): 'a' % b", ""),
    ("def f():\n    pass\n    'not'", ""),
    (r"def f(): '\x'", ""),
    ("f = 1; g = 2\n'what g is'", ""),
]


@pytest.mark.parametrize(("text", "documentation"), DOCSTRINGS)
def test_documentation_is_the_string_as_python_evaluates_it(text: str, documentation: str) -> None:
    assert _symbol(text, "f").documentation == documentation


MODULE, CONDITIONAL = ImportContext.MODULE, ImportContext.CONDITIONAL
IMPORTS: list[tuple[str, list[tuple[str, str, ImportContext]]]] = [
    ("import a, b.c as d", [("a", "", MODULE), ("b.c", "", MODULE)]),
    ("from . import x", [(".", "x", MODULE)]),
    ("from .. a . b import (x as y, # one\n  z,)", [("..a.b", "x as y, z", MODULE)]),
    ("from a import *", [("a", "*", MODULE)]),
    ("from __future__ import annotations", [("__future__", "annotations", MODULE)]),
    ("class A:\n import x", [("x", "", MODULE)]),
    ("if a: import x\nelse: import y", [("x", "", CONDITIONAL), ("y", "", CONDITIONAL)]),
    ("try:\n import x\nexcept E:\n x = 1", [("x", "", CONDITIONAL)]),
    ("with a:\n for b in c:\n  import x", [("x", "", CONDITIONAL)]),
    ("match a:\n case 1: import x", [("x", "", CONDITIONAL)]),
    ("def f():\n if a: import x", [("x", "", ImportContext.FUNCTION)]),
    ("if TYPE_CHECKING:\n import x", [("x", "", ImportContext.TYPE_CHECKING)]),
    ("if t.TYPE_CHECKING:\n class A: import x", [("x", "", ImportContext.TYPE_CHECKING)]),
    (
        "if not TYPE_CHECKING:\n import x\nelse:\n import y",
        [("x", "", CONDITIONAL), ("y", "", ImportContext.TYPE_CHECKING)],
    ),
    ("if TYPE_CHECKING: pass\nelse: import y", [("y", "", CONDITIONAL)]),
    ("x = 1; import y", [("y", "", MODULE)]),
    ("lazy import x", [("x", "", ImportContext.LAZY)]),
    ("lazy from x import y", [("x", "y", ImportContext.LAZY)]),
    ("__import__('x.y')", [("x.y", "", ImportContext.DYNAMIC)]),
    (
        "import importlib as i\ni.import_module('x')",
        [("importlib", "", MODULE), ("x", "", ImportContext.DYNAMIC)],
    ),
    (
        "from importlib import import_module as m\ndef f(): m('.x', __package__)",
        [("importlib", "import_module as m", MODULE), (".x", "", ImportContext.DYNAMIC)],
    ),
    ("import importlib\nimportlib.import_module('.x', other)", [("importlib", "", MODULE)]),
    ("import importlib\nimportlib.import_module(f'{x}')", [("importlib", "", MODULE)]),
    ("import importlib\nimportlib.import_module(name)", [("importlib", "", MODULE)]),
    ("import_module('x')", []),
    ("def __import__(x): pass\n__import__('x')", []),
    ("__import__('x', level=1)", []),
    ("'import x'\n# import y\n'''\nimport z\n'''", []),
]


def _words(statement: ImportStatement) -> tuple[str, str, ImportContext]:
    names = [f"{n.name} as {n.alias}" if n.alias else n.name for n in statement.names]
    return statement.dotted, ", ".join(names), statement.context


@pytest.mark.parametrize(("text", "imports"), IMPORTS)
def test_every_import_is_found_with_its_names_and_context(
    text: str, imports: list[tuple[str, str, ImportContext]]
) -> None:
    facts = _facts(text)
    assert [_words(statement) for statement in facts.imports] == imports
    assert facts.errors == ()


def test_an_import_says_on_which_lines_it_and_its_names_stand() -> None:
    (statement,) = _facts(
        "\ndef f():\n    from .a import (\n        b,\n        c as d,\n    )\n"
    ).imports
    assert (statement.span, statement.line, statement.scope) == (Span(3, 6), 3, "f")
    assert [(n.name, n.line) for n in statement.names] == [("b", 4), ("c", 5)]
    first, second = _facts("import a.b as c, \\\n  d").imports
    assert (first.alias, first.line, second.line) == ("c", 1, 2)


EXPORTS = [
    ("__all__ = ['a', 'b']", ("a", "b")),
    ("__all__ = ('a',\n  # why\n  'b' 'c')", ("a", "bc")),
    ("__all__: list[str] = ['a']", ("a",)),
    ("__all__ = 'a', 'b'", ("a", "b")),
    ("__all__ = ['a'] + ['b'] + ['c']", ("a", "b", "c")),
    (
        "__all__ = ['a']\n__all__ += ('b',)\n__all__.extend(['c'])\n__all__.append('d')",
        ("a", "b", "c", "d"),
    ),
    ("__all__ = []", ()),
    ("__all__ = ['old']\n__all__ = ['new']", ("new",)),
    ("", None),
    ("__all__ = names", None),
    ("__all__ = ['a', b]", None),
    ("__all__ = ['a'] + b.__all__", None),
    ("__all__ = [n for n in x]", None),
    ("__all__ = ['a']\n__all__ += b.__all__", None),
    ("__all__ = ['a']\n__all__.extend(b)", None),
    ("__all__ = ['a']\n__all__.remove('a')", None),
    ("__all__ = ['a']\n__all__ *= 2", None),
    ("__all__ = ['a']\n__all__[0] = 'b'", None),
    ("__all__ = ['a']\ndel __all__", None),
    ("__all__ = ['a']\nif x:\n    __all__ += ['b']", None),
    ("__all__ = ['a']\ndef public(f):\n    __all__.append(f.__name__)", None),
    ("# __all__ = ['a']\n'__all__ = []'", None),
]


@pytest.mark.parametrize(("text", "exports"), EXPORTS)
def test_exports_are_known_only_if_they_are_literal(
    text: str, exports: tuple[str, ...] | None
) -> None:
    facts = _facts(text)
    assert facts.exports == exports
    assert (facts.exports_span is None) == (exports is None)


GUARDS = [
    ("x\nif __name__ == '__main__':\n    main()\n\n# end", Span(2, 3)),
    ('if "__main__" == __name__: main()', Span(1, 1)),
    ("if __name__ == 'other': pass", None),
    ("if __name__ != '__main__': pass", None),
    ("def f():\n    if __name__ == '__main__': pass", None),
    ("# if __name__ == '__main__': main()", None),
    ("'''\nif __name__ == '__main__': main()\n'''", None),
]


@pytest.mark.parametrize(("text", "span"), GUARDS)
def test_the_main_guard_is_found_in_both_orders(text: str, span: Span | None) -> None:
    assert _facts(text).main_guard == span


LINES = [
    ("", (0, 0, 0)),
    ("\n", (0, 0, 1)),
    ("x", (1, 0, 0)),
    ("x  # why\n# c\n\n", (1, 1, 1)),
    ('"""Doc.\n\nMore.\n"""\nx = """a\n\n# b\n"""\n', (4, 4, 0)),
    ('def f(): "doc"\n', (1, 0, 0)),
    ('def f():\n    """Doc."""  # c\n', (1, 1, 0)),
    ('class A:\n    """Doc.\n    """; x = 1\n', (2, 1, 0)),
    ("x = 1\n'what x is'\n", (2, 0, 0)),
    ("\x0c\n   \t\nx", (1, 0, 2)),
]


@pytest.mark.parametrize(("text", "counts"), LINES)
def test_lines_are_code_comment_or_blank(text: str, counts: tuple[int, int, int]) -> None:
    assert _facts(text).lines == LineCounts(*counts)


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
    assert _facts(text).errors == ()


def test_what_stands_around_an_error_is_still_found() -> None:
    facts = _facts("import a\n\ndef f(): pass\n\nx = = 1\n\nclass B: pass\n")
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
    facts = _facts("def before(): pass\n" + text + "\n")
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
    assert not _facts(text).is_partial


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
    facts = _facts(text)
    assert facts.lines
    assert all(symbol.name for symbol in facts.symbols)
    assert all(statement.dotted for statement in facts.imports)


@pytest.mark.parametrize("language", ["", "python", "C", "Text only"])
def test_a_language_without_analyser_has_no_facts(language: str) -> None:
    assert find_facts("x = 1", language) is None


def test_facts_depend_on_nothing_but_the_text() -> None:
    text = 'class A:\n    """Doc."""\n'
    assert _facts(text) == replace(_facts(text)) == _facts(text)
