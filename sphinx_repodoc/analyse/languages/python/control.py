"""The complexity of functions, counted as ruff's rule C901 does."""

from collections.abc import Sequence

from sphinx_repodoc.analyse.complexity import Control, Function, choose
from sphinx_repodoc.analyse.complexity import find_complexities as find_all
from sphinx_repodoc.analyse.languages.python.reading import Reading
from sphinx_repodoc.analyse.languages.python.scopes import ScopeKind
from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.model.complexity import Complexity
from sphinx_repodoc.model.files import Span

QUERY = "control"

CONSTANTS = frozenset({"True", "False", "None"})
"""Patterns that look like names, but take one value only."""


def find_complexities(reading: Reading, errors: Sequence[Span]) -> tuple[Complexity, ...]:
    """Find the functions that are complex enough to be told of.

    :param errors: what the grammar does not accept
    """
    return choose(measure(reading), errors)


def measure(reading: Reading) -> list[Complexity]:
    """Say of each function how complex it is, those that are defined in it included."""
    functions = [
        Function(scope.start, scope.end, scope.qualified_name, reading.layout.span_of(scope.node))
        for scope in reading.scopes
        if scope.kind is ScopeKind.FUNCTION
    ]
    found = find_all(functions, _find_control(reading), is_inclusive=True)
    return sorted(found, key=lambda each: (each.span, each.symbol))


def _find_control(reading: Reading) -> Control:
    tree = reading.tree
    found = [(n, n.child_by_field_name("alternative")) for n in tree.nodes(QUERY, "loop")]
    loops = [(node.start_byte, rest.start_byte if rest else node.end_byte) for node, rest in found]
    levels = [node.byte_range for node in tree.nodes(QUERY, "level")]
    levels += [rest.byte_range for _, rest in found if rest]  # which runs once, after the loop
    cases = [node for node in tree.nodes(QUERY, "case") if not _is_rest(node)]
    decisions = [node.start_byte for node in (*tree.nodes(QUERY, "decision"), *cases)]
    return Control(decisions + [start for start, _ in loops], levels, loops)


def _is_rest(case: Node) -> bool:
    """Whether it is the last case, and takes anything."""
    if case.next_named_sibling or case.child_by_field_name("guard"):
        return False
    patterns = [child for child in case.named_children if child.type == "case_pattern"]
    text = (patterns[0].text or b"").decode(errors="replace") if len(patterns) == 1 else ""
    name = text.strip("()").partition(" as ")[0]
    is_alone = not any(child.type == "," for child in case.children)
    return is_alone and name.isidentifier() and name not in CONSTANTS
