"""Scala."""

import re
from collections.abc import Iterator
from html import escape

from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.describe import before_tags
from sphinx_repodoc.analyse.syntax.html import describe_html
from sphinx_repodoc.analyse.syntax.language import Syntax, query_file
from sphinx_repodoc.analyse.syntax.text import span_of, text_of
from sphinx_repodoc.model.facts import ImportedName, ImportStatement

WIKI = re.compile(
    r"""
    \{\{\{ (?P<example> .*?) \}\}\}
    | ` (?P<code> [^`\n]+) `
    | \[\[ \s* (?P<target> [^\]\s]+) \s* (?P<label> [^\]]*) \]\]
    | \'{2,3} (?P<words> [^\'\n]+) \'{2,3}
    """,
    re.VERBOSE | re.DOTALL,
)
"""The markup of Scaladoc that is not HTML."""

WILDCARDS = frozenset({"_", "*"})

RENAMED = "_renamed_identifier"
"""How the types of nodes end that give a name and an alias."""


def describe_scaladoc(text: str) -> str:
    """Return what a comment says before its block tags, as plain text."""
    return describe_html(before_tags(WIKI.sub(_write_html, text)))


def _write_html(match: re.Match[str]) -> str:
    if match["example"] is not None:
        return f"<pre>{escape(match['example']).replace('@', '&#64;')}</pre>"
    if words := match["label"] or match["words"]:
        return words
    return f"<code>{escape(match['code'] or match['target'])}</code>"


def read_import(node: Node) -> Iterator[ImportStatement]:
    """Read what stands between the commas of an import."""
    path: list[Node] = []
    selectors: list[Node] = []
    for child in node.children[1:]:
        if child.type == ",":
            yield _make_statement(node, path, selectors)
            path, selectors = [], []
        elif child.type in {"identifier", "operator_identifier"}:
            path.append(child)
        elif child.type == "namespace_selectors":
            selectors += child.named_children
        elif child.is_named:
            selectors.append(child)
    yield _make_statement(node, path, selectors)


def _make_statement(node: Node, path: list[Node], selectors: list[Node]) -> ImportStatement:
    first = (path or selectors or [node])[0]
    alias = ""
    if (
        selectors
        and selectors[0].parent == node
        and selectors[0].type.endswith("_renamed_identifier")
    ):
        renamed = selectors.pop()
        path, alias = [*path, renamed.children[0]], text_of(renamed.children[-1])
    return ImportStatement(
        ".".join(map(text_of, path)),
        span_of(node),
        names=tuple(_read_name(selector) for selector in selectors),
        alias=alias,
        line=first.start_point[0] + 1,
    )


def _read_name(node: Node) -> ImportedName:
    line = node.start_point[0] + 1
    if node.type.endswith(RENAMED):
        return ImportedName(text_of(node.children[0]), line, text_of(node.children[-1]))
    name = " ".join(text_of(node).split())
    if node.prev_sibling and node.prev_sibling.type == "given":
        name = f"given {name}"
    return ImportedName("*" if name in WILDCARDS else name, line)


def is_visible(prefix: str, _name: str) -> bool:
    """Whether a definition is visible everywhere, as it is where nothing else is said."""
    return not any(word.startswith(("private", "protected")) for word in prefix.split())


SYNTAX = Syntax(
    compiles_imports=True,
    binds_last=True,
    wildcards_hide=True,
    module="tree_sitter_scala",
    queries=(query_file("scala.scm"),),
    documentation=("/**",),
    describe=describe_scaladoc,
    convention="not declared private or protected",
    is_public=is_visible,
    frameworks=(
        ("org.scalatest", "ScalaTest"),
        ("munit", "munit"),
        ("weaver", "weaver"),
    ),
    separators=(),
    read_import=read_import,
)
