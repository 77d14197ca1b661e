"""Make."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sphinx_repodoc.analyse.syntax.language import Syntax, query_file
from sphinx_repodoc.analyse.syntax.reading import Match, Reading
from sphinx_repodoc.analyse.syntax.symbols import number_symbols
from sphinx_repodoc.analyse.syntax.text import text_of
from sphinx_repodoc.model.facts import Declaration, DeclarationKind, Facts, Symbol
from sphinx_repodoc.model.files import Span

PHONY = "phony target"

FILE = frozenset("/.$")
"""What is in the name of a file, or in one that is not known before Make runs."""


def add_tasks(facts: Facts, reading: Reading) -> Facts:
    """Tell phony targets from files, and declare the targets that are run by name."""
    phony = {text_of(node) for node in reading.nodes("mark")}
    wrong = set(_find_wrong(reading))
    # the grammar takes the first letter of an operator for the last of a name right before it
    named = [
        replace(symbol, name=name, qualified_name=name)
        for symbol in facts.symbols
        if symbol.span.line not in wrong and (name := symbol.name.rstrip("?!")) and name[-1] != "+"
    ]
    symbols = tuple(_complete([*number_symbols(named)], reading.text.lines, phony))
    recipes = dict(_recipes(reading))
    tasks: dict[str, Declaration] = {}
    for symbol in symbols:
        if _is_task(symbol, has_phony=bool(phony)):
            recipe = recipes.get((symbol.name, symbol.span.line), ())
            value = "\n".join(text for text, _ in recipe)
            lines = tuple(line for _, line in recipe)
            task = Declaration(
                DeclarationKind.TASK, symbol.name, value, symbol.span.line, lines=lines
            )
            if recipe or symbol.name not in tasks:
                tasks[symbol.name] = task
    return replace(facts, symbols=tuple(symbols), declarations=tuple(tasks.values()))


def _find_wrong(reading: Reading) -> Iterator[int]:
    """Yield the lines of what the grammar takes for the targets of a rule, though they go on."""
    for match in reading.matches("definition"):
        if match.node.type == "rule":
            *lines, _ = text_of(match.node.children[0]).split("\n")
            if not all(line.endswith("\\") for line in lines):
                yield _line(match)


def _complete(
    symbols: Sequence[Symbol], lines: Sequence[bytes], phony: set[str]
) -> Iterator[Symbol]:
    """Mark what is phony, and end each rule before the next: a conditional may hold several."""
    starts = [symbol.span.line for symbol in symbols]
    for number, symbol in enumerate(symbols):
        line, end = symbol.span.line, symbol.span.end_line
        following = next((start for start in starts[number + 1 :] if start > line), end + 1)
        end = min(end, following - 1)
        while end > line and not lines[end - 1].startswith(b"\t"):
            end -= 1
        yield replace(
            symbol,
            kind=PHONY if symbol.kind == "target" and symbol.name in phony else symbol.kind,
            signature=" ".join(part for part in symbol.signature.split() if part != "\\"),
            span=Span(line, end) if "target" in symbol.kind else symbol.span,
        )


def _is_task(symbol: Symbol, *, has_phony: bool) -> bool:
    """Whether a target is one to run by name: where none is called phony, one that is no file."""
    if symbol.kind == "target" and not has_phony:
        return FILE.isdisjoint(symbol.name)
    return symbol.kind == PHONY


def _recipes(reading: Reading) -> Iterator[tuple[tuple[str, int], Sequence[tuple[str, int]]]]:
    """Yield what each rule runs, line by line, by a name of its target and the line."""
    for match in reading.matches("definition"):
        if recipe := match.first("body"):
            lines = enumerate(text_of(recipe).split("\n"), recipe.start_point[0] + 1)
            written = [(text.strip(), line) for line, text in lines if text.strip()]
            yield (text_of(match.captures["name"][0]), _line(match)), written


def _line(match: Match) -> int:
    return match.node.start_point[0] + 1


SYNTAX = Syntax(
    module="tree_sitter_make",
    queries=(query_file("make.scm"),),
    separators=(),
    unscoped=frozenset({"target", "pattern rule", "variable", "multi-line variable"}),
    functions=frozenset(),
    complete=add_tasks,
)
