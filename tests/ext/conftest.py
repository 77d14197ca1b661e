"""Fixtures of the tests that build."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tests.conftest import MakeRepo
from tests.ext.project import Project

MakeProject = Callable[..., Project]

CONTENTS = {
    "docs/conf.py": "",
    "docs/index.rst": "Home\n====\n",
    "shop/__init__.py": '"""A shop."""\n\nfrom shop.cart import Cart\n\n__all__ = ["Cart"]\n',
    "shop/cart.py": (
        '"""Carts and what is in them."""\n\nfrom shop.money import Price\n\n\n'
        'class Cart:\n    """Holds lines."""\n\n'
        '    def total(self) -> Price:\n        """Add the prices."""\n        return Price(1)\n'
    ),
    "shop/money.py": (
        '"""Prices."""\n\nfrom dataclasses import dataclass\n\n\n'
        '@dataclass\nclass Price:\n    """An amount."""\n\n    cents: int\n'
    ),
    "tests/test_cart.py": (
        "import pytest\n\nfrom shop.cart import Cart\n\n\n@pytest.fixture\ndef cart():\n"
        "    return Cart()\n\n\ndef test_an_empty_cart(cart):\n    assert cart.total()\n"
    ),
    "README.md": (
        "# Shop\n\nSells things. See [the carts](shop/cart.py).\n\n```python\nCart()\n```\n"
    ),
    "Makefile": "all:\n\techo all\n",
    "logo.png": b"\x89PNG\r\n\x1a\n\x00\x00",
    "empty.py": "",
}


@pytest.fixture
def make_project(make_repo: MakeRepo) -> MakeProject:
    """Make a repository with a small shop in it, and a Sphinx project in its folder ``docs``."""

    def make(
        tree: Mapping[str, str | bytes] | None = None, *, git: bool = True, **configuration: Any
    ) -> Project:
        return Project(make_repo({**CONTENTS, **(tree or {})}, git=git), configuration)

    return make
