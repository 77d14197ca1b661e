"""Sentences of documentation."""

import pytest

from sphinx_repodoc.model.prose import first_paragraph, first_sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Read a file. Then stop.", "Read a file."),
        ("Read a file\nover two lines. More.", "Read a file over two lines."),
        ("Uses e.g. git. More.", "Uses e.g. git."),
        ("Version 3.14 of it. More.", "Version 3.14 of it."),
        ("See a.b.c for more", "See a.b.c for more"),
        ("Written by J. Doe. More.", "Written by J. Doe."),
        ("Is it true? Yes.", "Is it true?"),
        ('He said "go." Then left.', 'He said "go."'),
        ("Wait... then go. More.", "Wait... then go."),
        ("No full stop\n\nSecond paragraph.", "No full stop"),
        ("shop.cart\n~~~~~~~~~\n\nSells. More.", "Sells."),
        ("====\nShop\n====\nSells. More.", "Sells."),
        ("Shop\n====\n", "Shop"),
        ("Shop\n====\n\nCart\n----\n.. contents::", "Shop"),
        ("Shop\n====\n\n.. contents::", "Shop"),
        ("Forked Jan. 2015 from it. More.", "Forked Jan. 2015 from it."),
        ("It sells::\n\n    all", "It sells …"),
        ("With it you can,\n\n- sell", "With it you can …"),
        ("", ""),
        ("  \n \n", ""),
    ],
)
def test_the_first_sentence_ends_where_a_reader_would_end_it(text: str, sentence: str) -> None:
    assert first_sentence(text) == sentence


def test_the_first_paragraph_is_on_one_line() -> None:
    assert first_paragraph("\n a\n  b \n\nc") == "a b"
