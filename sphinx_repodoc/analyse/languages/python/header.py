"""What the comments and the docstring of a Python file say of the file."""

from sphinx_repodoc.analyse.comments import (
    Comment,
    find_documentation,
    find_generated,
    find_licence,
)
from sphinx_repodoc.analyse.languages.python.docstrings import find_module_docstring
from sphinx_repodoc.analyse.languages.python.layout import span_of
from sphinx_repodoc.analyse.languages.python.literals import text_of
from sphinx_repodoc.analyse.parser import Node, SyntaxTree
from sphinx_repodoc.model.facts import Facts


def find_header(tree: SyntaxTree) -> Facts:
    """Find the documentation, the licence and the mark of generated files; no other facts."""
    comments = [
        Comment(node.start_point[0] + 1, text_of(node).removeprefix("#"))
        for node in tree.nodes("text", "comment")
    ]
    docstring = find_module_docstring(tree)
    code = _first_code(tree.root, docstring.node if docstring else None)
    head = [comment for comment in comments if code is None or comment.line < code]
    documentation, span = find_documentation(head, code)
    if docstring:
        documentation, span = docstring.text, span_of(docstring.node)
    licence, licence_line = find_licence(comments)
    return Facts(
        documentation=documentation,
        documentation_span=span if documentation else None,
        licence=licence,
        licence_line=licence_line,
        generated_line=find_generated(head),
    )


def _first_code(root: Node, docstring: Node | None) -> int | None:
    """Give the line of the first statement but the docstring."""
    for child in root.named_children:
        is_docstring = docstring is not None and child.start_byte == docstring.start_byte
        if child.type != "comment" and not is_docstring:
            return child.start_point[0] + 1
    return None
