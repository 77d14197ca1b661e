"""Sentences and paragraphs of documentation."""

import re

ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1{2,}")
"""A line that underlines a title in plain text."""

ABBREVIATIONS = (
    *("e.g.", "i.e.", "et al.", "etc.", "vs.", "cf.", "approx.", "resp.", "No.", "Dr.", "Mr."),
    *("Jan.", "Feb.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
)
"""Words whose full stop ends no sentence."""


def first_paragraph(text: str) -> str:
    """Return the first paragraph of `text` on one line, or its title if there is nothing else.

    Three dots stand for the colon or comma of one that leads to something else.
    """
    paragraphs = [_join_lines(part) for part in re.split(r"\n\s*\n", _without_title(text.strip()))]
    first = paragraphs[0]
    return f"{first[:-1].rstrip(':')} …" if first.endswith((":", ",")) else first


def first_sentence(text: str) -> str:
    """Return the first sentence of `text`, or its first paragraph if that holds no full stop."""
    paragraph = first_paragraph(text)
    words = paragraph.split(" ")
    for index, word in enumerate(words):
        if _ends_sentence(word, words[index + 1 : index + 2]):
            return " ".join(words[: index + 1])
    return paragraph


def is_adornment(line: str) -> bool:
    """Whether a line underlines a title."""
    return ADORNMENT.fullmatch(line.rstrip()) is not None


def _without_title(text: str) -> str:
    """Leave out an underlined title before other text, and the underline in any case."""
    title, *rest = text.split("\n")
    if is_adornment(title) and rest:
        return _without_title("\n".join(rest))
    if not rest or not is_adornment(rest[0]):
        return text
    below = "\n".join(rest[1:]).strip()
    is_text = not below.startswith(".. ") and below == _without_title(below)
    return below if below and is_text else title


def _join_lines(text: str) -> str:
    return " ".join(text.split())


def _ends_sentence(word: str, following: list[str]) -> bool:
    bare = word.rstrip("\"')]`*")
    if not bare.endswith((".", "!", "?")) or bare.endswith("..."):
        return False
    if bare.lstrip("([\"'`").endswith(ABBREVIATIONS) or len(bare.rstrip(".")) == 1:
        return False
    return not following or not following[0][:1].islower()
