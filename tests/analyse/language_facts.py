"""The facts of a piece of text in some language, and how tests write them."""

import pytest

from sphinx_repodoc.analyse.facts import find_facts
from sphinx_repodoc.analyse.languages import LANGUAGES
from sphinx_repodoc.model.facts import DeclarationKind, Facts, OutlineKind, Symbol


def facts_of(text: str, language: str) -> Facts:
    """Return the facts of a text; skip the test visibly where the grammar is not installed."""
    if missing := LANGUAGES[language].missing:
        pytest.skip(f"{missing} is not installed")
    found = find_facts(text, language)
    assert found is not None
    return found


def kinds_of(text: str, language: str) -> dict[str, str]:
    """Return the kind of each symbol by its qualified name."""
    return {s.qualified_name: s.kind for s in facts_of(text, language).symbols}


def heads_of(text: str, language: str) -> list[str]:
    """Return the head of each symbol as it is shown, in order."""
    return [f"{s.prefix}{s.name}{s.signature}" for s in facts_of(text, language).symbols]


def symbol_of(text: str, language: str, name: str = "") -> Symbol:
    """Return the first symbol, or the first of a qualified name."""
    symbols = facts_of(text, language).symbols
    return next(s for s in symbols if not name or s.qualified_name == name)


def imports_of(text: str, language: str) -> list[tuple[str, list[str]]]:
    """Return each import: what is imported, and the names taken, with their aliases."""
    return [
        (
            i.dotted + (f" as {i.alias}" if i.alias else ""),
            [_written(n.name, n.alias) for n in i.names],
        )
        for i in facts_of(text, language).imports
    ]


def _written(name: str, alias: str) -> str:
    return f"{name} as {alias}" if alias else name


def keys_of(text: str, language: str) -> list[tuple[str, int, int]]:
    """Return each key in the outline: its path, its first line and its last."""
    outline = facts_of(text, language).outline
    keys = (entry for entry in outline if entry.kind is OutlineKind.KEY)
    return [(key.text, key.span.line, key.span.end_line) for key in keys]


def declared_in(text: str, language: str) -> list[tuple[DeclarationKind, str, str, str, int]]:
    """Return what is declared: the kind, the name, the value, the group and the line."""
    found = facts_of(text, language).declarations
    return [(each.kind, each.name, each.value, each.group, each.line) for each in found]
