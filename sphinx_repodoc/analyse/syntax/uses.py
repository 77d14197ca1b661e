"""Where a file names what it imports or defines, in languages whose syntax shows that.

Scopes are not followed: a name that may be bound anywhere else in the file is left out.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.text import text_of
from sphinx_repodoc.analyse.words import find_words
from sphinx_repodoc.model.facts import ImportStatement, Symbol
from sphinx_repodoc.model.uses import Use

Bound = Iterator[tuple[str, str]]
"""Names, each with what it means, written as in :class:`~sphinx_repodoc.model.facts.Use`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """Where in the syntax of a language names are read; anywhere else they may be bound."""

    names: frozenset[str]
    """Types of nodes that are names."""
    within: frozenset[str] = frozenset()
    """Types of nodes in which every name that stands directly in them is read."""
    fields: Mapping[str, str] = field(default_factory=dict, hash=False)
    """The field of some types of nodes in which a name is read."""
    passed: frozenset[str] = frozenset()
    """Types of nodes in which a name is neither read nor bound: imports and keys."""
    members: Mapping[str, str] = field(default_factory=dict, hash=False)
    """The field that holds the name which is taken of a module, by the type of the node."""
    read_import: Callable[[ImportStatement], Bound]
    """Says which names an import binds."""
    declarations: frozenset[str] = frozenset()
    """Types of nodes that bind what the file itself defines at its top; none: it is left out."""


def find_uses(
    root: Node,
    source: bytes,
    naming: Naming,
    imports: Iterable[ImportStatement],
    symbols: Iterable[Symbol],
) -> tuple[Use, ...]:
    """Find the lines on which names are read that are bound once in the file."""
    bound = (each for statement in imports for each in naming.read_import(statement))
    own = {s.name: s.span.line for s in symbols if naming.declarations and not s.parent}
    meanings = _find_meanings((*bound, *((name, f":{name}") for name in own)))
    lines: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    bindings: Counter[str] = Counter(own.keys() & meanings.keys())
    for node in find_words(source, root, meanings):
        name, line, parent = text_of(node), node.start_point[0] + 1, node.parent
        if node.type not in naming.names or parent is None or parent.type in naming.passed:
            continue
        if _is_read(node, parent, naming):
            full = meanings[name] + _find_member(parent, naming, meanings[name])
            lines[name][full].add(line)
        else:
            is_own = parent.type in naming.declarations and own.get(name) == line
            bindings[name] += -1 if is_own else 2
    certain = (each for name, each in lines.items() if not bindings[name])
    found = sorted((full, sorted(each)) for uses in certain for full, each in uses.items())
    return tuple(Use(full, tuple(each)) for full, each in found if not full.endswith(":"))


def _find_meanings(bound: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return what each name means, if imports bind it to one thing."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, meaning in bound:
        found[name].add(meaning)
    return {name: meanings.pop() for name, meanings in found.items() if len(meanings) == 1}


def _is_read(node: Node, parent: Node, naming: Naming) -> bool:
    if parent.type in naming.within:
        return True
    read = naming.fields.get(parent.type)
    child = parent.child_by_field_name(read) if read else None
    return child is not None and child.start_byte == node.start_byte


def _find_member(parent: Node, naming: Naming, meaning: str) -> str:
    """Return what is taken of a module; empty if it stands on another line."""
    taken = naming.members.get(parent.type)
    member = parent.child_by_field_name(taken) if taken else None
    is_here = member is not None and member.start_point[0] == parent.start_point[0]
    return text_of(member) if member and is_here and meaning.endswith(":") else ""
