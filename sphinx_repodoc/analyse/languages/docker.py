"""Dockerfiles, read line by line as Docker's own reference describes it.

The one grammar on PyPI, tree-sitter-dockerfile 0.2, knows neither variables of the older form nor
lists of files in JSON, and loses all that follows them.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import pairwise

from sphinx_repodoc.analyse.lines import describe_lines, split_lines
from sphinx_repodoc.analyse.syntax.symbols import number_symbols
from sphinx_repodoc.model.facts import Facts, ImportStatement, Symbol
from sphinx_repodoc.model.files import Span

DIRECTIVE = re.compile(r"#\s*(\w+)\s*=\s*(\S+)")
"""What the first lines may tell the parser; only the one that sets the escape matters here."""

HEREDOC = re.compile(r"(?<!<)<<-?([\"']?)(\w+)\1")
"""Begins a text on the lines that follow, up to a word alone on a line."""

WITH_TEXT = frozenset({"RUN", "COPY", "ADD"})
"""Instructions that take such texts."""

WORD = re.compile(r"(?:\"(?:\\.|[^\"\\])*\"|'[^']*'|\\.|[^\s\"'\\])+")

SCRATCH = "scratch"
"""The image that is none."""


@dataclass(frozen=True, slots=True)
class Instruction:
    """An instruction and what follows it, continued lines joined."""

    keyword: str
    value: str
    span: Span
    documentation: str

    @property
    def words(self) -> Sequence[str]:
        """The words without the flags before them."""
        return [word for word in WORD.findall(self.value) if not word.startswith("--")]

    @property
    def flags(self) -> Mapping[str, str]:
        """The values of the flags by their names."""
        flags = (word[2:].partition("=") for word in self.value.split() if word.startswith("--"))
        return {name: value for name, _, value in flags}


def find_facts(text: str) -> Facts:
    """Find the stages of a build, the variables, and what is taken from elsewhere."""
    reader = Reader(split_lines(text))
    instructions = list(reader.read())
    symbols = tuple(number_symbols(_find_symbols(instructions)))
    first = symbols[0].span.line if symbols else None
    facts = describe_lines(reader.lines, reader.comments, first)
    return replace(
        facts,
        symbols=symbols,
        imports=tuple(_find_imports(instructions)),
        entry_point=_find_entry(instructions),
    )


class Reader:
    """The lines of a file, joined to instructions."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.comments: dict[int, str] = {}
        self._row = 0
        self._escape = _find_escape(lines)

    def read(self) -> Iterator[Instruction]:
        """Yield the instructions in order."""
        while self._row < len(self.lines):
            start = self._row
            if not self._skip():
                value = " ".join(self._join())
                yield from self._read(value, start)

    def _skip(self) -> bool:
        """Step over a line that is blank or a comment."""
        line = self.lines[self._row].strip()
        if line.startswith("#"):
            self.comments[self._row + 1] = line.lstrip("#").removeprefix(" ")
        elif line:
            return False
        self._row += 1
        return True

    def _join(self) -> Iterator[str]:
        """Yield the lines of an instruction; comments and blanks may stand between them."""
        is_continued = True
        while is_continued and self._row < len(self.lines):
            if self._skip():
                continue
            line = self.lines[self._row].rstrip()
            is_continued = line.endswith(self._escape)
            yield line.removesuffix(self._escape).strip()
            self._row += 1

    def _read(self, text: str, start: int) -> Iterator[Instruction]:
        end = self._row
        keyword, _, value = text.partition(" ")
        if keyword.upper() == "ONBUILD":
            keyword, _, value = value.strip().partition(" ")
        keyword = keyword.upper()
        if keyword in WITH_TEXT:
            for _, word in HEREDOC.findall(value):
                end = self._find_end(word, end)
            self._row = end
        span = Span(start + 1, max(end, start + 1))
        yield Instruction(keyword, value.strip(), span, self._describe(start))

    def _find_end(self, word: str, row: int) -> int:
        """Return the row after the one that a text ends with; the given row if it never ends."""
        rows = range(row, len(self.lines))
        return next((n + 1 for n in rows if self.lines[n].strip("\t") == word), row)

    def _describe(self, row: int) -> str:
        """Return the comment right above an instruction."""
        found: list[str] = []
        while row in self.comments:
            found.insert(0, self.comments[row])
            row -= 1
        return "\n".join(found).strip()


