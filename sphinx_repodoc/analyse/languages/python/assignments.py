"""The names that a Python file assigns in the body of the module or of a class.

Each is a constant (upper case), a member (of an enumeration), an attribute (of a class), a
variable (of the module) or a type alias. A name counts where it is first bound, also under
``if``, ``try`` or a loop, but not those of the module under its ``__main__`` guard.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_repodoc.analyse.languages.python.docstrings import find_explanations
from sphinx_repodoc.analyse.languages.python.layout import is_within
from sphinx_repodoc.analyse.languages.python.literals import one_line, text_of
from sphinx_repodoc.analyse.languages.python.reading import Reading
from sphinx_repodoc.analyse.languages.python.scopes import Scope, ScopeKind
from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.model.facts import Symbol

ENUMERATIONS = frozenset(
    f"enum.{name}" for name in ("Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum")
)
TYPE_ALIASES = frozenset({"typing.TypeAlias", "typing_extensions.TypeAlias"})
"""Annotations that make a type alias of the name."""
UNLISTED = frozenset({"__all__", "__slots__", "_"})
"""Names whose assignment defines nothing."""
PATTERNS = frozenset({"pattern_list", "tuple_pattern", "list_pattern", "list_splat_pattern"})
"""Targets of an assignment that hold targets."""
BODIES = frozenset({ScopeKind.MODULE, ScopeKind.CLASS})


@dataclass(frozen=True, slots=True)
class Assignment:
    """A name that is assigned, and how."""

    name: str
    scope: Scope
    annotation: Node | None


def find_assignments(reading: Reading) -> Iterator[tuple[int, Symbol]]:
    """Give every assigned name with the byte that its statement starts at."""
    tree = reading.tree
    guards = tree.nodes("definitions", "guard")
    explanations = find_explanations(tree)
    for node in tree.nodes("definitions", "assignment"):
        scope = reading.scopes.at(node.start_byte)
        is_guarded = scope.kind is ScopeKind.MODULE and is_within(node, guards)
        if scope.kind in BODIES and not is_guarded:
            explanation = explanations.get(node.start_byte, "")
            for assignment in _read_assignment(node, scope):
                yield node.start_byte, _define(reading, assignment, node, explanation)


def find_aliases(reading: Reading) -> Iterator[tuple[int, Symbol]]:
    """Give every name that a ``type`` statement defines with the byte that it starts at."""
    for node in reading.tree.nodes("definitions", "alias"):
        scope, left = reading.scopes.at(node.start_byte), node.child_by_field_name("left")
        if left and scope.kind in BODIES:
            name = text_of(left).partition("[")[0].strip()
            written = one_line(reading.tree.source, node.children[1:])
            alias = Symbol(
                name=name,
                qualified_name=_qualify(scope, name),
                kind="type alias",
                span=reading.layout.span_of(node),
                parent=scope.qualified_name,
                signature=written.removeprefix(name),
            )
            yield node.start_byte, alias


def _read_assignment(node: Node, scope: Scope) -> Iterator[Assignment]:
    """Give the names of an assignment, those of the chained ones too."""
    link: Node | None = node
    while link and link.type == "assignment":
        annotation, value = link.child_by_field_name("type"), link.child_by_field_name("right")
        left = link.child_by_field_name("left")
        for name in _targets(left) if left else ():
            if name not in UNLISTED:
                yield Assignment(name, scope, annotation)
        link = value


def _targets(left: Node) -> Iterator[str]:
    pending = [left]
    while pending:
        target = pending.pop()
        if target.type == "identifier":
            yield text_of(target)
        elif target.type in PATTERNS:
            pending.extend(reversed(target.named_children))


def _qualify(scope: Scope, name: str) -> str:
    return f"{scope.qualified_name}.{name}" if scope.qualified_name else name


def _define(reading: Reading, assignment: Assignment, node: Node, explanation: str) -> Symbol:
    scope, annotation = assignment.scope, assignment.annotation
    return Symbol(
        name=assignment.name,
        qualified_name=_qualify(scope, assignment.name),
        kind=_kind_of(reading, assignment),
        span=reading.layout.span_of(node),
        parent=scope.qualified_name,
        signature=f": {one_line(reading.tree.source, [annotation])}" if annotation else "",
        documentation=explanation,
    )


def _kind_of(reading: Reading, assignment: Assignment) -> str:
    annotation = assignment.annotation
    if annotation and reading.names.origin(annotation) in TYPE_ALIASES:
        return "type alias"
    ancestors = reading.ancestry.get(assignment.scope, frozenset())
    if not annotation and not ENUMERATIONS.isdisjoint(ancestors):
        return "attribute" if assignment.name.startswith("_") else "member"
    if assignment.name.isupper():
        return "constant"
    return "attribute" if assignment.scope.kind is ScopeKind.CLASS else "variable"
