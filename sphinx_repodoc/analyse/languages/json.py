"""JSON, with the comments that many of its readers take."""

import json
from collections.abc import Iterator
from contextlib import suppress
from functools import partial

from sphinx_repodoc.analyse import declarations
from sphinx_repodoc.analyse.keys import Entry, Value, complete_with, trimmed_span
from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.language import Syntax, query_file
from sphinx_repodoc.analyse.syntax.reading import Reading
from sphinx_repodoc.analyse.syntax.text import text_of, unquote


def read_value(reading: Reading) -> Value:
    """Return the value that a file is; an empty one for a file of several, line by line."""
    values = [node for node in reading.root.named_children if node.type not in {"comment", "ERROR"}]
    return _value(values[0]) if len(values) == 1 else Value()


def _value(node: Node) -> Value:
    return Value(
        partial(_read_text, node),
        partial(_read_entries, node),
        partial(_read_items, node),
        node.start_point[0] + 1,
    )


def _read_text(node: Node) -> str:
    text = text_of(node)
    if node.type != "string":
        return ""
    with suppress(ValueError):
        return str(json.loads(text, strict=False))
    return unquote(text)


def _read_entries(node: Node) -> Iterator[Entry]:
    for pair in node.named_children if node.type == "object" else ():
        key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
        if key and value:
            yield Entry((_read_text(key),), trimmed_span(pair), _value(value))


def _read_items(node: Node) -> Iterator[Value]:
    children = node.named_children if node.type == "array" else ()
    return (_value(child) for child in children if not child.is_extra)


SYNTAX = Syntax(
    module="tree_sitter_json",
    queries=(query_file("json.scm"),),
    complete=complete_with(read_value, declarations.find_in_json),
)
