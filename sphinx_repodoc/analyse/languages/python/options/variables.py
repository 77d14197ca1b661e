"""What the variables of a Python file hold where they are used, as far as that is certain."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sphinx_repodoc.analyse.languages.python.literals import dotted_text, text_of
from sphinx_repodoc.analyse.languages.python.reading import Reading
from sphinx_repodoc.analyse.languages.python.scopes import Scope, ScopeKind
from sphinx_repodoc.analyse.parser import Node

BLOCKS = frozenset({"block", "module"})
"""What holds statements, all of which run if one does and nothing jumps."""


@dataclass(frozen=True, slots=True)
class Binding:
    """A place where a variable gets a value."""

    target: Node
    value: Node | None
    """None where that is no plain assignment."""
    is_parameter: bool = False


class Variables:
    """The variables of one file: those of functions and modules, and the attributes of ``self``."""

    def __init__(self, reading: Reading) -> None:
        self._scopes = reading.scopes
        self._bindings = _gather(reading)

    def find(self, node: Node) -> Binding | None:
        """Return the binding that a name or an attribute has its value from; None if unsure."""
        name = dotted_text(node)
        if node.type == "attribute":
            home = _find_class(self._scopes.inside(node.start_byte))
            return _find_only(self._bindings.get((home, name), ())) if home else None
        innermost = self._scopes.inside(node.start_byte)
        for scope in innermost.outward():
            if found := self._bindings.get((scope, name), ()):
                return _find_last(found, node) if scope is innermost else _find_only(found)
        return None


Bindings = Mapping[tuple[Scope, str], Sequence[Binding]]


def _gather(reading: Reading) -> Bindings:
    found: dict[tuple[Scope, str], list[Binding]] = defaultdict(list)
    scopes = reading.scopes
    for node in reading.tree.nodes("bindings", "parameter"):
        binding = Binding(node, None, is_parameter=True)
        found[scopes.at(node.start_byte), text_of(node)].append(binding)
    for node in reading.tree.nodes("bindings", "name"):
        found[scopes.inside(node.start_byte), text_of(node)].append(Binding(node, _value(node)))
    for target in _attributes(reading):
        if home := _find_class(scopes.inside(target.start_byte)):
            found[home, dotted_text(target)].append(Binding(target, _value(target)))
    return found


def _attributes(reading: Reading) -> Iterator[Node]:
    """Yield the attributes of ``self`` that statements assign to."""
    for statement in reading.tree.nodes("definitions", "assignment"):
        target = statement.child_by_field_name("left")
        if target and target.type == "attribute" and dotted_text(target).startswith("self."):
            yield target


def _value(target: Node) -> Node | None:
    """Return what a target is assigned, alone or as one of several in a row."""
    parent = target.parent
    if parent is None or parent.type not in {"assignment", "named_expression"}:
        return None
    value = parent.child_by_field_name("right") or parent.child_by_field_name("value")
    while value and value.type == "assignment":
        value = value.child_by_field_name("right")
    return value


def _find_class(scope: Scope) -> Scope | None:
    return next((each for each in scope.outward() if each.kind is ScopeKind.CLASS), None)


def _find_only(bindings: Sequence[Binding]) -> Binding | None:
    return bindings[0] if len(bindings) == 1 else None


def _find_last(bindings: Sequence[Binding], use: Node) -> Binding | None:
    """Return the last binding before a use, if it is sure to have taken place."""
    before = [each for each in bindings if each.target.start_byte <= use.start_byte]
    last = before[-1] if before else None
    return last if last and (last.is_parameter or _is_on_the_way(last.target, use)) else None


def _is_on_the_way(target: Node, use: Node) -> bool:
    """Whether a use stands after a target in the same block, or in a block of that."""
    block = target
    while block.parent and block.type not in BLOCKS:
        block = block.parent
    return block.start_byte <= use.start_byte < block.end_byte
