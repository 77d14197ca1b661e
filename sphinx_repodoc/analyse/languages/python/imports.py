"""What a Python file imports, and when each import takes effect."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sphinx_repodoc.analyse.languages.python.layout import is_within, span_of
from sphinx_repodoc.analyse.languages.python.literals import dotted_text
from sphinx_repodoc.analyse.languages.python.scopes import Scope, Scopes
from sphinx_repodoc.analyse.parser import Node, SyntaxTree
from sphinx_repodoc.model.facts import ImportedName, ImportStatement
from sphinx_repodoc.model.import_contexts import ImportContext


@dataclass(frozen=True, slots=True)
class PlacedImport:
    """An import statement and the scope in which it binds names."""

    statement: ImportStatement
    scope: Scope


@dataclass(frozen=True, slots=True)
class Contexts:
    """What decides when the imports of a file take effect."""

    lazy: frozenset[int]
    conditions: Sequence[Node]
    unreached: Sequence[Node]

    def at(self, node: Node, scope: Scope) -> ImportContext:
        """Say when a statement in a scope takes effect."""
        if is_within(node, self.unreached):
            return ImportContext.TYPE_CHECKING
        if scope.function:
            return ImportContext.FUNCTION
        if node.start_byte in self.lazy:
            return ImportContext.LAZY
        is_conditional = is_within(node, self.conditions)
        return ImportContext.CONDITIONAL if is_conditional else ImportContext.MODULE


def find_imports(tree: SyntaxTree, scopes: Scopes) -> Iterator[PlacedImport]:
    """List what the import statements import, one entry for each module, in order of place."""
    contexts = _find_contexts(tree)
    for node in tree.nodes("imports", "import"):
        scope = scopes.at(node.start_byte)
        context = contexts.at(node, scope)
        for statement in READERS[node.type](node):
            placed = replace(statement, context=context, scope=scope.function)
            yield PlacedImport(placed, scope)


def _find_contexts(tree: SyntaxTree) -> Contexts:
    """Find what decides when an import takes effect."""
    return Contexts(
        frozenset(node.start_byte for node in tree.nodes("imports", "lazy_import")),
        tree.nodes("imports", "condition"),
        tree.nodes("imports", "unreached"),
    )


def _read_import(node: Node) -> Iterator[ImportStatement]:
    for name in _read_names(node):
        yield ImportStatement(name.name, span_of(node), alias=name.alias, line=name.line)


def _read_from(node: Node) -> Iterator[ImportStatement]:
    module = node.child_by_field_name("module_name")
    if module:
        dotted = dotted_text(module)
        name = dotted.lstrip(".")
        level, line = len(dotted) - len(name), module.start_point[0] + 1
        yield ImportStatement(name, span_of(node), level, tuple(_read_names(node)), line=line)


def _read_future(node: Node) -> Iterator[ImportStatement]:
    line = node.start_point[0] + 1
    yield ImportStatement("__future__", span_of(node), names=tuple(_read_names(node)), line=line)


def _read_names(node: Node) -> Iterator[ImportedName]:
    last = node.named_children[-1]
    if last.type == "wildcard_import":
        yield ImportedName("*", last.start_point[0] + 1)
    for child in node.children_by_field_name("name"):
        name = child.child_by_field_name("name") or child
        alias = child.child_by_field_name("alias")
        if dotted := dotted_text(name):
            line = name.start_point[0] + 1
            yield ImportedName(dotted, line, dotted_text(alias) if alias else "")


READERS: Mapping[str, Callable[[Node], Iterator[ImportStatement]]] = {
    "import_statement": _read_import,
    "import_from_statement": _read_from,
    "future_import_statement": _read_future,
}
"""How to read each kind of import statement."""
