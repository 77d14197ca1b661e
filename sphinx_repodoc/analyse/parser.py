"""The only door to tree-sitter: a grammar, the queries on it, and what they match in a text."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

import tree_sitter
from tree_sitter import Node as Node

MAX_DEPTH = 5_000
"""Levels of nesting that are looked at: the time a query takes grows with the square of them."""

Captures = Mapping[str, list[Node]]
"""The nodes of one match by the names that its query gives them."""


@dataclass(frozen=True, slots=True)
class SyntaxTree:
    """A parsed text, and what each query of its grammar matches in it."""

    source: bytes
    root: Node
    found: Mapping[str, Mapping[str, Sequence[Captures]]]
    """By query and capture; a match with several captures stands under each."""

    def matches(self, query: str, capture: str) -> Sequence[Captures]:
        """Give the matches of a query that have this capture, in no set order."""
        return self.found[query].get(capture, ())

    def nodes(self, query: str, capture: str) -> list[Node]:
        """Give every node that a query captures under a name, each once, the outer one first."""
        nodes = (node for match in self.matches(query, capture) for node in match[capture])
        found = {(node.start_byte, -node.end_byte): node for node in nodes}
        return [found[place] for place in sorted(found)]

    @property
    def is_deep(self) -> bool:
        """Whether it is nested too deep for the queries to have reached all of it."""
        return is_deep(self.root)


@dataclass(frozen=True, slots=True)
class Matches:
    """A parsed text, and each match in it with the number of the pattern."""

    source: bytes
    root: Node
    matches: Sequence[tuple[int, Captures]]
    parsed: bytes = b""
    """What the grammar read, if that is not the source."""


class Grammar:
    """A grammar with named queries, which all run in one pass over a tree.

    Make it once and keep it as long as the process lives: freeing a query can corrupt the heap
    (tree-sitter 0.26.1 with the highlights query of tree-sitter-javascript 0.25.0).
    """

    def __init__(self, language: object, queries: Mapping[str, str]) -> None:
        self._language = tree_sitter.Language(language)
        self._parser = tree_sitter.Parser(self._language)
        self._query = tree_sitter.Query(self._language, "\n".join(queries.values()))
        self._owners = tuple(_find_owners(self._query, queries))

    def find_owner(self, pattern: int) -> str:
        """Return the name of the query that a pattern comes from."""
        return self._owners[pattern]

    def parse_text(self, text: str) -> SyntaxTree:
        """Parse a text, whatever is in it, and run the queries over the tree."""
        parsed = self.match_text(text)
        found: dict[str, dict[str, list[Captures]]] = {
            query: defaultdict(list) for query in self._owners
        }
        for pattern, captures in parsed.matches:
            by_capture = found[self._owners[pattern]]
            for name in captures:
                by_capture[name].append(captures)
        return SyntaxTree(parsed.source, parsed.root, found)

    def match_text(self, text: str) -> Matches:
        """Parse a text and give the matches as they are found."""
        source = text.encode(errors="replace")
        root = self._parser.parse(source).root_node
        cursor = tree_sitter.QueryCursor(self._query)
        cursor.set_max_start_depth(MAX_DEPTH)
        return Matches(source, root, cursor.matches(root))


def is_deep(root: Node) -> bool:
    """Whether a tree is nested too deep for queries to reach all of it."""
    pending = [(root, 0)]
    while pending:
        node, depth = pending.pop()
        if depth > MAX_DEPTH:
            return True
        room = MAX_DEPTH - depth - 1
        pending.extend((c, depth + 1) for c in node.children if c.descendant_count > room)
    return False


def _find_owners(query: tree_sitter.Query, queries: Mapping[str, str]) -> Iterator[str]:
    """Name for each pattern of the joined query the query that it comes from."""
    names = tuple(queries)
    ends = tuple(accumulate(len(text.encode()) + 1 for text in queries.values()))
    for pattern in range(query.pattern_count):
        yield names[bisect_right(ends, query.start_byte_for_pattern(pattern))]
