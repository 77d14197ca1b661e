"""Go."""

from sphinx_repodoc.analyse.syntax.language import Syntax, query_file


def is_exported(_prefix: str, name: str) -> bool:
    """Whether a name is exported: its first letter is a capital."""
    return name[:1].isupper()


SYNTAX = Syntax(
    module="tree_sitter_go",
    queries=(query_file("go.scm"),),
    trailing=("//", "/*"),
    convention="beginning with a capital letter",
    is_public=is_exported,
    is_exact=True,
)
