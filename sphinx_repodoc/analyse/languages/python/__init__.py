"""What is in a Python file."""

import ast
import warnings
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files

import tree_sitter_python

from sphinx_repodoc.analyse.findings import Rule, Shape, add_shapes, read_shapes
from sphinx_repodoc.analyse.languages.python.control import find_complexities
from sphinx_repodoc.analyse.languages.python.declared import find_declarations
from sphinx_repodoc.analyse.languages.python.docstrings import (
    find_docstrings,
    find_module_docstring,
)
from sphinx_repodoc.analyse.languages.python.dynamic import find_dynamic_imports
from sphinx_repodoc.analyse.languages.python.exports import find_exports
from sphinx_repodoc.analyse.languages.python.findings import find_findings
from sphinx_repodoc.analyse.languages.python.header import find_header
from sphinx_repodoc.analyse.languages.python.layout import span_of
from sphinx_repodoc.analyse.languages.python.options import find_command_lines
from sphinx_repodoc.analyse.languages.python.reading import Reading, read_tree
from sphinx_repodoc.analyse.languages.python.scopes import ScopeKind
from sphinx_repodoc.analyse.languages.python.symbols import find_symbols
from sphinx_repodoc.analyse.languages.python.uses import find_uses
from sphinx_repodoc.analyse.parser import Grammar, Node, SyntaxTree
from sphinx_repodoc.model.facts import Facts, ImportStatement
from sphinx_repodoc.model.files import Span

QUERIES = ("bindings", "calls", "control", "definitions", "exports", "imports", "text")
"""The query files beside this module, by name without suffix."""

CONVENTION = "no leading underscore"


def find_facts(text: str, rules: tuple[Rule, ...] = ()) -> Facts:
    """Find the facts of a Python file.

    :param rules: those that a configuration adds
    """
    tree = _grammar(rules).parse_text(text)
    reading = read_tree(text, tree)
    exports, exports_span = find_exports(tree, reading.layout)
    errors, is_deep = tuple(_find_errors(tree)), tree.is_deep
    return replace(
        find_header(tree),
        symbols=find_symbols(reading),
        imports=_find_imports(reading),
        uses=() if errors or is_deep else find_uses(reading),
        exports=exports,
        exports_span=exports_span,
        complexities=find_complexities(reading, errors),
        convention=CONVENTION,
        main_guard=_find_guard(reading),
        lines=reading.layout.count_lines(_find_docstrings(reading)),
        findings=find_findings(reading, _shapes(rules)),
        command_lines=find_command_lines(reading),
        declarations=tuple(find_declarations(reading)),
        errors=errors,
        is_accepted=bool(errors) and not is_deep and _is_python(text),
        is_partial=is_deep,
    )


@cache
def _grammar(rules: tuple[Rule, ...] = ()) -> Grammar:
    folder = files(__name__)
    queries = {name: folder.joinpath(f"{name}.scm").read_text("utf-8") for name in QUERIES}
    shapes = {shape.query: shape.query for shape in _shapes(rules)}
    return Grammar(tree_sitter_python.language(), shapes | queries)


@cache
def _shapes(rules: tuple[Rule, ...]) -> tuple[Shape, ...]:
    return add_shapes(read_shapes("python"), rules)


def _is_python(text: str) -> bool:
    """Whether the Python that runs this accepts a text; nothing of it is run."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False
    return True


def _find_imports(reading: Reading) -> tuple[ImportStatement, ...]:
    written = [placed.statement for placed in reading.imports]
    called = find_dynamic_imports(reading.tree, reading.scopes, reading.names)
    return tuple(sorted([*written, *called], key=lambda statement: statement.span.line))


def _find_guard(reading: Reading) -> Span | None:
    guards = reading.tree.nodes("definitions", "guard")
    top = [node for node in guards if reading.scopes.at(node.start_byte).kind is ScopeKind.MODULE]
    return reading.layout.span_of(top[0]) if top else None


def _find_docstrings(reading: Reading) -> Iterator[Node]:
    module, docstrings = find_module_docstring(reading.tree), find_docstrings(reading.tree)
    if module:
        yield module.node
    for scope in reading.scopes:
        if scope.name and scope.body in docstrings:
            yield docstrings[scope.body].node


def _find_errors(tree: SyntaxTree) -> Iterator[Span]:
    """Give the outermost errors, but for syntax that is newer than the grammar."""
    newer = {n.start_byte for query in ("imports", "text") for n in tree.nodes(query, "newer")}
    end, last = -1, tree.source.removesuffix(b"\n").count(b"\n") + 1
    for node in tree.nodes("text", "error"):
        if node.start_byte >= end and node.start_byte not in newer:
            end = node.end_byte
            span = span_of(node)  # what is missing behind the last line is missing in that
            yield Span(min(span.line, last), min(span.end_line, last))
