"""The size that the file of a picture says it has."""

import struct

import pytest

from sphinx_repodoc.model.files import Picture
from sphinx_repodoc.scan.pictures import find_picture

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 640, 480)
JPEG = (
    b"\xff\xd8\xff\xe0" + struct.pack(">H", 4) + b"\xff\xc0"  # a segment that looks like another
    b"\xff\xff\xc4" + struct.pack(">H", 3) + b"x"
    b"\xff\xc2" + struct.pack(">HBHH", 17, 8, 480, 640)
)  # fmt: skip
LOSSY = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 640 | 1 << 14, 480)
LOSSLESS = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + struct.pack("<I", 639 | 479 << 14) + b"\0" * 5
EXTENDED = b"RIFF\0\0\0\0WEBPVP8X" + b"\0" * 8 + b"\x7f\x02\0" + b"\xdf\x01\0"


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (PNG, "PNG"),
        (b"GIF89a" + struct.pack("<HH", 640, 480), "GIF"),
        (JPEG, "JPEG"),
        (LOSSY, "WebP"),
        (LOSSLESS, "WebP"),
        (EXTENDED, "WebP"),
    ],
)
def test_the_first_bytes_tell_the_format_and_the_size(content: bytes, form: str) -> None:
    assert find_picture("", content) == Picture(form, 640, 480)
    assert all(find_picture("", content[:end]) is None for end in range(len(content)))


@pytest.mark.parametrize(
    "text",
    [
        '<svg width="640" height="480"/>',
        "\ufeff<?xml version='1.0'?>\n<!-- <svg width='1' -->\n<svg height='480px' width='640.0'>",
        '<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg:svg stroke-width="3" width = "640" height="480">',
    ],
)
def test_an_svg_picture_has_the_size_of_its_root_element(text: str) -> None:
    assert find_picture(".SVG", text.encode()) == Picture("SVG", 640, 480)
    assert find_picture(".html", text.encode()) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<svg/>",
        '<svg viewBox="0 0 640 480"/>',
        '<svg width="100%" height="480"/>',
        '<svg width="64mm" height="48mm"/>',
        '<svg width="0" height="480"/>',
        '<svg line-width="640" height="480"/>',
        '<g width="640" height="480"><svg width="640" height="480"/></g>',
        '<svg width="640" height="48',
        '<!-- <svg width="640" height="480"/>',
    ],
)
def test_a_size_that_is_not_said_in_pixels_is_none(text: str) -> None:
    assert find_picture(".svg", text.encode()) is None


def test_what_is_long_and_no_picture_is_read_in_no_time() -> None:
    assert find_picture(".svg", b"<!-- x --> " * 100_000) is None
    assert find_picture(".svg", b"<svg" + b' a="b"' * 100_000) is None
    assert find_picture("", b"\xff\xd8" + b"\xff" * 500_000) is None
