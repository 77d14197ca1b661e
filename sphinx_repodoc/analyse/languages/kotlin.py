"""Kotlin."""

import re

from sphinx_repodoc.analyse.syntax.describe import before_tags
from sphinx_repodoc.analyse.syntax.language import Syntax, query_file

LINK = re.compile(r"(`[^`]*`)|(?<![\w\])])\[([^\[\]`]+)\](?:\[([\w.]+)\])?(?![\w(\[])")
"""Code, or a link: a label, or the name of what it leads to."""

NAME = re.compile(r"[\w.]+(?:\(\))?")

HIDDEN = frozenset({"internal", "private", "protected"})


MODIFIERS = (
    "abstract|by|crossinline|dynamic|external|final|get|infix|inline|internal|lateinit|noinline|open"
    "|override|private|protected|public|sealed|set|suspend|tailrec|vararg|where"
)
"""Words that are names too, where they stand as such."""

MISREAD = re.compile(
    rf"""
    \0                                                      # which it may never get past
    | (?<=[(,\n]) [ ]* (?:{MODIFIERS}) (?=\s*(?:=[^=]|\.|(?:and|or)\b))
    | (?<=\n) [ ]* (?:as|in) (?=[0-9_])                      # taken for the operator
    | \b suspend (?=\s*\{{)                                  # before a lambda
    | \? (?=::)
    """,
    re.VERBOSE,
)
"""What the grammar does not know, though it is right: mostly words that it takes for keywords."""

OF_CONSTRUCTOR = re.compile(
    r"(\bclass\s+\w+(?:<[^<>{}]*>)?\s*?\n\s*)(@\w+(?:\([^()]*\))?)(?=\s+\w+\s+constructor\b)"
)
"""The annotation of a primary constructor on a line of its own."""


def replace_misread(text: str) -> str:
    """Put in place of what the grammar misreads what it does not: a name or blanks."""
    text = OF_CONSTRUCTOR.sub(lambda match: match[1] + " " * len(match[2].encode()), text)
    return MISREAD.sub(_write_plain, text)


def _write_plain(match: re.Match[str]) -> str:
    """Write the letters of a word as another name; a lambda needs none before it."""
    follows = match.string[match.end() :].lstrip()[:1]
    return re.sub(r"[^\s]", " " if follows == "{" or match[0] in "?\0" else "x", match[0])


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
    wildcards_hide=True,
    binds_last=True,
    module="tree_sitter_kotlin",
    queries=(query_file("kotlin.scm"),),
    documentation=("/**",),
    describe=describe_kdoc,
    convention="not declared private, protected or internal",
    is_public=is_visible,
    prepare=replace_misread,
    is_prepared=True,
    renames=True,
    preamble=frozenset({"file_annotation", "package_header"}),
    frameworks=(
        ("org.testng", "TestNG"),
        ("org.junit", "JUnit"),
        ("kotlin.test", "kotlin.test"),
    ),
)
