"""Rust."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sphinx_repodoc.analyse.languages.rust_uses import find_uses
from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.language import FUNCTIONS, LOCAL, Syntax, query_file
from sphinx_repodoc.analyse.syntax.reading import Reading
from sphinx_repodoc.analyse.syntax.text import span_of, text_of
from sphinx_repodoc.model.facts import (
    Declaration,
    DeclarationKind,
    Facts,
    ImportedName,
    ImportStatement,
)

ATTRIBUTE = re.compile(r'^\[doc\s*=\s*r?#*"(.*?)"#*\s*\]$', re.MULTILINE | re.DOTALL)
"""What is left of ``#[doc = "…"]`` without the marker of a comment."""

CONDITION = re.compile(r"#!\[\s*cfg\s*\((?!\s*test\s*\))(.*)\)\s*\]", re.DOTALL)
"""An attribute of the file without which it is left out."""

LINK = re.compile(r"\[(`[^`]+`)\](?:\([^)]*\)|\[[^\]]*\])?")
"""A link of rustdoc to something in the code."""


def is_declared_pub(prefix: str, _name: str) -> bool:
    """Whether a definition is public wherever its module is."""
    return prefix.startswith("pub ") and not prefix.startswith("pub (")


def describe(text: str) -> str:
    """Return a comment of rustdoc with its links as code."""
    return LINK.sub(r"\1", ATTRIBUTE.sub(r"\1", text))


def read_import(node: Node) -> Iterator[ImportStatement]:
    """Read a ``use`` with all that its tree names, a ``mod`` of another file, or a crate."""
    if node.type == "use_declaration":
        keyword = "pub use" if text_of(node).startswith("pub") else "use"
        if argument := node.child_by_field_name("argument"):
            is_list = argument.type == "use_list"
            for tree in argument.named_children if is_list else [argument]:
                yield from _group(_find_names(tree, ""), tree if is_list else node, keyword)
    elif name := node.child_by_field_name("name"):
        alias = node.child_by_field_name("alias")
        yield ImportStatement(
            text_of(name),
            span_of(node),
            alias=text_of(alias) if alias else "",
            line=name.start_point[0] + 1,
            keyword="mod" if node.type == "mod_item" else "extern crate",
        )


def _find_names(tree: Node, path: str) -> Iterator[tuple[str, ImportedName]]:
    """Yield each name that a tree takes, after the path that it is taken from."""
    if tree.type in {"use_list", "scoped_use_list"}:
        inner = _join(path, tree.child_by_field_name("path"))
        branches = tree.child_by_field_name("list") or tree
        for branch in branches.named_children:
            yield from _find_names(branch, inner)
    elif tree.type == "use_wildcard":
        inner = next((_join(path, child) for child in tree.named_children), path)
        yield inner, ImportedName("*", tree.start_point[0] + 1)
    elif tree.type == "use_as_clause":
        alias = tree.child_by_field_name("alias")
        yield _take(_join(path, tree.child_by_field_name("path")), tree, text_of(alias or tree))
    elif tree.type in {"identifier", "scoped_identifier", "self", "crate", "super"}:
        yield _take(_join(path, tree), tree, "")


def _join(path: str, node: Node | None) -> str:
    written = "".join(text_of(node).split()) if node else ""
    return f"{path}::{written}" if path and written else path or written


def _take(path: str, node: Node, alias: str) -> tuple[str, ImportedName]:
    module, _, name = path.rpartition("::")
    return module, ImportedName(name, node.start_point[0] + 1, alias)


def _group(
    names: Iterable[tuple[str, ImportedName]], node: Node, keyword: str
) -> Iterator[ImportStatement]:
    """Yield a statement for each path, in order; what has none is a crate or module itself."""
    by_path: dict[str, list[ImportedName]] = {}
    for path, name in names:
        if path:
            by_path.setdefault(path, []).append(name)
        else:
            yield ImportStatement(
                name.name, span_of(node), alias=name.alias, line=name.line, keyword=keyword
            )
    for path, taken in by_path.items():
        yield ImportStatement(
            path, span_of(node), names=tuple(taken), line=taken[0].line, keyword=keyword
        )


def complete(facts: Facts, reading: Reading) -> Facts:
    """Add the names that the file uses, and the condition under which it is compiled."""
    found = ((node, CONDITION.fullmatch(text_of(node).strip())) for node in reading.nodes("mark"))
    constraints = tuple(
        Declaration(
            DeclarationKind.CONSTRAINT, "", " ".join(match[1].split()), node.start_point[0] + 1
        )
        for node, match in found
        if match
    )
    return replace(facts, uses=find_uses(reading, facts), declarations=constraints[:1])


SYNTAX = Syntax(
    compiles_imports=True,
    module="tree_sitter_rust",
    queries=(query_file("rust.scm"),),
    documentation=("///", "/**", "#[doc"),
    inner=("//!", "/*!"),
    describe=describe,
    convention="declared pub",
    is_public=is_declared_pub,
    preamble=frozenset({"inner_attribute_item", "shebang"}),
    functions=FUNCTIONS | {"associated function"},
    local=LOCAL | {"static"},
    read_import=read_import,
    complete=complete,
)
