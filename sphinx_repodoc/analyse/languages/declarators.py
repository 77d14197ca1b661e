"""Declarators, in which C and its kin write what a name is: ``*(*argv[3])(void)``."""

import re
from collections.abc import Iterator, Sequence

from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.names import Name
from sphinx_repodoc.analyse.syntax.reading import Match
from sphinx_repodoc.analyse.syntax.text import text_of

TRANSPARENT = frozenset({"parenthesized_declarator", "attributed_declarator"})
"""What can stand around a declarator without a change of its meaning."""

FUNCTIONS = frozenset({"function", "friend function", "kernel"})
"""Kinds that are nothing if they are no functions."""

DECLARED = {"variable": "prototype", "member": "method"}
"""What declares a function where it would declare something else without parameters."""

LOCAL = frozenset({"constant", "variable", "extern variable", "prototype"})
"""Kinds that are left out inside functions."""

WORDS = frozenset(
    {
        *("if", "else", "for", "while", "do", "switch", "return", "sizeof", "catch"),
        *("const", "void", "char", "short", "int", "long", "float", "double", "unsigned"),
    }
)
"""What stands where a name would where the grammar has lost its way."""

OPERATOR = re.compile(r"^operator\s+(?=\W)")
"""May stand apart from its sign."""

CLASSES = frozenset({"class_specifier", "struct_specifier", "union_specifier"})


def read_declarator(match: Match) -> Name | None:
    """Find what is declared; None where the text only looks like a declaration.

    What a macro begins that has a block has no name, but all in it is local to it.
    """
    whole = match.captures["declarator"][0]
    if whole.type == "init_declarator":
        whole = whole.child_by_field_name("declarator") or whole
    node, is_function = _find_declared(whole)
    if node is None or node.is_missing or (is_function and _is_after_class(match.node)):
        return None
    node = _leave_type(node)
    end, parts = node.end_byte, tuple(split_name(node))
    cast = _find_cast(node)
    if cast:
        end, is_function = _end_of_cast(cast), True
    kind = _find_kind(match, parts, is_function=is_function)
    if kind == "function" and len(parts) > 1 and _is_of_type(node):
        kind = "method"
    if not kind or not parts or parts[-1] in WORDS:
        is_block = match.node.type == "function_definition"
        return Name(node.start_byte, end, ("",), match.kind) if is_block else None
    return Name(node.start_byte, end, parts, kind, (whole.start_byte, whole.end_byte))


def split_name(node: Node) -> Iterator[str]:
    """Yield the parts of a name; what it belongs to without the arguments of templates."""
    scope, name = (node.child_by_field_name(field) for field in ("scope", "name"))
    if node.type == "qualified_identifier" and name:
        if scope:
            yield text_of(scope.child_by_field_name("name") or scope)
        yield from split_name(name)
    elif node.type == "operator_cast":
        yield "operator " + " ".join(_text_to(node, _end_of_cast(node)).split()[1:])
    elif node.type == "pointer_type_declarator":
        yield from (text_of(n) for n in node.named_children if n.type == "type_identifier")
    else:
        yield OPERATOR.sub("operator", " ".join(text_of(node).split()))


def _find_declared(declarator: Node) -> tuple[Node | None, bool]:
    """Go down to the name, and tell whether it is that of a function."""
    node: Node | None = declarator
    is_function = False
    while node is not None and node.type.endswith("_declarator"):
        if node.type not in TRANSPARENT:
            is_function = node.type == "function_declarator"
        inner = node.child_by_field_name("declarator")
        node = inner or next((n for n in node.named_children if _can_declare(n)), None)
    return node, is_function


def _is_after_class(node: Node) -> bool:
    """Whether a function seems to return a class defined there: it stands in one that broke off."""
    written = node.child_by_field_name("type")
    has_body = written is not None and written.child_by_field_name("body") is not None
    return has_body and node.type == "function_definition"


def _leave_type(node: Node) -> Node:
    """Return a name without the type before it, of which the grammar made a scope.

    It does so where a macro stands before the type, and notes that ``::`` is missing.
    """
    part: Node | None = node
    while part is not None and part.type == "qualified_identifier":
        name = part.child_by_field_name("name")
        if name is not None and any(sign.is_missing for sign in part.children):
            node = name
        part = name
    return node


def _can_declare(node: Node) -> bool:
    return node.type.endswith(("declarator", "identifier", "name", "operator_cast"))


def _find_cast(node: Node) -> Node | None:
    """Return the conversion operator that a name ends with."""
    last: Node | None = node
    while last is not None and last.type == "qualified_identifier":
        last = last.child_by_field_name("name")
    return last if last is not None and last.type == "operator_cast" else None


def _end_of_cast(cast: Node) -> int:
    """Return where the type ends that an operator converts to."""
    node: Node | None = cast.child_by_field_name("declarator")
    while node is not None and node.type != "abstract_function_declarator":
        node = next((part for part in node.named_children if "declarator" in part.type), None)
    return node.start_byte if node is not None else cast.end_byte


def _is_of_type(name: Node) -> bool:
    """Whether a function that is defined outside of what it belongs to must belong to a type."""
    scope, around = name.child_by_field_name("scope"), name.parent
    is_template = scope is not None and scope.type == "template_type"
    parts = around.children if around is not None else ()
    return is_template or any(part.type in {"type_qualifier", "ref_qualifier"} for part in parts)


def _text_to(node: Node, end: int) -> str:
    return (node.text or b"")[: end - node.start_byte].decode(errors="replace")


def _find_kind(match: Match, parts: Sequence[str], *, is_function: bool) -> str:
    kind, node = match.kind, match.node
    if parts and parts[-1].startswith("~"):
        return "destructor"
    if not is_function:
        if kind in {"variable", "member"} and _is_misread(node):
            return ""
        if kind == "variable" and _is_extern(node):
            return "extern variable"
        return "" if kind in FUNCTIONS else kind
    kind = DECLARED.get(kind, kind)
    if node.child_by_field_name("type") or kind == "typedef":
        return kind
    return _find_kind_without_type(node, kind, parts)


def _is_misread(node: Node) -> bool:
    """Whether what looks like a variable is something that the grammar does not know."""
    written = node.child_by_field_name("type")
    if written and written.type == "type_identifier" and written.text in {b"import", b"export"}:
        return True
    return node.has_error and any(part.is_missing or part.is_error for part in node.children)


def _is_extern(node: Node) -> bool:
    """Whether a declaration says that its variable is defined elsewhere."""
    words = (text_of(part) for part in node.children if part.type == "storage_class_specifier")
    is_linked = node.parent is not None and node.parent.type == "linkage_specification"
    is_defined = any(part.type == "init_declarator" for part in node.children)
    return (is_linked or "extern" in words) and not is_defined


def _find_kind_without_type(node: Node, kind: str, parts: Sequence[str]) -> str:
    """Tell a constructor from an old function and from what a macro writes."""
    *owners, name = parts or ("",)
    if name.startswith("operator"):
        return "method"
    enclosing = owners[-1:] or _find_class(node)
    if enclosing == [name]:
        return "constructor"
    is_definition = node.type == "function_definition"
    return kind if is_definition and name != name.upper() else ""


def _find_class(node: Node) -> list[str]:
    """Return the name of the class around something, if there is one."""
    above = node.parent
    while above is not None and above.type not in CLASSES:
        above = above.parent
    name = above.child_by_field_name("name") if above is not None else None
    return list(split_name(name))[-1:] if name is not None else []
