"""TOML."""

import tomllib
from collections.abc import Iterator
from contextlib import suppress
from functools import partial

from sphinx_repodoc.analyse import declarations
from sphinx_repodoc.analyse.keys import Entry, Path, Value, complete_with, trimmed_span
from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.language import Syntax, query_file
from sphinx_repodoc.analyse.syntax.reading import Reading
from sphinx_repodoc.analyse.syntax.text import text_of

KEYS = frozenset({"bare_key", "quoted_key", "dotted_key"})


def read_tables(reading: Reading) -> Value:
    """Return the tables of a file; a key that follows the name of a list is in that list."""
    return Value(read_entries=partial(_read_tables, reading.root))


def _read_tables(root: Node) -> Iterator[Entry]:
    lists: set[Path] = set()
    for node in root.named_children:
        entry = _read_entry(node)
        if entry is None:
            continue
        if entry.is_listed:
            lists.add(entry.path)
        if not any(entry.path[:length] in lists for length in range(1, len(entry.path))):
            yield entry


def _read_entry(node: Node) -> Entry | None:
    """Read a pair or a table with its header."""
    key, *rest = [child for child in node.named_children if not child.is_extra] or [node]
    if key.type not in KEYS:
        return None
    if node.type == "pair":
        value = _value(rest[-1]) if rest else Value()
    else:
        value = Value(read_entries=partial(_read_entries, node), line=node.start_point[0] + 1)
    is_listed = node.type == "table_array_element"
    return Entry(tuple(_read_key(key)), trimmed_span(node), value, is_listed)


def _read_entries(node: Node) -> Iterator[Entry]:
    pairs = (child for child in node.named_children if child.type == "pair")
    return (entry for pair in pairs if (entry := _read_entry(pair)))


def _read_key(key: Node) -> Iterator[str]:
    if key.type == "dotted_key":
        for part in key.named_children:
            yield from _read_key(part)
    else:
        yield _read_text(key)


def _value(node: Node) -> Value:
    is_table, is_list = node.type == "inline_table", node.type == "array"
    return Value(
        partial(_read_text, node) if node.type == "string" else str,
        partial(_read_entries, node) if is_table else tuple,
        partial(_read_items, node) if is_list else tuple,
        node.start_point[0] + 1,
        is_false=node.type == "boolean" and text_of(node) == "false",
    )


def _read_text(node: Node) -> str:
    text = text_of(node)
    if node.type in {"string", "quoted_key"}:
        with suppress(tomllib.TOMLDecodeError):
            return str(tomllib.loads(f"x = {text}")["x"])
    return text


def _read_items(node: Node) -> Iterator[Value]:
    return (_value(child) for child in node.named_children if not child.is_extra)


SYNTAX = Syntax(
    module="tree_sitter_toml",
    queries=(query_file("toml.scm"),),
    complete=complete_with(read_tables, declarations.find_in_toml),
)
