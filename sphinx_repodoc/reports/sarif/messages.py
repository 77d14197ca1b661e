"""Messages as plain text."""

import re
from collections.abc import Sequence

from sphinx_repodoc.reports.sarif.log import Message

LINK = re.compile(r"(?<!\\)\[((?:[^\[\]\\]|\\.)+)\]\([^()\s]*\)")
"""A link in a message: to a place by its id, or to a URL."""

FILLED = re.compile(r"\{\{|\}\}|\{(\d+)\}")
"""A brace, written twice, or the place of an argument."""

ESCAPED = re.compile(r"\\([\\\[\]])")

KEYED = re.compile(r"[A-Z][\w ]{0,30}: \S")
"""How a line begins that says what it is about, as each of Trivy's does."""


def plain(message: Message, arguments: Sequence[str] = ()) -> str:
    """Return the text of a message on one line: arguments filled in, links as what they show.

    CodeQL repeats a line for each place that it links to.
    """

    def fill(match: re.Match[str]) -> str:
        if match[1] is None:
            return match[0][0]
        number = int(match[1])
        return arguments[number] if number < len(arguments) else match[0]

    text = FILLED.sub(fill, message.text or message.markdown) if arguments else message.text
    text = text or message.markdown
    shown = ESCAPED.sub(r"\1", LINK.sub(r"\1", text))
    lines = list(dict.fromkeys(" ".join(line.split()) for line in shown.splitlines()))
    is_keyed = sum(map(bool, map(KEYED.match, lines))) > 1
    if is_keyed:
        return "; ".join(line.removesuffix(".") for line in lines if line)
    return " ".join(filter(None, lines))
