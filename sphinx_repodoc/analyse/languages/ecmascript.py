"""What JavaScript and TypeScript have in common: how they import, and what is private."""

from collections.abc import Iterator
from itertools import chain

from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.language import FUNCTIONS, query_file
from sphinx_repodoc.analyse.syntax.text import span_of, text_of, unquote
from sphinx_repodoc.analyse.syntax.uses import Naming
from sphinx_repodoc.model.facts import ImportedName, ImportStatement
from sphinx_repodoc.model.import_contexts import ImportContext

QUERIES = (query_file("ecmascript.scm"),)
KINDS_OF_FUNCTIONS = FUNCTIONS | {"setter", "generator function"}

FRAMEWORKS = (
    ("vitest", "Vitest"),
    ("@jest/globals", "Jest"),
    ("node:test", "node:test"),
    ("bun:test", "Bun"),
    ("@playwright/test", "Playwright"),
    ("mocha", "Mocha"),
    ("ava", "AVA"),
    ("tape", "tape"),
    ("", "describe/it"),
)

PROVIDERS = frozenset({"it", "specify", "test"})
"""The functions that make a test case with most runners."""

TYPES = frozenset({"type", "typeof"})
"""The words that mark what is taken as a type."""

_PSEUDO = frozenset({"require", "exports", "module"})
"""What a module of AMD names among its imports though it is none."""


def _read_names(statement: ImportStatement) -> Iterator[tuple[str, str]]:
    """Say what an ``import`` binds; other forms bind by a declaration, if at all."""
    if statement.keyword == "import":
        for name in statement.names:
            if name.name != "*":
                yield name.alias or name.name, f"{statement.module}:{name.name}"


NAMING = Naming(
    names=frozenset(
        {
            *("identifier", "type_identifier", "shorthand_property_identifier"),
            "shorthand_property_identifier_pattern",
        }
    ),
    within=frozenset(
        {
            *("call_expression", "new_expression", "arguments", "binary_expression", "array"),
            *("unary_expression", "ternary_expression", "parenthesized_expression", "object"),
            *("return_statement", "expression_statement", "template_substitution", "decorator"),
            *("spread_element", "await_expression", "yield_expression", "throw_statement"),
            *("sequence_expression", "subscript_expression", "class_heritage", "extends_clause"),
            *("jsx_opening_element", "jsx_closing_element", "jsx_self_closing_element"),
            *("jsx_expression", "as_expression", "satisfies_expression", "non_null_expression"),
            *("type_annotation", "generic_type", "type_arguments", "union_type", "array_type"),
            *("intersection_type", "type_query", "extends_type_clause", "implements_clause"),
            *("tuple_type", "readonly_type", "parenthesized_type", "constraint", "lookup_type"),
            *("index_type_query", "default_type", "instantiation_expression"),
        }
    ),
    fields={
        "member_expression": "object",
        "nested_type_identifier": "module",
        "variable_declarator": "value",
        "assignment_expression": "right",
        "augmented_assignment_expression": "right",
        "pair": "value",
        "arrow_function": "body",
        "assignment_pattern": "right",
        "for_in_statement": "right",
        "export_statement": "value",
        "required_parameter": "value",
        "optional_parameter": "value",
        "public_field_definition": "value",
        "field_definition": "value",
        "switch_case": "value",
        "type_alias_declaration": "value",
    },
    passed=frozenset({"import_specifier", "import_clause", "namespace_import", "export_specifier"}),
    read_import=_read_names,
    declarations=frozenset(
        {
            *("function_declaration", "generator_function_declaration", "class_declaration"),
            *("abstract_class_declaration", "interface_declaration", "type_alias_declaration"),
            *("enum_declaration", "variable_declarator"),
        }
    ),
)


def is_public(prefix: str, name: str) -> bool:
    """Whether nothing makes a member private."""
    return not name.startswith("#") and not {"private", "protected"} & set(prefix.split())


def read_import(node: Node) -> Iterator[ImportStatement]:
    """Read an import of any form."""
    if node.type == "string":
        if (module := _read_module(node)) not in _PSEUDO:
            yield ImportStatement(module, span_of(node), line=_line(node), keyword="define")
    elif node.type == "call_expression":
        yield _read_call(node)
    else:
        yield from _read_statement(node)


