"""The matches of a grammar's queries in one file, sorted by what they speak of."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sphinx_repodoc.analyse.parser import Captures, Matches, Node
from sphinx_repodoc.analyse.syntax.text import Text

NAMED = ("definition.", "test.", "export.")
"""How the captures begin that say what something is: a kind, a framework, or a word."""

ROLES = (
    *("scope", "wrapper", "outer", "function", "import", "entry", "comment", "string"),
    *("decorator", "guard", "condition", "error", "mark"),
)
"""What else a match may speak of, by the capture that says so."""


@dataclass(frozen=True, slots=True)
class Match:
    """One match of a pattern: what it speaks of, and its other captures."""

    kind: str
    """Of a definition, the framework of a test, or the word of an export."""
    node: Node
    captures: Captures
    pattern: int

    def first(self, name: str) -> Node | None:
        """Return the first node of a capture."""
        nodes = self.captures.get(name)
        return nodes[0] if nodes else None


@dataclass(frozen=True, slots=True)
class Reading:
    """A file, parsed and matched."""

    text: Text
    root: Node
    by_role: Mapping[str, Sequence[Match]] = field(default_factory=dict)

    def matches(self, role: str) -> Sequence[Match]:
        """Return the matches of a role, in no set order."""
        return self.by_role.get(role, ())

    def nodes(self, role: str) -> list[Node]:
        """Return the nodes of a role, each once, in order."""
        nodes = {match.node.start_byte: match.node for match in self.matches(role)}
        return [nodes[start] for start in sorted(nodes)]


def read_matches(found: Matches) -> Reading:
    """Sort what the queries match in a file."""
    captured: dict[int, str] = {}
    by_role: dict[str, list[Match]] = defaultdict(list)
    for pattern, captures in found.matches:
        capture = captured.get(pattern, "")
        if capture not in captures:
            capture = captured[pattern] = _find_subject(captures)
        if capture:
            role, _, kind = capture.partition(".")
            node = captures[capture][0]
            by_role[role].append(Match(kind.replace("_", " "), node, captures, pattern))
    return Reading(Text(found.source, found.parsed), found.root, by_role)


def _find_subject(captures: Captures) -> str:
    """Return the capture that says what a match speaks of; empty if it speaks of nothing."""
    named = (capture for capture in captures if capture.startswith(NAMED))
    return next(named, "") or next((role for role in ROLES if role in captures), "")
