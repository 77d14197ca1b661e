"""The lines of a region, if they are still those that the tool saw."""

import hashlib
import re
from collections.abc import Mapping

from sphinx_repodoc.model.files import Span
from sphinx_repodoc.reports.sarif.log import Region
from sphinx_repodoc.reports.tree import LINE_END, Text

HASHES: Mapping[str, str] = {"sha-256": "sha256", "sha-1": "sha1", "sha-512": "sha512"}
"""Hash functions by the names that SARIF has for them."""

NUMBER = re.compile(r"^\s*\d+:\s?")
"""What gosec puts before the lines of a snippet."""


def find_span(region: Region | None, text: Text, *, is_utf16: bool) -> Span | None:
    """Return the lines of a region, all of the file without one; None if they are gone or changed.

    :param is_utf16: whether characters are counted as UTF-16 has them
    """
    if region is None:
        return Span(1, max(text.file.lines, 1))
    start, end = _find_lines(region, text, is_utf16=is_utf16)
    if not 1 <= start <= end <= text.file.lines:
        return None
    return Span(start, end) if _holds_snippet(text, start, end, region) else None


def is_as_hashed(hashes: Mapping[str, str], text: Text) -> bool:
    """Whether a file has the hashes that a report says; those that we do not know say nothing."""
    return all(
        hashlib.new(HASHES[name.casefold()], text.content, usedforsecurity=False).hexdigest()
        == value.casefold()
        for name, value in hashes.items()
        if name.casefold() in HASHES
    )


def is_as_shown(content: str, text: Text) -> bool:
    """Whether a file has the lines that a report embeds, as far as the tool could decode them."""
    is_told = content and "\ufffd" not in content
    return not is_told or LINE_END.split(content.removeprefix("\ufeff")) == text.lines


def _find_lines(region: Region, text: Text, *, is_utf16: bool) -> tuple[int, int]:
    """Return the first and the last line of a region, 0 where nothing says them."""
    if region.start_line:
        end = region.end_line or region.start_line
        return region.start_line, end - (region.end_column == 1 and end > region.start_line)
    if region.char_offset >= 0:
        encoding = "utf-16-le" if is_utf16 else "utf-32-le"
        units, size = text.decoded.encode(encoding, "surrogatepass"), 2 if is_utf16 else 4
        offset, length = region.char_offset * size, region.char_length * size
    elif region.byte_offset >= 0:
        encoding, units = text.file.encoding, text.content
        offset, length = region.byte_offset, region.byte_length
    else:
        return 1, text.file.lines
    if offset + length > len(units):
        return 0, 0
    last = max(offset, offset + length - 1)
    return tuple(_count(units[:end].decode(encoding, "replace")) for end in (offset, last))  # type: ignore[return-value]


def _count(before: str) -> int:
    """Return the number of the line that begins or goes on after a text."""
    return len(LINE_END.findall(before)) + 1


def _holds_snippet(text: Text, start: int, end: int, region: Region) -> bool:
    """Whether some line that the tool saw is there, white space aside.

    Tools number the lines of a snippet, add those around, and hide secrets in it.
    """
    snippet = region.snippet.text
    seen = ["".join(NUMBER.sub("", line).split()) for line in snippet.splitlines()]
    there = "".join("".join(text.lines[start - 1 : end]).split())
    is_said = any(seen) and "redacted" not in snippet.casefold()
    return not is_said or any(line and line in there for line in seen)
