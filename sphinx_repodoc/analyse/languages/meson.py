"""Meson, as its own parser reads it.

There is no right grammar on PyPI: the one in tree-sitter-language-pack 0.13 does not accept 145 of
the 1511 files that Meson is tested with, which are valid but for a few.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sphinx_repodoc.analyse.languages.meson_tree import Call, Node, Tree, literal
from sphinx_repodoc.analyse.lines import describe_lines, split_lines
from sphinx_repodoc.analyse.syntax.symbols import number_symbols
from sphinx_repodoc.model.facts import (
    Declaration,
    DeclarationKind,
    Facts,
    ImportStatement,
    Symbol,
    TestCase,
)
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.import_contexts import ImportContext

BUILDING = frozenset(
    {
        *("build_target", "both_libraries", "executable", "extension_module", "jar", "library"),
        *("shared_library", "shared_module", "static_library"),
    }
)
"""What makes a target of the sources that follow the name; called so but for the underscore."""

NAMING = BUILDING | {"alias_target", "custom_target", "option", "project", "run_target"}
"""What defines the name that comes first."""

TESTING = frozenset({"test"})

NAMED = frozenset({"dependency", "find_program", "import", "subdir", "subproject"})
"""What takes what it names first."""

LISTED = frozenset({"files", "install_data", "install_headers", "install_man", "install_sources"})
"""What takes all the files that it names."""

KEYWORDS = {
    **dict.fromkeys(BUILDING | {"install_data"}, "sources"),
    **dict.fromkeys(("configure_file", "custom_target", "vcs_tag"), "input"),
}
"""By which keyword files are taken."""

METHODS = frozenset({"extension_module", "install_sources"})
"""What are methods among these, of the module for Python; others are functions."""


def find_facts(text: str) -> Facts:
    """Find what a file defines, takes and tests; nothing if Meson does not accept it."""
    text = text.replace("\r\n", "\n")
    try:
        tree = Tree(text)
    except RecursionError:  # what is nested so deep Meson does not read either
        return replace(describe_lines(split_lines(text), {}), is_partial=True)
    symbols = sorted(_find_symbols(tree), key=lambda symbol: symbol.span.line)
    first = symbols[0].span.line if symbols else None
    return replace(
        describe_lines(split_lines(text), tree.comments, first),
        symbols=tuple(number_symbols(symbols)),
        imports=tuple(_find_imports(tree)),
        tests=tuple(_find_tests(tree)),
        declarations=tuple(_find_tasks(tree)),
        errors=tuple(Span(line, line) for line in tree.errors),
    )


def _find_symbols(tree: Tree) -> Iterator[Symbol]:
    for assignment in tree.assignments:
        if assignment.is_first:
            yield _symbol(tree, "variable", assignment.name, assignment.node)
    for call in tree.calls:
        name = literal(call.arguments[0]) if call.arguments else ""
        if name and call.name in NAMING and call.is_method == (call.name in METHODS):
            symbol = _symbol(tree, call.name.replace("_", " "), name, call.node)
            described = literal(call.keywords.get("description")) if call.name == "option" else ""
            yield replace(
                symbol,
                prefix=f"{call.name} ",
                signature=_find_signature(tree, call) if call.name == "project" else "",
                documentation=described or symbol.documentation,
            )
        elif call.name == "set_variable" and name:
            yield _symbol(tree, "variable", name, call.node)


def _symbol(tree: Tree, kind: str, name: str, node: Node) -> Symbol:
    start, end = tree.place(node)
    span = Span(tree.line(start), tree.line(end - 1))
    said = tree.comment_above(span.line) if tree.is_statement(node) else ""
    return Symbol(name=name, qualified_name=name, kind=kind, span=span, documentation=said)


def _find_signature(tree: Tree, call: Call) -> str:
    """Return what follows the name of a project as written: its languages, its version."""
    _, start = tree.place(call.arguments[0])
    _, end = tree.place(call.node)
    return tree.between(start, end - 1).rstrip(", ")


def _find_imports(tree: Tree) -> Iterator[ImportStatement]:
    """Yield the files, folders and programs that are taken, each once a line."""
    seen: set[tuple[str, int]] = set()
    for call in tree.calls:
        context = ImportContext.CONDITIONAL if call.is_conditional else ImportContext.MODULE
        for text, line in tree.literals(*_taken(call)):
            if "@" not in text and (text, line) not in seen:
                seen.add((text, line))
                span = Span(line, line)
                yield ImportStatement(text, span, line=line, context=context, keyword=call.name)


def _taken(call: Call) -> Sequence[Node]:
    """Return the values that name what a call takes."""
    if call.is_method != (call.name in METHODS):
        return ()
    named = [call.keywords[key] for key in call.keywords if key == KEYWORDS.get(call.name)]
    if call.name in NAMED:
        return call.arguments[:1]
    if call.name in BUILDING:
        return [*call.arguments[1:], *named]
    return [*call.arguments, *named] if call.name in LISTED else named


def _find_tests(tree: Tree) -> Iterator[TestCase]:
    for call in tree.calls:
        if call.name in TESTING and call.arguments and not call.is_method:
            (start, end), name = tree.place(call.node), tree.place(call.arguments[0])
            shown = literal(call.arguments[0]) or tree.between(*name)
            yield TestCase("Meson", shown, Span(tree.line(start), tree.line(end - 1)))


def _find_tasks(tree: Tree) -> Iterator[Declaration]:
    """Yield the targets that only run something, with the words of it that are known."""
    for call in tree.calls:
        name = literal(call.arguments[0]) if call.arguments else ""
        if call.name == "run_target" and name and "command" in call.keywords:
            words = [text for text, _ in tree.literals(call.keywords["command"])]
            line = tree.line(tree.place(call.node)[0])
            yield Declaration(DeclarationKind.TASK, name, " ".join(words), line)
