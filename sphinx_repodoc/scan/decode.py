"""Text from bytes: which encoding, which line ends, and nothing lost on the way."""

import codecs
import io
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain

_MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-32-le": codecs.BOM_UTF32_LE,  # before UTF-16, whose mark it begins with
    "utf-32-be": codecs.BOM_UTF32_BE,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}

_DECLARATION = re.compile(rb"""\s*[^\w\s].*?coding\s*[:=]\s*["']?([-\w.]+)""")
"""PEP 263, and what Emacs, Vim and XML understand; in a line that does not begin with a word."""

LAST_RESORT = "iso8859-1"
"""Latin-1: every byte is a character of it."""

_CONTROLS = frozenset(range(32)) - frozenset(b"\a\b\t\n\v\f\r\x1a\x1b")
"""Characters that no text holds."""

_SNIFFED = 8000
"""The bytes in which git looks for a NUL, to tell binary files from text."""


@dataclass(frozen=True, slots=True)
class Decoding:
    """How bytes became text."""

    text: str
    """With every line end as it is in the file."""
    encoding: str
    has_bom: bool = False
    complaint: str = ""
    """What is wrong with the bytes."""
    line: int = 0
    """The line in which it is wrong."""
    is_declared: bool = False
    """Whether the file itself says what encoding it is in."""


@dataclass(frozen=True, slots=True)
class LineEnds:
    """The lines of a text."""

    count: int
    """A last line without line end counts."""
    newline: str
    r"""How they end: ``"\n"``, ``"\r\n"``, ``"\r"``, ``"mixed"``; empty if none does."""


def is_text(content: bytes) -> bool:
    """Whether the beginning of a file is text: git's rule, and UTF-16 and UTF-32 besides.

    What is not UTF-8 and holds control characters is none, though git takes it for text.
    """
    sniffed = content[:_SNIFFED]
    if b"\0" not in sniffed:
        return _CONTROLS.isdisjoint(sniffed) or _is_utf8(sniffed)
    encoding, mark = find_mark(sniffed)
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        return bool(mark) and "\0" not in decoder.decode(sniffed[len(mark) :])
    except UnicodeDecodeError:
        return False


def _is_utf8(sniffed: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sniffed)
    except UnicodeDecodeError:
        return bool(find_mark(sniffed)[1])
    return True


def find_mark(content: bytes) -> tuple[str, bytes]:
    """Return the byte order mark that `content` begins with, if any, and what it means."""
    marks = ((name, mark) for name, mark in _MARKS.items() if content.startswith(mark))
    return next(marks, ("utf-8", b""))


def decode(content: bytes) -> Decoding:
    """Turn bytes into text by mark, declaration or as UTF-8, and as Latin-1 if all fail."""
    encoding, mark = find_mark(content)
    body = content[len(mark) :]
    declared, line = ("", 0) if mark else _find_declared(body)
    if declared and _is_lossless(body, declared):
        return Decoding(body.decode(declared), declared)
    complaint = f"declares the encoding {declared} but is not in it" if declared else ""
    try:
        text, is_declared = body.decode(encoding), bool(declared or mark)
        return Decoding(text, encoding, bool(mark), complaint, line, is_declared)
    except UnicodeDecodeError as error:
        complaint = complaint or f"is not {encoding.upper()}: byte 0x{body[error.start]:02X}"
        line = line or body.count(b"\n", 0, error.start) + 1
        text, is_declared = body.decode(LAST_RESORT), bool(declared or mark)
        return Decoding(text, LAST_RESORT, bool(mark), complaint, line, is_declared)


def decode_as(content: bytes, encoding: str) -> str:
    """Turn bytes into text of which the encoding is known already."""
    return content[len(find_mark(content)[1]) :].decode(encoding)


def unify(text: str) -> str:
    r"""Turn every line end into ``"\n"``."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def count_lines(chunks: Iterable[str]) -> LineEnds:
    """Count the lines of a text that may come in pieces."""
    decoder = io.IncrementalNewlineDecoder(None, translate=True)
    count, last = 0, ""
    for chunk in chain(chunks, (None,)):
        piece = decoder.decode(chunk or "", final=chunk is None)
        count += piece.count("\n")
        last = piece[-1:] or last
    kinds = decoder.newlines or ""
    newline = kinds if isinstance(kinds, str) else "mixed"
    return LineEnds(count + (last not in {"", "\n"}), newline)


def _find_declared(body: bytes) -> tuple[str, int]:
    """Return Python's name of the encoding that one of the first two lines declares, and which."""
    for number, line in enumerate(body[:_SNIFFED].splitlines()[:2], start=1):
        declaration = _DECLARATION.match(line)
        name = _canonical(declaration[1]) if declaration else ""
        if name:
            return name, number
    return "", 0


def _canonical(declared: bytes) -> str:
    """Return Python's name of an encoding; empty if it cannot be the one this was written in."""
    name = declared.decode("ascii", "replace")
    with suppress(LookupError, UnicodeError):
        for suffix in ("-unix", "-dos", "-mac"):  # Emacs adds the line ends
            name = name.removesuffix(suffix)
        name = codecs.lookup(name).name.removesuffix("-sig")
        if declared.decode(name).encode("ascii") == declared:
            return name
    return ""


def _is_lossless(body: bytes, encoding: str) -> bool:
    """Whether `body` can be decoded and had back, byte for byte."""
    try:
        return body.decode(encoding).encode(encoding) == body
    except (LookupError, UnicodeError):
        return False
