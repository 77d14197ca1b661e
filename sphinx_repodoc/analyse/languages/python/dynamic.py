"""Modules that a Python file imports by calling a function with a literal name."""

from collections.abc import Iterator

from sphinx_repodoc.analyse.languages.python.layout import span_of
from sphinx_repodoc.analyse.languages.python.literals import text_of, value_of
from sphinx_repodoc.analyse.languages.python.names import Names
from sphinx_repodoc.analyse.languages.python.scopes import Scopes
from sphinx_repodoc.analyse.parser import Captures, Node, SyntaxTree
from sphinx_repodoc.model.facts import ImportContext, ImportStatement

IMPORTERS = frozenset({"importlib.import_module", "builtins.__import__"})
"""Functions that import the module whose name is their first argument."""

LEVEL = 4
"""Position of the argument of ``__import__`` that makes the name relative."""


def find_dynamic_imports(
    tree: SyntaxTree, scopes: Scopes, names: Names
) -> Iterator[ImportStatement]:
    """List the calls that certainly import a module named by a literal."""
    for call in tree.matches("imports", "importer"):
        importer = call["importer"][0]
        if names.origin(importer) in IMPORTERS:
            yield from _read_call(call, scopes.at(importer.start_byte).function)


def _read_call(call: Captures, scope: str) -> Iterator[ImportStatement]:
    dotted = value_of(call["module"][0]) or ""
    name = dotted.lstrip(".")
    level = len(dotted) - len(name)
    if name and _is_certain(call["arguments"][0], is_relative=level > 0):
        line = call["module"][0].start_point[0] + 1
        span = span_of(call["call"][0])
        context = ImportContext.DYNAMIC
        yield ImportStatement(name, span, level, line=line, context=context, scope=scope)


def _is_certain(arguments: Node, *, is_relative: bool) -> bool:
    """Whether the first argument alone says which module is imported."""
    values = [text_of(child) for child in arguments.named_children if child.type != "comment"]
    if is_relative:
        return values[1:] in (["__package__"], ["package=__package__"])
    has_level = len(values) > LEVEL or any(value.startswith("level") for value in values)
    return not has_level
