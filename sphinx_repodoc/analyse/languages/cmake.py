"""CMake."""

from sphinx_repodoc.analyse.syntax.language import Syntax, query_file

SYNTAX = Syntax(
    module="tree_sitter_cmake",
    queries=(query_file("cmake.scm"),),
    separators=(),
    local=frozenset({"variable"}),
)
