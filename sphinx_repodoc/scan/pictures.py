"""How large a picture is, where the beginning of its file says so."""

import re
from collections.abc import Iterator

from sphinx_repodoc.model.files import Picture

_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of the segments of a JPEG file that say the size; between them are three that do not."""

_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers of JPEG that no segment follows."""

_SVG = re.compile(
    rb"""(?:\xef\xbb\xbf)?
    (?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>)*+
    <(?:\w+:)?svg((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*+)\s*/?>""",
    re.DOTALL | re.VERBOSE,
)
"""How an SVG file begins, up to the attributes of its root element."""

_LENGTH = rb"""\s%s\s*=\s*["']\s*(\d+(?:\.\d+)?)(?:px)?\s*["']"""
"""An attribute whose value is in pixels, as one without a unit is."""


def find_picture(suffix: str, content: bytes) -> Picture | None:
    """Return the format and the size of a picture; None for what is none, or does not say.

    :param content: of the file, or the beginning of it
    """
    found = next(_read(content), None)
    if not found and suffix.lower() == ".svg":
        found = next(_read_svg(content), None)
    return found if found and found.width and found.height else None


def _read(content: bytes) -> Iterator[Picture]:
    """Read the size by the format that the first bytes tell."""
    if content.startswith(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR") and len(content) >= 24:
        yield Picture("PNG", _big(content[16:20]), _big(content[20:24]))
    elif content.startswith((b"GIF87a", b"GIF89a")) and len(content) >= 10:
        yield Picture("GIF", _little(content[6:8]), _little(content[8:10]))
    elif content.startswith(b"\xff\xd8\xff"):
        yield from _read_jpeg(content)
    elif content.startswith(b"RIFF") and content[8:12] == b"WEBP" and len(content) >= 30:
        yield from _read_webp(content)


def _read_jpeg(content: bytes) -> Iterator[Picture]:
    """Go from segment to segment; the size is as stored, whatever way up it is shown."""
    place = 2
    while place + 9 <= len(content) and content[place] == 0xFF:
        marker = content[place + 1]
        if marker in _FRAMES:
            height, width = content[place + 5 : place + 7], content[place + 7 : place + 9]
            yield Picture("JPEG", _big(width), _big(height))
        if marker == 0xFF:
            place += 1
        elif marker in _BARE:
            place += 2
        else:
            place += 2 + _big(content[place + 2 : place + 4])


def _read_webp(content: bytes) -> Iterator[Picture]:
    """Read one of the three kinds of first chunk: lossy, lossless, extended."""
    chunk = content[12:16]
    if chunk == b"VP8 " and content[23:26] == b"\x9d\x01\x2a":
        yield Picture("WebP", _little(content[26:28]) & 0x3FFF, _little(content[28:30]) & 0x3FFF)
    elif chunk == b"VP8L" and content[20] == 0x2F:
        bits = _little(content[21:25])
        yield Picture("WebP", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    elif chunk == b"VP8X":
        yield Picture("WebP", _little(content[24:27]) + 1, _little(content[27:30]) + 1)


def _read_svg(content: bytes) -> Iterator[Picture]:
    if root := _SVG.match(content):
        width, height = (re.search(_LENGTH % name, root[1]) for name in (b"width", b"height"))
        if width and height:
            yield Picture("SVG", float(width[1]), float(height[1]))


def _big(number: bytes) -> int:
    return int.from_bytes(number, "big")


def _little(number: bytes) -> int:
    return int.from_bytes(number, "little")
