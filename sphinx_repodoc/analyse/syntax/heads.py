"""Heads of definitions as they are written: what stands before the name, and what behind it."""

from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.comments import Comments
from sphinx_repodoc.analyse.syntax.definitions import Definition
from sphinx_repodoc.analyse.syntax.text import Text, text_of

ENDS = " \t={;:,("
"""What may stand between a signature and the body or value."""


ELIDED = "{…}"
"""Stands for a body within a head: ``typedef struct {…} point``."""


class Heads:
    """The heads in a file."""

    def __init__(self, text: Text, comments: Comments) -> None:
        self._text = text
        self._comments = comments
        self._first_names: dict[int, int] = {}

    def find_prefix(self, definition: Definition, start: int) -> str:
        """Return what stands before the name, from where the head starts."""
        name, written = definition.name, definition.match.first("type")
        if written:
            return text_of(written) + " "
        if name.declarator:
            own = name.declarator[0]
            shared = self._find_shared(definition.match.node, start, own)
            return shared + self._before(own, name.start)
        first = self._first_names.setdefault(definition.begin, name.start)
        return self._before(start, first)

    def _find_shared(self, node: Node, start: int, own: int) -> str:
        """Return what a declaration says of all its names; a body in it is not shown."""
        declarator, written = (node.child_by_field_name(name) for name in ("declarator", "type"))
        end = declarator.start_byte if declarator else own
        body = written.child_by_field_name("body") if written else None
        if body is None:
            return self._before(start, end)
        before = self._comments.between(start, body.start_byte)
        return " ".join((before, ELIDED, self._before(body.end_byte, end).lstrip()))

    def _before(self, start: int, end: int) -> str:
        """Return a piece of a head on one line; a blank after it stays."""
        text = self._comments.between(start, end)
        return f"{text} " if text and self._text.skip_back(end) < end else text

    def find_signature(self, definition: Definition) -> str:
        """Return what stands behind the name."""
        name, match = definition.name, definition.match
        if name.declarator:
            return self._after(name.end, name.declarator[1])
        if (match.node.start_byte, match.node.end_byte) == (name.start, name.end):
            return ""
        signature = match.first("signature")
        if signature:
            return self._after(name.end, signature.end_byte)
        after = match.first("bases") or match.first("body")
        after = after or match.node.child_by_field_name("body")
        end = after.start_byte if after else match.node.end_byte
        return self._after(name.end, end).rstrip(ENDS).removesuffix("=>").rstrip(ENDS)

    def _after(self, start: int, end: int) -> str:
        """Return a piece of a head on one line; a blank before it stays."""
        text = self._comments.between(start, end)
        return f" {text}" if text and self._text.skip(start) > start else text
