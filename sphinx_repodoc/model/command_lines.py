"""What programs declare to the library that reads their command lines."""

from dataclasses import dataclass

from sphinx_repodoc.model.files import Span


@dataclass(frozen=True, slots=True)
class Option:
    """An option, or an argument that stands for itself; what is not written out is left empty."""

    names: tuple[str, ...]
    """As they are typed: ``-o``, ``--output``; of an argument, the one that the help gives it."""
    span: Span
    is_argument: bool = False
    value: str = ""
    """What it takes: the placeholder of the help or the type, as written; empty for a switch."""
    number: str = ""
    """How many values, as argparse writes it: ``?``, ``*``, ``+``, ``2``."""
    choices: tuple[str, ...] = ()
    default: str = ""
    """As written."""
    is_required: bool = False
    is_repeatable: bool = False
    is_hidden: bool = False
    """Whether the help is told to leave it out."""
    help: str = ""


@dataclass(frozen=True, slots=True)
class CommandLine:
    """The options that one parser or command declares."""

    library: str
    """Which reads them: ``argparse``, ``click`` or ``typer``."""
    span: Span
    commands: tuple[str, ...] = ()
    """The command, after those known to be around it; empty for a program, or where not known."""
    symbol: str = ""
    """Qualified name of the function that is the command, or that is given the parser."""
    help: str = ""
    options: tuple[Option, ...] = ()
