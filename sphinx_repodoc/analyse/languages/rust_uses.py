"""Where a file of Rust names what it imports or defines.

A name is read where the syntax shows that; anywhere else it may be bound, and then it means
nothing in the function around that. What macros are given is left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.reading import Reading
from sphinx_repodoc.analyse.syntax.text import text_of
from sphinx_repodoc.analyse.words import find_words
from sphinx_repodoc.model.facts import Facts, ImportStatement, Symbol
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.uses import Use

ROOTS = frozenset({"crate", "self", "super"})
"""What a path may begin with that is no name."""

SCOPED = frozenset({"scoped_identifier", "scoped_type_identifier"})

NAMES = frozenset({"identifier", "type_identifier", *ROOTS})

IMPORTING = frozenset(
    {
        *("use_declaration", "use_list", "scoped_use_list", "use_as_clause", "use_wildcard"),
        *("extern_crate_declaration", "visibility_modifier"),
    }
)

PASSED = IMPORTING | {
    *("mod_item", "token_tree", "token_tree_pattern", "attribute", "self_parameter"),
    *("macro_definition", "label", "enum_variant"),
}
"""Types of nodes in which a name that stands directly in them is neither read nor bound."""

DEFINING = frozenset(
    {
        *("struct_item", "enum_item", "union_item", "trait_item", "type_item", "const_item"),
        *("function_item", "function_signature_item", "static_item"),
    }
)
"""Types of nodes whose name is neither."""

FIELDS = {
    "call_expression": "function",
    "macro_invocation": "macro",
    "let_declaration": "value",
    "assignment_expression": "right",
    "compound_assignment_expr": "right",
    "const_item": "value",
    "static_item": "value",
    "field_expression": "value",
    "field_initializer": "value",
    "match_arm": "value",
    "match_expression": "value",
    "if_expression": "condition",
    "closure_expression": "body",
    "type_cast_expression": "value",
    "generic_function": "function",
}
"""The field of some nodes in which a value is read."""

WITHIN = frozenset(
    {
        *("arguments", "binary_expression", "unary_expression", "reference_expression"),
        *("return_expression", "array_expression", "tuple_expression", "index_expression"),
        *("block", "expression_statement", "parenthesized_expression", "try_expression"),
        *("await_expression", "range_expression"),
    }
)
"""Types of nodes in which each name is a value that is read."""

GENERIC = frozenset({"type_parameters", "type_parameter", "const_parameter", "associated_type"})
"""Types of nodes in which a type is bound."""


def find_uses(reading: Reading, facts: Facts) -> tuple[Use, ...]:
    """Find the lines on which paths are read whose beginning the file imports or defines."""
    if facts.errors or facts.is_partial:
        return ()
    words = {name for each in facts.imports for name in _bound_by(each)}
    words |= {symbol.name for symbol in facts.symbols if _is_item(symbol)} | ROOTS
    local = list(_find_local(facts))
    modules = [s for s in facts.symbols if s.kind == "module" and s.span.line != s.span.end_line]
    lines: dict[str, set[int]] = defaultdict(set)
    for read in _find_reads(reading, words):
        around = {name for span, name in local if span.line <= read.line <= span.end_line}
        if around.isdisjoint({"*", read.name}):
            inner = [s for s in modules if s.span.line <= read.line <= s.span.end_line]
            module = max((s.qualified_name for s in inner), key=len, default="")
            lines[f"{module}:{read.path}"].add(read.line)
    return tuple(Use(name, tuple(sorted(found))) for name, found in sorted(lines.items()))


def _bound_by(statement: ImportStatement) -> Iterator[str]:
    """Yield the names that an import binds; an asterisk for what it does not tell."""
    last = statement.module.rpartition("::")[2]
    if not statement.names:
        yield statement.alias or last
    for name in statement.names:
        yield name.alias or (last if name.name == "self" else name.name)


def _is_item(symbol: Symbol) -> bool:
    return symbol.kind not in {"field", "variant", "method", "associated function", "impl"}


def _find_local(facts: Facts) -> Iterator[tuple[Span, str]]:
    """Yield what functions import or define for themselves, and the lines of these."""
    functions: dict[str, list[Span]] = defaultdict(list)
    for symbol in facts.symbols:
        if symbol.kind in {"function", "associated function", "method"}:
            functions[symbol.qualified_name].append(symbol.span)
    for symbol in facts.symbols:
        yield from ((span, symbol.name) for span in functions.get(symbol.parent, ()))
    for each in facts.imports:
        for span in functions.get(each.scope, ()) if each.scope else ():
            yield from ((span, name) for name in _bound_by(each))


class _Read(NamedTuple):
    """A path that is read: what it begins with, and the function that may bind that."""

    name: str
    path: str
    line: int
    scope: int | None


def _find_reads(reading: Reading, words: Iterable[str]) -> Iterator[_Read]:
    """Yield the paths that begin with some words which nothing else in their function binds."""
    found: list[_Read] = []
    bound: set[tuple[int | None, str]] = set()
    for node in find_words(reading.text.source, reading.root, frozenset(words)):
        parent = node.parent
        if parent is not None and node.type in NAMES and not _is_passed(node, parent):
            name, (top, path) = text_of(node), _climb(node)
            if top is node and parent.type in GENERIC:
                bound.add((None, name))
            elif top is not node or node.type == "type_identifier":
                found.append(_Read(name, path, node.start_point[0] + 1, None))
            elif _is_read(node, parent):
                found.append(_Read(name, path, node.start_point[0] + 1, _scope_of(node)))
            else:
                bound.add((_scope_of(node), name))
    for read in found:
        if bound.isdisjoint({(None, read.name), (read.scope, read.name)}):
            yield read


def _is_passed(node: Node, parent: Node) -> bool:
    """Whether a name is neither read nor bound: one that is imported or defined, or in a path."""
    if parent.type in SCOPED:
        top, _ = _climb(node)
        around = top.parent
        return top is node or around is None or around.type in IMPORTING
    if parent.type in PASSED or node.type in ROOTS:
        return True
    name = parent.child_by_field_name("name") if parent.type in DEFINING else None
    return name is not None and name.start_byte == node.start_byte


def _climb(node: Node) -> tuple[Node, str]:
    """Go up to the whole of the path that a name begins; what is on other lines is not in it."""
    top, parts = node, [text_of(node)]
    while (parent := top.parent) is not None and parent.type in SCOPED:
        path, name = parent.child_by_field_name("path"), parent.child_by_field_name("name")
        if name is None or path is None or (path.start_byte, path.end_byte) != top.byte_range:
            break
        top = parent
        parts.append(text_of(name))
    return top, "::".join(parts)


def _is_read(node: Node, parent: Node) -> bool:
    if parent.type in WITHIN:
        return True
    read = FIELDS.get(parent.type)
    child = parent.child_by_field_name(read) if read else None
    return child is not None and child.start_byte == node.start_byte


def _scope_of(node: Node) -> int:
    """Return where the outermost function around a node begins."""
    found, above = -1, node.parent
    while above is not None:
        found = above.start_byte if above.type == "function_item" else found
        above = above.parent
    return found
