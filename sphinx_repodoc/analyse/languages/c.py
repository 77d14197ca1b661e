"""C."""

from sphinx_repodoc.analyse.languages.declarators import LOCAL, read_declarator
from sphinx_repodoc.analyse.languages.directives import complete
from sphinx_repodoc.analyse.languages.preparation import prepare
from sphinx_repodoc.analyse.syntax.describe import describe_tags
from sphinx_repodoc.analyse.syntax.language import Syntax, query_file

TRAILING = ("///<", "//!<", "/**<", "/*!<", "/*", "//")


def is_linked(prefix: str, _name: str) -> bool:
    """Whether a definition has external linkage, or is one of a header for all who include it."""
    return "static" not in prefix.split()


SYNTAX = Syntax(
    module="tree_sitter_c",
    queries=(query_file("c.scm"),),
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
