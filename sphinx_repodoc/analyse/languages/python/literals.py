"""The values of string literals, and source text brought onto one line."""

import ast
import warnings
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sphinx_repodoc.analyse.parser import Node

OPENING = frozenset("([{")
CLOSING = frozenset(")]}")
LISTS = frozenset({"parameters", "argument_list", "type_parameter"})
"""Brackets in which a comma before the closing one changes nothing."""
UNWRITTEN = frozenset({"comment", "line_continuation"})
NOT_TEXT = frozenset("bft")
"""Letters of a string's prefix that make it bytes, formatted or a template."""


def text_of(node: Node) -> str:
    """Give the source text of a node."""
    return (node.text or b"").decode()


def dotted_text(node: Node) -> str:
    """Give a dotted name without the blanks that may stand around its dots."""
    return "".join(text_of(node).replace("\\\n", "").split())


def value_of(node: Node) -> str | None:
    """Evaluate a string literal, parts joined; None if it is not constant text."""
    values = []
    pending = [node]
    while pending:
        part = pending.pop()
        if part.type == "string":
            values.append(_evaluate(text_of(part)))
        elif part.type != "comment":
            pending.extend(reversed(part.named_children))
    constant = [value for value in values if value is not None]
    return "".join(constant) if len(constant) == len(values) else None


def _evaluate(literal: str) -> str | None:
    quote = next((i for i, letter in enumerate(literal) if letter in "\"'"), len(literal))
    prefix = literal[:quote].lower()
    if not NOT_TEXT.isdisjoint(prefix):
        return None
    if "\\" in literal and "r" not in prefix:
        return _evaluate_escapes(literal)
    width = 3 if literal[quote : quote + 3] in {'"""', "'''"} and len(literal) >= quote + 6 else 1
    return literal[quote + width : -width]


def _evaluate_escapes(literal: str) -> str | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            value = ast.literal_eval(literal)
        except (SyntaxError, ValueError):
            return None
    # A surrogate on its own is a character to Python, but no text can be written with it.
    return value.encode(errors="backslashreplace").decode() if isinstance(value, str) else None


def one_line(source: bytes, nodes: Sequence[Node]) -> str:
    """Give the source of neighbouring nodes on one line, comments left out, strings intact."""
    if not nodes:
        return ""
    text = source[nodes[0].start_byte : nodes[-1].end_byte]
    return (
        _join([leaf for node in nodes for leaf in _leaves(node)])
        if b"\n" in text
        else text.decode()
    )


def _leaves(node: Node) -> Iterator[Node]:
    pending = [node]
    while pending:
        part = pending.pop()
        if part.type == "string" or not part.child_count:
            yield part
        else:
            pending.extend(reversed(part.children))


def _join(leaves: Sequence[Node]) -> str:
    kept = [leaf for leaf in leaves if leaf.type not in UNWRITTEN]
    text = text_of(kept[0])
    for before, leaf in pairwise(kept):
        text = text.removesuffix(",") if _is_trailing(before, leaf) else text
        text += _gap(before, leaf) + text_of(leaf).replace("\n", "\\n")
    return text


def _gap(before: Node, leaf: Node) -> str:
    if before.end_byte == leaf.start_byte:
        return ""
    is_edge = before.type in OPENING or leaf.type in CLOSING
    return "" if is_edge and _is_wrapped(before, leaf) else " "


def _is_trailing(before: Node, leaf: Node) -> bool:
    """Whether `before` is a comma that only a line end asks for."""
    if before.type != "," or leaf.type not in CLOSING or not _is_wrapped(before, leaf):
        return False
    return leaf.parent is not None and leaf.parent.type in LISTS


def _is_wrapped(before: Node, leaf: Node) -> bool:
    return before.end_point[0] != leaf.start_point[0]
