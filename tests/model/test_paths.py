"""Paths as text and back."""

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_repodoc.model.paths import parse_path, quote_path, split_lines


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("src/a.py", "src/a.py"),
        ("a b/ü.py", "a b/ü.py"),
        ("100%#.py", "100%#.py"),
        ('a"b', 'a"b'),
        ("a\\b", "a\\b"),
        ("a#1.cs", "a#1.cs"),
        ("a#L5", '"a#L5"'),
        ("a::b", '"a::b"'),
        ('"a', r'"\"a"'),
        (" a", '" a"'),
        ("a\nb", r'"a\nb"'),
        ("a\udcff", r'"a\377"'),
        ("a\\\n", r'"a\\\n"'),
    ],
)
def test_a_path_is_quoted_as_git_does_only_where_it_must(path: str, text: str) -> None:
    assert quote_path(PurePosixPath(path)) == text
    assert parse_path(text) == PurePosixPath(path)


def test_what_git_quotes_more_freely_is_read_too() -> None:
    assert parse_path(r'"\303\274.py"') == PurePosixPath("ü.py")


@pytest.mark.parametrize("text", ['"', '"a', r'"\q"', r'"\400"'])
def test_a_malformed_quoted_path_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"quoted path|escape"):
        parse_path(text)


@given(st.binary(min_size=1, max_size=12).filter(lambda name: not {0, 0x2F} & set(name)))
def test_any_name_survives_quoting(name: bytes) -> None:
    path = PurePosixPath(name.decode("utf-8", "surrogateescape"))
    text = quote_path(path)
    assert parse_path(text) == path
    assert text.isprintable()


@pytest.mark.parametrize(
    ("target", "parts"),
    [
        ("a.py#L10", ("a.py", "L10")),
        ("a#1.py#L10-L20", ("a#1.py", "L10-L20")),
        ('"a#L5"', ('"a#L5"', "")),
        ('"a#L5"#L6', ('"a#L5"', "L6")),
        ("a#1.py", ("a#1.py", "")),
        ("#L5", ("#L5", "")),
        ("a.py#L10-20", ("a.py#L10-20", "")),
    ],
)
def test_lines_are_told_from_the_path(target: str, parts: tuple[str, str]) -> None:
    assert split_lines(target) == parts
