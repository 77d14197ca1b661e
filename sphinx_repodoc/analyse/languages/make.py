"""Make."""

import re
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


DIRECTIVE = re.compile(r"\s*(ifn?def\b|ifn?eq\b|else\b|endif\b|define\b)")

ASSIGNMENT = re.compile(r"[^:=#]*?(?:[?+!]?=|:{1,3}=)")

CONTINUED = re.compile(r"(?:\\.|\\\Z|[^\\\n])*(?:\n|\Z)", re.DOTALL)
"""A line with those that it goes on over."""

DEFINED = re.compile(
    r" *(?:(?:export|override) +)*define\b.*?(?:^\s*endef\b[^\n]*\n?|\Z)", re.DOTALL | re.MULTILINE
)
"""A variable of several lines."""


def without_tabs(text: str) -> str:
    """Put blanks for tabs before lines that are no recipe, since no rule is before them.

    The grammar takes each line that a tab begins in a conditional for a line of a recipe.
    """
    if "\n\t" not in text:
        return text
    pieces, place, rules = [], 0, Rules()
    while place < len(text):
        found = DEFINED.match(text, place) or CONTINUED.match(text, place)
        line = found[0] if found else text[place:]
        place += len(line)
        bare = line.lstrip("\t")
        if bare != line and not rules.is_open and not bare.startswith("$("):  # a mere call
            line = " " * (len(line) - len(bare)) + bare
        if not line.startswith("\t"):
            rules.pass_by(line)
        pieces.append(line)
    return "".join(pieces)


class Rules:
    """Whether there is a rule that the next line with a tab belongs to; if in doubt, there is."""

    def __init__(self) -> None:
        self.is_open = False
        self._around: list[tuple[bool, bool]] = []
        """For each conditional whether one is open before it, and behind a branch of it."""

    def pass_by(self, line: str) -> None:
        """Go over a line that is none of a recipe."""
        directive = DIRECTIVE.match(line)
        word = directive[1] if directive else ""
        if word.startswith("if"):
            self._around.append((self.is_open, False))
        elif word in {"else", "endif"}:
            self._leave_branch(is_last=word == "endif")
        elif line.strip() and not line.lstrip().startswith("#"):
            self.is_open = not word and ":" in line and not ASSIGNMENT.match(line)

    def _leave_branch(self, *, is_last: bool) -> None:
        if not self._around:
            return
        before, behind = self._around.pop()
        behind |= self.is_open
        self.is_open = before or (is_last and behind)
        if not is_last:
            self._around.append((before, behind))


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
    """Yield the lines of what the grammar takes for a rule, though it goes on or is assigned."""
    for match in reading.matches("definition"):
        if match.node.type == "rule":
            *lines, _ = text_of(match.node.children[0]).split("\n")
            first = reading.text.lines[match.node.start_point[0]].decode(errors="replace")
            if not all(line.endswith("\\") for line in lines) or ASSIGNMENT.match(first):
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
    prepare=without_tabs,
    is_prepared=True,
)
