"""The complexity of the functions of a file, from what its queries call control."""

from bisect import bisect_right
from collections.abc import Iterator

from sphinx_repodoc.analyse.complexity import Control, Function, choose
from sphinx_repodoc.analyse.complexity import find_complexities as find_all
from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.reading import Reading
from sphinx_repodoc.analyse.syntax.symbols import Symbols
from sphinx_repodoc.analyse.syntax.text import span_of
from sphinx_repodoc.model.complexity import Complexity


def find_complexities(reading: Reading, symbols: Symbols) -> tuple[Complexity, ...]:
    """Find the functions that are complex enough to be told of."""
    broken = [span_of(node) for node in reading.nodes("error") if _hides(node)]
    return choose(measure(reading, symbols), broken)


def measure(reading: Reading, symbols: Symbols) -> list[Complexity]:
    """Say of each function how complex it is, in order of lines."""
    control = _find_control(reading)
    if not control.decisions and not control.loops:
        return []
    apart = (node.byte_range for node in reading.nodes("apart"))
    functions = [
        *(
            Function(f.start, f.end, f.qualified_name, f.symbol.span)
            for f in symbols.functions
            if f.symbol
        ),
        *(Function(*place) for place in apart),
    ]
    return sorted(find_all(functions, control), key=lambda each: (each.span, each.symbol))


def _hides(error: Node) -> bool:
    """Whether decisions may be lost in an error: in no sign that is missing, and no argument."""
    is_argument = error.parent is not None and "argument" in error.parent.type
    return error.is_error and not is_argument


def _find_control(reading: Reading) -> Control:
    """Find where the file decides; each loop does, but for what only looks like one."""
    default = {match.node.start_byte for match in reading.matches("default")}
    default |= set(_find_preprocessed(reading))
    found = (match.node.byte_range for match in reading.matches("loop"))
    loops = [place for place in found if place[0] not in default]
    chained = {match.node.start_byte for match in reading.matches("chained")}
    places = {match.node.byte_range for match in reading.matches("decision")}
    levels = [match.node.byte_range for match in reading.matches("level")]
    return Control(
        [start for start, _ in places if start not in default] + [start for start, _ in loops],
        [place for place in levels if place[0] not in chained],
        loops,
    )


def _find_preprocessed(reading: Reading) -> Iterator[int]:
    """Yield where something is decided before the text is compiled."""
    conditions = reading.nodes("preprocessed")
    starts = [node.start_byte for node in conditions]
    for match in reading.matches("decision"):
        last = bisect_right(starts, match.node.start_byte)
        if last and match.node.start_byte < conditions[last - 1].end_byte:
            yield match.node.start_byte
