"""Swift."""

import re
from collections.abc import Iterator

from sphinx_repodoc.analyse.syntax.language import Syntax, query_file

PUBLIC = frozenset({"open", "public"})

CALLOUT = re.compile(r"[-*+] (?:parameters?\b[^:]*|returns|throws) *:", re.IGNORECASE)
"""How the entry of a list begins that is for parameters, results and errors."""

UNIT = re.compile(
    r"((?:[(,=:]|\b(?:return|in)\b|^)[ \t]*)\(\)(?!\s*(?:->|async\b|throws\b|\())", re.MULTILINE
)
"""The empty tuple as a value, which the grammar does not know; not as what a function takes."""


def replace_units(text: str) -> str:
    """Put an empty array, which is as long, in place of each empty tuple."""
    return UNIT.sub(r"\1[]", text)


def describe_swift(text: str) -> str:
    """Return what a comment says, apart from parameters, results and errors."""
    return "\n".join(_without_callouts(text.split("\n"))).strip("\n")


def _without_callouts(lines: list[str]) -> Iterator[str]:
    """Leave out some entries of lists, with the indented lines below them."""
    is_kept = True
    for line in lines:
        if CALLOUT.match(line):
            is_kept = False
        elif line and not line[0].isspace():
            is_kept = True
        if is_kept or not line:
            yield line


def is_public(prefix: str, _name: str) -> bool:
    """Whether a definition is declared public or open."""
    return not PUBLIC.isdisjoint(prefix.split())


SYNTAX = Syntax(
    compiles_imports=True,
    module="tree_sitter_swift",
    queries=(query_file("swift.scm"),),
    documentation=("///", "/**"),
    describe=describe_swift,
    convention="declared public or open",
    is_public=is_public,
    prepare=replace_units,
)
