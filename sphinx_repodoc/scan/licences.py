"""The licence that a file is the text of, where it is that word for word."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath

TEXTS = files("sphinx_repodoc.scan").joinpath("licence_texts")
"""The known texts, each in a file that bears its SPDX identifier.

What stands between ``[[`` and ``]]`` may be missing, and ``{{}}`` stands for a name or address.
"""

_FILE = re.compile(r"(?:un)?licen[cs]es?\b|copying\b|copyright\b", re.IGNORECASE)
"""How the name of a file or of its folder begins that may hold a licence."""

_NOTICE = re.compile(
    r"\W*(?:portions )?copyright\b(?:\s*(?:\(c\)|©|:|by\b|[<{\[])|.*\b(?:19|20)\d\d\b)"
    r"|\W*(?:\(c\)|©).*\b(?:19|20)\d\d\b|\W*all rights reserved\W*$"
)
"""How a line begins that says whose the work is."""

_ALONE = re.compile(r"(?:\A|(?<=\n\n))copyright\b.*(?=\n\n|\Z)")
"""A notice without a year, which tells itself from a sentence by being a paragraph."""

_MARKER = re.compile(r"(?<!\S)\(?(?:\d{1,2}|[a-z]|[ivx]+)[.)](?!\S)")
"""What numbers a paragraph or a part of a sentence."""

_WORD = re.compile(r"[^\W_]+")

_SPELLINGS = {"licence": "license", "licences": "licenses", "https": "http"}

_TEMPLATE = re.compile(r"(\[\[|\]\]|\{\{\}\})")

_PATTERNS = {"[[": "(?:", "]]": ")?", "{{}}": r"(?:\S+ ){1,20}?"}

_LONGEST = 50_000
"""Characters of a text that may be a licence: the longest known one has 35,000."""


def find_licence(path: PurePosixPath, text: str) -> str:
    """Return the SPDX identifier of the licence that a file is the text of; empty without one.

    The texts are compared as the matching guidelines of SPDX have it: letter case, blanks,
    punctuation, numbering and notices of copyright make no difference, all else does.
    """
    is_named = _FILE.match(path.name) or _FILE.match(path.parent.name)
    if not is_named or len(text) > _LONGEST:
        return ""
    words = _write_words(_strip(text))
    likely = (name for name, pieces in _read_known().items() if max(pieces, key=len) in words)
    return next((name for name in likely if _compile(name).fullmatch(words)), "")


@cache
def _read_known() -> Mapping[str, Sequence[str]]:
    """Read the known texts, each split at what may be missing or else."""
    texts = {file.name.removesuffix(".txt"): file.read_text("utf-8") for file in TEXTS.iterdir()}
    return {name: _split(text) for name, text in sorted(texts.items())}


def _split(template: str) -> Sequence[str]:
    pieces = _TEMPLATE.split(_strip(template))
    return [piece if piece in _PATTERNS else _write_words(piece) for piece in pieces]


@cache
def _compile(name: str) -> re.Pattern[str]:
    return re.compile("".join(_PATTERNS.get(piece, piece) for piece in _read_known()[name]))


def _strip(text: str) -> str:
    """Take away the notices of copyright, and what numbers their parts."""
    lines = [line.strip() for line in text.casefold().splitlines()]
    alone = _ALONE.sub("", "\n".join(lines)).split("\n")
    return "\n".join(_MARKER.sub("", line) for line in alone if not _NOTICE.match(line))


def _write_words(text: str) -> str:
    """Write the words of a text, a blank after each."""
    return "".join(f"{_SPELLINGS.get(word, word)} " for word in _WORD.findall(text))
