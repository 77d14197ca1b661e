"""What a Python file loads by calling a function with a literal name: modules, shared libraries."""

from collections.abc import Iterator, Sequence

from sphinx_repodoc.analyse.languages.python.layout import span_of
from sphinx_repodoc.analyse.languages.python.literals import text_of, value_of
from sphinx_repodoc.analyse.languages.python.names import Names, first_word
from sphinx_repodoc.analyse.languages.python.scopes import Scope, Scopes
from sphinx_repodoc.analyse.parser import Node, SyntaxTree
from sphinx_repodoc.model.facts import ImportStatement
from sphinx_repodoc.model.import_contexts import ImportContext

IMPORTERS = frozenset({"importlib.import_module", "builtins.__import__"})
"""Functions that import the module whose name is their first argument."""

LOADERS = frozenset(
    {
        *("ctypes.CDLL", "ctypes.OleDLL", "ctypes.PyDLL", "ctypes.WinDLL"),
        *("ctypes.cdll.LoadLibrary", "ctypes.oledll.LoadLibrary"),
        *("ctypes.pydll.LoadLibrary", "ctypes.windll.LoadLibrary"),
        *("ctypes.util.find_library", "numpy.ctypeslib.load_library"),
    }
)
"""Functions that load or find the shared library whose name is their first argument."""

LEVEL = 4
"""Position of the argument of ``__import__`` that makes the name relative."""


def find_dynamic_imports(
    tree: SyntaxTree, scopes: Scopes, names: Names
) -> Iterator[ImportStatement]:
    """List the calls that certainly load what a literal names."""
    words = names.find_words({"builtins", "ctypes", "importlib", "numpy"})
    for match in tree.matches("calls", "match"):
        name = match["name"][0]
        origin = names.origin(name) if first_word(name) in words else ""
        scope = scopes.at(name.start_byte)
        if origin in IMPORTERS:
            yield from _read_import(match["match"][0], scope)
        elif origin in LOADERS:
            yield from _read_loading(match["match"][0], scope, origin.rpartition(".")[2])


def _read_import(call: Node, scope: Scope) -> Iterator[ImportStatement]:
    dotted, line, others = _read_arguments(call)
    name = dotted.lstrip(".")
    level = len(dotted) - len(name)
    if name and _is_certain(others, is_relative=level > 0):
        yield ImportStatement(
            name,
            span_of(call),
            level,
            line=line,
            context=_context_in(scope),
            scope=scope.function,
        )


def _read_loading(call: Node, scope: Scope, function: str) -> Iterator[ImportStatement]:
    library, line, _ = _read_arguments(call)
    if library.strip("."):
        yield ImportStatement(
            library,
            span_of(call),
            line=line,
            context=_context_in(scope),
            scope=scope.function,
            keyword=function,
        )


def _context_in(scope: Scope) -> ImportContext:
    return ImportContext.CALLED if scope.is_called else ImportContext.DYNAMIC


def _read_arguments(call: Node) -> tuple[str, int, Sequence[str]]:
    """Return the first argument of a call and its line, nothing if it is no literal; the others."""
    arguments = call.child_by_field_name("arguments")
    values = [c for c in (arguments.named_children if arguments else []) if c.type != "comment"]
    if not values or values[0].type != "string":
        return "", 0, ()
    others = [text_of(value) for value in values[1:]]
    return value_of(values[0]) or "", values[0].start_point[0] + 1, others


def _is_certain(others: Sequence[str], *, is_relative: bool) -> bool:
    """Whether the first argument alone says which module is imported."""
    if is_relative:
        return list(others) in (["__package__"], ["package=__package__"])
    return len(others) < LEVEL and not any(other.startswith("level") for other in others)
