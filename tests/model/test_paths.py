"""Paths as text and back."""

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_repodoc.model.paths import parse_path, quote_path


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("src/a.py", "src/a.py"),
        ("a b/ü.py", "a b/ü.py"),
        ("100%#.py", "100%#.py"),
        ('a"b', 'a"b'),
        ("a\\b", "a\\b"),
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
