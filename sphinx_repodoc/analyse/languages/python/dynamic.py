"""Modules that a Python file imports by calling a function with a literal name."""

from collections.abc import Iterator, Sequence

from sphinx_repodoc.analyse.languages.python.layout import span_of
from sphinx_repodoc.analyse.languages.python.literals import text_of, value_of
from sphinx_repodoc.analyse.languages.python.names import Names, first_word
from sphinx_repodoc.analyse.languages.python.scopes import Scopes
from sphinx_repodoc.analyse.parser import Node, SyntaxTree
from sphinx_repodoc.model.facts import ImportContext, ImportStatement

IMPORTERS = frozenset({"importlib.import_module", "builtins.__import__"})
"""Functions that import the module whose name is their first argument."""

LEVEL = 4
"""Position of the argument of ``__import__`` that makes the name relative."""


def find_dynamic_imports(
    tree: SyntaxTree, scopes: Scopes, names: Names
) -> Iterator[ImportStatement]:
    """List the calls that certainly import a module named by a literal."""
    words = names.find_words({"builtins", "importlib"})
    for match in tree.matches("calls", "match"):
        name = match["name"][0]
        if first_word(name) in words and names.origin(name) in IMPORTERS:
            yield from _read_call(match["match"][0], scopes.at(name.start_byte).function)


def _read_call(call: Node, scope: str) -> Iterator[ImportStatement]:
    arguments = call.child_by_field_name("arguments")
    values = [c for c in (arguments.named_children if arguments else []) if c.type != "comment"]
    dotted = value_of(values[0]) if values and values[0].type == "string" else None
    name = (dotted or "").lstrip(".")
    level = len(dotted or "") - len(name)
    if name and _is_certain([text_of(value) for value in values[1:]], is_relative=level > 0):
        line = values[0].start_point[0] + 1
        context = ImportContext.DYNAMIC
        yield ImportStatement(name, span_of(call), level, line=line, context=context, scope=scope)


def _is_certain(others: Sequence[str], *, is_relative: bool) -> bool:
    """Whether the first argument alone says which module is imported."""
    if is_relative:
        return list(others) in (["__package__"], ["package=__package__"])
    return len(others) < LEVEL and not any(other.startswith("level") for other in others)
