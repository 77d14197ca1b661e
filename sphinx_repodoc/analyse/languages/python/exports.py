"""The names that a Python file exports by ``__all__``."""

from collections.abc import Callable, Mapping

from sphinx_repodoc.analyse.languages.python.layout import Layout
from sphinx_repodoc.analyse.languages.python.literals import text_of, value_of
from sphinx_repodoc.analyse.parser import Node, SyntaxTree
from sphinx_repodoc.model.files import Span

Exports = tuple[str, ...] | None

SEQUENCES = frozenset({"list", "tuple", "expression_list"})


def find_exports(tree: SyntaxTree, layout: Layout) -> tuple[Exports, Span | None]:
    """Read ``__all__``: its names and lines; nothing unless every step of it is literal."""
    names: Exports = ()
    steps = tree.nodes("exports", "step")
    for step in steps:
        read = READERS.get(step.type) if step.start_point[1] == 0 else None
        names = read(step, names) if read and names is not None else None
    if names is None or not steps:
        return None, None
    return names, layout.span_of(steps[0])


def _assign(step: Node, before: tuple[str, ...]) -> Exports:
    value = step.child_by_field_name("right")
    return _literal(value) if value else before


def _add(step: Node, before: tuple[str, ...]) -> Exports:
    operator, value = step.child_by_field_name("operator"), step.child_by_field_name("right")
    added = _literal(value) if value and operator and text_of(operator) == "+=" else None
    return None if added is None else before + added


def _call(step: Node, before: tuple[str, ...]) -> Exports:
    function, arguments = (
        step.child_by_field_name("function"),
        step.child_by_field_name("arguments"),
    )
    attribute = function.child_by_field_name("attribute") if function else None
    values = [c for c in (arguments.named_children if arguments else []) if c.type != "comment"]
    if attribute is None or len(values) != 1:
        return None
    read = METHODS.get(text_of(attribute))
    added = read(values[0]) if read else None
    return None if added is None else before + added


def _literal(value: Node) -> Exports:
    """Evaluate a sum of lists and tuples of strings; None if there is anything else in it."""
    names: list[str | None] = []
    pending = [value]
    while pending:
        part = pending.pop()
        if part.type == "binary_operator" and part.children[1].type == "+":
            pending += [part.children[2], part.children[0]]
        elif part.type in SEQUENCES:
            names += [_string(child) for child in part.named_children if child.type != "comment"]
        else:
            return None
    known = tuple(name for name in names if name is not None)
    return known if len(known) == len(names) else None


def _string(node: Node) -> str | None:
    return value_of(node) if node.type in {"string", "concatenated_string"} else None


def _single(node: Node) -> Exports:
    name = _string(node)
    return None if name is None else (name,)


METHODS: Mapping[str, Callable[[Node], Exports]] = {"append": _single, "extend": _literal}
"""How each method of a list adds to it."""

READERS: Mapping[str, Callable[[Node, tuple[str, ...]], Exports]] = {
    "assignment": _assign,
    "augmented_assignment": _add,
    "call": _call,
}
"""What each kind of step makes of the names before it; any other makes them unknown."""
