"""C#."""

from sphinx_repodoc.analyse.syntax.html import describe_xml
from sphinx_repodoc.analyse.syntax.language import Syntax, query_file


def is_public(prefix: str, _name: str) -> bool:
    """Whether a definition is declared public."""
    return "public" in prefix.split()


SYNTAX = Syntax(
    module="tree_sitter_c_sharp",
    queries=(query_file("csharp.scm"),),
    documentation=("///", "/**"),
    describe=describe_xml,
    convention="declared public",
    is_public=is_public,
    frameworks=(("TUnit.", "TUnit"), ("", "NUnit")),
)
