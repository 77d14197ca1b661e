"""C."""

from dataclasses import replace

from sphinx_repodoc.analyse.languages.c_uses import find_names
from sphinx_repodoc.analyse.languages.declarators import LOCAL, read_declarator
from sphinx_repodoc.analyse.languages.directives import complete as complete_symbols
from sphinx_repodoc.analyse.languages.preparation import prepare
from sphinx_repodoc.analyse.syntax.describe import describe_tags
from sphinx_repodoc.analyse.syntax.language import Syntax, query_file
from sphinx_repodoc.analyse.syntax.reading import Reading
from sphinx_repodoc.model.facts import Facts

TRAILING = ("///<", "//!<", "/**<", "/*!<", "/*", "//")


def is_linked(prefix: str, _name: str) -> bool:
    """Whether a definition has external linkage, or is one of a header for all who include it."""
    return "static" not in prefix.split()


def complete(facts: Facts, reading: Reading) -> Facts:
    """Add what directives define, and the names that the file uses."""
    completed = complete_symbols(facts, reading)
    if facts.is_partial:
        return completed
    names = find_names(reading, facts.errors)
    return replace(completed, uses=names.uses, macros=names.macros)


SYNTAX = Syntax(
    compiles_imports=True,
    module="tree_sitter_c",
    queries=(query_file("c.scm"), query_file("c_names.scm")),
    trailing=TRAILING,
    describe=describe_tags,
    convention="not declared static",
    is_public=is_linked,
    preamble=frozenset({"preproc_call"}),
    local=LOCAL,
    unscoped=frozenset({"macro"}),
    prepare=prepare,
    is_prepared=True,
    read_declarator=read_declarator,
    complete=complete,
)
