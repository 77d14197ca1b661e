"""Pygments' table of lexers, turned for looking up by file name and alias; no lexer is loaded."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import translate
from functools import cache

from pygments.lexers import get_all_lexers

PLAIN = "Text only"
"""Pygments' lexer for text in no language."""

_WILD = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class _Table:
    aliases: Mapping[str, str]
    """The first alias of each language."""
    languages: Mapping[str, str]
    """The language of each alias."""
    patterns: Mapping[str, Sequence[str]]
    """The languages of each file name, and of each suffix with ``*`` before it."""
    globs: Sequence[tuple[re.Pattern[str], Sequence[str]]]
    """The patterns that are neither, compiled, and their languages."""


def find_by_name(name: str) -> Sequence[str]:
    """Return the languages that Pygments lists for a file name, the closest pattern's alone."""
    table = _build_table()
    dots = [place for place, letter in enumerate(name) if letter == "."]
    for pattern in (name, *(f"*{name[dot:]}" for dot in dots)):
        if pattern in table.patterns:
            return table.patterns[pattern]
    return [each for glob, languages in table.globs if glob.match(name) for each in languages]


def find_by_aliases(aliases: Iterable[str]) -> Sequence[str]:
    """Return the languages that some of `aliases` stand for, in the order of these."""
    languages = _build_table().languages
    return list(dict.fromkeys(languages[each] for each in aliases if each in languages))


def alias_of(language: str) -> str:
    """Return the alias by which Pygments finds the lexer of `language`."""
    return _build_table().aliases[language]


@cache
def _build_table() -> _Table:
    aliases: dict[str, str] = {}
    languages: dict[str, str] = {}
    patterns: dict[str, list[str]] = {}
    for language, names, globs, _ in get_all_lexers(plugins=False):
        if not names:
            continue
        aliases[language] = names[0]
        languages = {name: language for name in names if language != PLAIN} | languages
        for glob in globs:
            patterns.setdefault(glob, []).append(language)
    wild = [glob for glob in patterns if _WILD & set(glob.removeprefix("*."))]
    compiled = [(re.compile(translate(glob)), patterns[glob]) for glob in wild]
    return _Table(aliases, languages, patterns, compiled)
