"""YAML, and the templates that YAML is made of."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import yaml

from sphinx_repodoc.analyse import declarations
from sphinx_repodoc.analyse.keys import Entry, Value, add_keys, trimmed_span
from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.language import Syntax, query_file
from sphinx_repodoc.analyse.syntax.reading import Reading
from sphinx_repodoc.model.facts import Declaration, Facts

EXPRESSION = r"\{\{(?:(?!\}\}).)*\}\}|\{%(?:(?!%\}).)*%\}|\{#(?:(?!#\}).)*#\}"

ACTIONS = re.compile(rf"^[ \t]*(?:(?:{EXPRESSION})[ \t]*)+$", re.DOTALL | re.MULTILINE)
"""What a template does on lines of its own."""

EXPRESSIONS = re.compile(EXPRESSION, re.DOTALL)
"""What a template puts into a line."""

MERGE = "<<"
"""The key whose value is merged into the mapping that it stands in."""

PROPERTIES = frozenset({"anchor", "tag", "comment"})


def without_templates(text: str) -> str:
    """Put a blank for each byte of a template on its own lines, a letter for any other."""
    text = ACTIONS.sub(partial(_fill, letter=" "), text)
    return EXPRESSIONS.sub(partial(_fill, letter="x"), text)


def _fill(match: re.Match[str], letter: str) -> str:
    lines = match[0].split("\n")
    return "\n".join(letter * len(line.encode(errors="replace")) for line in lines)


def read_documents(reading: Reading) -> Value:
    """Return the keys of all documents of a file."""
    return Value(read_entries=partial(_read_documents, reading))


def add_documents(facts: Facts, reading: Reading) -> Facts:
    """Add the keys of all documents, the steps of workflows and what is declared."""
    root = read_documents(reading)
    facts = replace(facts, outline=tuple(declarations.find_steps(root)))
    if reading.root.type == "ERROR":  # the rest of the file is not in the tree
        facts = replace(facts, lines=None)
    documents = [node for node in reading.root.named_children if node.type == "document"]
    declare = declarations.find_in_yaml if len(documents) == 1 else _declare_nothing
    return add_keys(facts, root, declare)


def _declare_nothing(_root: Value) -> Iterator[Declaration]:
    """Find nothing in a file of several documents: no tool takes that for its configuration."""
    yield from ()


def _read_documents(reading: Reading) -> Iterator[Entry]:
    for document in reading.root.named_children:
        for part in document.named_children if document.type == "document" else ():
            yield from _read_entries(_unwrap(part), reading)


def _unwrap(node: Node) -> Node:
    """Return a node without its anchor and tag."""
    while node.type in {"block_node", "flow_node", "plain_scalar"}:
        parts = [child for child in node.named_children if child.type not in PROPERTIES]
        if not parts:
            return node
        node = parts[-1]
    return node


def _value(node: Node | None, reading: Reading) -> Value:
    if node is None:
        return Value()
    inner = _unwrap(node)
    return Value(
        partial(_read_text, inner, reading),
        partial(_read_entries, inner, reading),
        partial(_read_items, inner, reading),
        node.start_point[0] + 1,
        inner.type == "block_scalar" and (inner.text or b"").startswith(b"|"),
    )


def _read_text(node: Node, reading: Reading) -> str:
    written = reading.text.source[node.start_byte : node.end_byte].decode(errors="replace")
    if not node.type.endswith("_scalar") or node.type == "null_scalar":
        return ""
    is_plain = not node.type.startswith(("block", "single", "double")) and "\n" not in written
    if is_plain:
        return written
    try:
        scalar = yaml.compose(written, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return written
    return str(scalar.value) if isinstance(scalar, yaml.ScalarNode) else written


def _between(node: Node, reading: Reading) -> str:
    return reading.text.between(node.start_byte, node.end_byte)


def _read_entries(node: Node, reading: Reading) -> Iterator[Entry]:
    pairs = node.named_children if node.type in {"block_mapping", "flow_mapping"} else ()
    for pair in pairs:
        key = pair.child_by_field_name("key")
        if key is None:
            continue
        name = _read_text(_unwrap(key), reading) or _between(key, reading)
        if name != MERGE:
            value = _value(pair.child_by_field_name("value"), reading)
            yield Entry((name,), trimmed_span(pair), value)


def _read_items(node: Node, reading: Reading) -> Iterator[Value]:
    if node.type == "flow_sequence":
        for child in node.named_children:
            if not child.is_extra:
                yield _value(child, reading)
    for item in node.named_children if node.type == "block_sequence" else ():
        parts = [child for child in item.named_children if not child.is_extra]
        yield _value(parts[0] if parts else None, reading)


SYNTAX = Syntax(
    module="tree_sitter_yaml",
    queries=(query_file("yaml.scm"),),
    preamble=frozenset({"yaml_directive", "---"}),
    wrappers=frozenset({"document"}),
    prepare=without_templates,
    complete=add_documents,
)
