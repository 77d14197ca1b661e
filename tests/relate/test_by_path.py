"""Which files imports lead to where they name files."""

from collections.abc import Mapping

import pytest

from tests.relate.conftest import Analyse
from tests.relate.resolving import resolve_in

SHOP: Mapping[str, str] = {
    "lib/shop.rb": "",
    "lib/shop/cart.rb": "",
    "lib/set.rb": "",
    "gems/one/lib/one.rb": "",
    "gems/two/lib/two/lib.rb": "",
    "other/json.rb": "",
    "mk/rules.mk": "",
    "src/a.zig": "pub const A = 1;\n",
    "src/inc/b.f90": "",
    "Makefile": "all:\n",
    "app/main.sh": "",
}

CASES = [
    ("lib/x.rb", "require_relative 'shop/cart'", ["lib/shop/cart.rb"]),
    ("bin/x.rb", "require_relative '../lib/shop'", ["lib/shop.rb"]),
    ("bin/x.rb", "require_relative 'none'", ["not found"]),
    ("bin/x.rb", "require 'shop/cart'\nrequire 'one'", ["lib/shop/cart.rb", "gems/one/lib/one.rb"]),
    ("bin/x.rb", "require 'set'", ["lib/set.rb"]),
    ("bin/x.rb", "require 'json'\nrequire 'rack'", ["standard library", "third party"]),
    ("bin/x.rb", "require 'lib'", ["third party"]),
    ("sub/Makefile", "include ../mk/rules.mk\n", ["mk/rules.mk"]),
    ("sub/Makefile", "include $(TOP)/mk/rules.mk\n", ["mk/rules.mk"]),
    ("sub/Makefile", "-include local.mk\n", ["not found"]),
    ("src/x.zig", 'const A = @import("a.zig").A;', ["src/a.zig src/a.zig::A"]),
    (
        "src/x.zig",
        'const s = @import("std");\nconst t = @import("t");',
        ["standard library", "not found"],
    ),
    ("src/x.f90", "program p\ninclude 'b.f90'\nend program", ["src/inc/b.f90"]),
]


@pytest.mark.parametrize(("name", "text", "expected"), CASES)
def test_an_import_leads_to_the_file_that_it_names(
    analyse: Analyse, name: str, text: str, expected: list[str]
) -> None:
    assert resolve_in(analyse, SHOP, name, text) == expected
