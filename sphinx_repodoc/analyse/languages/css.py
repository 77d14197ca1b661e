"""CSS."""

from sphinx_repodoc.analyse.syntax.language import Syntax, query_file

SYNTAX = Syntax(
    module="tree_sitter_css",
    queries=(query_file("css.scm"),),
    trailing=("/*",),
    separators=(),
    unscoped=frozenset({"custom property", "keyframes", "layer", "counter style"}),
)
