"""Who uses what is defined where, and on which lines."""

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class Use:
    """The lines on which a file names something that it defines or imports."""

    name: str
    """What is named: the module as imports write it, a colon, and the name in the module, such as
    ``..shop:Cart.add``; for what the file itself defines a colon, its qualified name and, after
    another colon, what is taken of it, such as ``:Cart:add``. In C, whatever it is, the name
    alone; for an argument after what is called, as ``LOG(level``; for a tag after ``struct``; and
    for what a condition of the preprocessor tests after ``#``."""
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Macro:
    """A macro of C: what it does with its arguments, and whether it is always there."""

    name: str
    callees: tuple[str, ...]
    """What is called in it, which may be macros too."""
    is_plain: bool = True
    """Whether it does no more than to evaluate them and to pass them on."""
    is_conditional: bool = False
    """Whether it is defined on a condition, and the name may else be that of something else."""


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
    """Its qualified name, which means no other symbol of the file."""
    ordinal: int
    """Which of the symbols that have this name it is."""
    usages: tuple[Usage, ...]
    """Sorted by path."""
