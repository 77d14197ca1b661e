"""Who uses which symbol, and on which lines."""

from collections.abc import Mapping
from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.relate.imports import resolve
from sphinx_repodoc.relate.uses import find_uses
from tests.relate.conftest import Analyse

PACKAGE = {
    "p/__init__.py": "from p.shop import Cart as Basket\nfrom . import late\n",
    "p/shop.py": "class Cart:\n    SIZE = 1\n    def add(self): ...\n\nLIMIT = Cart.SIZE\n",
    "p/late.py": "def f(): ...\nif x:\n    def g(): ...\nelse:\n    def g(): ...\n",
}


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("from p.shop import Cart\nCart()", {"p/shop.py::Cart": [1, 2]}),
        (
            "from p import Basket\n\nBasket.add",
            {"p/shop.py::Cart": [1, 3], "p/shop.py::Cart.add": [3]},
        ),
        ("import p.shop as s\ns.Cart.none\ns.none", {"p/shop.py::Cart": [2]}),
        ("import p\np.shop.LIMIT\np.Basket", {"p/shop.py::Cart": [3], "p/shop.py::LIMIT": [2]}),
        ("import p.late\np.late.f()", {"p/late.py::f": [2]}),
        ("from p import late\nlate.f, late.g", {"p/late.py::f": [2]}),
        ("from p.late import g\ng()", {}),
        ("from p.shop import (\n    LIMIT,\n    none,\n)\nnone()", {"p/shop.py::LIMIT": [2]}),
        ("from q.shop import Cart\nCart()\nimport os\nos.path", {}),
        ("from p.shop import *\nCart()", {}),
    ],
)
def test_a_name_is_followed_to_where_it_is_defined(
    analyse: Analyse, text: str, used: Mapping[str, list[int]]
) -> None:
    repository = analyse({**PACKAGE, "user.py": f"{text}\n"})
    found = find_uses(repository, resolve(repository))
    assert used == {
        f"{path}::{symbol}": list(usage.lines)
        for path, symbols in found.items()
        for symbol, usages in symbols.items()
        for usage in usages
        if usage.path == PurePosixPath("user.py")
    }


def test_a_file_uses_what_it_defines_itself(analyse: Analyse) -> None:
    repository = analyse(PACKAGE)
    shop = PurePosixPath("p/shop.py")
    found = find_uses(repository, resolve(repository))[shop]
    assert {name: [(str(u.path), u.lines) for u in usages] for name, usages in found.items()} == {
        "Cart": [("p/__init__.py", (1,)), ("p/shop.py", (5,))],
        "Cart.SIZE": [("p/shop.py", (5,))],
    }


