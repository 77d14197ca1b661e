"""Conditions that no grammar of C and its kin can know: those that part braces or statements.

The first of their branches stays, without the directives; of ``extern "C"`` for C++ the braces go,
of ``#if 0`` what is in it. Nor do grammars know that macros are defined within lists.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

DIRECTIVE = re.compile(r"\#(?:\\\r?\n|[^\n])*")

TOKEN = re.compile(rf"(?P<directive>{DIRECTIVE.pattern})|[{{}}();]")

WORD = re.compile(r"\#\s*([a-z]+)")

DEFINITION = re.compile(r"\#\s*(?:define|undef)\b")

LIST = re.compile(r"(=|\benum\b)[^=]*\Z")
"""What stands before the brace of a list."""

LISTS = {"=": "values", "enum": "names"}
"""What lists are of, by what stands before them."""

NEVER = re.compile(r"\#\s*if\s+0\s*\Z")

STRANGE = re.compile(r"\#\s*(?:el)?if\b(.*?)\w+\s*(\(\s*(?:[\"<]|\w+::).*)", re.DOTALL)
"""A test whether there is a header or an attribute; of all tests, the word for that stays."""

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
    closing: int = 0
    """The last brace that it closes and does not open."""
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
    is_among_values: bool
    branches: list[Branch]

    @property
    def is_part(self) -> bool:
        """Whether it is within a statement, as far as can be told."""
        if self.is_among_values:
            return True
        if any(branch.has_statements for branch in self.branches):
            return False
        if self.before == "," and not self.is_within:
            return len(self.branches) == 1
        if self.before == ":" and any(branch.last == "," for branch in self.branches):
            return True
        if self.is_within or self.before not in ENDS:
            return True
        return any(branch.last not in ENDS | {","} for branch in self.branches)

    @property
    def is_whole(self) -> bool:
        """Whether each branch could stand for itself."""
        return all(branch.is_whole for branch in self.branches)


@dataclass(slots=True)
class Brackets:
    """What a place in a text stands in."""

    parentheses: int = 0
    braces: list[str] = field(default_factory=list)
    """What lists they hold: of values, of names, or none."""

    @property
    def list(self) -> str:
        """What the list around the place is of; empty if there is none."""
        return self.braces[-1] if self.braces else ""

    def note(self, bracket: str, before: str) -> None:
        """Go beyond a bracket or semicolon; no list that a condition left open holds the latter."""
        if bracket in CHANGES:
            self.parentheses = max(0, self.parentheses + CHANGES[bracket])
            return
        self.parentheses = 0
        if bracket == "{":
            opening = LIST.search(before)
            self.braces.append(self.list or (LISTS[opening[1]] if opening else ""))
        elif bracket == "}":
            del self.braces[-1:]
        else:
            while self.list:
                self.braces.pop()

    def open_condition(self, before: str, branch: Branch) -> Condition:
        """Return the condition that begins at the place with its first branch."""
        return Condition(before, self.parentheses > 0, self.list == "values", [branch])


def find_conditions(text: str) -> Iterator[Place]:
    """Find what must go of a text, which has neither comments nor literals."""
    around: list[Condition] = []
    within = Brackets()
    after = last = 0
    for token in TOKEN.finditer(text):
        start, end = token.span()
        if token["directive"]:
            before = text[after:start].rstrip()[-1:]
            yield from _find_unknown(token, within)
            word = WORD.match(token[0])
            name = word[1] if word else ""
            if name in OPENING:
                around.append(within.open_condition(before, Branch((start, end))))
            elif around and name in PARTING:
                around[-1].branches[-1].last = before
                around[-1].branches.append(Branch((start, end)))
            elif around and name == "endif":
                around[-1].branches[-1].last = before
                yield from _mend(text, around.pop(), (start, end), around)
            after = end
        else:
            within.note(token[0], text[last:start])
            if around:
                _note(around[-1].branches[-1], token[0], start)
        last = end


def _find_unknown(token: re.Match[str], within: Brackets) -> Iterator[Place]:
    """Find what the grammar does not know of a directive where that stands."""
    start, end = token.span()
    if strange := STRANGE.match(token[0]):
        yield from ((start + a, start + b) for a, b in strange.regs[1:])
    if within.list and DEFINITION.match(token[0]):
        yield start, end


def _note(branch: Branch, bracket: str, place: int) -> None:
    if bracket in "{};":
        branch.has_statements = True
    if bracket in "{}":
        branch.braces.append(place)
    if bracket == "}" and branch.depth == branch.lowest:
        branch.closing = place
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
        brace = first.closing if first.depth < 0 else first.braces[-1]
        yield linkage.span() if linkage else (brace, brace + 1)
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
