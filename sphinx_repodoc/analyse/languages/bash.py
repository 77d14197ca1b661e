"""Bash, and the shells like it."""

import re
from collections.abc import Iterator

from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.language import Syntax, query_file
from sphinx_repodoc.analyse.syntax.names import Name
from sphinx_repodoc.analyse.syntax.reading import Match
from sphinx_repodoc.analyse.syntax.text import span_of, text_of, unquote
from sphinx_repodoc.model.facts import ImportStatement

ALIAS = re.compile(r"""['"]?([^\s$'"`=]+)['"]?=""")
"""A name in the argument of ``alias``, whole if no variable is in it."""

SELF = r"\$(?:0|BASH_SOURCE|\{BASH_SOURCE(?:\[0\])?\}|\{\(%\):-%[xN]\})"
"""What names the file itself."""

FOLDER = re.compile(
    rf'\$\(dirname (?:-- )?"?{SELF}"?\)|`dirname "?{SELF}"?`'
    r"|\$\{(?:BASH_SOURCE(?:\[0\])?|0)%/\*\}|\$\{0:[aA]?h\}"
)
"""What names the folder of the file itself."""


def read_alias(match: Match) -> Name | None:
    """Read the name in the argument of ``alias``; None if it gives no name a value."""
    argument = match.captures["declarator"][0]
    found = ALIAS.match(text_of(argument))
    if found is None:
        return None
    start, end = (argument.start_byte + len(found[0][:at].encode()) for at in found.span(1))
    return Name(start, end, (found[1],), declarator=(start, end))


def read_import(node: Node) -> Iterator[ImportStatement]:
    """Read a file that is sourced, unless nothing but variables says which."""
    keyword, argument = node.named_children[0], node.named_children[1]
    path = FOLDER.sub(".", unquote(text_of(argument)).replace('"', ""))
    if re.search(r"(^|/)[\w.~+-]+$", path):
        line = argument.start_point[0] + 1
        yield ImportStatement(path, span_of(node), line=line, keyword=text_of(keyword))


SYNTAX = Syntax(
    module="tree_sitter_bash",
    queries=(query_file("bash.scm"),),
    separators=(),
    read_declarator=read_alias,
    read_import=read_import,
    frameworks=(("shunit2", "shUnit2"), ("./shunit2", "shUnit2")),
)
