"""Lua."""

from sphinx_repodoc.analyse.syntax.describe import describe_tags
from sphinx_repodoc.analyse.syntax.language import Syntax, query_file


def is_global(prefix: str, _name: str) -> bool:
    """Whether a definition is not declared local."""
    return not prefix.startswith("local")


SYNTAX = Syntax(
    module="tree_sitter_lua",
    queries=(query_file("lua.scm"),),
    describe=describe_tags,
    convention="not declared local",
    is_public=is_global,
    separators=(".", ":"),
    preamble=frozenset({"hash_bang_line"}),
    frameworks=(("luaunit", "LuaUnit"),),
)
