"""The scopes of a file: what each definition encloses."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from operator import itemgetter

from sphinx_repodoc.analyse.languages.python.literals import text_of
from sphinx_repodoc.analyse.parser import Node, SyntaxTree


class ScopeKind(Enum):
    """What opens a scope."""

    MODULE = auto()
    CLASS = auto()
    FUNCTION = auto()
    LAMBDA = auto()


OPENERS = {
    ScopeKind.CLASS: ("definitions", "class"),
    ScopeKind.FUNCTION: ("definitions", "function"),
    ScopeKind.LAMBDA: ("bindings", "lambda"),
}
"""The query and the capture that find what opens a scope of each kind."""


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """A part of the text in which names are bound apart from those around it, in bytes."""

    kind: ScopeKind
    start: int
    body: int
    """Where its own names begin to hold: after the parameters or the bases."""
    end: int
    node: Node
    name: str = ""
    qualified_name: str = ""
    parent: "Scope | None" = None

    @property
    def function(self) -> str:
        """Qualified name of the innermost function around; empty outside of functions."""
        return next((s.qualified_name for s in self.outward() if s.kind is ScopeKind.FUNCTION), "")

    @property
    def is_called(self) -> bool:
        """Whether it lies in a function, maybe one without a name."""
        kinds = {scope.kind for scope in self.outward()}
        return not kinds.isdisjoint({ScopeKind.FUNCTION, ScopeKind.LAMBDA})

    def outward(self) -> Iterator["Scope"]:
        """Go from this scope to the module's."""
        scope: Scope | None = self
        while scope is not None:
            yield scope
            scope = scope.parent


class Scopes:
    """The scopes of one file, found by place."""

    def __init__(self, scopes: Sequence[Scope]) -> None:
        self._scopes = scopes
        self._starts = [scope.start for scope in scopes]

    def __iter__(self) -> Iterator[Scope]:
        return iter(self._scopes)

    def at(self, byte: int) -> Scope:
        """Find the innermost scope around a byte, head and all."""
        scope = self._scopes[bisect_right(self._starts, byte) - 1]
        while byte >= scope.end and scope.parent:
            scope = scope.parent
        return scope

    def inside(self, byte: int) -> Scope:
        """Find the innermost scope whose names hold at a byte: a head belongs to what is around."""
        scope = self.at(byte)
        while byte < scope.body and scope.parent:
            scope = scope.parent
        return scope


def find_scopes(tree: SyntaxTree) -> Scopes:
    """Nest the classes, functions and lambdas of a file."""
    openers = {kind: tree.nodes(query, capture) for kind, (query, capture) in OPENERS.items()}
    nodes = [(node.start_byte, kind, node) for kind, found in openers.items() for node in found]
    scopes = [Scope(ScopeKind.MODULE, -1, -1, len(tree.source) + 1, tree.root)]
    for start, kind, node in sorted(nodes, key=itemgetter(0)):
        parent = scopes[-1]
        while parent.end <= start and parent.parent:
            parent = parent.parent
        scopes.append(_open(kind, node, parent))
    return Scopes(scopes)


def _open(kind: ScopeKind, node: Node, parent: Scope) -> Scope:
    name_node, body = node.child_by_field_name("name"), node.child_by_field_name("body")
    name = text_of(name_node) if name_node else ""
    qualified = ".".join(filter(None, (parent.qualified_name, name)))
    inner = body.start_byte if body else node.end_byte
    return Scope(kind, node.start_byte, inner, node.end_byte, node, name, qualified, parent)
