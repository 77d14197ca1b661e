"""A small repository whose pages are hard to lay out."""

NAME = "a_name_so_long_that_no_phone_can_show_it_on_one_line_whatever_the_size_of_its_letters"
LONG = "long" * 50
WIDE = " | ".join(f"column {number} with words" for number in range(12))

MODULE = f'''\
"""Names and lines that are longer than a window: {LONG}."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from package.{NAME} import Größe

{NAME.upper()} = {{"key": "{LONG}"}}


@dataclass(frozen=True)
class Outer:
    """An outer class.

    It holds *another*, with a list:

    - one
    - two, by ``{NAME}``
    """

    class Middle:
        """A middle class."""

        class Inner(Größe):
            """An inner class: 日本語, русский, العربية."""

            @functools.cache
            def {NAME}(self, first: dict[str, list[tuple[int, ...]]], *, second: str = "{LONG}"):
                """Do nothing, at length."""


def test_nothing() -> None:
    """Check nothing."""
    assert Outer


if __name__ == "__main__":
    eval(input())
'''

README = f"""\
# Größenordnung 日本語

A paragraph with `{NAME}` and a [link](src/package/module.py).

## A wide table

| {WIDE} |
|{" --- |" * 12}
| {WIDE} |

## Code

```python
{LONG} = 1
```
"""

REPOSITORY: dict[str, str | bytes] = {
    "README.md": README,
    "pyproject.toml": '[project]\nname = "package"\nversion = "1"\n',
    "src/package/__init__.py": '"""A package."""\n\nfrom package.module import Outer as Outer\n',
    "src/package/module.py": MODULE,
    f"src/package/{NAME}.py": '"""Sizes."""\n\n\nclass Größe:\n    """A size."""\n',
    "src/package/deep/er/and/deeper/still/__init__.py": "",
    "tests/test_module.py": (
        "from package.module import Outer\n\n\ndef test_outer() -> None:\n    assert Outer()\n"
    ),
    "docs/guide.rst": f"Guide\n=====\n\n.. code:: python\n\n   {LONG}\n\nPart\n----\n\nEnd.\n",
    "data.bin": b"\0\1\2",
    "data.txt": "\n" * 12_345_678,
    "empty.txt": "",
}

PAGES = (
    "index",
    "keywords",
    "README.md",
    "data.bin",
    "docs/guide.rst",
    "src/package/index",
    "src/package/module.py",
    f"src/package/{NAME}.py",
    "tests/test_module.py",
)
"""The generated pages that are looked at, without prefix and suffix."""
