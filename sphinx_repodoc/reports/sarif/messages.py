"""Messages as plain text."""

import re
from collections.abc import Sequence

from sphinx_repodoc.reports.sarif.log import Message

LINK = re.compile(r"(?<!\\)\[((?:[^\[\]\\]|\\.)+)\]\([^()\s]*\)")
"""A link in a message: to a place by its id, or to a URL."""

FILLED = re.compile(r"\{\{|\}\}|\{(\d+)\}")
"""A brace, written twice, or the place of an argument."""

ESCAPED = re.compile(r"\\([\\\[\]])")


def plain(message: Message, arguments: Sequence[str] = ()) -> str:
    """Return the text of a message on one line: arguments filled in, links as what they show."""

    def fill(match: re.Match[str]) -> str:
        if match[1] is None:
            return match[0][0]
        number = int(match[1])
        return arguments[number] if number < len(arguments) else match[0]

    text = FILLED.sub(fill, message.text or message.markdown) if arguments else message.text
    text = text or message.markdown
    return " ".join(ESCAPED.sub(r"\1", LINK.sub(r"\1", text)).split())
