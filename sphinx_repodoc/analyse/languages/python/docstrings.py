"""The documentation strings of a Python file."""

import inspect
from collections.abc import Mapping
from dataclasses import dataclass

from sphinx_repodoc.analyse.languages.python.literals import value_of
from sphinx_repodoc.analyse.parser import Node, SyntaxTree


@dataclass(frozen=True, slots=True)
class Docstring:
    """A string that documents what it stands in or after."""

    node: Node
    text: str
    """Evaluated, indentation removed."""


def find_module_docstring(tree: SyntaxTree) -> Docstring | None:
    """Find the string that documents the file."""
    nodes = tree.nodes("definitions", "header")
    return _read_docstring(nodes[0]) if nodes else None


def find_docstrings(tree: SyntaxTree) -> Mapping[int, Docstring]:
    """Give the string that opens a block by the byte that the block starts at."""
    found = map(_read_docstring, tree.nodes("definitions", "docstring"))
    return {docstring.node.start_byte: docstring for docstring in found if docstring}


def find_explanations(tree: SyntaxTree) -> Mapping[int, str]:
    """Give the string that follows an assignment by the byte that this starts at."""
    matches = tree.matches("definitions", "documented")
    found = {m["documented"][0].start_byte: _read_docstring(m["explanation"][0]) for m in matches}
    return {start: docstring.text for start, docstring in found.items() if docstring}


def _read_docstring(node: Node) -> Docstring | None:
    """Evaluate a string that is a statement of its own; None if it is not constant text."""
    value = value_of(node) if node.next_sibling is None else None
    return None if value is None else Docstring(node, inspect.cleandoc(value))
