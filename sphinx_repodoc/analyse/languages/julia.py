"""Julia."""

import re
from collections.abc import Iterator

from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.language import Syntax, query_file
from sphinx_repodoc.analyse.syntax.names import Name
from sphinx_repodoc.analyse.syntax.reading import Match
from sphinx_repodoc.analyse.syntax.text import span_of, text_of
from sphinx_repodoc.model.facts import ImportedName, ImportStatement

AROUND = frozenset(
    {
        "binary_expression",
        "call_expression",
        "parametrized_type_expression",
        "signature",
        "type_head",
        "typed_expression",
        "where_expression",
    }
)
"""What begins with the name of what it declares."""

QUOTING = frozenset({"quote_expression", "parenthesized_expression"})
"""What stands around an operator of another module."""

NAMES = frozenset({"identifier", "operator"})

SIGNATURE = re.compile(r"\A(?:(?: {4}.*)?\n)+(?=\S)")
"""How a docstring says by convention what it documents."""

LINK = re.compile(r"\[(`[^`]+`)\]\([^)]*\)")
"""A link of Documenter to something in the code."""


def describe(text: str) -> str:
    """Return a docstring without the signature that it begins with, links as code."""
    return LINK.sub(r"\1", SIGNATURE.sub("", text))


def read_declarator(match: Match) -> Name | None:
    """Find the name in a signature; None for a function without one."""
    node = _descend(match.captures["declarator"][0], AROUND)
    owners: tuple[str, ...] = ()
    if node.type == "parenthesized_expression":  # what is called like one: `(p::Point)(x) = …`
        typed = next(iter(node.named_children), node)
        node = _descend(typed.named_children[-1], AROUND) if typed.named_children else typed
    if node.type == "field_expression":
        owners = tuple(text_of(node.named_children[0]).split("."))
        node = _descend(node.named_children[-1], QUOTING)
    if node.type not in NAMES:
        return None
    return Name(node.start_byte, node.end_byte, (*owners, text_of(node)))


def _descend(node: Node, types: frozenset[str]) -> Node:
    while node.type in types and node.named_children:
        node = node.named_children[0]
    return node


def read_import(node: Node) -> Iterator[ImportStatement]:
    """Read each module that a statement names, or the file that is included."""
    if node.type == "call_expression":
        path = node.named_children[1].named_children[0]
        line = path.start_point[0] + 1
        yield ImportStatement(text_of(path).strip('"'), span_of(node), line=line, keyword="include")
        return
    keyword = node.type.partition("_")[0]
    for part in node.named_children:
        written, alias = part, ""
        names: tuple[ImportedName, ...] = ()
        if part.type == "selected_import":
            written, *taken = part.named_children
            names = tuple(_take(name) for name in taken)
        elif part.type == "import_alias":
            written, alias = part.named_children[0], text_of(part.named_children[1])
        module = "".join(text_of(written).split())
        yield ImportStatement(
            module.lstrip("."),
            span_of(node),
            level=len(module) - len(module.lstrip(".")),
            names=names,
            alias=alias,
            line=written.start_point[0] + 1,
            keyword=keyword,
        )


def _take(node: Node) -> ImportedName:
    line = node.start_point[0] + 1
    if node.type == "import_alias":
        name, alias = node.named_children[:2]
        return ImportedName(text_of(name), line, text_of(alias))
    return ImportedName(text_of(node), line)


SYNTAX = Syntax(
    module="tree_sitter_julia",
    queries=(query_file("julia.scm"),),
    documentation=('"',),
    describe=describe,
    separators=(".",),
    read_declarator=read_declarator,
    read_import=read_import,
)
