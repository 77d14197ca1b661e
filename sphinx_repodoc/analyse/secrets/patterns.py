"""Regular expressions as Go writes them, made ones of Python."""

import re
import warnings

PIECE = re.compile(
    r"\\.|\[(?:\^?\]|\^)?(?:\[:\w+:\]|\\.|[^\]\\])*\]|\(\?[imsU-]+\)|[()|]|[^\\\[()|]+", re.DOTALL
)
"""An escape, a class, flags, a parenthesis, a bar, or anything else."""

SPELLINGS = {r"\z": r"\Z"}
CLASSES = {"[:alnum:]": "a-zA-Z0-9", "[:alpha:]": "a-zA-Z", "[:digit:]": "0-9"}


def translate(written: str) -> re.Pattern[str]:
    """Compile a pattern of Go, whose classes are those of ASCII.

    Flags within a pattern hold to the end of their group there, which Python writes as a group.
    """
    pieces: list[str] = []
    flags: list[list[str]] = [[]]
    for piece in PIECE.findall(written):
        if piece.startswith("(?") and piece.endswith(")"):
            flags[-1].append(f"{piece[:-1]}:")
            pieces.append(flags[-1][-1])
            continue
        ends = ")" * len(flags[-1])
        if piece == "(":
            flags.append([])
        elif piece == ")":
            pieces.append(ends)
            flags.pop()
        elif piece == "|":
            pieces += [ends, piece, *flags[-1]]
            continue
        pieces.append(_respell(piece))
    pieces.append(")" * len(flags.pop()))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        return re.compile("".join(pieces), re.ASCII)


def _respell(piece: str) -> str:
    if piece.startswith("["):
        for name, characters in CLASSES.items():
            piece = piece.replace(name, characters)
    return SPELLINGS.get(piece, piece)
