"""Links from repository pages to what the project documents in the domains of other languages."""

import pytest
from sphinx.domains.c import _ids as c
from sphinx.domains.cpp import _ids as cpp

from sphinx_repodoc.model.domains import DOMAINS
from tests.ext.conftest import MakeProject

C = """#include <zlib.h>
#define LIMIT 9
#define inline
#define bool int
struct cart { int size; };
int add(int a) { return a; }
"""

CPP = """namespace shop {
class Cart : public Base { void pay(); };
int total(int a);
}
"""

JS = "export function pay(a) { return a; }\nexport class Till extends Desk {}\n"

INDEX = """Home
====

.. c:function:: int add(int a)
.. c:macro:: LIMIT
.. c:struct:: cart
.. cpp:class:: Base
.. cpp:namespace:: shop
.. cpp:class:: Cart
.. js:function:: pay(a)
.. js:class:: Desk
.. rst:directive:: till
"""

REST = """Shop
====

.. till:: open

.. note:: closed
"""


@pytest.mark.parametrize("builder", ["html", "text"])
def test_symbols_are_linked_to_their_documentation(make_project: MakeProject, builder: str) -> None:
    tree = {"a.c": C, "b.cpp": CPP, "c.js": JS, "d.rst": REST, "docs/index.rst": INDEX}
    project = make_project(tree, repodoc_pages="repository")
    build = project.build(builder)
    assert build.warnings == []
    if builder == "html":
        links = {
            name: {
                href.partition("#")[2]
                for href in build.hrefs(f"repository/{name}")
                if "index" in href
            }
            for name in ("a.c", "b.cpp", "c.js", "d.rst")
        }
        assert {"c.add", "c.LIMIT", "c.cart"} <= links["a.c"]
        assert {"_CPPv4N4shop4CartE", "_CPPv44Base"} <= links["b.cpp"]
        assert {"pay", "Desk"} <= links["c.js"]
        assert {"directive-till"} <= links["d.rst"]
        assert "directive-note" not in links["d.rst"]


def test_no_keyword_is_looked_up() -> None:
    """The domains warn of a target that is a keyword, of which nobody could rid himself."""
    for language, ids in (("C", c), ("C++", cpp)):
        for keyword in ids._keywords:  # noqa: SLF001 - what the domain does not take
            assert DOMAINS[language].write(keyword) == ""
