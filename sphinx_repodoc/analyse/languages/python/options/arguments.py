"""The arguments of a call, and what of them is written out."""

import ast
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from sphinx_repodoc.analyse.languages.python.literals import dotted_text, text_of, value_of
from sphinx_repodoc.analyse.parser import Node

STRINGS = frozenset({"string", "concatenated_string"})
SPLATS = frozenset({"list_splat", "dictionary_splat"})


@dataclass(frozen=True, slots=True)
class Arguments:
    """What a call is given."""

    positional: Sequence[Node] = ()
    keywords: Mapping[str, Node] = field(default_factory=dict)
    is_whole: bool = True
    """Whether nothing is given that is not written here: ``*`` or ``**``."""

    def text(self, name: str, position: int = -1) -> str | None:
        """Return a constant text that is given by name or by position; None if it is none."""
        node = self.find(name, position)
        return read_text(node) if node else None

    def find(self, name: str, position: int = -1) -> Node | None:
        """Return what is given by name or by position."""
        if name in self.keywords:
            return self.keywords[name]
        return self.positional[position] if 0 <= position < len(self.positional) else None

    def is_true(self, name: str) -> bool:
        """Whether an argument is the constant ``True``."""
        return name in self.keywords and self.keywords[name].type == "true"

    def texts(self) -> tuple[str, ...] | None:
        """Return the positional arguments if all are constant texts; otherwise None."""
        texts = [read_text(node) for node in self.positional]
        kept = tuple(text for text in texts if text is not None)
        return kept if len(kept) == len(texts) else None


def read_arguments(call: Node) -> Arguments:
    """Read the arguments of a call; of what is no call, none."""
    listed = call.child_by_field_name("arguments") if call.type == "call" else None
    nodes = _children(listed) if listed else []
    keywords = dict(_keywords(nodes))
    positional = [node for node in nodes if node.type not in {"keyword_argument", *SPLATS}]
    return Arguments(positional, keywords, not any(node.type in SPLATS for node in nodes))


def _keywords(nodes: Sequence[Node]) -> Iterator[tuple[str, Node]]:
    for node in nodes:
        name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
        if node.type == "keyword_argument" and name and value:
            yield text_of(name), value


def read_text(node: Node) -> str | None:
    """Return the text that a literal is, parts joined; None if it is no constant text."""
    inner = unwrap(node)
    return value_of(inner) if inner.type in STRINGS else None


def read_words(node: Node | None) -> str:
    """Return a constant text on one line; empty if it is none."""
    return " ".join((read_text(node) or "").split()) if node else ""


def read_choices(node: Node | None) -> tuple[str, ...]:
    """Return the constant texts and numbers that a list is made of; empty if there is any other."""
    value = _evaluate(node) if node else None
    parts = value if isinstance(value, list | tuple) else ()
    is_plain = all(isinstance(part, str | int | float) for part in parts)
    return tuple(str(part) for part in parts) if is_plain else ()


def write_constant(node: Node | None) -> str:
    """Return a constant as it is written, on one line; empty of ``None`` and ``...``."""
    value = _evaluate(node) if node else None
    if node is None or value in (None, ...):
        return ""
    text = text_of(node)
    return text if text.isprintable() else ascii(value)


def write_type(node: Node | None) -> str:
    """Return the name of a type or of a function that converts; empty for any other expression."""
    return dotted_text(node) if node and node.type in {"identifier", "attribute"} else ""


def read_number(node: Node | None) -> str:
    """Return how many values are taken, if that is a constant."""
    value = _evaluate(node) if node else None
    return str(value) if isinstance(value, str | int) else ""


def unwrap(node: Node) -> Node:
    """Return what stands in parentheses."""
    while node.type == "parenthesized_expression" and node.named_child_count == 1:
        node = node.named_children[0]
    return node


def _evaluate(node: Node) -> object:
    """Return the value of a constant, lists and the like of constants too; None if it is none."""
    with warnings.catch_warnings(), suppress(SyntaxError, ValueError, MemoryError, RecursionError):
        warnings.simplefilter("ignore")
        value: object = ast.literal_eval(f"({text_of(node)}\n)")
        return value
    return None


def _children(node: Node) -> list[Node]:
    return [child for child in node.named_children if child.type != "comment"]
