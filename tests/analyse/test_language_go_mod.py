"""What is in a go.mod."""

import pytest

from sphinx_repodoc.model.facts import DeclarationKind, LineCounts
from tests.analyse.language_facts import declared_in, facts_of, keys_of

NAME = "Go module"

TEXT = """// Of the shop.
module "example.org/shop" // no

go 1.22

require example.org/a v1.2.3
require (
	example.org/b v0.1.0 // indirect
	// example.org/c v1.0.0

	example.org/d v2.0.0+incompatible
)
replace example.org/a => ../a
"""


def test_the_module_and_what_it_requires_are_declared() -> None:
    dependency = DeclarationKind.DEPENDENCY
    assert declared_in(TEXT, NAME) == [
        (DeclarationKind.DISTRIBUTION, "example.org/shop", "", "", 2),
        (dependency, "example.org/a", "v1.2.3", "", 6),
        (dependency, "example.org/b", "v0.1.0", "indirect", 8),
        (dependency, "example.org/d", "v2.0.0+incompatible", "", 11),
        (DeclarationKind.ALIAS, "example.org/a", "../a", "", 13),
    ]


def test_each_directive_or_block_of_them_is_listed() -> None:
    assert keys_of(TEXT, NAME) == [
        ("module", 2, 2),
        ("go", 4, 4),
        ("require", 6, 6),
        ("require", 7, 12),
        ("replace", 13, 13),
    ]
    assert facts_of(TEXT, NAME).documentation == ""


def test_lines_are_counted() -> None:
    assert facts_of(TEXT, NAME).lines == LineCounts(code=8, comment=2, blank=3)


@pytest.mark.parametrize("text", ["", "// module x\n", "\n", "require (\n", "module\nrequire a\n"])
def test_what_declares_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, NAME).declarations == ()