def _read_statement(node: Node) -> Iterator[ImportStatement]:
    """Read ``import … from`` and ``export … from``."""
    required = next((n for n in node.named_children if n.type == "import_require_clause"), None)
    source = (required or node).child_by_field_name("source")
    if source is None:
        return
    words = [child.type for child in node.children if not child.is_named]
    is_type = _is_marked(node) or _takes_types(node)
    names = tuple(name for child in node.named_children for name in _names_in(child))
    names += tuple(ImportedName("*", _line(c)) for c in node.children if c.type == "*")
    spaces = [alias for child in node.named_children if (alias := _find_alias(child))]
    yield ImportStatement(
        _read_module(source),
        span_of(node),
        names=names,
        alias=spaces[0] if spaces else "",
        line=_line(source),
        context=ImportContext.TYPE_CHECKING if is_type else ImportContext.MODULE,
        keyword="require" if required else words[0],
    )


def _takes_types(node: Node) -> bool:
    """Whether a statement takes names, each marked as that of a type."""
    clauses = [n for n in node.named_children if n.type in {"import_clause", "export_clause"}]
    parts = [part for clause in clauses for part in clause.named_children]
    lists = [part.named_children if part.type == "named_imports" else [part] for part in parts]
    names = list(chain.from_iterable(lists))
    return bool(names) and all(map(_is_marked, names))


def _is_marked(node: Node) -> bool:
    """Whether a statement, or a name that it takes, is said to be for types."""
    return any(child.type in TYPES and not child.is_named for child in node.children)


def _names_in(clause: Node) -> Iterator[ImportedName]:
    """Yield the names that a clause takes; the default one with the name that it gets."""
    for child in clause.named_children:
        if clause.type == "import_clause" and child.type == "identifier":
            yield ImportedName("default", _line(child), text_of(child))
        elif child.type in {"import_specifier", "export_specifier"}:
            yield _read_specifier(child)
        elif child.type == "named_imports":
            yield from _names_in(child)


def _read_specifier(node: Node) -> ImportedName:
    name, alias = node.child_by_field_name("name"), node.child_by_field_name("alias")
    return ImportedName(
        unquote(text_of(name)) if name else "default",
        _line(node),
        unquote(text_of(alias)) if alias else "",
    )


def _find_alias(clause: Node) -> str:
    """Return the name that a clause gives to the module as a whole."""
    if clause.type in {"import_require_clause", "namespace_export"}:
        return unquote(text_of(clause.named_children[0]))
    spaces = (child for child in clause.named_children if child.type == "namespace_import")
    return next((text_of(child.named_children[0]) for child in spaces), "")


def _read_call(node: Node) -> ImportStatement:
    """Read ``require(…)`` or ``import(…)`` and what its value is bound to."""
    function, arguments = node.child_by_field_name("function"), node.named_children[-1]
    literal = arguments.named_children[0]
    is_import = function is not None and function.type == "import"
    outer, member = _find_binding(node)
    target = outer.child_by_field_name("name") or outer.child_by_field_name("left")
    names = tuple(_names_of(target)) if target and not member else ()
    alias = text_of(target) if target and target.type == "identifier" else ""
    if member:
        names, alias = (ImportedName(text_of(member), _line(member), alias),), ""
    return ImportStatement(
        _read_module(literal),
        span_of(node),
        names=names,
        alias=alias,
        line=_line(literal),
        context=ImportContext.DYNAMIC if is_import else ImportContext.MODULE,
        keyword="import()" if is_import else "require",
    )


def _find_binding(call: Node) -> tuple[Node, Node | None]:
    """Return what the value is bound by, and the member of it that is taken first."""
    member, node, parent = None, call, call.parent
    if parent and parent.type == "await_expression":
        node, parent = parent, parent.parent
    if parent and parent.type == "parenthesized_expression":
        node, parent = parent, parent.parent
    if parent and parent.type == "member_expression":
        member = parent.child_by_field_name("property")
        node, parent = parent, parent.parent
    is_bound = parent is not None and node in {
        parent.child_by_field_name("value"),
        parent.child_by_field_name("right"),
    }
    is_binding = is_bound and parent is not None and parent.type in _BINDINGS
    return (parent if is_binding and parent is not None else call), member


_BINDINGS = frozenset({"variable_declarator", "assignment_expression"})


def _names_of(pattern: Node) -> Iterator[ImportedName]:
    """Yield the names that a pattern takes of an object."""
    if pattern.type != "object_pattern":
        return
    for part in pattern.named_children:
        key, value = part.child_by_field_name("key"), part.child_by_field_name("value")
        if part.type == "shorthand_property_identifier_pattern":
            yield ImportedName(text_of(part), _line(part))
        elif key and value:
            alias = text_of(value) if value.type == "identifier" else ""
            yield ImportedName(unquote(text_of(key)), _line(part), alias)


def _read_module(literal: Node) -> str:
    return unquote(text_of(literal))


def _line(node: Node) -> int:
    return node.start_point[0] + 1
