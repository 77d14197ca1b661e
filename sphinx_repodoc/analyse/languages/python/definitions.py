"""The classes, functions, methods and properties of a Python file."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sphinx_repodoc.analyse.languages.python.docstrings import Docstring, find_docstrings
from sphinx_repodoc.analyse.languages.python.literals import dotted_text, one_line
from sphinx_repodoc.analyse.languages.python.names import Names
from sphinx_repodoc.analyse.languages.python.reading import Reading
from sphinx_repodoc.analyse.languages.python.scopes import Scope, ScopeKind
from sphinx_repodoc.analyse.parser import Node, SyntaxTree
from sphinx_repodoc.model.facts import Symbol

PROPERTIES = frozenset({"builtins.property", "functools.cached_property", "abc.abstractproperty"})
"""Decorators that make a property of a method; any other ``cached_property`` does so too."""
ACCESSORS = frozenset({"getter", "setter", "deleter"})
"""Attributes of a property that, as decorators, make a property of a method."""


def find_definitions(reading: Reading) -> Iterator[tuple[int, Symbol]]:
    """Give every class and function with the byte that it starts at."""
    decorators = find_decorators(reading.tree)
    docstrings = find_docstrings(reading.tree)
    for scope in reading.scopes:
        if scope.parent and scope.name:
            decorating = decorators.get(scope.start, ())
            symbol = _define(reading, scope, decorating, docstrings.get(scope.body))
            yield scope.start, symbol


def find_decorators(tree: SyntaxTree) -> Mapping[int, Sequence[Node]]:
    """Give the decorators of what starts at a byte."""
    found: dict[int, list[Node]] = defaultdict(list)
    for match in tree.matches("definitions", "decorated"):
        found[match["decorated"][0].start_byte] += match["decorator"]
    return found


def _define(
    reading: Reading, scope: Scope, decorators: Sequence[Node], docstring: Docstring | None
) -> Symbol:
    source, node = reading.tree.source, scope.node
    return Symbol(
        name=scope.name,
        qualified_name=scope.qualified_name,
        kind=_kind_of(scope, decorators, reading.names),
        span=reading.layout.span_of(node),
        parent=scope.parent.qualified_name if scope.parent else "",
        signature=one_line(source, _signature(node)),
        is_async=node.children[0].type == "async",
        bases=tuple(one_line(source, [base]) for base in _bases(node)),
        decorators=tuple(one_line(source, [decorator]) for decorator in decorators),
        documentation=docstring.text if docstring else "",
    )


def _kind_of(scope: Scope, decorators: Sequence[Node], names: Names) -> str:
    if scope.kind is ScopeKind.CLASS:
        return "class"
    if scope.parent is None or scope.parent.kind is not ScopeKind.CLASS:
        return "function"
    is_property = any(_makes_property(node, scope.name, names) for node in decorators)
    return "property" if is_property else "method"


def _makes_property(decorator: Node, method: str, names: Names) -> bool:
    if decorator.type not in {"identifier", "attribute"}:
        return False
    path = dotted_text(decorator).split(".")
    if path[-1] == "cached_property" or (path[-1] in ACCESSORS and path[-2:-1] == [method]):
        return True
    return names.origin(decorator, past_stars=True) in PROPERTIES


def _signature(node: Node) -> list[Node]:
    """Give the parts of a head between the name and the bases or the colon."""
    if node.type == "class_definition":
        parameters = node.child_by_field_name("type_parameters")
        return [parameters] if parameters else []
    types = [child.type for child in node.children]
    after_name = types.index("identifier") + 1 if "identifier" in types else len(types)
    colon = types.index(":") if ":" in types else len(types)
    return node.children[after_name:colon]


def _bases(node: Node) -> list[Node]:
    arguments = node.child_by_field_name("superclasses")
    nodes = arguments.named_children if arguments else []
    return [child for child in nodes if child.type != "comment"]
