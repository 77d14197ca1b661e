"""C#."""

import re

from sphinx_repodoc.analyse.syntax.html import describe_xml
from sphinx_repodoc.analyse.syntax.language import Syntax, query_file

ASYNC = re.compile(r"\basync(?=\s*[?,;:)=&|!.\]}])")
"""The word where it is a name, which the grammar takes for the keyword: `async ? 1 : 2`."""


def rename_async(text: str) -> str:
    """Put another name in the place of one that the grammar does not accept."""
    return ASYNC.sub("xxxxx", text)


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
    prepare=rename_async,
    renames=True,
    frameworks=(("TUnit.", "TUnit"), ("", "NUnit")),
)
