"""How complex functions are: the ways through each, and how deep its parts are nested.

The number of ways is McCabe's cyclomatic complexity: one, and one more for each decision.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, auto
from typing import NamedTuple

from sphinx_repodoc.model.complexity import Complexity
from sphinx_repodoc.model.files import Span

MANY_WAYS = 10
"""The limit that McCabe names, and that of the rule C901."""

DEEP_LOOPS = 3
"""So many loops within each other are told of."""

Place = tuple[int, int]
"""Where something begins and ends in a text, in bytes."""


class Function(NamedTuple):
    """A function, and where its bytes lie."""

    start: int
    end: int
    name: str = ""
    """Qualified; empty for one that has none, which is told nothing of."""
    span: Span | None = None


class Control(NamedTuple):
    """Where a text decides, and what it nests in what."""

    decisions: Sequence[int]
    levels: Sequence[Place]
    loops: Sequence[Place]


class Part(IntEnum):
    """What is counted; of two that begin and end together, the first comes first."""

    FUNCTION = auto()
    LEVEL = auto()
    LOOP = auto()
    DECISION = auto()


@dataclass(slots=True)
class _Count:
    """What is counted in a function."""

    function: Function
    ways: int = 1
    levels: int = 0
    loops: int = 0
    open_levels: list[int] = field(default_factory=list)
    open_loops: list[int] = field(default_factory=list)

    def take(self, kind: Part, start: int, end: int) -> None:
        """Count a part of the function."""
        if kind is Part.DECISION:
            self.ways += 1
            return
        self.levels = max(self.levels, _nest(self.open_levels, start, end))
        if kind is Part.LOOP:
            self.loops = max(self.loops, _nest(self.open_loops, start, end))


def _nest(around: list[int], start: int, end: int) -> int:
    """Put what ends there into what is open where it starts; return how deep it is."""
    while around and around[-1] <= start:
        around.pop()
    around.append(end)
    return len(around)


def find_complexities(
    functions: Iterable[Function], control: Control, *, is_inclusive: bool = False
) -> Iterator[Complexity]:
    """Say of each function that has a name how complex it is.

    :param is_inclusive: whether what the functions in it hold is counted for it, too
    """
    for count in _count(functions, control, is_inclusive=is_inclusive):
        name, span = count.function.name, count.function.span
        if name and span:
            yield Complexity(name, span, count.ways, count.levels, count.loops)


def choose(complexities: Iterable[Complexity], errors: Sequence[Span]) -> tuple[Complexity, ...]:
    """Choose the functions that are complex enough to be told of, and were wholly understood.

    :param errors: what the grammar does not accept
    """
    return tuple(
        each
        for each in complexities
        if (each.ways > MANY_WAYS or each.loops >= DEEP_LOOPS)
        and not any(error in each.span for error in errors)
    )


def _count(
    functions: Iterable[Function], control: Control, *, is_inclusive: bool
) -> Iterator[_Count]:
    """Go through a text, and yield each function when it is left."""
    around: list[_Count] = []
    for (start, end), kind, function in sorted(_list_parts(functions, control), key=_place):
        while around and around[-1].function.end <= start:
            yield _leave(around, is_inclusive=is_inclusive)
        if function:
            is_value = bool(around) and not function.name and around[-1].function.end == end
            around += [] if is_value else [_Count(function)]
        else:
            is_shared = is_inclusive and kind is not Part.DECISION  # ways are added on leaving
            for count in around if is_shared else around[-1:]:
                count.take(kind, start, end)
    while around:
        yield _leave(around, is_inclusive=is_inclusive)


def _list_parts(
    functions: Iterable[Function], control: Control
) -> Iterator[tuple[Place, Part, Function | None]]:
    yield from (((each.start, each.end), Part.FUNCTION, each) for each in functions)
    yield from ((place, Part.LEVEL, None) for place in control.levels)
    yield from ((place, Part.LOOP, None) for place in control.loops)
    yield from (((start, start), Part.DECISION, None) for start in control.decisions)


def _place(part: tuple[Place, Part, Function | None]) -> tuple[int, int, Part]:
    """Sort what is around before what is in it."""
    (start, end), kind, _ = part
    return start, -end, kind


def _leave(around: list[_Count], *, is_inclusive: bool) -> _Count:
    count = around.pop()
    if is_inclusive and around:
        around[-1].ways += count.ways
    return count
