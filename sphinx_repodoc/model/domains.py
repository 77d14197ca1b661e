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
    keywords: frozenset[str] = frozenset()
    """Names that it does not take, though a macro may bear them."""

    def write(self, qualified_name: str) -> str:
        """Write a name as the domain does; empty if it is none that can be linked to."""
        parts = qualified_name.split(".")
        is_plain = all(part.isidentifier() and part not in self.keywords for part in parts)
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

_C_KEYWORDS = (
    "_Alignas _Alignof _Atomic _Bool _Complex _Decimal128 _Decimal32 _Decimal64 _Generic "
    "_Imaginary _Noreturn _Static_assert _Thread_local alignas alignof auto bool break case char "
    "complex const continue default do double else enum extern float for goto if imaginary inline "
    "int long noreturn register restrict return short signed sizeof static static_assert struct "
    "switch thread_local typedef union unsigned void volatile while"
)
"""Those that Sphinx's domain of C knows, and the default of ``c_extra_keywords``."""

_CPP_KEYWORDS = (
    "and and_eq asm bitand bitor catch char16_t char32_t char8_t class compl concept const_cast "
    "consteval constexpr constinit decltype delete dynamic_cast explicit export false friend "
    "mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected public "
    "reinterpret_cast requires static_cast template this throw true try typeid typename using "
    "virtual wchar_t xor xor_eq"
)
"""What C++ has beside those."""

_C = Domain("c", roles=_C_ROLES, keywords=frozenset(_C_KEYWORDS.split()))

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
    keywords=frozenset(f"{_C_KEYWORDS} {_CPP_KEYWORDS}".split()),
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
