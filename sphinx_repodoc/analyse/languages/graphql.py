"""GraphQL: schemas, operations and fragments."""

from dataclasses import replace

from sphinx_repodoc.analyse.syntax.language import Syntax, query_file
from sphinx_repodoc.analyse.syntax.reading import Reading
from sphinx_repodoc.model.facts import Facts


def without_description(facts: Facts, reading: Reading) -> Facts:
    """Take no description for what is said of the file: it is part of a definition."""
    parts = (node for node in reading.root.named_children if not node.is_extra)
    first = next((node.start_point[0] + 1 for node in parts), 0)
    span = facts.documentation_span
    if first and span and span.line >= first:
        return replace(facts, documentation="", documentation_span=None)
    return facts


SYNTAX = Syntax(
    module="tree_sitter_graphql",
    queries=(query_file("graphql.scm"),),
    documentation=('"',),
    separators=(),
    functions=frozenset(),
    complete=without_description,
)
