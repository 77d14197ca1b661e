"""Paths as text: written plainly where that is safe, quoted as git does where it is not."""

import os
import re
from collections.abc import Callable, Container, Sequence
from functools import lru_cache
from itertools import takewhile
from pathlib import PurePosixPath
from typing import TypeVar

Found = TypeVar("Found")

ESCAPES = {7: "a", 8: "b", 9: "t", 10: "n", 11: "v", 12: "f", 13: "r", 34: '"', 92: "\\"}
"""Byte to the letter that follows the backslash in a quoted path (git's ``quote.c``)."""

LINES = re.compile(r"L\d+(-L\d+)?")
"""The part of a target that means lines of a file."""

LETTERS = {letter: byte for byte, letter in ESCAPES.items()}


def quote_path(path: PurePosixPath) -> str:
    r"""Write `path` so that it can be printed and read back by :func:`parse_path`.

    A path is quoted like git does, ``"a\nb\377"``, if it holds control characters or bytes that
    are not UTF-8, starts with a quote, starts or ends with white space, or could be taken for a
    path with lines or a symbol behind it.
    """
    text = os.fspath(path)
    is_plain = text.isprintable() and text == text.strip() and not split_lines(text)[1]
    if is_plain and not text.startswith('"') and "::" not in text:
        return text
    return f'"{"".join(_quote_character(character) for character in text)}"'


@lru_cache(maxsize=4096)
def parse_path(text: str) -> PurePosixPath:
    """Read what :func:`quote_path` or git wrote.

    The same text gives the same object, which keeps its hash.

    :raises ValueError: a quoted path is not closed, or holds an escape that git does not write
    """
    if not text.startswith('"'):
        return PurePosixPath(text)
    if len(text) < 2 or not text.endswith('"'):
        msg = f"the quoted path {text} is not closed"
        raise ValueError(msg)
    return PurePosixPath(os.fsdecode(_unquote(text[1:-1].encode())))


def to_shell(path: PurePosixPath) -> str:
    """Write a path as one word of a shell command."""
    text = quote_path(path)
    is_plain = all(char.isalnum() or char in "/._-+@" for char in text)
    return text if is_plain else "'" + text.replace("'", "'\\''") + "'"


def find_above(path: PurePosixPath, folders: Container[PurePosixPath]) -> PurePosixPath | None:
    """Return the innermost of some folders that a path lies in; None if it lies in none."""
    return next((folder for folder in path.parents if folder in folders), None)


def find_nearest(
    found: Sequence[Found], home: Sequence[str], folders_of: Callable[[Found], Sequence[str]]
) -> list[Found]:
    """Return those of what was found that share the most folders with a home."""

    def depth(each: Found) -> int:
        pairs = zip(folders_of(each), home, strict=False)
        return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))

    nearest = max(map(depth, found), default=0)
    return [each for each in found if depth(each) == nearest]


def split_lines(target: str) -> tuple[str, str]:
    """Split ``path#L10-L20`` into the path's text and ``L10-L20``, which may be empty."""
    name, _, fragment = target.rpartition("#")
    return (name, fragment) if name and LINES.fullmatch(fragment) else (target, "")


def _quote_character(character: str) -> str:
    code = ord(character)
    if code in ESCAPES:
        return "\\" + ESCAPES[code]
    if character.isprintable():
        return character
    return "".join(f"\\{byte:03o}" for byte in os.fsencode(character))


def _unquote(quoted: bytes) -> bytes:
    head, *pieces = quoted.replace(b"\\\\", b"\\134").split(b"\\")
    return head + b"".join(_unescape(piece) for piece in pieces)


def _unescape(piece: bytes) -> bytes:
    letter = piece[:1].decode(errors="replace")
    if letter in LETTERS:
        return bytes([LETTERS[letter]]) + piece[1:]
    if len(piece) >= 3 and piece[:3].isdigit() and int(piece[:3], 8) < 256:
        return bytes([int(piece[:3], 8)]) + piece[3:]
    msg = f"\\{piece[:3].decode(errors='replace')} is no escape of a quoted path"
    raise ValueError(msg)
