"""What the rules find in a file of a language that has a grammar and queries."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from sphinx_repodoc.analyse.complexity import Place
from sphinx_repodoc.analyse.findings import Rule, Shape
from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.language import Syntax
from sphinx_repodoc.analyse.syntax.reading import Match, Reading
from sphinx_repodoc.analyse.syntax.symbols import Symbols
from sphinx_repodoc.analyse.syntax.text import text_of, unquote
from sphinx_repodoc.model.facts import ImportStatement
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.findings import Finding

BINDERS = ("name", "declarator", "pattern", "left", "parameter", "alias")
"""Fields of what gives a name a meaning of its own."""

BINDING = re.compile("parameter|parameters|identifier_list|parameter_list|^variable_declaration$")
"""Types of nodes that do so to each name in them, types aside."""

CARRIER = re.compile(
    "(?<!regex_)pattern$|(reference|structured_binding)_declarator$|^expression_list$"
)
"""Types of nodes that pass on a meaning to each name in them, as in ``const { a, b } = c``."""

ASIDE = ("key", "right", "type")
"""Fields of these that hold what takes no part in it."""

USE = re.compile(
    "call|invocation|annotation|attribute|argument|scoped|qualified|member_|access|selector|^field$|^regex"
)
"""Types of nodes whose fields of these names hold what has a meaning already."""

FIELD = "field_identifier"
"""The type of a node that names what is reached through a value alone, and so hides nothing."""

FUNCTION = re.compile(
    r"(?!.*call)(\w*function|method|constructor|func|lambda|arrow|closure)"
    r"(_\w*)?(declaration|definition|item|expression|literal|function|statement)|method|lambda"
)
"""Types of nodes in which a name may mean something of its own."""

FindShape = Callable[[int], Shape]
"""Takes the number of a pattern."""


class Names:
    """What the names of a file certainly refer to."""

    def __init__(
        self,
        reading: Reading,
        symbols: Symbols,
        imports: Sequence[ImportStatement],
        syntax: Syntax,
    ) -> None:
        self._root = reading.root
        self._defined = {placed.qualified_name.rpartition(".")[2] for placed in symbols.placed}
        self._separator = re.compile("|".join(map(re.escape, (*syntax.separators, "."))))
        self._bound = dict(self._list_bound(imports, is_last=syntax.binds_last))
        self._is_open = syntax.wildcards_hide and "*" in self._bound
        self._imports = [statement.span for statement in imports]
        self._hidden: dict[str, list[Place]] = {}

    def find_origin(self, node: Node) -> str:
        """Return the full name that a written one stands for, unless the file defines it.

        Empty also where a name may come from a module that all of is imported.
        """
        first, *others = self._split(" ".join(text_of(node).split()))
        if first in self._bound:
            return ".".join((self._bound[first], *others))
        return "" if others or self._is_open or first in self._defined else first

    def _list_bound(
        self, imports: Sequence[ImportStatement], *, is_last: bool
    ) -> Iterator[tuple[str, str]]:
        for statement in imports:
            module = ".".join(self._split(statement.module.removeprefix("node:")))
            for each in statement.names:
                name = module if each.name == "default" else f"{module}.{each.name}"
                yield each.alias or each.name, name
            if statement.alias:
                yield statement.alias, module
            elif is_last and not statement.names:
                yield re.split(r"[./]", module)[-1], module

    def _split(self, written: str) -> list[str]:
        return [part for part in self._separator.split(written) if part] or [""]

    def is_shadowed(self, node: Node) -> bool:
        """Whether what binds a name gives it another meaning, a parameter say.

        One that is imported has it in the function alone that does so; any other in all the file.
        """
        name = self._split(text_of(node))[0]
        if name not in self._hidden:
            self._hidden[name] = list(self._find_hidden(name))
        places = self._hidden[name]
        if name not in self._bound:
            return bool(places)
        return any(start <= node.start_byte < end for start, end in places)

    def _find_hidden(self, name: str) -> Iterator[Place]:
        """Yield where a name means what neither an import nor the language says."""
        written = name.encode()
        pending = [self._root]
        while pending:
            node = pending.pop()
            pending += node.named_children
            is_name = not node.named_child_count and node.text == written
            if is_name and _binds(node) and not self._is_import(node):
                yield _find_function(node).byte_range

    def _is_import(self, node: Node) -> bool:
        """Whether a name is bound by an import, or by what it is part of."""
        around = node.parent or node
        lines = Span(around.start_point.row + 1, around.end_point.row + 1)
        return any(
            lines.line <= each.end_line and each.line <= lines.end_line for each in self._imports
        )


def _binds(node: Node) -> bool:
    """Whether what a name stands in gives it a meaning, and does not only use it."""
    parent = node.parent
    while parent and CARRIER.search(parent.type) and not _stands_in(node, parent, ASIDE):
        node, parent = parent, parent.parent
    is_member = node.type == FIELD and parent and _stands_in(node, parent, ("name",))
    if parent is None or is_member or USE.search(parent.type):
        return False
    is_type = "type" in node.type and "type" not in parent.type
    is_aside = is_type or _stands_in(node, parent, ASIDE)
    return (bool(BINDING.search(parent.type)) and not is_aside) or _stands_in(node, parent, BINDERS)


def _stands_in(node: Node, parent: Node, fields: Sequence[str]) -> bool:
    return any(each == node for field in fields for each in parent.children_by_field_name(field))


def _find_function(node: Node) -> Node:
    """Return the function around a node, or all the file."""
    while node.parent and not FUNCTION.fullmatch(node.type):
        node = node.parent
    return node


def find_findings(
    reading: Reading, symbols: Symbols, names: Names, find_shape: FindShape
) -> tuple[Finding, ...]:
    """Apply the rules; of a definition each is told once, where it is shown first.

    :param find_shape: gives what the pattern of a match belongs to
    """
    starts = {placed.name: placed.qualified_name for placed in symbols.placed}
    found: dict[tuple[object, ...], Finding] = {}
    for match in sorted(reading.matches("match"), key=lambda match: match.node.start_byte):
        rules = tuple(_choose(find_shape(match.pattern), match, names))
        if not rules or _is_doubtful(match.node):
            continue
        span = reading.text.span_of(match.node)
        for rule in rules:
            closure = _find_closure(match, rule.closures, symbols)
            subject = "" if closure else _find_subject(match, starts, symbols)
            is_told_of = "symbol" in match.captures or ("name" not in match.captures and subject)
            place = closure or (None if is_told_of else span)
            key = (rule.id,) if rule.once else (rule.id, rule.title, subject, place)
            found.setdefault(key, rule.make_finding(span, subject))
    return tuple(found.values())


def _is_doubtful(node: Node) -> bool:
    """Whether the grammar had to leave out or put in some of what makes a node what it is."""
    return any(child.is_error or child.is_missing for child in node.children)


def _find_closure(match: Match, closures: frozenset[str], symbols: Symbols) -> int:
    """Return where the function without a name begins that is around more closely than a named one.

    :return: 0 if there is none
    """
    node = match.node.parent if closures else None
    while node and node.type not in closures:
        node = node.parent
    named = symbols.find_around(match.node.start_byte) if node else None
    return node.start_byte if node and (not named or node.start_byte > named.name) else 0


def _choose(shape: Shape, match: Match, names: Names) -> Iterator[Rule]:
    """Give the rules that hold of a match."""
    yield from shape.unnamed
    name = match.first("name")
    if name and shape.named and (origin := names.find_origin(name)):
        rules = tuple(shape.find_rules(origin))
        yield from rules if rules and not names.is_shadowed(name) else ()


def _find_subject(match: Match, starts: Mapping[int, str], symbols: Symbols) -> str:
    """Name the definition concerned, the name that matched, or the function around."""
    symbol, name = match.first("symbol"), match.first("name")
    if symbol:
        return starts.get(symbol.start_byte) or " ".join(text_of(symbol).split())
    if name:
        return " ".join(unquote(text_of(name)).split())
    return symbols.find_function(match.node.start_byte)
