"""The secrets that a text holds, and the text without them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sphinx_repodoc.model.files import Span

MASK = "█"
"""Stands for each character that is withheld: no syntax gives it a meaning."""

KEPT = re.compile(r"\\.|[\s\"'`\\]", re.DOTALL)
"""What of a secret is syntax: blanks, line ends, quotes and escapes."""

WORDS = re.compile(r"\\.|[\w+/=]{2,}")
"""What of a secret of several lines is more than syntax, escapes aside."""


@dataclass(frozen=True, slots=True)
class Secret:
    """Some characters of a text that nobody should read."""

    kind: str
    """Identifier of the rule that knows it, such as ``aws-access-token``."""
    span: Span
    start: int
    """Number of characters before it in the text, line ends counted as one."""
    end: int
    """Number of characters before what follows it."""


def withhold(text: str, secrets: Iterable[Secret]) -> str:
    """Return a text as long, with the same lines, in which no secret can be read."""
    for secret in secrets:
        masked = _mask(text[secret.start : secret.end])
        text = f"{text[: secret.start]}{masked}{text[secret.end :]}"
    return text


def _mask(secret: str) -> str:
    """Mask a secret, but not what the text around it needs to keep its syntax."""
    if "\n" in secret:
        return WORDS.sub(
            lambda found: found[0] if found[0][0] == "\\" else _cover(found[0]), secret
        )
    return "".join(
        piece if number % 2 else _cover(piece)
        for number, piece in enumerate(re.split(f"({KEPT.pattern})", secret, flags=re.DOTALL))
    )


def _cover(text: str) -> str:
    return MASK * len(text)
