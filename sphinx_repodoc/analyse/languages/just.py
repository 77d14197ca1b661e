"""Justfiles, read statement by statement as just's own grammar has them.

No grammar of theirs is on PyPI.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from sphinx_repodoc.analyse.lines import describe_lines, split_lines
from sphinx_repodoc.analyse.syntax.symbols import number_symbols
from sphinx_repodoc.analyse.syntax.text import unquote
from sphinx_repodoc.model.facts import (
    Declaration,
    DeclarationKind,
    Facts,
    ImportStatement,
    Symbol,
)
from sphinx_repodoc.model.files import Span

STRING = r"'''(?s:.*?)'''|\"\"\"(?s:.*?)\"\"\"|```(?s:.*?)```|'[^']*'|\"(?:\\.|[^\"\\])*\"|`[^`]*`"

STATEMENT = re.compile(
    rf"(?:{STRING}|\((?:{STRING}|[^()'\"`])*\)|\[(?:{STRING}|[^]'\"`])*\]|\\\n|#[^\n]*|[^\n])*+\n?"
)
"""One with the lines that its strings and parentheses go on over."""

COMMENT = re.compile(rf"({STRING})|#.*")
"""What is no comment, or one."""

NAME = r"[A-Za-z_][\w-]*"

ASSIGNMENT = re.compile(rf"(?:export\s+|eager\s+|unexport\s+)?({NAME})\s*:=")

ALIAS = re.compile(rf"alias\s+({NAME})\s*:=\s*(\S+)")

IMPORT = re.compile(rf"import\s*\??\s*({STRING})")

MODULE = re.compile(rf"mod\s*\??\s+({NAME})\s*({STRING})?")

RECIPE = re.compile(
    rf"@?({NAME})((?:{STRING}|\((?:{STRING}|[^()'\"`])*\)|[^:'\"`])*+):(?!=)(.*)", re.DOTALL
)
"""Its name, its parameters, and what it needs."""

PARAMETER = re.compile(rf"[$]?([+*]?)[$]?({NAME})\s*(=\s*(?:{STRING}|\([^()]*\)|{NAME}))?")

DOC = re.compile(rf"\bdoc(?:\s*[(:]\s*({STRING})|\b)")

SYSTEMS = re.compile(r"\b(?:linux|macos|unix|windows|openbsd|android|dragonfly|freebsd|netbsd)\b")
"""Attributes of recipes that are there on some systems only."""

PRIVATE = re.compile(r"\bprivate\b")


@dataclass(frozen=True, slots=True)
class Statement:
    """What stands at the beginning of a line, with the lines that belong to it."""

    text: str
    line: int
    head: int
    """Number of its own lines, those of a recipe's body left out."""
    body: tuple[tuple[str, int], ...]
    """The lines of a recipe, and their numbers."""
    comments: tuple[str, ...]
    """The comment right above."""
    attributes: str
    """Those right above, within brackets."""

    @property
    def span(self) -> Span:
        """Its lines, up to the last of its body."""
        end = self.body[-1][1] if self.body else self.line + self.head - 1
        return Span(self.line, end)


def find_facts(text: str) -> Facts:
    """Find the recipes, variables, aliases and modules of a justfile."""
    lines = split_lines(text)
    comments = {
        number: line.lstrip("#").removeprefix(" ")
        for number, line in enumerate(lines, 1)
        if line.startswith("#")
    }
    statements = list(_read(lines))
    first = statements[0].line if statements else None
    return replace(
        describe_lines(lines, comments, first),
        symbols=tuple(number_symbols([s for each in statements for s in _find_symbols(each)])),
        imports=tuple(found for each in statements for found in _find_imports(each)),
        declarations=tuple(_declare(statements)),
    )