TREES: list[tuple[dict[str, str], dict[str, dict[str, tuple[int, ...]]]]] = [
    (
        {
            "a.js": "export function f() {}\n",
            "b.js": "export { f as g } from './a'\n",
            "c.js": "import { g as h } from './b'\nh()\n",
        },
        {"a.js::f": {"b.js": (1,), "c.js": (1, 2)}},
    ),
    (
        {
            "go.mod": "module m\n",
            "web/a.go": "package web\nfunc Get() {}\nfunc Two() {}\n",
            "web/b.go": "package web\nfunc Two() {}\n",
            "main.go": 'package main\nimport "m/web"\nvar x = web.Get\nvar y = web.Two\n',
        },
        {"web/a.go::Get": {"main.go": (3,)}},
    ),
    (
        {
            "p/Cart.java": "package p;\nclass Cart { int size; }\n",
            "q/X.java": "import p.Cart;\nclass X {\n  Cart c;\n}\n",
            "q/Y.java": "import static p.Cart.NONE;\nclass Y { int x = NONE; }\n",
            "q/Z.java": "import p.q.Gone;\nclass Z { Gone x; }\n",
            "module-info.java": "module p.q {}\n",
        },
        {"p/Cart.java::Cart": {"q/X.java": (1, 3), "q/Y.java": (1,)}},
    ),
    (
        {
            "Cargo.toml": '[package]\nname = "c"\n',
            "src/lib.rs": "mod a;\nuse a::f;\n",
            "src/a.rs": "pub fn f() {}\n",
        },
        {"src/a.rs::f": {"src/lib.rs": (2,)}},
    ),
    (
        {
            "Cargo.toml": '[package]\nname = "c"\n',
            "src/lib.rs": "mod a;\nmod b;\npub use a::{f as g, E};\n"
            "fn h() { g(); b::k(); E::A; }\n",
            "src/a.rs": "pub fn f() {}\npub enum E {\n  A,\n}\nimpl E {}\n",
            "src/b.rs": "use crate::{self as c, g};\npub fn k() { g(); c::a::f() }\nfn m() {}\n"
            "mod t {\n  use std::m;\n  use super::*;\n  fn n() { g(); k(); m(); }\n}\n",
            "src/d.rs": "fn p() { m() }\nmod u { fn m() {} }\n",
            "src/e.rs": "use std::iter;\nfn iter() {}\nfn q() { iter(); iter::r() }\n",
        },
        {
            "src/a.rs::f": {"src/lib.rs": (3, 4), "src/b.rs": (1, 2, 7)},
            "src/a.rs::E": {"src/a.rs": (5,), "src/lib.rs": (3, 4)},
            "src/a.rs::E.A": {"src/lib.rs": (4,)},
            "src/b.rs::k": {"src/lib.rs": (4,), "src/b.rs": (7,)},
        },
    ),
    (
        {
            "a.h": "int f(int a);\n#define N 3\nstruct s { int N; };\ntypedef struct t {} t;\n",
            "a.c": '#include "a.h"\nint f(int a) { return N; }\n',
            "b.c": '#include "c.h"\nint g(t *t) { return f(N); }\nstruct s x;\n',
            "c.h": '#include "a.h"\n',
            "d.c": "int h(void) { return f(N); }\n",
        },
        {
            "a.h::f": {"b.c": (2,)},
            "a.c::f": {"b.c": (2,)},
            "a.h::N": {"a.c": (2,), "b.c": (2,)},
            "a.h::t": {"b.c": (2,)},
            "a.h::s": {"b.c": (3,)},
        },
    ),
    (
        {
            "x/a.h": "typedef int T;\n#if D\n#define M 1\n#endif\n#define N 1\n",
            "y/a.h": "typedef int T;\n",
            "x/b.c": '#include "a.h"\nT t = M;\n#ifdef M\n#if N\n#endif\n#endif\n',
            "c.c": '#include "a.h"\nT u;\n',
            "y/d.h": '#include "a.h"\nT u;\n',
            "w.h": "typedef int W;\n",
            "v.c": '#ifdef V\n#include "w.h"\n#endif\nW w;\n',
        },
        {"x/a.h::T": {"x/b.c": (2,)}, "x/a.h::N": {"x/b.c": (4,)}},
    ),
    (
        {
            "a.h": "#define S(x) #x\n#define L(x) g(x)\n#define K(x) S(x)\nint n;\nint m;\n",
            "b.c": '#include "a.h"\nint f(void) {\n  S(n); K(n);\n  L(n); Z(n);\n}\n'
            "static int k(void) { return k(); }\nint v;\nint w = v;\n",
            "c.c": "static int k(void) {}\nvoid m(void);\n",
        },
        {
            "a.h::S": {"b.c": (3,)},
            "a.h::K": {"b.c": (3,)},
            "a.h::L": {"b.c": (4,)},
            "a.h::n": {"b.c": (4,)},
            "b.c::v": {"b.c": (8,)},
        },
    ),
    (
        {"a.py": "def f():\n    def g(): ...\n    return g\nclass A:\n    x = f\n    y = x\n"},
        {"a.py::f": {"a.py": (5,)}, "a.py::f.g": {"a.py": (3,)}},
    ),
]


@pytest.mark.parametrize(("tree", "used"), TREES)
def test_uses_are_found_in_other_languages_and_in_the_file_itself(
    analyse: Analyse, tree: Mapping[str, str], used: Mapping[str, Mapping[str, tuple[int, ...]]]
) -> None:
    repository = analyse(tree)
    assert used == {
        f"{path}::{symbol}": {str(usage.path): usage.lines for usage in usages}
        for path, symbols in find_uses(repository, resolve(repository)).items()
        for symbol, usages in symbols.items()
    }
