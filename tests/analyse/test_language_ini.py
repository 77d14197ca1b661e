"""What is in an INI file."""

import pytest

from sphinx_repodoc.model.facts import DeclarationKind, LineCounts
from tests.analyse.language_facts import declared_in, facts_of, keys_of

KEYS = [
    ("[a]\nb = 1\nC: 2\n\n[d]\n", [("a", 1, 3), ("a.b", 2, 2), ("a.C", 3, 3), ("d", 5, 5)]),
    ("root = true\n[*.py]\nx = 1\n", [("root", 1, 1), ('"*.py"', 2, 3), ('"*.py".x', 3, 3)]),
    ("[a]\nb =\n  c = 1\n\n  [d]\n# e\n", [("a", 1, 5), ("a.b", 2, 5)]),
    ("[a]\nb\n  c\nd = 1\n", [("a", 1, 4), ("a.b", 2, 3), ("a.d", 4, 4)]),
    ('[r "o"]\n\tu = 1\n\tv = 2\n', [('r "o"', 1, 3), ('r "o".u', 2, 2), ('r "o".v', 3, 3)]),
    ("[a]\nb = 1\n[a]\nb = 2\n", [("a", 1, 2), ("a.b", 2, 2), ("a", 3, 4), ("a.b", 4, 4)]),
    ("[a]\n= 1\nb = %(x)s\n", [("a", 1, 3), ("a.b", 3, 3)]),
    ("[DEFAULT]\r\na = 1\r\n", [("DEFAULT", 1, 2), ("DEFAULT.a", 2, 2)]),
]

NOTHING = ["", "# a = 1\n; b = 2\n", "\n", "\f"]


@pytest.mark.parametrize(("text", "keys"), KEYS)
def test_sections_and_keys_are_listed_with_their_lines(
    text: str, keys: list[tuple[str, int, int]]
) -> None:
    found = [key for key in keys_of(text, "INI") if not key[0].endswith('""')]
    assert found == keys


@pytest.mark.parametrize("text", NOTHING)
def test_what_has_no_keys_yields_nothing(text: str) -> None:
    facts = facts_of(text, "INI")
    assert (facts.outline, facts.declarations) == ((), ())


def test_comments_speak_of_the_file() -> None:
    text = "; SPDX-License-Identifier: MIT\n\n# What all\n# is for.\n\n[a]\n"
    facts = facts_of(text, "INI")
    assert (facts.documentation, facts.licence) == ("What all\nis for.", "MIT")
    assert facts_of("# Of a.\n[a]\n", "INI").documentation == ""


def test_lines_are_counted() -> None:
    text = "# c\n[a]\nb = 1 ; no\n  # d\n\n"
    assert facts_of(text, "INI").lines == LineCounts(code=2, comment=2, blank=1)


def test_what_setuptools_installs_is_declared() -> None:
    text = "[metadata]\nname = a\n[options]\ninstall_requires =\n  b >1\n  c\n"
    dependency = DeclarationKind.DEPENDENCY
    assert declared_in(text, "INI") == [
        (DeclarationKind.DISTRIBUTION, "a", "", "", 2),
        (dependency, "b >1", "", "", 4),
        (dependency, "c", "", "", 4),
    ]
