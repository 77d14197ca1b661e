"""The matches of a grammar's queries in one file, sorted by what they speak of."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sphinx_repodoc.analyse.parser import Captures, Matches, Node
from sphinx_repodoc.analyse.syntax.text import Text

NAMED = ("definition.", "test.", "export.")
"""How the captures begin that say what something is: a kind, a framework, or a word."""

ROLES = (
    *("scope", "wrapper", "outer", "function", "import", "entry", "comment", "string"),
    *("decorator", "guard", "condition", "error", "mark", "bound", "typed", "shared"),
    *("match", "default", "decision", "chained", "level", "loop", "apart", "closure"),
    "preprocessed",
)
"""What else a match may speak of, by the capture that says so."""


class Subject(NamedTuple):
    """What the matches of a pattern speak of."""

    capture: str = ""
    """The one that says so; empty if they speak of nothing."""
    role: str = ""
    kind: str = ""


class Match(NamedTuple):
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
    subjects: dict[int, Subject] = {}
    by_role: dict[str, list[Match]] = defaultdict(list)
    for pattern, captures in found.matches:
        subject = subjects.get(pattern)
        if subject is None or subject.capture not in captures:
            subject = subjects[pattern] = _find_subject(captures)
        capture, role, kind = subject
        if capture:
            by_role[role].append(Match(kind, captures[capture][0], captures, pattern))
    return Reading(Text(found.source, found.parsed), found.root, by_role)


def _find_subject(captures: Captures) -> Subject:
    named = (capture for capture in captures if capture.startswith(NAMED))
    capture = next(named, "") or next((role for role in ROLES if role in captures), "")
    role, _, kind = capture.partition(".")
    return Subject(capture, role, kind.replace("_", " "))