def _read(lines: Sequence[str]) -> Iterator[Statement]:
    whole, starts = "\n".join(lines), [0, *accumulate(len(line) + 1 for line in lines)]
    row = 0
    above: list[str] = []
    attributes: list[str] = []
    while row < len(lines):
        found = STATEMENT.match(whole, starts[row])
        text = (found[0] if found else lines[row]).rstrip("\n")
        start, row = row, row + text.count("\n") + 1
        if text.startswith("#"):
            above.append(text.lstrip("#").strip())
        elif text.startswith("["):
            attributes.append(text)
        elif text.strip() and not text[0].isspace():
            head, body = row - start, []
            while row < len(lines) and (not lines[row].strip() or lines[row][0].isspace()):
                body.append((lines[row].strip(), row + 1))
                row += 1
            written = tuple((line, number) for line, number in body if line)
            comments, brackets = tuple(above), "\n".join(attributes)
            yield Statement(text, start + 1, head, written, comments, brackets)
            above, attributes = [], []
        else:
            above, attributes = [], []


def _find_symbols(statement: Statement) -> Iterator[Symbol]:
    text = statement.text
    if match := ASSIGNMENT.match(text):
        yield _symbol(statement, "variable", match[1])
    elif match := ALIAS.match(text):
        yield _symbol(statement, "alias", match[1], f" := {match[2]}")
    elif match := MODULE.fullmatch(text.strip()):
        yield _symbol(statement, "module", match[1])
    elif match := _recipe(statement):
        needs = COMMENT.sub(r"\1", match[3]).strip()
        after = " ".join([*match[2].split(), *([f": {needs}"] if needs else [])])
        yield _symbol(statement, "recipe", match[1], f" {' '.join(after.split())}".rstrip())


def _symbol(statement: Statement, kind: str, name: str, signature: str = "") -> Symbol:
    return Symbol(
        name=name,
        qualified_name=name,
        kind=kind,
        span=statement.span,
        signature=signature,
        documentation="\n".join(statement.comments),
        is_public=not (name.startswith("_") or PRIVATE.search(statement.attributes)),
    )


def _recipe(statement: Statement) -> re.Match[str] | None:
    is_other = re.match(r"(?:set|alias|import\??|mod\??)\s", statement.text)
    is_other = is_other or ASSIGNMENT.match(statement.text)
    return None if is_other else RECIPE.match(statement.text)


def _find_imports(statement: Statement) -> Iterator[ImportStatement]:
    line, span = statement.line, statement.span
    if match := IMPORT.match(statement.text):
        yield ImportStatement(unquote(match[1]), span, line=line)
    elif match := MODULE.fullmatch(statement.text.strip()):
        module = unquote(match[2]) if match[2] else match[1]
        yield ImportStatement(module, span, line=line, keyword="mod")


def _declare(statements: Sequence[Statement]) -> Iterator[Declaration]:
    """Yield the recipes that are run by name, with the parameters that they must be given."""
    recipes = [(each, match) for each in statements if (match := _recipe(each))]
    names = [match[1] for _, match in recipes]
    seen: set[str] = set()
    for each, match in recipes:
        name = match[1]
        is_private = name.startswith("_") or PRIVATE.search(each.attributes)
        is_everywhere = not SYSTEMS.search(each.attributes) or names.count(name) > 1
        if not is_private and is_everywhere and name not in seen:
            seen.add(name)
            yield Declaration(
                DeclarationKind.TASK,
                " ".join([name, *_find_required(match[2])]),
                "\n".join(line for line, _ in each.body),
                each.line,
                lines=tuple(number for _, number in each.body),
                documentation=_describe(each),
            )


def _find_required(parameters: str) -> Iterator[str]:
    """Yield the names of the parameters without a default, in capitals."""
    for match in PARAMETER.finditer(parameters):
        if match[1] != "*" and not match[3]:
            yield match[2].upper()


def _describe(statement: Statement) -> str:
    """Return what ``just --list`` says of a recipe: the attribute, or the last line above."""
    if match := DOC.search(statement.attributes):
        return unquote(match[1]) if match[1] else ""
    return statement.comments[-1] if statement.comments else ""
