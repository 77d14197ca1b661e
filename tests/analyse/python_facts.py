"""The facts of a piece of Python."""

from sphinx_repodoc.analyse.facts import find_facts
from sphinx_repodoc.model.facts import Facts


def facts_of(text: str) -> Facts:
    """Return the facts of a text in Python."""
    found = find_facts(text, "Python")
    assert found is not None
    return found
