"""Kotlin."""

import re

from sphinx_repodoc.analyse.syntax.describe import before_tags
from sphinx_repodoc.analyse.syntax.language import Syntax, query_file

LINK = re.compile(r"(`[^`]*`)|(?<![\w\])])\[([^\[\]`]+)\](?:\[([\w.]+)\])?(?![\w(\[])")
"""Code, or a link: a label, or the name of what it leads to."""

NAME = re.compile(r"[\w.]+(?:\(\))?")

HIDDEN = frozenset({"internal", "private", "protected"})


def replace_nulls(text: str) -> str:
    """Put blanks in place of null characters, which the grammar may never get past."""
    return text.replace("\0", " ")


def describe_kdoc(text: str) -> str:
    """Return what a comment says before its block tags, with links as code."""
    return LINK.sub(_write_link, before_tags(text))


def _write_link(match: re.Match[str]) -> str:
    """Write the label of a link, or the name that it leads to."""
    if match[1] or match[3] or not NAME.fullmatch(match[2]):
        return match[1] or (match[2] if match[3] else match[0])
    return f"`{match[2]}`"


def is_visible(prefix: str, _name: str) -> bool:
    """Whether a definition is visible everywhere, as it is where nothing else is said."""
    return HIDDEN.isdisjoint(prefix.split())


SYNTAX = Syntax(
    module="tree_sitter_kotlin",
    queries=(query_file("kotlin.scm"),),
    documentation=("/**",),
    describe=describe_kdoc,
    convention="not declared private, protected or internal",
    is_public=is_visible,
    prepare=replace_nulls,
    is_prepared=True,
    preamble=frozenset({"file_annotation", "package_header"}),
    frameworks=(
        ("org.testng", "TestNG"),
        ("org.junit", "JUnit"),
        ("kotlin.test", "kotlin.test"),
    ),
)
