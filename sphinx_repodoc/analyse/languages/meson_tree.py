"""What Meson's own parser makes of a file, and where that stands in the text.

The parser is no interface that Meson promises to keep. So nodes are looked through whatever their
fields are called, and what they hold is named here alone.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from importlib import import_module
from itertools import chain
from typing import Any, NamedTuple

from sphinx_repodoc.analyse.syntax.comments import join_comments

Node = Any
"""Of Meson's syntax tree, which comes without types."""

CONDITIONAL = frozenset({"IfNode", "ElseNode", "ForeachClauseNode"})
"""Nodes that what is in them may not be carried out in, or be so several times."""

ASSIGNMENTS = frozenset({"AssignmentNode", "PlusAssignmentNode"})


class Literal(NamedTuple):
    """A string in the text."""

    text: str
    line: int


class Call(NamedTuple):
    """A call of a function or a method."""

    name: str
    arguments: Sequence[Node]
    keywords: Mapping[str, Node]
    node: Node
    is_method: bool
    is_conditional: bool


class Assignment(NamedTuple):
    """What gives a variable a value, or adds to it."""

    name: str
    node: Node
    is_first: bool
    """Whether it defines the variable rather than add to it."""


class Tree:
    """A file as Meson reads it; nothing is in it if Meson does not accept it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line_ends = [match.start() for match in re.finditer("\n", text)]
        root, self._comments, self.errors = _parse(text)
        self._nodes = [*_walk(root)] if root else []
        self._values = self._find_values()

    @cached_property
    def calls(self) -> Sequence[Call]:
        """All calls, in order."""
        found = (
            _read_call(node, is_conditional=is_conditional)
            for node, is_conditional in self._nodes
            if _kind(node) in {"FunctionNode", "MethodNode"}
        )
        return sorted(found, key=lambda call: self.place(call.node))

    @cached_property
    def assignments(self) -> Sequence[Assignment]:
        """All assignments, in order."""
        return [
            Assignment(node.var_name.value, node, _kind(node) == "AssignmentNode")
            for node, _ in self._nodes
            if _kind(node) in ASSIGNMENTS
        ]

    @cached_property
    def comments(self) -> Mapping[int, str]:
        """The text of each line that holds nothing but comment, by its number."""
        found = {}
        for start, end in self._comments:
            line = self._text.rfind("\n", 0, start) + 1
            if not self._text[line:start].strip():
                found[self.line(start)] = self._text[start + 1 : end].removeprefix(" ")
        return found

    def comment_above(self, line: int) -> str:
        """Return the comment right above a line."""
        found: list[str] = []
        while (line := line - 1) in self.comments:
            found.insert(0, f"# {self.comments[line]}")
        return join_comments(found)

    def line(self, place: int) -> int:
        """Return the line, from 1, of a character."""
        return bisect_left(self._line_ends, place) + 1

    def place(self, node: Node) -> tuple[int, int]:
        """Return the first character of a node, and the one after the last."""
        spans = [each.bytespan for each, _ in _walk(node) if hasattr(each, "bytespan")]
        return min(start for start, _ in spans), max(end for _, end in spans)

    def between(self, start: int, end: int) -> str:
        """Return a piece of the text on one line, without the comments in it."""
        pieces = []
        for comment, after in self._comments:
            if start <= comment < end:
                pieces.append(self._text[start:comment])
                start = after
        return " ".join(" ".join((*pieces, self._text[start:end])).split())

    def is_statement(self, node: Node) -> bool:
        """Whether a call begins its line, or the value of an assignment that does."""
        start, _ = self.place(node)
        line = self._text.rfind("\n", 0, start) + 1
        return bool(re.fullmatch(r"\s*(\w+\s*=\s*)?(\w+\.)*", self._text[line:start]))

    def literals(self, *nodes: Node) -> Iterator[Literal]:
        """Yield the strings that some values consist of, those of variables in this file too."""
        seen: set[str] = set()
        pending = list(reversed(nodes))
        while pending:
            node = pending.pop()
            if text := literal(node):
                yield Literal(text, node.lineno)
            elif _kind(node) == "IdNode" and node.value not in seen:
                seen.add(node.value)
                pending += reversed(self._values.get(node.value, ()))
            else:
                pending += reversed(_elements(node))

    def _find_values(self) -> Mapping[str, list[Node]]:
        values: dict[str, list[Node]] = defaultdict(list)
        for node, _ in self._nodes:
            if _kind(node) in ASSIGNMENTS:
                values[node.var_name.value].append(node.value)
            elif _kind(node) == "ForeachClauseNode" and len(node.varnames) == 1:
                values[node.varnames[0].value].append(node.items)
        return values


def literal(node: Node) -> str:
    """Return the text of a string; empty for anything else, and for what is filled in."""
    is_string = _kind(node) in {"StringNode", "MultilineStringNode"}
    return str(node.value) if is_string and not getattr(node, "is_fstring", False) else ""


def _parse(text: str) -> tuple[Node | None, Sequence[tuple[int, int]], Sequence[int]]:
    """Return the tree, if Meson accepts the text, where comments lie, and the lines of errors."""
    parser = import_module("mesonbuild.mparser")
    comments: list[tuple[int, int]] = []
    with import_module("mesonbuild.mlog").no_logging():
        try:
            tokens = parser.Lexer(text).lex("")
            comments.extend(token.bytespan for token in tokens if token.tid == "comment")
            return parser.Parser(text, "").parse(), comments, ()
        except parser.ParseException as error:
            return None, comments, (max(1, error.lineno),)


def _elements(node: Node) -> Sequence[Node]:
    """Return what a list holds, or the lists that are added up or chosen from."""
    kind = _kind(node)
    if kind == "ArrayNode":
        return list(node.args.arguments)
    if kind == "ParenthesizedNode":
        return [node.inner]
    if kind == "TernaryNode":
        return [node.trueblock, node.falseblock]
    if kind == "ArithmeticNode" and node.operator.value == "+":
        sides = [node.left, node.right]
        return [] if any(_kind(side).endswith("StringNode") for side in sides) else sides
    return []


def _read_call(node: Node, *, is_conditional: bool) -> Call:
    is_method = _kind(node) == "MethodNode"
    name = (node.name if is_method else node.func_name).value
    keywords = {key.value: value for key, value in node.args.kwargs.items()}
    return Call(name, node.args.arguments, keywords, node, is_method, is_conditional)


def _walk(root: Node) -> Iterator[tuple[Node, bool]]:
    """Yield all nodes, an outer one before those in it, and whether a condition is around each."""
    pending = [(root, False)]
    while pending:
        node, is_conditional = pending.pop()
        yield node, is_conditional
        within = is_conditional or _kind(node) in CONDITIONAL
        pending += [(child, within) for child in reversed([*_children(node)])]


def _children(node: Node) -> Iterator[Node]:
    for value in vars(node).values():
        parts = chain(value, value.values()) if isinstance(value, dict) else [value]
        for part in value if isinstance(value, list) else parts:
            if hasattr(part, "lineno") and _kind(part) != "WhitespaceNode":
                yield part


def _kind(node: Node) -> str:
    return type(node).__name__
