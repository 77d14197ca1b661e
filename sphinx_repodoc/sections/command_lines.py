"""The options of a program, as tables."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from sphinx_repodoc.model.command_lines import CommandLine, Option
from sphinx_repodoc.sections.content import Block, Inline, Phrase
from sphinx_repodoc.sections.links import Links, literal
from sphinx_repodoc.sections.lists import described, joined, paragraph
from sphinx_repodoc.sections.prose import inline

HEAD = ("Option", "Takes", "Line", "Meaning")
WIDTHS = (3, 3, 1, 5)

NUMBERS: Mapping[str, str] = MappingProxyType(
    {"*": "any number", "+": "one or more", "-1": "any number", "?": "one or none"}
)
"""How many values an option takes, by how argparse and click write it."""


def tables(command_lines: Sequence[CommandLine], links: Links) -> list[Block]:
    """Write a table for each command, below a line that says where it is declared."""
    blocks: list[Block] = []
    for line in command_lines:
        blocks.append(paragraph(*_head(line, links)))
        rows = ([*map(list, _row(option, links))] for option in line.options)
        blocks.append(described(HEAD, rows, WIDTHS))
    return blocks


def _head(line: CommandLine, links: Links) -> Iterator[Inline]:
    if line.commands:
        yield from ("The command ", literal(" ".join(line.commands)), ", declared ")
    else:
        yield "Declared "
    yield f"with {line.library}"
    if line.symbol:
        yield from (" by ", links.symbol(links.path, line.symbol))
    yield from (" (", links.lines(line.span), ")")
    if line.help:
        yield from (": ", *inline(line.help))


def _row(option: Option, links: Links) -> Iterator[Sequence[Inline]]:
    yield joined(literal(name) for name in option.names)
    yield joined(_takes(option))
    yield [links.lines(option.span)]
    yield inline(option.help)


def _takes(option: Option) -> Iterator[Inline]:
    if option.value:
        yield literal(option.value)
    if option.number:
        yield NUMBERS.get(option.number, option.number)
    if option.choices:
        yield Phrase(["one of ", *joined(literal(choice) for choice in option.choices)])
    if option.default and (option.value or option.choices or option.is_argument):
        yield Phrase(["default ", literal(option.default)])
    if option.is_required:
        yield "required"
    if option.is_repeatable:
        yield "may be repeated"
    if option.is_hidden:
        yield "not in the help"
