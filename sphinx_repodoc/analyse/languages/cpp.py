"""C++."""

from dataclasses import replace

from sphinx_repodoc.analyse.languages import c
from sphinx_repodoc.analyse.syntax.language import FUNCTIONS, Syntax, query_file
from sphinx_repodoc.model.facts import Symbol

TYPES = frozenset({"class", "struct", "union"})

MEMBERS = {"function": "method", "prototype": "method", "variable": "member"}


def kind_within(outer: Symbol, kind: str, name: str) -> str:
    """Tell what is a member of a type, and what makes it."""
    if outer.kind not in TYPES:
        return kind
    is_constructor = kind in {"function", "prototype"} and name == outer.name.partition("<")[0]
    return "constructor" if is_constructor else MEMBERS.get(kind, kind)


SYNTAX: Syntax = replace(
    c.SYNTAX,
    module="tree_sitter_cpp",
    queries=(query_file("cpp.scm"), query_file("c.scm")),
    convention="",
    is_public=lambda _prefix, _name: True,
    functions=FUNCTIONS | {"friend function", "kernel"},
    kind_within=kind_within,
    frameworks=(
        ("<catch", "catch2"),
        ("catch", "catch2"),
        ("<doctest", "doctest"),
        ("doctest", "doctest"),
    ),
)
