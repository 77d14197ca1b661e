"""The languages that ``conf.py`` adds: from plain configuration to values."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
from pygments.lexers import find_lexer_class_by_name
from pygments.util import ClassNotFound

from sphinx_repodoc.model.languages import AddedLanguage


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    grammar: str
    suffixes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    queries: tuple[str, ...] = ()
    lexer: str = ""
    function: str = "language"
    documentation: tuple[str, ...] = ("",)
    separators: tuple[str, ...] = ("::",)


def check_languages(value: object) -> str:
    """Return what the value may be if it is not that, or nothing."""
    try:
        entries = _parse(value)
    except msgspec.ValidationError as error:
        return f"a dict of languages as the reference says ({error})"
    idle = [name for name, entry in entries.items() if not (entry.suffixes or entry.names)]
    return f"a dict whose entry {idle[0]!r} has suffixes or names" if idle else ""


def read_languages(value: Mapping[str, Any], folder: Path) -> tuple[AddedLanguage, ...]:
    """Return the languages of a checked value; query files are found from a folder."""
    return tuple(
        AddedLanguage(
            name=name,
            grammar=entry.grammar,
            function=entry.function,
            suffixes=entry.suffixes,
            names=entry.names,
            queries=tuple((folder / path).resolve() for path in entry.queries),
            lexer=entry.lexer or _find_lexer(name),
            documentation=entry.documentation,
            separators=entry.separators,
        )
        for name, entry in _parse(value).items()
    )


def _parse(value: object) -> dict[str, _Entry]:
    return msgspec.convert(value, dict[str, _Entry])


def _find_lexer(name: str) -> str:
    """Return the alias of the lexer that goes by the name of the language, if there is one."""
    try:
        lexer = find_lexer_class_by_name(name)
    except ClassNotFound:
        return "text"
    return lexer.aliases[0]
