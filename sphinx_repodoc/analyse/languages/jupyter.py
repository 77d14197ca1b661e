"""Jupyter notebooks: their headings and links, and what their Python defines and imports."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sphinx_repodoc.analyse import markup
from sphinx_repodoc.analyse.keys import Value
from sphinx_repodoc.analyse.languages import python
from sphinx_repodoc.analyse.languages.json import read_value
from sphinx_repodoc.analyse.syntax.language import Syntax, query_file
from sphinx_repodoc.analyse.syntax.reading import Reading
from sphinx_repodoc.model.facts import Facts, ImportStatement
from sphinx_repodoc.model.files import Span

MAGIC = ("%", "!", "?")
"""How a line begins that IPython takes before Python sees it."""

IN_PYTHON = frozenset({"%%capture", "%%prun", "%%time", "%%timeit"})
"""Cell magics below which the cell is still Python."""

LANGUAGE = (("metadata", "kernelspec", "language"), ("metadata", "language_info", "name"))

Line = tuple[str, int]
"""A line of a cell, and its line in the file."""


def add_cells(facts: Facts, reading: Reading) -> Facts:
    """Add what the cells hold, with the lines that it has in the file."""
    notebook = read_value(reading)
    cells = [cell for entry in notebook.at("cells") for cell in entry.value.items]
    prose = _join(cell for cell in cells if _text(cell, "cell_type") == "markdown")
    lines = Lines(prose)
    told = markup.find_facts(lines.text, "Markdown")
    facts = replace(
        facts,
        outline=tuple(replace(each, span=lines.span(each.span)) for each in told.outline),
        documentation=told.documentation,
        documentation_span=lines.span(told.documentation_span) if told.documentation_span else None,
    )
    if any(_text(notebook, *path) == "python" for path in LANGUAGE):
        code = _join(cell for cell in cells if _text(cell, "cell_type") == "code")
        return _add_code(facts, Lines(code))
    return facts


class Lines:
    """The lines of some cells, one after the other."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.text = "".join(f"{text}\n" for text, _ in lines)
        self._numbers = [number for _, number in lines]

    def line(self, line: int) -> int:
        """Return the line in the file of one of ours."""
        return self._numbers[min(line, len(self._numbers)) - 1]

    def span(self, span: Span) -> Span:
        """Return the lines in the file of some of ours."""
        return Span(self.line(span.line), self.line(span.end_line))


def _add_code(facts: Facts, lines: Lines) -> Facts:
    found = python.find_facts(lines.text)
    return replace(
        facts,
        symbols=tuple(replace(each, span=lines.span(each.span)) for each in found.symbols),
        imports=tuple(_move(each, lines) for each in found.imports),
        findings=tuple(replace(each, span=lines.span(each.span)) for each in found.findings),
        errors=(*facts.errors, *map(lines.span, found.errors)),
        is_partial=facts.is_partial or found.is_partial,
    )


def _move(statement: ImportStatement, lines: Lines) -> ImportStatement:
    names = tuple(replace(name, line=lines.line(name.line)) for name in statement.names)
    line = lines.line(statement.line) if statement.line else 0
    return replace(statement, span=lines.span(statement.span), names=names, line=line)


def _join(cells: Iterator[Value]) -> list[Line]:
    """Return the lines of some cells, with a blank one after each cell."""
    joined: list[Line] = []
    for cell in cells:
        lines = list(_lines(cell))
        if _text(cell, "cell_type") == "code":
            lines = _without_magic(lines)
        joined += [*lines, ("", lines[-1][1])] if lines else []
    return joined


def _lines(cell: Value) -> Iterator[Line]:
    for source in cell.at("source"):
        for value in source.value.items or (source.value,):
            lines = value.text.split("\n")
            for text in lines if lines[-1] else lines[:-1]:
                yield text, value.line


def _without_magic(lines: Sequence[Line]) -> list[Line]:
    """Put a statement that does nothing in the place of each that only IPython knows."""
    first = lines[0][0].split() if lines else []
    if first and first[0].startswith("%%") and first[0] not in IN_PYTHON:
        return []
    return [(_neutral(text) if _is_magic(text) else text, line) for text, line in lines]


def _is_magic(text: str) -> bool:
    return text.lstrip().startswith(MAGIC) or text.rstrip().endswith("?")


def _neutral(text: str) -> str:
    return f"{text[: len(text) - len(text.lstrip())]}pass"


def _text(value: Value, *path: str) -> str:
    return next((entry.value.text for entry in value.at(*path)), "")


SYNTAX = Syntax(
    module="tree_sitter_json",
    queries=(query_file("json.scm"),),
    complete=add_cells,
)
