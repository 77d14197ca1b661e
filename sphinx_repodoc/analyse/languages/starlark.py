"""Starlark, as Bazel and its kin write it."""

from dataclasses import replace
from inspect import cleandoc

from sphinx_repodoc.analyse.syntax.language import FUNCTIONS, Syntax, query_file
from sphinx_repodoc.analyse.syntax.reading import Reading
from sphinx_repodoc.analyse.syntax.text import span_of, text_of
from sphinx_repodoc.model.facts import Facts


def is_loadable(prefix: str, name: str) -> bool:
    """Whether other files may load a name: the targets of rules are none."""
    return prefix in {"", "def "} and not name.startswith("_")


def complete(facts: Facts, reading: Reading) -> Facts:
    """Add the string that a file begins with."""
    for string in reading.nodes("mark"):
        documentation = cleandoc(text_of(string).strip("\"'"))
        return replace(facts, documentation=documentation, documentation_span=span_of(string))
    return facts


SYNTAX = Syntax(
    module="tree_sitter_starlark",
    queries=(query_file("starlark.scm"),),
    documentation=("#",),
    convention="not beginning with an underscore",
    is_public=is_loadable,
    separators=(),
    functions=FUNCTIONS - {"macro"},
    complete=complete,
)
