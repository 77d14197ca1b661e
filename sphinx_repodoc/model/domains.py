"""Which of Sphinx's domains documents the names of a language, and under which roles."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Domain:
    """A domain as far as links to the names of one language need it."""

    name: str
    module_role: str = ""
    """Of a module that is imported; empty where the domain documents none."""
    role: str = ""
    """Of a name whose kind is not known."""
    roles: Mapping[str, str] = field(default_factory=dict)
    """By kind of symbol; kinds that are missing here are not documented."""
    separator: str = "."

    def write(self, qualified_name: str) -> str:
        """Write a name as the domain does; empty if it is none that can be linked to."""
        parts = qualified_name.split(".")
        is_plain = all(part.isidentifier() for part in parts)
        return self.separator.join(parts) if is_plain else ""


_C_ROLES = {
    "enum": "enum",
    "enumerator": "enumerator",
    "function": "func",
    "macro": "macro",
    "prototype": "func",
    "struct": "struct",
    "typedef": "type",
    "union": "union",
    "variable": "var",
}

_C = Domain("c", roles=_C_ROLES)

_CPP = Domain(
    "cpp",
    role="class",
    roles={
        "class": "class",
        "concept": "concept",
        "enum": "enum",
        "function": "func",
        "prototype": "func",
        "struct": "struct",
        "type alias": "type",
        "typedef": "type",
        "union": "union",
    },
    separator="::",
)

_JS = Domain("js", "mod", "class", {"class": "class", "function": "func", "constant": "data"})

NO_DOMAIN = Domain("")
"""Of the languages whose names no domain documents."""

DOMAINS: Mapping[str, Domain] = MappingProxyType(
    {
        "C": _C,
        "C++": _CPP,
        "CUDA": _CPP,
        "JavaScript": _JS,
        "JSX": _JS,
        "Python": Domain("py", "obj", "obj"),
        "TSX": _JS,
        "TypeScript": _JS,
    }
)
"""The domains by language."""
