"""The command lines that a Python file declares, read without running it."""

from sphinx_repodoc.analyse.languages.python.options import decorators, parameters, parsers
from sphinx_repodoc.analyse.languages.python.reading import Reading
from sphinx_repodoc.model.command_lines import CommandLine

FINDERS = (
    ("argparse", parsers.find_command_lines),
    ("django", parsers.find_command_lines),
    ("click", decorators.find_command_lines),
    ("typer", parameters.find_command_lines),
)
"""What reads the declarations, by the package that a file must import for it."""


def find_command_lines(reading: Reading) -> tuple[CommandLine, ...]:
    """Find what a file declares to argparse, click and typer, in order of lines."""
    finders = {find: None for package, find in FINDERS if reading.names.find_words({package})}
    found = [line for find in finders for line in find(reading) if line.options]
    return tuple(sorted(found, key=lambda line: (line.span.line, line.span.end_line)))
