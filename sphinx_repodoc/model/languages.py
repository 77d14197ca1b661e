"""What is to be known of languages, and those that a project's configuration adds."""

from dataclasses import dataclass
from pathlib import Path

SPARING = frozenset(
    {"JavaScript", "JSX", "Jupyter Notebook", "Python", "Ruby", "TSX", "TypeScript"}
)
"""Languages that have imports which only types need, or which wait for a first use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedLanguage:
    """A language that a grammar wheel and query files are enough for."""

    name: str
    """As the pages write it."""
    grammar: str
    """The module of the wheel: ``tree_sitter_gleam``."""
    function: str = "language"
    """Of that module: returns the grammar."""
    suffixes: tuple[str, ...] = ()
    """What the names of its files end with: ``.gleam``."""
    names: tuple[str, ...] = ()
    """The whole names of its files."""
    queries: tuple[Path, ...] = ()
    """The query files; without any, the ``tags.scm`` of the wheel."""
    lexer: str = "text"
    """Alias of the Pygments lexer that takes it."""
    documentation: tuple[str, ...] = ("",)
    """How a comment begins that documents what follows it."""
    separators: tuple[str, ...] = ("::",)
    """What stands between the parts of a name."""

    def owns(self, name: str) -> bool:
        """Whether a file of some name is in this language."""
        return name in self.names or name.endswith(self.suffixes or ("\0",))
