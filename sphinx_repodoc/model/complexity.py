"""How complex functions are."""

from dataclasses import dataclass

from sphinx_repodoc.model.files import Span


@dataclass(frozen=True, slots=True)
class Complexity:
    """How complex a function is."""

    symbol: str
    """Qualified name of the function."""
    span: Span
    ways: int
    """McCabe's cyclomatic complexity: one, and one more for each decision."""
    levels: int
    """How many conditions and loops are within each other."""
    loops: int
    """How many loops are within each other."""
