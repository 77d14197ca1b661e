"""Zig."""

from collections.abc import Iterator

from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.language import Syntax, query_file
from sphinx_repodoc.analyse.syntax.text import span_of, text_of
from sphinx_repodoc.model.facts import ImportedName, ImportStatement


def is_declared_pub(prefix: str, _name: str) -> bool:
    """Whether a definition can be reached from other files."""
    return prefix.startswith("pub ")


def read_import(node: Node) -> Iterator[ImportStatement]:
    """Read an ``@import``, what is taken of it, and the name that it goes by here."""
    line = node.start_point[0] + 1
    keyword, arguments = node.named_children[:2]
    module = text_of(arguments).strip('()" ')
    taken, bound = "", node.parent
    while bound and bound.type == "field_expression":
        member = bound.child_by_field_name("member")
        taken = f"{taken}.{text_of(member)}" if taken and member else text_of(member or bound)
        bound = bound.parent
    alias = ""
    if bound and bound.type == "variable_declaration":
        alias = next(text_of(child) for child in bound.named_children)
    alias = "" if alias in {taken, module, "_"} else alias
    yield ImportStatement(
        module,
        span_of(node),
        names=(ImportedName(taken, line, alias),) if taken else (),
        alias="" if taken else alias,
        line=line,
        keyword=text_of(keyword),
    )


SYNTAX = Syntax(
    compiles_imports=True,
    module="tree_sitter_zig",
    queries=(query_file("zig.scm"),),
    documentation=("///",),
    inner=("//!",),
    convention="declared pub",
    is_public=is_declared_pub,
    separators=(),
    local=frozenset(),
    read_import=read_import,
)
