"""Who uses what is defined where, and on which lines."""

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class Use:
    """The lines on which a file names something that it defines or imports."""

    name: str
    """What is named: the module as imports write it, a colon, and the name in the module, such as
    ``..shop:Cart.add``; for what the file itself defines a colon, its qualified name and, after
    another colon, what is taken of it, such as ``:Cart:add``."""
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A symbol that a file names, and the lines on which it does."""

    path: PurePosixPath
    symbol: str
    user: PurePosixPath
    lines: tuple[int, ...]
    attributes: str = ""
    """What is taken of it on these lines: ``add`` of ``Cart.add``."""


@dataclass(frozen=True, slots=True)
class Usage:
    """A file that imports or names a symbol, and the lines on which it does."""

    path: PurePosixPath
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SymbolUses:
    """Who uses a symbol."""

    symbol: str
    """Its qualified name, which no other symbol of the file has."""
    usages: tuple[Usage, ...]
    """Sorted by path."""
