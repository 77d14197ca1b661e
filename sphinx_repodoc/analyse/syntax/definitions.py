"""What the queries find to be defined in a file: what is called how, and made up of what."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.language import Syntax
from sphinx_repodoc.analyse.syntax.names import Name
from sphinx_repodoc.analyse.syntax.reading import Match, Reading
from sphinx_repodoc.analyse.syntax.text import Text, text_of, unquote

OPENING = tuple("([{<")
CLOSING = tuple(")]}>")

Place = tuple[int, int]
"""The first byte of something, and the one after the last."""


class Definition(NamedTuple):
    """A match that defines something, or a scope, with what it is called and made up of."""

    match: Match
    node: Node
    """The whole of it."""
    begin: int
    """The first byte of its head, maybe outside of it."""
    owned: tuple[int, int]
    """Where what belongs to it lies: the first byte, and the one after the last."""
    name: Name
    kind: str

    @property
    def order(self) -> tuple[int, int, int]:
        """Sorts an outer definition before an inner one."""
        start, end = self.owned
        return start, -end, self.name.start


def find_definitions(reading: Reading, syntax: Syntax) -> list[Definition]:
    """Find definitions and scopes, the outer one first, one for each name."""
    wrappers = {
        wrapped.id: match.node
        for match in reading.matches("wrapper")
        for wrapped in match.captures["wrapped"]
    }
    outer = dict(_find_outer(reading))
    found: dict[int, Definition] = {}
    for match in (*reading.matches("definition"), *reading.matches("scope")):
        name = _find_name(match, reading.text, syntax)
        known = found.get(name.start) if name else None
        if name and (known is None or match.pattern < known.match.pattern):
            node, begin = _find_whole(match.node, wrappers, outer)
            held = match.first("members") or node
            owned = (held.start_byte, held.end_byte)
            kind = (name.kind or match.kind) if match.kind else ""
            begin = reading.text.reach_back(begin)
            found[name.start] = Definition(match, node, begin, owned, name, kind)
    return sorted(found.values(), key=lambda definition: definition.order)


def _find_whole(
    node: Node, wrappers: Mapping[int, Node], outer: Mapping[Place, Place]
) -> tuple[Node, int]:
    """Return the whole of what defines, and where its head begins."""
    while node.id in wrappers:
        node = wrappers[node.id]
    place = (node.start_byte, node.end_byte)
    while place in outer:
        place = outer[place]
    return node, place[0]


def _find_name(match: Match, text: Text, syntax: Syntax) -> Name | None:
    if syntax.read_declarator and "declarator" in match.captures:
        return syntax.read_declarator(match)
    if "name" not in match.captures:
        return None
    node = match.captures["name"][0]
    owners = match.captures.get("owner", ())
    parts = [part for owner in owners for part in _split(owner, text, syntax)]
    return Name(node.start_byte, node.end_byte, (*parts, *(_split(node, text, syntax) or [""])))


def _split(name: Node, text: Text, syntax: Syntax) -> list[str]:
    """Return the parts of a name."""
    place = (name.start_byte, name.end_byte)
    written = text.between(*place) if syntax.renames else " ".join(text_of(name).split())
    if written != unquote(written):
        return [unquote(written)]
    return [part for part in split_name(written, syntax.separators) if part]


def split_name(name: str, separators: tuple[str, ...]) -> list[str]:
    """Return the parts of a name; a separator inside of brackets separates nothing."""
    if not any(separator in name for separator in separators):
        return [name]
    parts, depth = [""], 0
    for piece in _find_pieces(separators).split(name):
        depth += (piece in OPENING) - (piece in CLOSING)
        if piece in separators and not depth:
            parts.append("")
        else:
            parts[-1] += piece
    return [part.strip() for part in parts]


@cache
def _find_pieces(separators: tuple[str, ...]) -> re.Pattern[str]:
    pattern = "|".join(map(re.escape, separators))
    return re.compile(rf"({pattern}|[\[\](){{}}<>])")


def _find_outer(reading: Reading) -> Iterator[tuple[Place, Place]]:
    """Yield the place of each inner node with that of what it begins with."""
    for match in reading.matches("outer"):
        outer = (match.node.start_byte, match.node.end_byte)
        for inner in match.captures["inner"]:
            place = (inner.start_byte, inner.end_byte)
            if place != outer:
                yield place, outer
