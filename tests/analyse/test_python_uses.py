"""Which names a Python file uses for certain, and on which lines."""

import pytest

from tests.analyse.python_facts import facts_of


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("from a import b\nb()\nx = [b,\n b.c]", "a:b 2 3 a:b.c 4"),
        ("from ..a import b as c\nc.d.e", "..a:b.d.e 2"),
        ("from . import b\nb.c", ".:b.c 2"),
        ("import a.b\na.b.c()", "a:b.c 2"),
        ("import a.b as d\nd.c\nd", "a.b:c 2"),
        ("import a\na.b\\\n.c", "a:b 2"),
        ("def f():\n    import a\n    a.b\na.b", "a:b 3"),
        ("def f(): ...\nf()\nclass A:\n    def g(self): f(); g()", ":f 2 4"),
        ("class A:\n    def g(self): ...\n    h = g\nA.g\nA().g", ":A 5 :A.g 3 :A:g 4"),
        ("X = 1\nX += 1\ndef f(y: X): return X", ":X 3"),
        ("def f():\n    def g(): ...\n    g()", ":f.g 3"),
        ("from a import b\n@b(b=b)\ndef f(x=b) -> b: f'{b}'", "a:b 2 3"),
        ("from a import B\nclass C(B, k=B): ...\ntry: ...\nexcept B: ...", "a:B 2 4"),
        ("from a import b\nmatch x:\n    case 1 if b: ...", "a:b 3"),
        ("if a:\n    from a import b\nelse:\n    from a import b\nb", "a:b 5"),
    ],
)
def test_what_a_name_means_follows_from_imports_and_scopes(text: str, uses: str) -> None:
    found = facts_of(text).uses
    assert " ".join(f"{use.name} {' '.join(map(str, use.lines))}" for use in found) == uses


@pytest.mark.parametrize(
    "text",
    [
        "from a import b\nb = 1\nb",
        "from a import b\nfrom c import b\nb",
        "try: from a import b\nexcept E: b = None\nb",
        "from a import b\ndef f(b): b",
        "from a import b\ndef f(b=b): ...",
        "from a import b\nlambda b: b",
        "from a import b\ndef f():\n    b\n    for b in x: b",
        "from a import b\ndef f():\n    global b\n    b = 1\nb",
        "from a import b\nclass C:\n    b = b",
        "from a import b\ndef f[b](x: b): ...",
        "x = 1\ny = [x for x in z]",
        "x = 1\ny = {x for y, (x, w) in z}",
        "from a import b\nfrom c import *\nb",
        "from a import b\nx.b\nf(b=1)\n'b'  # b",
        "from a import b\nmatch x:\n    case C(b=1): ...\n    case b: ...",
        "def f(): ...\ndef f(): ...\nf()",
        "class A:\n    def g(self): ...\n    def h(self): self.g()",
        "class A:\n    def g(self): ...\n    def h(self): g()",
        "import os\nos",
        "print(len)",
        "from a import b\nb(\n",
    ],
)
def test_nothing_is_used_where_that_is_not_certain(text: str) -> None:
    assert facts_of(text).uses == ()
