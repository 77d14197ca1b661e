"""Protocol Buffers, of every syntax and edition, read as the language's own specification says.

No parser on PyPI will do: protoc, in grpcio-tools, reads no file whose imports it does not find;
proto-schema-parser 2.1 tells no lines, and takes some comments for errors; the grammar in
tree-sitter-language-pack 0.13 knows neither groups nor visibility, and comes with 190 MB of others.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sphinx_repodoc.analyse.languages.protobuf_source import Source, Token
from sphinx_repodoc.analyse.lines import describe_lines, split_lines
from sphinx_repodoc.analyse.syntax.symbols import number_symbols
from sphinx_repodoc.analyse.syntax.text import unquote
from sphinx_repodoc.model.facts import Facts, ImportStatement, Symbol
from sphinx_repodoc.model.files import Span

CLOSING: Mapping[str, str] = {")": "(", "]": "[", "}": "{"}
"""Brackets, and what each closes."""

STATEMENTS: Mapping[str, frozenset[str]] = {
    block: frozenset(words.split())
    for block, words in {
        "": "edition enum extend import message option package service syntax",
        "enum": "option reserved",
        "extend": "",
        "group": "enum extend extensions message oneof option reserved",
        "message": "enum extend extensions message oneof option reserved",
        "oneof": "option",
        "rpc": "option",
        "service": "option rpc",
    }.items()
}
"""The keywords that statements begin with, by the block that they stand in."""

NAMED = frozenset({"enum", "message", "oneof", "package", "rpc", "service"})
"""Keywords before a name: what is called so is called by the keyword."""

VISIBILITY = frozenset({"export", "local"})
"""What may stand before a keyword, since edition 2024."""

NUMBERED: Mapping[str, str] = {"enum": "enum value", "extend": "extension"}
"""What that is called which has a number in a block; in others it is a field."""

NAME = re.compile(r"[A-Za-z_][\w.]*", re.ASCII)

NUMBER = re.compile(r"[+-]?\d\w*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Block:
    """What stands around a statement."""

    keyword: str
    line: int
    qualified_name: str
    """Of what the names in it belong to."""
    symbol: int = -1
    """Which of those found it is, from 0; -1 if none."""


def find_facts(text: str) -> Facts:
    """Find what a file defines, and what it imports."""
    source = Source(text.replace("\r\n", "\n"))
    reader = Reader(source)
    reader.read()
    symbols = tuple(number_symbols(reader.symbols))
    first = symbols[0].span.line if symbols else None
    facts = describe_lines(split_lines(text), source.comment_lines(), first)
    return replace(
        _with_package(facts, symbols),
        symbols=symbols,
        imports=tuple(reader.imports),
        errors=tuple(sorted(reader.errors, key=lambda span: span.line)),
    )


def _with_package(facts: Facts, symbols: Sequence[Symbol]) -> Facts:
    """Let what is said of the package be said of a file that says nothing else of itself."""
    package = next((s for s in symbols if s.kind == "package" and s.documentation), None)
    if package is None or facts.documentation:
        return facts
    return replace(facts, documentation=package.documentation, documentation_span=package.span)


class Reader:
    """The statements of a file."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._around: list[Block] = []
        self.symbols: list[Symbol] = []
        self.imports: list[ImportStatement] = []
        self.errors: list[Span] = []

    def read(self) -> None:
        """Read all statements: each ends with a semicolon, or where a block begins or ends."""
        tokens = self._source.tokens
        closers = dict(_find_closers(tokens))
        start = place = 0
        while place < len(tokens):
            text = tokens[place].text
            is_value = text in {"(", "["} or (text == "{" and tokens[start].text == "option")
            if is_value and place in closers:
                place = closers[place]
            elif text in {";", "{", "}"}:
                self._read_statement(tokens[start : place + 1])
                start = place + 1
            place += 1
        self.errors += [self._source.span(tokens[start:])] if tokens[start:] else []
        self.errors += [Span(block.line, block.line) for block in self._around]

    def _read_statement(self, statement: Sequence[Token]) -> None:
        end, keyword = statement[-1].text, self._find_keyword(statement)
        if end == "}":
            self._close(statement)
        elif end == "{":
            self._open(statement, keyword)
        elif keyword == "import":
            self._import(statement)
        elif keyword == "option" and not self._around:
            self._define_option(statement)
        elif len(statement) > 1 and (not keyword or keyword in NAMED):
            self._define(statement, keyword)

    def _find_keyword(self, statement: Sequence[Token]) -> str:
        """Return the keyword that a statement begins with in its block; empty if it has none."""
        around = self._around[-1].keyword if self._around else ""
        words = [token.text for token in statement[:2]]
        word = words[words[0] in VISIBILITY and len(words) > 1]
        return word if word in STATEMENTS[around] else ""

    def _open(self, statement: Sequence[Token], keyword: str) -> None:
        line = self._source.line(statement[0].start)
        name = self._around[-1].qualified_name if self._around else ""
        if keyword != "extend" and self._define(statement, keyword):
            found = self.symbols[-1]
            block = Block(keyword or "group", line, found.qualified_name, len(self.symbols) - 1)
        else:
            block = Block(keyword or "message", line, name)
        self._around.append(block)

    def _close(self, statement: Sequence[Token]) -> None:
        if len(statement) > 1 or not self._around:
            self.errors.append(self._source.span(statement))
        number = self._around.pop().symbol if self._around else -1
        if number >= 0:
            symbol = self.symbols[number]
            end = self._source.line(statement[-1].start)
            self.symbols[number] = replace(symbol, span=Span(symbol.span.line, end))

    def _import(self, statement: Sequence[Token]) -> None:
        *words, path, _ = statement
        if not words:
            return
        keyword = " ".join(word.text for word in words)
        line = self._source.line(path.start)
        span = self._source.span(statement)
        found = ImportStatement(unquote(path.text), span, line=line, keyword=keyword)
        self.imports.append(found)

    def _define_option(self, statement: Sequence[Token]) -> None:
        """Take an option of the file whose value is a string: a name in what is generated."""
        words = [token.text for token in statement]
        if len(words) == 5 and words[3].startswith(("'", '"')):
            self._add(statement, "option", statement[1], statement[-1])

    def _define(self, statement: Sequence[Token], keyword: str) -> bool:
        """Take what a statement or the head of a block defines; tell whether it is understood."""
        kind, place = self._find_name(statement, keyword)
        if not kind or not NAME.fullmatch(statement[place].text):
            self.errors.append(self._source.span(statement))
            return False
        end = next(token for token in statement[place:] if token.text in {"[", "{", ";"})
        self._add(statement, kind, statement[place], end)
        return True

    def _find_name(self, statement: Sequence[Token], keyword: str) -> tuple[str, int]:
        """Return what a statement defines, and which word is the name; no kind if that is none."""
        words = [token.text for token in statement]
        if keyword:
            return keyword if keyword in NAMED else "", words.index(keyword) + 1
        around = self._around[-1].keyword if self._around else ""
        place = words.index("=") - 1 if "=" in words else 0
        is_numbered = bool(NUMBER.match("".join(words[place + 2 :])))
        is_typed = place > 0
        if not around or not is_numbered or is_typed == (around == "enum"):
            return "", 0
        return "group" if words[-1] == "{" else NUMBERED.get(around, "field"), place

    def _add(self, statement: Sequence[Token], kind: str, name: Token, end: Token) -> None:
        first, last = statement[0], statement[-1]
        parent = self._around[-1].qualified_name if self._around else ""
        before = self._source.between(first.start, name.start)
        self.symbols.append(
            Symbol(
                name=name.text,
                qualified_name=f"{parent}.{name.text}" if parent else name.text,
                kind=kind,
                span=self._source.span(statement),
                parent=parent,
                signature=self._source.between(name.end, end.start),
                documentation=self._source.describe(first.start, last.end),
                prefix=f"{before} " if before else "",
            )
        )


def _find_closers(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where each bracket stands that is closed, and where that is."""
    opened: list[int] = []
    for place, token in enumerate(tokens):
        if token.text in CLOSING.values():
            opened.append(place)
        elif token.text in CLOSING and opened:
            if tokens[opened[-1]].text == CLOSING[token.text]:
                yield opened.pop(), place
            elif token.text == "}":  # what is in the block was not closed
                while opened and tokens[opened.pop()].text != "{":
                    pass
