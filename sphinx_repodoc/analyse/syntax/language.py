"""A language as the engine needs it: its grammar, its queries and its conventions."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from sphinx_repodoc.analyse.findings import Rule
from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.names import Name
from sphinx_repodoc.analyse.syntax.reading import Match, Reading
from sphinx_repodoc.analyse.syntax.uses import Naming
from sphinx_repodoc.model.facts import Facts, ImportStatement, Symbol

Complete = Callable[[Facts, Reading], Facts]
"""Adds to the facts of a file what no capture can say."""

FUNCTIONS = frozenset(
    {
        "function",
        "method",
        "constructor",
        "destructor",
        "subroutine",
        "procedure",
        "macro",
        "getter",
    }
)
"""Kinds whose inside is private to them: variables there are of no interest to others."""

LOCAL = frozenset({"constant", "variable"})
"""Kinds that are left out inside functions."""


def query_file(name: str) -> Traversable:
    """Return a query file that comes with this package, beside the modules of the languages."""
    return files("sphinx_repodoc.analyse.languages").joinpath(name)


def always(_prefix: str, _name: str) -> bool:
    """Take every symbol for public."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Syntax:
    """How the files of one language are read."""

    module: str
    """Of the grammar: ``tree_sitter_rust``."""
    function: str = "language"
    """Of the module: returns the grammar."""
    queries: tuple[Traversable, ...] = ()
    """The query files; without any, the ``tags.scm`` of the grammar's package."""
    documentation: tuple[str, ...] = ("",)
    """How a comment begins that documents what follows it."""
    trailing: tuple[str, ...] = ()
    """How a comment begins that documents what stands before it on its line."""
    inner: tuple[str, ...] = ()
    """How a comment begins that documents what it stands in."""
    describe: Callable[[str], str] | None = None
    """Makes plain text of a documentation comment whose markers are removed."""
    convention: str = ""
    """What makes a name public, as the end of a sentence: ``declared pub``; empty: nothing does."""
    is_public: Callable[[str, str], bool] = always
    """Takes what stands before a name, and the name."""
    separators: tuple[str, ...] = ("::",)
    """What stands between the parts of a name, which are joined with dots here."""
    preamble: frozenset[str] = frozenset()
    """Types of nodes that may stand before the comment that speaks of the file; what stands before
    one of them does so too."""
    wrappers: frozenset[str] = frozenset()
    """Types of nodes that the comment that speaks of the file may be the first in."""
    frameworks: tuple[tuple[str, str], ...] = ()
    """How the modules begin that a file imports for a test framework, and what that is called.

    Where the last begins with nothing, that is what tests without such an import are called.
    """
    providers: frozenset[str] = frozenset()
    """The functions that its tests call: what a file imports them from is its framework, too."""
    functions: frozenset[str] = FUNCTIONS
    local: frozenset[str] = LOCAL
    kind_within: Callable[[Symbol, str, str], str] | None = None
    """Takes a symbol, and the kind and name of what is defined in it: returns what it is called
    there, as a function in a class is a method."""
    unscoped: frozenset[str] = frozenset()
    """Kinds that belong to nothing, wherever they are defined."""
    compiles_imports: bool = False
    """Whether a compiler follows the imports in functions, so that these wait for no call."""
    binds_last: bool = False
    """Whether an import without names and alias binds the last part of the module's name."""
    wildcards_hide: bool = False
    """Whether what all of a module is imported for may hide names that the language itself has."""
    rules: tuple[Rule, ...] = ()
    """Those that a configuration adds to the grammar's own."""
    read_declarator: Callable[[Match], Name | None] | None = None
    """Finds the name that a ``@declarator`` declares; None if it is not one after all."""
    read_import: Callable[[Node], Iterable[ImportStatement]] | None = None
    """Reads an ``@import`` that no captures can."""
    transcribe: Callable[[str], str] | None = None
    """Writes a text in the form that the grammar knows, line for line: old Fortran in the new."""
    prepare: Callable[[str], str] | None = None
    """Takes what is of another language out of a text that the grammar does not accept, and puts
    as many bytes in its place, on the same lines: templates in YAML."""
    is_prepared: bool = False
    """Whether all texts are, as the grammar may accept what it misunderstands: macros in C."""
    renames: bool = False
    """Whether `prepare` puts other names in place of some, which keep those in the file."""
    naming: Naming | None = None
    """Where names are read; None where their uses are not looked for."""
    complete: Complete | None = None
    is_exact: bool = False
    """Whether the grammar knows the whole language, so that its errors are the text's."""
