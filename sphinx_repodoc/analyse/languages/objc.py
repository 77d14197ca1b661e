"""Objective-C."""

import re
from dataclasses import replace

from sphinx_repodoc.analyse.languages import c
from sphinx_repodoc.analyse.languages.declarators import read_declarator as read_c
from sphinx_repodoc.analyse.languages.macros import CALL, NAME
from sphinx_repodoc.analyse.languages.preparation import prepare as prepare_c
from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.language import FUNCTIONS, Syntax, query_file
from sphinx_repodoc.analyse.syntax.names import Name
from sphinx_repodoc.analyse.syntax.reading import Match
from sphinx_repodoc.analyse.syntax.text import text_of

METHODS = frozenset({"method_declaration", "method_definition"})

TYPES = frozenset({"class_interface", "class_implementation", "protocol_declaration"})

C_KINDS = frozenset(
    {
        *("macro", "function", "prototype", "variable", "extern variable"),
        *("typedef", "struct", "union", "enum"),
    }
)
"""What belongs to the file though it stands in an implementation."""

ENUMERATION = re.compile(
    r"(\btypedef\s+)?\b(?:NS|CF)_(?:CLOSED_ENUM|ERROR_ENUM|ENUM|OPTIONS)\s*"
    r"(\([^,()\n]*,\s*)(\w+)(\s*\))(?=[^;{}]{0,200}\{)"
)
"""The macros that make an enumeration of a type and a name."""

BEHIND = re.compile(
    rf"^[ \t]*(?:[-+]|@property)[^;{{}}]{{0,999}}?[\w)]\s+"
    rf"((?:(?:{CALL}|\w+_{NAME})\s*){{1,6}})(?=[;{{])",
    re.MULTILINE,
)
"""Macros behind a method or a property."""


TYPE = re.compile(r"^@(?:interface|implementation|protocol)\b.*?^@end\b", re.MULTILINE | re.DOTALL)

DEFINED = re.compile(r"^([ \t]*#[ \t]*if)(?:def|(ndef))\b", re.MULTILINE)
"""The words for a test that the grammar does not know in a type."""


def prepare(text: str) -> str:
    """Blank out what the grammar cannot know, and write enumerations and tests as it does."""
    text = ENUMERATION.sub(_write_enumeration, text)
    text = TYPE.sub(lambda each: DEFINED.sub(_write_test, each[0]), text)
    return prepare_c(BEHIND.sub(_blank_behind, text))


def read_declarator(match: Match) -> Name | None:
    """Find the name of a method, whose parts stand between the parameters, or of another thing."""
    node, declarator = match.node, match.captures["declarator"][0]
    if node.type in METHODS:
        return _read_selector(node, match.kind)
    if node.type in TYPES:
        return _read_type(node, declarator, match)
    return read_c(match)


def _read_type(node: Node, declarator: Node, match: Match) -> Name:
    owner = match.first("owner")
    parts = (*((text_of(owner),) if owner else ()), text_of(declarator))
    bracket = next((part for part in node.children if part.type == ")"), declarator)
    is_extension = bracket.type == ")" and not owner
    return Name(
        declarator.start_byte,
        declarator.end_byte,
        parts,
        "extension" if is_extension else match.kind,
        (declarator.start_byte, bracket.end_byte),
    )


def _read_selector(method: Node, kind: str) -> Name | None:
    words = [part for part in method.children if part.type in {"identifier", "method_parameter"}]
    if not words or words[0].type != "identifier":
        return None
    written = [text_of(word) if word.type == "identifier" else ":" for word in words]
    place = (words[0].start_byte, words[0].end_byte)
    return Name(*place, ("".join(written),), kind, place)


def _write_enumeration(match: re.Match[str]) -> str:
    before, after = match[0][: match.start(3) - match.start()], match[4]
    return f"{'enum':{len(before)}}{match[3]}{' ' * len(after)}"


def _write_test(match: re.Match[str]) -> str:
    return match[1] + ("   !" if match[2] else "   ")


def _blank_behind(match: re.Match[str]) -> str:
    start, end = (place - match.start() for place in match.span(1))
    return match[0][:start] + re.sub(r"[^\n]", " ", match[0][start:end]) + match[0][end:]


SYNTAX: Syntax = replace(
    c.SYNTAX,
    module="tree_sitter_objc",
    queries=(query_file("objc.scm"), query_file("c.scm")),
    unscoped=C_KINDS,
    functions=FUNCTIONS | {"class method"},
    frameworks=(("<XCTest/", "xctest"), ("XCTest", "xctest")),
    prepare=prepare,
    read_declarator=read_declarator,
)
