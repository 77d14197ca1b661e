"""Where a Python file names what it defines at its top or imports, as far as that is certain."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from sphinx_repodoc.analyse.languages.python.imports import PlacedImport
from sphinx_repodoc.analyse.languages.python.literals import text_of
from sphinx_repodoc.analyse.languages.python.names import OTHERS
from sphinx_repodoc.analyse.languages.python.reading import Reading
from sphinx_repodoc.analyse.languages.python.scopes import Scope, ScopeKind
from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.words import find_words
from sphinx_repodoc.model.uses import Use

UNCERTAIN = ""

Bindings = Mapping[Scope, Mapping[str, str]]
"""What each name of a scope means, written as in :class:`~sphinx_repodoc.model.facts.Use`."""

SILENT = frozenset(
    {
        *("class_definition", "function_definition", "dotted_name", "aliased_import"),
        *("keyword_pattern", "member_type", "ERROR"),
    }
)
"""Types of nodes in which a name is written that is no reference, or none that is certain."""

PATTERNS = frozenset({"pattern_list", "tuple_pattern", "list_pattern", "list_splat_pattern"})
"""Types of nodes that hold names which are bound together."""


def find_uses(reading: Reading) -> tuple[Use, ...]:
    """Find the lines on which the file names what it defines or imports.

    A name that is bound twice in its scope leads nowhere, nor does one that a star import may bind.
    """
    bindings = _find_bindings(reading)
    bound = {node.start_byte for capture in OTHERS for node in _bound(reading, capture)}
    lines: dict[str, set[int]] = defaultdict(set)
    for node in find_words(reading.tree.source, reading.tree.root, _words(bindings)):
        is_read = node.start_byte not in bound and _is_read(node)
        if is_read and (origin := _find_origin(reading, bindings, node)):
            lines[origin + _find_attributes(node, origin)].add(node.start_point[0] + 1)
    named = ((name, found) for name, found in lines.items() if not name.endswith(":"))
    return tuple(Use(name, tuple(sorted(found))) for name, found in sorted(named))


def _find_bindings(reading: Reading) -> Bindings:
    found: dict[Scope, dict[str, str]] = defaultdict(dict)
    for scope, name, origin in _bind(reading):
        names = found[scope]
        is_same = names.get(name) == origin and not origin.startswith(":")
        names[name] = origin if name not in names or is_same else UNCERTAIN
    if any(n.name == "*" for i in reading.imports for n in i.statement.names):
        found.pop(reading.scopes.at(0), None)
    return found


def _bind(reading: Reading) -> Iterator[tuple[Scope, str, str]]:
    """Yield what each binding of a name makes of it; of variables only the module's own count."""
    for scope in reading.scopes:
        if scope.parent and scope.name:
            yield scope.parent, scope.name, f":{scope.qualified_name}"
    for placed in reading.imports:
        for name, origin in _imported(placed):
            yield placed.scope, name, origin
    yield from dict.fromkeys(_bind_otherwise(reading))


def _bind_otherwise(reading: Reading) -> Iterator[tuple[Scope, str, str]]:
    for capture, scopes_of in OTHERS.items():
        for node in _bound(reading, capture):
            name = text_of(node)
            for scope in scopes_of(reading.scopes, node.start_byte):
                is_variable = capture == "name" and scope.kind is ScopeKind.MODULE
                is_certain = is_variable and not _is_in_comprehension(node)
                yield scope, name, f":{name}" if is_certain else UNCERTAIN


def _is_in_comprehension(node: Node) -> bool:
    """Whether a name is bound by the ``for`` of a comprehension, which is a scope of its own."""
    parent = node.parent
    while parent and parent.type in PATTERNS:
        parent = parent.parent
    return parent is not None and parent.type == "for_in_clause"


def _imported(placed: PlacedImport) -> Iterator[tuple[str, str]]:
    statement = placed.statement
    for imported in statement.names:
        yield imported.alias or imported.name, f"{statement.dotted}:{imported.name}"
    if not statement.names:
        root = statement.module.partition(".")[0]
        yield statement.alias or root, f"{statement.module if statement.alias else root}:"


def _bound(reading: Reading, capture: str) -> list[Node]:
    return reading.tree.nodes("bindings", capture)


def _words(bindings: Bindings) -> frozenset[str]:
    return frozenset(
        name for names in bindings.values() for name, origin in names.items() if origin
    )


def _is_read(node: Node) -> bool:
    """Whether a name stands where its value is taken."""
    parent = node.parent
    if node.type != "identifier" or parent is None or parent.type in SILENT:
        return False
    is_first = node.start_byte == parent.start_byte
    if parent.type == "attribute":
        return is_first
    return parent.type != "keyword_argument" or not is_first


def _find_origin(reading: Reading, bindings: Bindings, node: Node) -> str:
    """Look a name up as Python does, outward through the scopes; empty if that is uncertain."""
    name, place = text_of(node), node.start_byte
    innermost, around = reading.scopes.inside(place), reading.scopes.at(place)
    if innermost is not around and name in bindings.get(around, {}):
        return UNCERTAIN  # in a head that binds the name itself
    for scope in innermost.outward():
        if scope is innermost or scope.kind is not ScopeKind.CLASS:
            origin = bindings.get(scope, {}).get(name)
            if origin is not None:
                return origin
    return UNCERTAIN


def _find_attributes(node: Node, origin: str) -> str:
    """Return the attributes that are taken of a name on its line, as they follow its origin."""
    attributes = ""
    row, parent = node.start_point[0], node.parent
    while parent and parent.type == "attribute" and parent.start_byte == node.start_byte:
        attribute = parent.child_by_field_name("attribute")
        if attribute is None or attribute.start_point[0] != row:
            break
        attributes += f".{text_of(attribute)}"
        parent = parent.parent
    if origin.startswith(":"):
        return attributes.replace(".", ":", 1)
    return attributes.removeprefix(".") if origin.endswith(":") else attributes
