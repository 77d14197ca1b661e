"""The places in a text at which some words stand."""

import re
from collections.abc import Collection, Iterator

from sphinx_repodoc.analyse.parser import Node

WORD = re.compile(rb"[A-Za-z_$\x80-\xff][\w$\x80-\xff]*")
"""What may be a name in any language; the syntax tree says whether it is one."""


def find_words(source: bytes, root: Node, words: Collection[str]) -> Iterator[Node]:
    """Yield the innermost node at each place where one of some words stands, in order.

    Most names in a text are of no interest: looking for the few that are costs less than going
    through the whole tree.
    """
    wanted = frozenset(word.encode() for word in words)
    for found in WORD.finditer(source):
        if found[0] in wanted:
            node = root.descendant_for_byte_range(*found.span())
            if node and (node.start_byte, node.end_byte) == found.span():
                yield node
