"""Where imports stand, and so when they take effect."""

from enum import StrEnum


class ImportContext(StrEnum):
    """Where in the file an import stands, and so when it takes effect."""

    MODULE = "module"
    """At the top level: whenever the file is imported."""
    CONDITIONAL = "conditional"
    """At the top level or in a class body, under ``if``, ``try``, ``with`` or a loop."""
    TYPE_CHECKING = "type checking"
    """Under ``if TYPE_CHECKING``: never when the program runs."""
    FUNCTION = "function"
    """In a function's body, maybe of one without a name: when that is called."""
    LOCAL = "local"
    """In a function's body, for a compiler: its names hold there, and nothing waits for a call."""
    LAZY = "lazy"
    """Declared ``lazy`` (PEP 810): when one of its names is first used."""
    DYNAMIC = "dynamic"
    """A call of ``importlib.import_module``, ``__import__`` or ``import()`` with a literal name."""
    CALLED = "called"
    """The same in a function's body."""


CALLS = frozenset({ImportContext.DYNAMIC, ImportContext.CALLED})
"""Contexts of the imports that are calls, and bind no name by themselves."""

AT_IMPORT = frozenset({ImportContext.MODULE, ImportContext.CONDITIONAL})
"""Contexts of the imports that are carried out when the file itself is imported."""

IN_FUNCTIONS = frozenset({ImportContext.FUNCTION, ImportContext.LOCAL, ImportContext.CALLED})
"""Contexts of the imports whose names hold in a function only."""

OUTSIDE_FUNCTIONS = AT_IMPORT | {ImportContext.DYNAMIC}
"""Contexts of the imports outside functions, but for those that only types or a first use need."""
