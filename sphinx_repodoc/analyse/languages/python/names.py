"""What the names of a Python file refer to, as far as that is certain."""

import builtins
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from sphinx_repodoc.analyse.languages.python.imports import PlacedImport
from sphinx_repodoc.analyse.languages.python.literals import dotted_text, text_of
from sphinx_repodoc.analyse.languages.python.scopes import Scope, ScopeKind, Scopes
from sphinx_repodoc.analyse.parser import Node, SyntaxTree
from sphinx_repodoc.model.facts import ImportStatement

BUILTINS = frozenset(dir(builtins))
LOCAL = ":"
"""Begins the origin of what the file itself defines; its qualified name follows."""
UNCERTAIN = ""

Bindings = Mapping[Scope, Mapping[str, str]]


class Names:
    """The names of one file: what each is bound to, by imports, definitions and otherwise."""

    def __init__(self, tree: SyntaxTree, scopes: Scopes, imports: Sequence[PlacedImport]) -> None:
        self._scopes = scopes
        self._bindings = _merge(_bindings(tree, scopes, imports))
        self._words = _find_words(self._bindings)
        self._has_star = any(n.name == "*" for i in imports for n in i.statement.names)

    def origin(self, node: Node, *, past_stars: bool = False) -> str:
        """Give the full dotted name of what a name or attribute refers to.

        A definition of the file itself is its qualified name after a colon. Empty if the name may
        be bound to several things, or to something that is neither imported, defined nor built in.

        :param past_stars: take for granted that no star import hides what is built in.
        """
        root, *rest = dotted_text(node).split(".")
        for scope in self._lookup(node.start_byte):
            bound = self._bindings.get(scope, {}).get(root)
            if bound is not None:
                return ".".join([bound, *rest]) if bound else UNCERTAIN
        if root not in BUILTINS or (self._has_star and not past_stars):
            return UNCERTAIN
        return ".".join(["builtins", root, *rest])

    def find_words(self, roots: Iterable[str]) -> frozenset[str]:
        """Give the words that a name must begin with to refer to something below these."""
        return frozenset().union(*(self._words[root] for root in roots if root in self._words))

    def _lookup(self, byte: int) -> Iterator[Scope]:
        """Go outward through the scopes that a name at a place is looked up in."""
        innermost = self._scopes.inside(byte)
        return (
            scope
            for scope in innermost.outward()
            if scope is innermost or scope.kind is not ScopeKind.CLASS
        )


def _find_words(bindings: Bindings) -> Mapping[str, set[str]]:
    words: dict[str, set[str]] = defaultdict(set, builtins=set(BUILTINS))
    for names in bindings.values():
        for name, origin in names.items():
            words[origin.partition(".")[0]].add(name)
    return words


def first_word(node: Node) -> str:
    """Give the name that a dotted name begins with."""
    return text_of(node).partition(".")[0].rstrip()


def _merge(bindings: Iterable[tuple[Scope, str, str]]) -> Bindings:
    """Gather what each name of a scope is bound to; to several things is uncertain."""
    merged: dict[Scope, dict[str, str]] = defaultdict(dict)
    for scope, name, origin in bindings:
        names = merged[scope]
        is_same = names.get(name) == origin and not origin.startswith(LOCAL)
        names[name] = origin if name not in names or is_same else UNCERTAIN
    return merged


def _bindings(
    tree: SyntaxTree, scopes: Scopes, imports: Sequence[PlacedImport]
) -> Iterator[tuple[Scope, str, str]]:
    known = set(BUILTINS)
    for scope, name, origin in chain(_imports(imports), _definitions(scopes)):
        known.add(name)
        yield scope, name, origin
    for capture, scopes_of in OTHERS.items():
        for node in tree.nodes("bindings", capture):
            if (name := text_of(node)) in known:
                for scope in scopes_of(scopes, node.start_byte):
                    yield scope, name, UNCERTAIN


def _imports(imports: Sequence[PlacedImport]) -> Iterator[tuple[Scope, str, str]]:
    for placed in imports:
        for name, origin in _imported(placed.statement):
            yield placed.scope, name, origin


def _imported(statement: ImportStatement) -> Iterator[tuple[str, str]]:
    """Pair the names that an import binds with what they are bound to."""
    for imported in statement.names:
        yield imported.alias or imported.name, f"{statement.dotted}.{imported.name}"
    if not statement.names:
        root = statement.module.partition(".")[0]
        yield statement.alias or root, statement.module if statement.alias else root


def _definitions(scopes: Scopes) -> Iterator[tuple[Scope, str, str]]:
    for scope in scopes:
        if scope.parent and scope.name:
            yield scope.parent, scope.name, f"{LOCAL}{scope.qualified_name}"


OTHERS: Mapping[str, Callable[[Scopes, int], Iterable[Scope]]] = {
    "name": lambda scopes, byte: [scopes.inside(byte)],
    "parameter": lambda scopes, byte: [scopes.at(byte)],
    "outer": lambda scopes, byte: scopes.at(byte).outward(),
}
"""The scopes that each other kind of binding may bind a name in."""
