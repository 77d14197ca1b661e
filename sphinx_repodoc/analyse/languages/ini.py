"""INI, as Python's ``configparser`` reads it."""

import configparser
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import pairwise

from sphinx_repodoc.analyse import declarations
from sphinx_repodoc.analyse.keys import Entry, Value, add_keys
from sphinx_repodoc.analyse.lines import describe_lines, split_lines
from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.files import Span

PREFIXES = ("#", ";")
"""How a line begins that is a comment."""

TOP = "\0"
"""Stands for the section of the keys that no section precedes."""


def find_facts(text: str) -> Facts:
    """Find the sections and keys of a file, its comments and what it declares."""
    lines = split_lines(text)
    comments = {n: _strip(line) for n, line in enumerate(lines, 1) if _is_comment(line)}
    return add_keys(describe_lines(lines, comments), Reader(lines).root, declarations.find_in_ini)


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith(PREFIXES)


def _is_empty(line: str) -> bool:
    return not line.strip() or _is_comment(line)


def _strip(line: str) -> str:
    return line.strip().lstrip("".join(PREFIXES)).removeprefix(" ")


class Options(dict[str, object]):
    """The options of a section; one without a value can be continued like any other."""

    def __setitem__(self, name: str, value: object) -> None:
        super().__setitem__(name, [] if value is None else value)


class Reader:
    """A parser that notes on which lines it meets sections and options."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._line = 0
        self._noted: list[tuple[int, str, str | None]] = []
        """The line, the section, and the option; none for the section itself."""
        self._parser = configparser.RawConfigParser(
            strict=False,
            allow_no_value=True,
            dict_type=Options,  # type: ignore[arg-type] # any mapping will do
            comment_prefixes=PREFIXES,
            default_section=TOP + TOP,
        )
        self._parser.optionxform = self._note_option  # type: ignore[assignment, method-assign]
        self._parser.SECTCRE = self  # type: ignore[assignment] # what is documented to be set
        with suppress(configparser.Error):  # the tool that reads the file says so better
            self._parser.read_file(self._count())
        self._line = 0

    @property
    def root(self) -> Value:
        """The sections, and the keys before the first."""
        return Value(read_entries=self._read_entries)

    def match(self, value: str) -> re.Match[str] | None:
        """Note the header of a section, as the parser recognises it."""
        found = configparser.RawConfigParser.SECTCRE.match(value)
        if found and self._line:
            self._noted.append((self._line, found["header"], None))
        return found

    def _note_option(self, name: str) -> str:
        if self._line:
            section = next((s for _, s, option in reversed(self._noted) if option is None), TOP)
            self._noted.append((self._line, section, name))
        return name

    def _count(self) -> Iterator[str]:
        yield f"[{TOP}]"
        for number, line in enumerate(self._lines, 1):
            self._line = number
            yield line

    def _read_entries(self) -> Iterator[Entry]:
        starts = [line for line, _, _ in self._noted] + [len(self._lines) + 1]
        sections = [n for n, (_, _, option) in enumerate(self._noted) if option is None]
        for first in range(sections[0] if sections else len(self._noted)):
            yield self._entry(first, starts[first + 1])
        for first, after in pairwise([*sections, len(self._noted)]):
            line, section, _ = self._noted[first]
            options = [self._entry(n, starts[n + 1]) for n in range(first + 1, after)]
            span = Span(line, self._last(line, starts[after]))
            yield Entry((section,), span, Value(read_entries=partial(tuple, options), line=line))

    def _entry(self, number: int, following: int) -> Entry:
        line, section, option = self._noted[number]
        name = option or ""
        text = self._parser.get(section, name, fallback="") or ""
        span = Span(line, self._last(line, following))
        value = Value(lambda: text, read_items=partial(self._read_lines, text, span), line=line)
        return Entry((name,), span, value)

    def _read_lines(self, text: str, span: Span) -> Iterator[Value]:
        """Yield the lines of a value that are not empty, each with its number."""
        written = iter(range(span.line, span.end_line + 1))
        for line in filter(None, text.split("\n")):
            number = next((n for n in written if self._lines[n - 1].rstrip().endswith(line)), 0)
            yield Value(partial(str, line), line=number)

    def _last(self, line: int, following: int) -> int:
        """Return the last line before another that is neither blank nor a comment."""
        end = following - 1
        while end > line and _is_empty(self._lines[end - 1]):
            end -= 1
        return end
