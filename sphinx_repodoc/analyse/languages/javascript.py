"""JavaScript, with JSX."""

from sphinx_repodoc.analyse.languages import ecmascript
from sphinx_repodoc.analyse.syntax.describe import describe_tags
from sphinx_repodoc.analyse.syntax.language import Syntax, query_file

SYNTAX = Syntax(
    module="tree_sitter_javascript",
    queries=(query_file("javascript.scm"), *ecmascript.QUERIES),
    describe=describe_tags,
    is_public=ecmascript.is_public,
    separators=(),
    preamble=frozenset({"hash_bang_line"}),
    functions=ecmascript.KINDS_OF_FUNCTIONS,
    read_import=ecmascript.read_import,
    naming=ecmascript.NAMING,
    frameworks=ecmascript.FRAMEWORKS,
    providers=ecmascript.PROVIDERS,
)
