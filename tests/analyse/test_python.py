"""Symbols, imports, exports and the rest of what a Python file says."""

import pytest

from sphinx_repodoc.model.facts import LineCounts, Symbol
from sphinx_repodoc.model.files import Span
from tests.analyse.python_facts import facts_of


def _kinds(text: str) -> dict[str, str]:
    return {symbol.qualified_name: symbol.kind for symbol in facts_of(text).symbols}


def _symbol(text: str, name: str = "") -> Symbol:
    symbols = facts_of(text).symbols
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
    assert [(s.ordinal, s.span.line) for s in facts_of(text).symbols] == [(1, 2), (2, 4), (3, 5)]


def test_an_enclosing_symbol_comes_first_and_is_the_parent() -> None:
    symbols = facts_of("class A:\n    def m(self):\n        def g(): pass\n    X = 1\n").symbols
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
    (r'def f(): "a\ud800b"', r"a\ud800b"),
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
    assert facts_of(text).main_guard == span


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
    assert facts_of(text).lines == LineCounts(*counts)
