"""PHP, among other text or alone."""

from collections.abc import Iterator

from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.describe import before_tags, describe_tags
from sphinx_repodoc.analyse.syntax.language import Syntax, query_file
from sphinx_repodoc.analyse.syntax.names import Name
from sphinx_repodoc.analyse.syntax.reading import Match
from sphinx_repodoc.analyse.syntax.text import span_of, text_of, unquote
from sphinx_repodoc.model.facts import ImportedName, ImportStatement


def describe(text: str) -> str:
    """Return the description of a docblock, without its tags."""
    return describe_tags(before_tags(text))


def is_public(prefix: str, _name: str) -> bool:
    """Whether nothing makes a member private."""
    return not {"private", "protected"} & set(prefix.split())


def read_namespace(match: Match) -> Name | None:
    """Find the last part of a namespace's name, and those before it."""
    *_, last = parts = match.captures["declarator"][0].named_children
    return Name(last.start_byte, last.end_byte, tuple(map(text_of, parts)))


def read_import(node: Node) -> Iterator[ImportStatement]:
    """Read a ``use`` of names, or a ``require`` or ``include`` of a file."""
    if node.type == "namespace_use_declaration":
        yield from _read_use(node)
        return
    path = _find_path(node.named_children[0])
    if path:
        keyword = node.type.removesuffix("_expression")
        yield ImportStatement(path, span_of(node), line=_line(node), keyword=keyword)


def _read_use(node: Node) -> Iterator[ImportStatement]:
    keyword, sort, *_ = [*text_of(node).split(maxsplit=2), ""]
    words = [keyword.lower(), *({sort.lower()} & _SORTS)]
    group = node.child_by_field_name("body")
    prefix = next((child for child in node.named_children if child.type == "namespace_name"), None)
    if group and prefix:
        names = tuple(_read_name(clause) for clause in group.named_children)
        yield _use(node, prefix, words, names)
        return
    for clause in node.named_children:
        if clause.type == "namespace_use_clause":
            yield _use(clause, clause, words)


_SORTS = frozenset({"function", "const"})


def _use(
    node: Node, module: Node, words: list[str], names: tuple[ImportedName, ...] = ()
) -> ImportStatement:
    name = _read_name(module) if module.type == "namespace_use_clause" else None
    return ImportStatement(
        name.name if name else text_of(module).strip("\\"),
        span_of(node),
        names=names,
        alias=name.alias if name else "",
        line=_line(module),
        keyword=" ".join(words),
    )


def _read_name(clause: Node) -> ImportedName:
    alias = clause.child_by_field_name("alias")
    parts = [
        n for n in clause.named_children if n.type in {"name", "qualified_name"} and n != alias
    ]
    name = text_of(parts[0]).strip("\\") if parts else ""
    return ImportedName(name, _line(clause), text_of(alias) if alias else "")


def _find_path(expression: Node) -> str:
    """Return the path of a file: a literal, maybe after the folder of the file itself."""
    while expression.type == "parenthesized_expression":
        expression = expression.named_children[0]
    if expression.type == "binary_expression":
        left, right = (expression.child_by_field_name(side) for side in ("left", "right"))
        folder = _FOLDERS.get("".join(text_of(left).split())) if left else None
        literal = _read_literal(right) if right else ""
        return f"{folder}{literal}" if folder and literal else ""
    return _read_literal(expression)


_FOLDERS = {
    "__DIR__": ".",
    "dirname(__FILE__)": ".",
    "dirname(__DIR__)": "..",
    "dirname(dirname(__FILE__))": "..",
}
"""What says where a file is, and that as a relative path."""


def _read_literal(node: Node) -> str:
    is_plain = node.type in {"string", "encapsed_string"}
    is_plain = is_plain and all(part.type == "string_content" for part in node.named_children)
    return unquote(text_of(node)) if is_plain else ""


def _line(node: Node) -> int:
    return node.start_point[0] + 1


SYNTAX = Syntax(
    binds_last=True,
    module="tree_sitter_php",
    function="language_php",
    queries=(query_file("php.scm"),),
    describe=describe,
    is_public=is_public,
    separators=("\\", "::"),
    preamble=frozenset(
        {
            *("php_tag", "declare_statement", "namespace_definition"),
            *("namespace", "namespace_name", ";", "{"),
        }
    ),
    wrappers=frozenset({"namespace_definition", "compound_statement"}),
    read_declarator=read_namespace,
    read_import=read_import,
)
