import codecs

import pytest

from sphinx_repodoc.scan.decode import LineEnds, count_lines, decode, decode_as, is_text, unify

COOKIE = "# -*- coding: {} -*-\n{}\n"


@pytest.mark.parametrize(
    ("content", "encoding", "text"),
    [
        (b"", "utf-8", ""),
        ("é".encode(), "utf-8", "é"),
        (codecs.BOM_UTF8 + "é".encode(), "utf-8", "é"),
        (codecs.BOM_UTF16_LE + "é".encode("utf-16-le"), "utf-16-le", "é"),
        (codecs.BOM_UTF16_BE + "é".encode("utf-16-be"), "utf-16-be", "é"),
        (codecs.BOM_UTF32_LE + "é".encode("utf-32-le"), "utf-32-le", "é"),
        (codecs.BOM_UTF32_BE + "é".encode("utf-32-be"), "utf-32-be", "é"),
    ],
)
def test_a_mark_tells_the_encoding_and_is_no_text(content: bytes, encoding: str, text: str) -> None:
    decoding = decode(content)
    assert (decoding.encoding, decoding.text, decoding.complaint) == (encoding, text, "")
    assert decoding.has_bom is not content.startswith((b"\xc3",)) or not content
    assert decode_as(content, encoding) == text


@pytest.mark.parametrize(
    ("line", "encoding"),
    [
        ("# -*- coding: latin-1 -*-", "iso8859-1"),
        ("# coding=cp1252", "cp1252"),
        ("# vim: set fileencoding=iso-8859-15 :", "iso8859-15"),
        ("// -*- coding: koi8-r-unix -*-", "koi8-r"),
        ("<?xml version='1.0' encoding='ISO-8859-1'?>", "iso8859-1"),
        ("% !TEX encoding: latin1", "iso8859-1"),
        ("#!/usr/bin/python\n# coding: latin-1", "iso8859-1"),
        ("\n# coding: euc-jp", "euc_jp"),
    ],
)
def test_a_declared_encoding_is_used(line: str, encoding: str) -> None:
    content = f"{line}\n".encode() + b"\xc9\xc9\n"
    decoding = decode(content)
    assert (decoding.encoding, decoding.complaint) == (encoding, "")
    assert decoding.text.encode(encoding) == content


@pytest.mark.parametrize(
    "line",
    [
        "encoding: latin-1",
        "open(x, encoding='latin-1')",
        "# decoding: what this does",
        "# coding: rot13",
        "# coding: utf-16",
        "# coding: cp037",
        "# coding: base64",
        "# coding: undefined",
        "\n\n# coding: latin-1",
        "# the code: latin-1",
    ],
)
def test_what_cannot_be_a_declaration_is_none(line: str) -> None:
    decoding = decode(f"{line}\né\n".encode())
    assert (decoding.encoding, decoding.text, decoding.complaint) == ("utf-8", f"{line}\né\n", "")


@pytest.mark.parametrize(
    ("content", "encoding", "line"),
    [
        (b"one\n\xe9t\xe9\n", "iso8859-1", 2),
        (b"# coding: utf-8\n\n\xe9\n", "iso8859-1", 1),
        ("# coding: ascii\né\n".encode(), "utf-8", 1),
        (b"# coding: utf-7\n+AGE-\n", "utf-8", 1),
        (codecs.BOM_UTF8 + b"\xe9\n", "iso8859-1", 1),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", "iso8859-1", 1),
    ],
)
def test_bytes_in_another_encoding_are_kept_and_the_line_is_named(
    content: bytes, encoding: str, line: int
) -> None:
    decoding = decode(content)
    assert (decoding.encoding, decoding.line) == (encoding, line)
    assert decoding.complaint
    assert content.endswith(decoding.text.encode(encoding))
    assert decode_as(content, encoding) == decoding.text


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", True),
        (b"text", True),
        (b"\x00", False),
        (b"a" * 7999 + b"\x00", False),
        (b"a" * 8000 + b"\x00", True),
        (b"\x7f\xff", True),
        (b"\x01\xff", False),
        ("\x01é".encode(), True),
        (b"a" * 7999 + "é".encode(), True),
        (codecs.BOM_UTF16_LE + "text".encode("utf-16-le"), True),
        (codecs.BOM_UTF16_BE + "é".encode("utf-16-be") * 9000, True),
        (codecs.BOM_UTF16_LE + "a\0b".encode("utf-16-le"), False),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x00\xd8", False),
    ],
)
def test_text_is_what_git_takes_for_it_but_no_controls_beside_other_bytes(
    content: bytes,
    expected: bool,  # noqa: FBT001 - a table's column
) -> None:
    assert is_text(content) is expected


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ((), LineEnds(0, "")),
        (("",), LineEnds(0, "")),
        (("a",), LineEnds(1, "")),
        (("a\n",), LineEnds(1, "\n")),
        (("a\nb",), LineEnds(2, "\n")),
        (("\n\n",), LineEnds(2, "\n")),
        (("a\r\nb\r\n",), LineEnds(2, "\r\n")),
        (("a\r", "\nb\r", "\n"), LineEnds(2, "\r\n")),
        (("a\rb\r",), LineEnds(2, "\r")),
        (("a\r\nb\n",), LineEnds(2, "mixed")),
        (("a\x0bb\x0cc\x85d\u2028e",), LineEnds(1, "")),
    ],
)
def test_lines_are_counted_by_line_ends_alone(pieces: tuple[str, ...], expected: LineEnds) -> None:
    assert count_lines(pieces) == expected
    assert unify("".join(pieces)).count("\n") in {expected.count, expected.count - 1}
