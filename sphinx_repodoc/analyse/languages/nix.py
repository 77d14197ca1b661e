"""Nix: the arguments that a file takes, and the attributes of the value that it is."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.language import Syntax, query_file
from sphinx_repodoc.analyse.syntax.names import Name
from sphinx_repodoc.analyse.syntax.reading import Match, Reading
from sphinx_repodoc.analyse.syntax.symbols import number_symbols
from sphinx_repodoc.analyse.syntax.text import text_of, unquote
from sphinx_repodoc.model.facts import Facts

ARGUMENT = "argument"

AROUND = {
    "assert_expression": "body",
    "let_expression": "body",
    "parenthesized_expression": "expression",
    "with_expression": "body",
}
"""What a value may stand in, and the part that is the value."""

CALLED = {"apply_expression": "argument", "function_expression": "body"}
"""The same of a whole file: what it gives to a function, or is once it is given its arguments."""

TRAILING = re.compile(r",(?=\s*\}\s*[:@])")
"""A comma behind the last argument, which tree-sitter-nix 0.1 does not know."""

SETS = frozenset({"attrset_expression", "rec_attrset_expression"})


Path = tuple[str, ...]


def keep_attributes(facts: Facts, reading: Reading) -> Facts:
    """Leave out what is local, or in a value that is not known before it is computed."""
    parts = (node for node in reading.root.named_children if not node.is_extra)
    places = {place for part in parts for place in _find_places(part, {**AROUND, **CALLED})}
    kept = (
        replace(symbol, ordinal=1)
        for symbol in facts.symbols
        if symbol.kind == ARGUMENT or (symbol.span.line, symbol.qualified_name) in places
    )
    return replace(facts, symbols=tuple(number_symbols(kept)))


def read_path(match: Match) -> Name:
    """Read the name of an attribute, which may be that of one in it: ``a.b = 1``."""
    path = match.captures["declarator"][0]
    return Name(path.start_byte, path.end_byte, _names(path))


def remove_trailing(text: str) -> str:
    """Put a blank in the place of each comma behind the last argument."""
    return TRAILING.sub(" ", text)


def _find_places(
    value: Node | None, around: Mapping[str, str], outer: Path = ()
) -> Iterator[tuple[int, str]]:
    """Yield the line and the qualified name of each attribute of a value."""
    while value and value.type in around:
        value = value.child_by_field_name(around[value.type])
    sets = value.named_children if value and value.type in SETS else ()
    for binding in (each for part in sets for each in part.named_children):
        line = binding.start_point[0] + 1
        if path := binding.child_by_field_name("attrpath"):
            names = (*outer, *_names(path))
            yield line, ".".join(names)
            yield from _find_places(binding.child_by_field_name("expression"), AROUND, names)
        elif inherited := binding.child_by_field_name("attrs"):
            for name in inherited.named_children:
                yield name.start_point[0] + 1, ".".join((*outer, text_of(name)))


def _names(path: Node) -> Path:
    return tuple(unquote(text_of(name)) for name in path.named_children)


SYNTAX = Syntax(
    module="tree_sitter_nix",
    queries=(query_file("nix.scm"),),
    separators=(".",),
    functions=frozenset(),
    unscoped=frozenset({ARGUMENT}),
    read_declarator=read_path,
    prepare=remove_trailing,
    complete=keep_attributes,
)
