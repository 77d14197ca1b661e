"""CMake."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.language import Syntax, query_file
from sphinx_repodoc.analyse.syntax.reading import Match, Reading
from sphinx_repodoc.analyse.syntax.text import text_of
from sphinx_repodoc.model.facts import Declaration, DeclarationKind, Facts

TARGETS = frozenset({"executable", "library", "custom target"})

PLAIN = re.compile(r"[\w.+-]+", re.ASCII)
"""A name that is known before CMake runs, and needs no quotes."""

NOT_BUILT = frozenset({"ALIAS", "IMPORTED", "INTERFACE"})

LATER = frozenset({"function_def", "macro_def"})
"""What is carried out when it is called."""

MAYBE = frozenset({"if_condition", "foreach_loop", "while_loop"})


def add_targets(facts: Facts, reading: Reading) -> Facts:
    """Declare the targets that are built by name; ``test`` is one where tests are enabled."""
    found = {}
    for match in reading.matches("definition"):
        if match.kind in TARGETS and (target := _read_target(match)):
            found[match.node.start_byte] = target
    for node in reading.nodes("mark"):
        if not _around(node) & (LATER | MAYBE):
            found[node.start_byte] = _declare(node, "test")
    tests = [match.node for match in reading.matches("test")]
    unsure = {node.start_point[0] + 1 for node in tests if _around(node) & (LATER | MAYBE)}
    return replace(
        facts,
        declarations=tuple(found[place] for place in sorted(found)),
        tests=tuple(replace(t, is_conditional=t.span.line in unsure) for t in facts.tests),
    )


def _read_target(match: Match) -> Declaration | None:
    command = match.node
    words = [text_of(node) for node in _arguments(command)]
    around = _around(command)
    is_built = PLAIN.fullmatch(words[0]) and NOT_BUILT.isdisjoint(words[1:3])
    if not is_built or around & LATER:
        return None
    return _declare(command, words[0], "under a condition" if around & MAYBE else "")


def _declare(node: Node, name: str, documentation: str = "") -> Declaration:
    line = node.start_point[0] + 1
    return Declaration(DeclarationKind.TASK, name, "", line, documentation=documentation)


def _arguments(command: Node) -> list[Node]:
    lists = (node for node in command.named_children if node.type == "argument_list")
    return [node for each in lists for node in each.named_children if node.type == "argument"]


def _around(node: Node) -> set[str]:
    return {each.type for each in _parents(node)}


def _parents(node: Node) -> Iterator[Node]:
    while parent := node.parent:
        yield parent
        node = parent


SYNTAX = Syntax(
    module="tree_sitter_cmake",
    queries=(query_file("cmake.scm"),),
    separators=(),
    local=frozenset({"variable"}),
    complete=add_targets,
)
