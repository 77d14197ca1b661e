"""What the classes of a Python file derive from, through classes of the file itself as well."""

from collections.abc import Iterator, Mapping

from sphinx_repodoc.analyse.languages.python.names import LOCAL, Names
from sphinx_repodoc.analyse.languages.python.scopes import Scope, ScopeKind, Scopes
from sphinx_repodoc.analyse.parser import Node

Ancestry = Mapping[Scope, frozenset[str]]
"""The full names of all that a class certainly derives from."""


def find_ancestry(scopes: Scopes, names: Names) -> Ancestry:
    """Resolve the bases of each class, and the bases of those that this file defines."""
    found: dict[Scope, frozenset[str]] = {}
    by_origin: dict[str, frozenset[str]] = {}
    for scope in scopes:
        if scope.kind is ScopeKind.CLASS:
            origins = {names.origin(base) for base in _bases(scope.node)} - {""}
            inherited = (by_origin.get(origin, frozenset()) for origin in origins)
            found[scope] = frozenset(origins).union(*inherited)
            by_origin[f"{LOCAL}{scope.qualified_name}"] = found[scope]
    return found


def _bases(node: Node) -> Iterator[Node]:
    """Give the bases that are names; of a generic one the name that is subscripted."""
    arguments = node.child_by_field_name("superclasses")
    for base in arguments.named_children if arguments else ():
        named = base.child_by_field_name("value") if base.type == "subscript" else base
        if named and named.type in {"identifier", "attribute"}:
            yield named
