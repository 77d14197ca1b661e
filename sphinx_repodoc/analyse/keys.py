"""The keys of a data file, whatever its format, with their lines and values."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.language import Complete
from sphinx_repodoc.analyse.syntax.reading import Reading
from sphinx_repodoc.analyse.syntax.text import span_of
from sphinx_repodoc.model.facts import Declaration, Facts, OutlineEntry, OutlineKind
from sphinx_repodoc.model.files import Span

MAX_KEYS = 500
"""How many keys of a file are listed at most; those of the lower levels are left out."""

Path = tuple[str, ...]
"""Names of keys, from the outermost on."""


@dataclass(frozen=True)
class Value:
    """A value in a data file; what is in it is read when it is asked for."""

    read_text: Callable[[], str] = str
    read_entries: Callable[[], Iterable["Entry"]] = tuple
    read_items: Callable[[], Iterable["Value"]] = tuple
    line: int = 0
    is_literal: bool = False
    """Whether its text begins on the next line, and goes on line by line."""
    is_false: bool = False
    """Whether it is the boolean of that name; only known of TOML."""

    @cached_property
    def text(self) -> str:
        """The text of a string, decoded; empty for anything else."""
        return self.read_text()

    @cached_property
    def entries(self) -> Sequence["Entry"]:
        """The keys right in a mapping."""
        return tuple(self.read_entries())

    @cached_property
    def items(self) -> Sequence["Value"]:
        """The values right in a list."""
        return tuple(self.read_items())

    @cached_property
    def _by_name(self) -> Mapping[Path, Sequence["Entry"]]:
        """The keys right in a mapping by the first of their names."""
        by_name: dict[Path, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            by_name[entry.path[:1]].append(entry)
        return by_name

    def below(self, *names: str) -> Iterator["Entry"]:
        """Yield the entries right below a path, each with the path from there."""
        if not names:
            yield from self.entries
            return
        for entry in self._by_name.get(names[:1], ()):
            length = len(entry.path)
            if length > len(names) and entry.path[: len(names)] == names:
                yield entry._replace(path=entry.path[len(names) :])
            elif entry.path == names[:length]:
                yield from entry.value.below(*names[length:])

    def at(self, *names: str) -> Iterator["Entry"]:
        """Yield the entries of a path: several where a key is written again, or in a list."""
        return (entry for entry in self.below(*names[:-1]) if entry.path == names[-1:])


class Entry(NamedTuple):
    """A key and its value."""

    path: Path
    """Of several names where the key itself is dotted."""
    span: Span
    value: Value
    is_listed: bool = False
    """Whether the value is one of a list, though the key stands for itself."""

    @property
    def name(self) -> str:
        """The last of its names."""
        return self.path[-1]


def complete_with(
    read: Callable[[Reading], Value], declare: Callable[[Value], Iterable[Declaration]]
) -> Complete:
    """Make what adds the keys of a format, and what they declare, to the facts of a file."""

    def complete(facts: Facts, reading: Reading) -> Facts:
        return add_keys(facts, read(reading), declare)

    return complete


def add_keys(facts: Facts, root: Value, declare: Callable[[Value], Iterable[Declaration]]) -> Facts:
    """Add the keys of a file, and what they declare, to its facts."""
    keys, depth = list_keys(root)
    span = facts.documentation_span
    if span and any(entry.span.line == span.end_line + 1 for entry in root.entries[:1]):
        facts = replace(facts, documentation="", documentation_span=None)  # of the key, not of all
    return replace(
        facts,
        outline=(*keys, *facts.outline),
        outline_depth=depth,
        declarations=tuple(declare(root)),
    )


def list_keys(root: Value) -> tuple[tuple[OutlineEntry, ...], int | None]:
    """List the keys that are in no list, level by level as long as there is room.

    :returns: the keys in order of lines, and the depth down to which they are listed; None for all
    """
    waiting: dict[int, list[Entry]] = defaultdict(list)
    _wait(waiting, root, ())
    kept: list[Entry] = []
    depth = 0
    while waiting:
        level = waiting.pop(depth + 1, [])
        if len(kept) + len(level) > MAX_KEYS:
            return _as_outline(kept), depth
        kept += level
        depth += 1
        for entry in level:
            if not entry.is_listed:
                _wait(waiting, entry.value, entry.path)
    return _as_outline(kept), None


def _wait(waiting: dict[int, list[Entry]], value: Value, path: Path) -> None:
    for entry in value.entries:
        below = entry._replace(path=path + entry.path) if path else entry
        waiting[len(below.path)].append(below)


def _as_outline(entries: Iterable[Entry]) -> tuple[OutlineEntry, ...]:
    ordered = sorted(entries, key=lambda entry: (entry.span.line, len(entry.path)))
    return tuple(
        OutlineEntry(OutlineKind.KEY, write_path(entry.path), entry.span, level=len(entry.path))
        for entry in ordered
    )


def write_path(path: Path) -> str:
    """Join the names of a path with dots; a name that is not clear then stands in quotes."""
    return ".".join(_write_name(name) for name in path)


def _write_name(name: str) -> str:
    line = " ".join(name.split())
    return f'"{line}"' if not line or "." in line or line != name else line


def trimmed_span(node: Node) -> Span:
    """Return the lines of a node without comments and blanks at its end."""
    last = node
    while last.children and (last.children[-1].is_extra or _ends_alike(last)):
        parts = [child for child in last.children if not child.is_extra]
        if not parts:
            break
        last = parts[-1]
    first = node.start_point[0] + 1
    return Span(first, max(first, span_of(last).end_line))


def _ends_alike(node: Node) -> bool:
    """Whether a node ends where the last of its parts does."""
    return node.children[-1].end_byte == node.end_byte
