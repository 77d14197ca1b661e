"""Sentences and paragraphs of documentation."""

ABBREVIATIONS = ("e.g.", "i.e.", "et al.", "etc.", "vs.", "cf.", "approx.", "resp.", "No.")
"""Words whose full stop ends no sentence."""


def first_paragraph(text: str) -> str:
    """Return the first paragraph of `text` on one line."""
    lines = text.strip().splitlines()
    length = next((index for index, line in enumerate(lines) if not line.strip()), len(lines))
    return " ".join(" ".join(lines[:length]).split())


def first_sentence(text: str) -> str:
    """Return the first sentence of `text`, or its first paragraph if that holds no full stop."""
    paragraph = first_paragraph(text)
    words = paragraph.split(" ")
    for index, word in enumerate(words):
        if _ends_sentence(word, words[index + 1 : index + 2]):
            return " ".join(words[: index + 1])
    return paragraph


def _ends_sentence(word: str, following: list[str]) -> bool:
    bare = word.rstrip("\"')]`*")
    if not bare.endswith((".", "!", "?")) or bare.endswith("..."):
        return False
    if bare.lstrip("([\"'`").endswith(ABBREVIATIONS) or len(bare.rstrip(".")) == 1:
        return False
    return not following or not following[0][:1].islower()
