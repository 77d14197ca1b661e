"""Conditions that no grammar of C and its kin can know: those that part braces or statements.

The first of their branches stays, without the directives; of ``extern "C"`` for C++ the braces go,
of ``#if 0`` what is in it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

DIRECTIVE = re.compile(r"\#(?:\\\r?\n|[^\n])*")

TOKEN = re.compile(rf"(?P<directive>{DIRECTIVE.pattern})|[{{}}();]")

WORD = re.compile(r"\#\s*([a-z]+)")

NEVER = re.compile(r"\#\s*if\s+0\s*\Z")

STRANGE = re.compile(r"\#\s*(?:el)?if\b(.*?)\w+\s*(\(\s*[\"<].*)", re.DOTALL)
"""A test whether there is a header; of all that is tested, the word for that stays."""

LINKAGE = re.compile(r'\bextern\s+"[^"]*"\s*\{')

OPENING = frozenset({"if", "ifdef", "ifndef"})

PARTING = frozenset({"else", "elif", "elifdef", "elifndef"})

ENDS = frozenset({"", *";{}:"})
"""What a statement ends with."""

CHANGES = {"(": 1, ")": -1}

LONGEST = 2000
"""Characters of a condition that can go; what is longer is more than a part of something."""

INCLUDE = re.compile(r"\#\s*(?:include|import)\b")

Place = tuple[int, int]


@dataclass(slots=True)
class Branch:
    """What stands between two directives."""

    directive: Place
    depth: int = 0
    """How many brackets it opens and does not close."""
    lowest: int = 0
    """How many it closes and does not open, as a number below zero."""
    braces: list[int] = field(default_factory=list)
    has_statements: bool = False
    last: str = ""
    """The character before the next directive."""

    def note(self, depth: int, lowest: int) -> None:
        """Take brackets into account that come next."""
        self.lowest = min(self.lowest, self.depth + lowest)
        self.depth += depth

    @property
    def is_whole(self) -> bool:
        """Whether every bracket has its other half in it."""
        return not self.depth and not self.lowest


@dataclass(slots=True)
class Condition:
    """The branches of a condition, and what stands before it, if no directive does."""

    before: str
    is_within: bool
    """Whether it stands in parentheses."""
    branches: list[Branch]

    @property
    def is_part(self) -> bool:
        """Whether it is within a statement, as far as can be told."""
        if any(branch.has_statements for branch in self.branches):
            return False
        if self.before == "," and not self.is_within:
            return len(self.branches) == 1
        if self.is_within or self.before not in ENDS:
            return True
        return any(branch.last not in ENDS | {","} for branch in self.branches)

    @property
    def is_whole(self) -> bool:
        """Whether each branch could stand for itself."""
        return all(branch.is_whole for branch in self.branches)


def find_conditions(text: str) -> Iterator[Place]:
    """Find what must go of a text, which has neither comments nor literals."""
    around: list[Condition] = []
    after = parentheses = 0
    for token in TOKEN.finditer(text):
        place = token.span()
        if token["directive"]:
            before = text[after : place[0]].rstrip()[-1:]
            if strange := STRANGE.match(token[0]):
                yield from ((place[0] + a, place[0] + b) for a, b in strange.regs[1:])
            word = WORD.match(token[0])
            name = word[1] if word else ""
            if name in OPENING:
                around.append(Condition(before, parentheses > 0, [Branch(place)]))
            elif around and name in PARTING:
                around[-1].branches[-1].last = before
                around[-1].branches.append(Branch(place))
            elif around and name == "endif":
                around[-1].branches[-1].last = before
                yield from _mend(text, around.pop(), place, around)
            after = place[1]
            continue
        parentheses = max(0, parentheses + CHANGES.get(token[0], -parentheses))
        if around:
            _note(around[-1].branches[-1], token[0], place[0])


def _note(branch: Branch, bracket: str, place: int) -> None:
    if bracket in "{};":
        branch.has_statements = True
    if bracket in "{}":
        branch.braces.append(place)
    if bracket in "({":
        branch.depth += 1
    elif bracket != ";":
        branch.note(-1, -1)


def _mend(text: str, condition: Condition, end: Place, around: list[Condition]) -> Iterator[Place]:
    """Yield what goes of a condition, and let the one around it know what stays."""
    first = condition.branches[0]
    ends = [*(branch.directive for branch in condition.branches[1:]), end]
    opening = text[slice(*first.directive)]
    if NEVER.match(opening):
        yield first.directive[1], ends[0][0]
    elif condition.is_whole and not condition.is_part:
        _pass_on(first, around)
    elif "__cplusplus" in opening and first.braces and abs(first.depth) == 1:
        linkage = LINKAGE.search(text, first.directive[1], ends[0][0])
        last = (first.braces[-1], first.braces[-1] + 1)
        yield linkage.span() if linkage else last
    elif end[0] - ends[0][0] < LONGEST and not INCLUDE.search(text, first.directive[1], end[0]):
        _pass_on(first, around)
        yield from (first.directive, *ends)
        yield from _find_code(text, ends)


def _pass_on(branch: Branch, around: list[Condition]) -> None:
    for condition in around[-1:]:
        condition.branches[-1].note(branch.depth, branch.lowest)
        condition.branches[-1].has_statements |= branch.has_statements


def _find_code(text: str, ends: list[Place]) -> Iterator[Place]:
    """Yield what stands between directives, but for other directives."""
    for (_, start), (end, _) in pairwise(ends):
        place = start
        for directive in DIRECTIVE.finditer(text, start, end):
            yield place, directive.start()
            place = directive.end()
        yield place, end