def _find_escape(lines: Sequence[str]) -> str:
    for line in lines:
        match = DIRECTIVE.fullmatch(line.strip())
        if not match:
            break
        if match[1].lower() == "escape":
            return match[2]
    return "\\"


def _find_symbols(instructions: Sequence[Instruction]) -> Iterator[Symbol]:
    """Yield the stages, and the names in them or before them all."""
    starts = [n for n, each in enumerate(instructions) if each.keyword == "FROM"]
    ends = dict(pairwise([*starts, len(instructions)]))
    stage = ""
    for number, instruction in enumerate(instructions):
        if instruction.keyword == "FROM":
            image, stage = _read_from(instruction)
            if stage:
                last = instructions[ends[number] - 1].span.end_line
                span = Span(instruction.span.line, last)
                prefix = f"FROM {image} AS "
                yield _symbol(instruction, "stage", stage, span=span, prefix=prefix)
        else:
            for kind, name in _find_names(instruction):
                yield _symbol(instruction, kind, name, stage)


def _symbol(
    instruction: Instruction,
    kind: str,
    name: str,
    stage: str = "",
    *,
    span: Span | None = None,
    prefix: str = "",
) -> Symbol:
    return Symbol(
        name=name,
        qualified_name=f"{stage}.{name}" if stage else name,
        kind=kind,
        span=span or instruction.span,
        parent=stage,
        documentation=instruction.documentation,
        prefix=prefix or f"{instruction.keyword} ",
    )


def _find_names(instruction: Instruction) -> Iterator[tuple[str, str]]:
    words = instruction.words
    if instruction.keyword == "ARG":
        yield from (("build argument", word.partition("=")[0]) for word in words)
    elif instruction.keyword == "ENV":
        is_old = bool(words) and "=" not in words[0]  # ENV NAME the value
        names = words[:1] if is_old else [word.partition("=")[0] for word in words]
        yield from (("environment variable", name) for name in names)
    elif instruction.keyword == "EXPOSE":
        yield from (("exposed port", word) for word in words)


def _read_from(instruction: Instruction) -> tuple[str, str]:
    """Return the image that a stage begins with, and the name of the stage."""
    words = [*instruction.words, "", "", ""]
    return words[0], words[2] if words[1].upper() == "AS" else ""


def _find_imports(instructions: Sequence[Instruction]) -> Iterator[ImportStatement]:
    """Yield the images and the files that the build takes, but not its own stages."""
    stages: set[str] = set()
    for each in instructions:
        line = each.span.line
        if each.keyword == "FROM":
            image, stage = _read_from(each)
            if image and image != SCRATCH and image.lower() not in stages:
                yield ImportStatement(image, each.span, alias=stage, line=line, keyword="FROM")
            stages.add(stage.lower())
        elif each.keyword in {"COPY", "ADD"}:
            source = each.flags.get("from", "")
            if not source:
                for path in _find_sources(each):
                    yield ImportStatement(path, each.span, line=line, keyword=each.keyword)
            elif source.lower() not in stages and not source.isdigit():
                yield ImportStatement(source, each.span, line=line, keyword="COPY --from")


def _find_sources(instruction: Instruction) -> Sequence[str]:
    """Return what is copied, without where it goes to."""
    words = instruction.words
    with suppress(ValueError):
        listed = json.loads(instruction.value[instruction.value.index("[") :])
        words = [str(word) for word in listed]
    return [word.strip("\"'") for word in words[:-1] if not word.startswith("<<")]


def _find_entry(instructions: Sequence[Instruction]) -> Span | None:
    """Return the instruction of the last stage that says what a container runs."""
    last = max((n for n, each in enumerate(instructions) if each.keyword == "FROM"), default=0)
    spans = {each.keyword: each.span for each in instructions[last:]}
    return spans.get("ENTRYPOINT") or spans.get("CMD")
