"""What a Python file imports and exports."""

import pytest

from sphinx_repodoc.model.facts import ImportStatement
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.import_contexts import ImportContext
from tests.analyse.python_facts import facts_of

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
        [("importlib", "import_module as m", MODULE), (".x", "", ImportContext.CALLED)],
    ),
    ("import importlib\nimportlib.import_module('.x', other)", [("importlib", "", MODULE)]),
    ("import importlib\nimportlib.import_module(f'{x}')", [("importlib", "", MODULE)]),
    ("import importlib\nimportlib.import_module(name)", [("importlib", "", MODULE)]),
    ("import_module('x')", []),
    (
        "import ctypes\nlib = ctypes.CDLL('libx.so.1', mode=1)",
        [("ctypes", "", MODULE), ("libx.so.1", "", ImportContext.DYNAMIC)],
    ),
    (
        "from ctypes import cdll as c\nc.LoadLibrary('./x.dll')",
        [("ctypes", "cdll as c", MODULE), ("./x.dll", "", ImportContext.DYNAMIC)],
    ),
    (
        "import ctypes.util\nctypes.CDLL(ctypes.util.find_library('m'))",
        [("ctypes.util", "", MODULE), ("m", "", ImportContext.DYNAMIC)],
    ),
    ("import ctypes\nctypes.CDLL(None)\nctypes.CDLL(name)", [("ctypes", "", MODULE)]),
    ("class CDLL:\n  pass\nCDLL('x')", []),
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
    facts = facts_of(text)
    assert [_words(statement) for statement in facts.imports] == imports
    assert facts.errors == ()


def test_an_import_says_on_which_lines_it_and_its_names_stand() -> None:
    (statement,) = facts_of(
        "\ndef f():\n    from .a import (\n        b,\n        c as d,\n    )\n"
    ).imports
    assert (statement.span, statement.line, statement.scope) == (Span(3, 6), 3, "f")
    assert [(n.name, n.line) for n in statement.names] == [("b", 4), ("c", 5)]
    first, second = facts_of("import a.b as c, \\\n  d").imports
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
    facts = facts_of(text)
    assert facts.exports == exports
    assert (facts.exports_span is None) == (exports is None)
