"""C."""

from sphinx_repodoc.analyse.syntax.language import Syntax, query_file


def is_linked(prefix: str, _name: str) -> bool:
    """Whether a definition has external linkage, or is one of a header for all who include it."""
    return "static" not in prefix.split()


SYNTAX = Syntax(
    module="tree_sitter_c",
    queries=(query_file("c.scm"),),
    trailing=("///<", "//!<", "/**<", "/*!<", "/*", "//"),
    convention="not declared static",
    is_public=is_linked,
)
