"""The facts of a file in a language that has a grammar and queries."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module
from importlib.resources import files
from itertools import dropwhile, islice

from sphinx_repodoc.analyse.comments import find_documentation, find_generated, find_licence
from sphinx_repodoc.analyse.findings import Shape, add_shapes, read_shapes
from sphinx_repodoc.analyse.parser import Grammar, Matches, Node, is_deep
from sphinx_repodoc.analyse.syntax.comments import Comments
from sphinx_repodoc.analyse.syntax.control import find_complexities
from sphinx_repodoc.analyse.syntax.findings import Names, find_findings
from sphinx_repodoc.analyse.syntax.frameworks import find_framework, find_hidden
from sphinx_repodoc.analyse.syntax.imports import find_imports
from sphinx_repodoc.analyse.syntax.language import Syntax, query_file
from sphinx_repodoc.analyse.syntax.layout import count_lines
from sphinx_repodoc.analyse.syntax.reading import Reading, read_matches
from sphinx_repodoc.analyse.syntax.symbols import Symbols
from sphinx_repodoc.analyse.syntax.text import read_words, span_of, text_of, unquote
from sphinx_repodoc.analyse.syntax.uses import find_uses
from sphinx_repodoc.model.facts import Facts, ImportStatement, TestCase
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.findings import Finding

ERRORS = "[(ERROR) (MISSING)] @error"

CONTROL = query_file("control")
"""Queries by the name of the grammar, which say what makes functions complex."""

EXTENDED: Mapping[str, str] = {"cuda": "cpp", "typescript": "javascript"}
"""Grammars that have the control of the one that they extend."""

IMPORTED = "imported"
"""What queries call the framework of a test that only the imports tell."""

TAG = b"SPDX-License-Identifier"


def find_facts(text: str, syntax: Syntax) -> Facts:
    """Find the facts of a text in a language."""
    written = syntax.transcribe(text) if syntax.transcribe else text
    reading = read_matches(_match(written, syntax))
    comments = Comments(reading, syntax)
    symbols = Symbols(reading, syntax, comments)
    listed = symbols.list_symbols()
    header = _find_header(reading, syntax, comments, symbols)
    imports = find_imports(reading, syntax, symbols)
    facts = replace(
        _with_exports(header, reading),
        symbols=listed,
        imports=imports,
        complexities=find_complexities(reading, symbols),
        findings=_find_findings(reading, symbols, imports, syntax),
        convention=syntax.convention,
        entry_point=next((span_of(node) for node in reading.nodes("entry")), None),
        tests=tuple(_find_tests(reading, symbols, find_framework(imports, listed, syntax), syntax)),
        lines=count_lines(reading),
        errors=tuple(_find_errors(reading)) if reading.root.has_error else (),
        is_partial=is_deep(reading.root),
    )
    if syntax.naming and not facts.errors and not facts.is_partial:
        uses = find_uses(reading.root, reading.text.source, syntax.naming, imports, facts.symbols)
        facts = replace(facts, uses=uses)
    return syntax.complete(facts, reading) if syntax.complete else facts


def _match(text: str, syntax: Syntax) -> Matches:
    """Match a text; without what is of another language, if the grammar does not accept it."""
    if syntax.prepare and syntax.is_prepared:
        found = load_grammar(syntax).match_text(syntax.prepare(text))
        return replace(found, source=text.encode(errors="replace"), parsed=found.source)
    found = load_grammar(syntax).match_text(text)
    if syntax.prepare and found.root.has_error and (prepared := syntax.prepare(text)) != text:
        again = load_grammar(syntax).match_text(prepared)
        return Matches(found.source, again.root, again.matches)
    return found


@cache
def load_grammar(syntax: Syntax) -> Grammar:
    """Import the grammar of a language, and compile its queries."""
    language = getattr(import_module(syntax.module), syntax.function)()
    chosen = syntax.queries or (files(syntax.module).joinpath("queries", "tags.scm"),)
    queries = {str(file): file.read_text("utf-8") for file in chosen}
    grammar = name_grammar(syntax)
    control = CONTROL.joinpath(f"{EXTENDED.get(grammar, grammar)}.scm")
    if control.is_file():
        queries["control"] = control.read_text("utf-8")
    queries |= {query: query for query in _shapes(syntax)}
    return Grammar(language, queries | {"errors": ERRORS})


def name_grammar(syntax: Syntax) -> str:
    """Return what the files for a grammar are called by."""
    return syntax.module.removeprefix("tree_sitter_")


@cache
def _shapes(syntax: Syntax) -> Mapping[str, Shape]:
    """Return what the rules for a grammar look at, by query."""
    shapes = read_shapes(name_grammar(syntax))
    return {shape.query: shape for shape in add_shapes(shapes, syntax.rules)}


def _find_findings(
    reading: Reading, symbols: Symbols, imports: Sequence[ImportStatement], syntax: Syntax
) -> tuple[Finding, ...]:
    if not reading.matches("match"):
        return ()
    names, grammar, shapes = (
        Names(reading, symbols, imports, syntax),
        load_grammar(syntax),
        _shapes(syntax),
    )
    return find_findings(
        reading, symbols, names, lambda pattern: shapes[grammar.find_owner(pattern)]
    )


def _find_header(reading: Reading, syntax: Syntax, comments: Comments, symbols: Symbols) -> Facts:
    """Find what the comments before the code say of the file; no other facts."""
    first = _find_first(reading, syntax, {start for start, _ in comments.places})
    code = first.start_byte if first else len(reading.text.source)
    places = [place for place in comments.places if place[0] < code]
    head = list(comments.lines_of(places))
    inner = [place for place in places if comments.is_inner(place[0])]
    is_defined = not inner and symbols.has_start(code)
    line = first.start_point[0] + 1 if first and is_defined else None
    spoken = comments.lines_of(inner) if inner else head
    documentation, span = find_documentation(spoken, line)
    if syntax.describe and documentation:
        documentation = syntax.describe(documentation)
    licence = ("", 0)
    if TAG in reading.text.source:
        licence = find_licence(comments.lines_of(comments.places))
    return Facts(
        documentation=documentation,
        documentation_span=span if documentation else None,
        licence=licence[0],
        licence_line=licence[1],
        generated_line=find_generated(head),
    )


def _find_first(reading: Reading, syntax: Syntax, comments: set[int]) -> Node | None:
    """Return the first part of a file that is no comment."""
    parts = (node for node in _parts(reading, syntax) if node.end_byte > node.start_byte)
    return next(
        (
            node
            for node in parts
            if node.start_byte not in comments and node.type not in syntax.preamble
        ),
        None,
    )


def _parts(reading: Reading, syntax: Syntax) -> Iterator[Node]:
    """Yield the parts of a file; instead of a wrapper or an include guard what is in it."""
    guards = {node.id for node in reading.nodes("guard")}
    pending = list(reversed(reading.root.children))
    while pending:
        node = pending.pop()
        if node.type in syntax.wrappers:
            pending += reversed(node.children)
        elif node.id in guards:
            guarded = dropwhile(lambda part: part.type != "preproc_def", node.children)
            pending += reversed(list(islice(guarded, 1, None)))
        else:
            yield node


def _with_exports(facts: Facts, reading: Reading) -> Facts:
    """Add what the statements of a file export, where they say so."""
    matches = [match for match in reading.matches("export") if "name" in match.captures]
    if not matches:
        return facts
    matches.sort(key=lambda match: match.captures["name"][0].start_byte)
    names = [unquote(text_of(match.captures["name"][0])) for match in matches]
    places = {(match.node.start_byte, match.node.end_byte) for match in matches}
    last = matches[-1].captures["name"][0]
    span = Span(matches[0].node.start_point[0] + 1, last.start_point[0] + 1)
    return replace(
        facts,
        exports=tuple(dict.fromkeys(names)),
        exports_span=span if len(places) == 1 else None,
        exports_word=matches[0].kind,
    )


def _find_tests(
    reading: Reading, symbols: Symbols, imported: str, syntax: Syntax
) -> Iterator[TestCase]:
    """Find the cases of tests.

    :param imported: the framework of those that do not tell it
    """
    names = {placed.name: placed.qualified_name for placed in symbols.placed if placed.symbol}
    matches = {match.node.start_byte: match for match in reading.matches("test")}
    shared = [node.byte_range for node in reading.nodes("shared")]
    hidden = list(find_hidden(reading, symbols, syntax))
    for place, match in sorted(matches.items()):
        provider = match.first("provider")
        name = text_of(provider) if provider else ""
        apart = shared + [within for own, within in hidden if own == name]
        if any(start <= place < end for start, end in apart):
            continue
        written = match.captures.get("name")
        framework = imported if match.kind == IMPORTED else match.kind
        if written and framework:
            symbol = names.get(written[0].start_byte, "")
            shown = symbol or ".".join(read_words(text_of(name)) for name in written)
            span, head = span_of(match.node), match.first("_macro")
            begin = min(span.line, span_of(head).line) if head else span.line
            yield TestCase(framework, shown, Span(begin, span.end_line), symbol)


def _find_errors(reading: Reading) -> Iterator[Span]:
    """Yield the outermost errors; what is missing behind the last line is missing in that."""
    end, last = -1, max(1, len(reading.text.lines))
    for node in reading.nodes("error"):
        if node.start_byte >= end:
            end = max(node.end_byte, node.start_byte + 1)
            span = span_of(node)
            yield Span(min(span.line, last), min(span.end_line, last))
