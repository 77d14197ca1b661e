"""What nests what in Python."""

import pytest

from sphinx_repodoc.analyse import complexity
from tests.analyse.language_facts import facts_of


def test_what_a_function_in_a_function_of_python_nests_is_nested_in_both(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(complexity, "MANY_WAYS", 1)
    text = "def f():\n  if a:\n    def g():\n      for b in c: pass\n  while d: pass\n"
    found = facts_of(text, "Python").complexities
    assert [(c.symbol, c.ways, c.levels, c.loops) for c in found] == [
        ("f", 5, 2, 1),
        ("f.g", 2, 1, 1),
    ]


def test_what_runs_after_a_loop_of_python_is_not_nested_in_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(complexity, "MANY_WAYS", 1)
    text = (
        "def f():\n  for a in b: pass\n  else:\n    for c in d:\n"
        "      while e: pass\n      else:\n        if g: pass\n"
    )
    (found,) = facts_of(text, "Python").complexities
    assert (found.ways, found.levels, found.loops) == (5, 4, 2)
