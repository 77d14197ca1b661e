"""What a definition calls what it defines, and where that is written."""

from typing import NamedTuple


class Name(NamedTuple):
    """A name in the text."""

    start: int
    end: int
    parts: tuple[str, ...]
    """The names of what it belongs to, as far as they are written with it, and its own."""
    kind: str = ""
    """What the name shows to be defined; empty where it shows nothing."""
    declarator: tuple[int, int] | None = None
    """The first byte, and the one after the last, of all that is written around the name of one
    among several that share a declaration: ``*argv[]`` in ``char **environ, *argv[];``."""
