"""Ruby."""

import re

from sphinx_repodoc.analyse.syntax.describe import describe_tags
from sphinx_repodoc.analyse.syntax.language import FUNCTIONS, Syntax, query_file

DIRECTIVE = re.compile(r"^:(?:nodoc|startdoc|stopdoc|include|section|title|main):.*$", re.MULTILINE)

WORD = re.compile(r"(?<![\w`+])\+([\w:.?!=#@]+)\+(?![\w+])")
"""A word that RDoc shows as code."""

LINK = re.compile(r"\{([A-Z#][\w:#.?!]*)\}")
"""A link of YARD to something in the code."""


def describe(text: str) -> str:
    """Return a comment as RDoc and YARD would show it, without their tags and directives."""
    shown = DIRECTIVE.sub("", text).strip("\n")
    return LINK.sub(r"`\1`", WORD.sub(r"`\1`", describe_tags(shown)))


SYNTAX = Syntax(
    module="tree_sitter_ruby",
    queries=(query_file("ruby.scm"),),
    describe=describe,
    separators=("::", ":"),
    functions=FUNCTIONS | {"singleton method"},
    frameworks=(
        ("minitest", "minitest"),
        ("test_helper", "minitest"),
        ("", "RSpec"),
    ),
)
