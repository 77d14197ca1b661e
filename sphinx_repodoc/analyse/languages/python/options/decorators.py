"""The options that a Python file declares to click."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sphinx_repodoc.analyse.languages.python.definitions import find_decorators
from sphinx_repodoc.analyse.languages.python.docstrings import find_docstrings
from sphinx_repodoc.analyse.languages.python.layout import span_of
from sphinx_repodoc.analyse.languages.python.names import LOCAL
from sphinx_repodoc.analyse.languages.python.options.arguments import (
    Arguments,
    read_arguments,
    read_choices,
    read_number,
    read_words,
    write_constant,
    write_type,
)
from sphinx_repodoc.analyse.languages.python.reading import Reading
from sphinx_repodoc.analyse.languages.python.scopes import Scope, ScopeKind
from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.model.command_lines import CommandLine, Option
from sphinx_repodoc.model.prose import first_sentence

OPTIONS: Mapping[str, tuple[str, ...]] = {
    "click.option": (),
    "click.confirmation_option": ("--yes",),
    "click.help_option": ("--help",),
    "click.password_option": ("--password",),
    "click.version_option": ("--version",),
}
"""What makes options, and what they are called if nothing else is said."""

VALUED = frozenset({"click.option", "click.password_option"})
"""Those of them that may take a value."""

ARGUMENT = "click.argument"

SHORTENED = ("_command", "_cmd", "_group", "_grp")
"""What click takes from the end of a function's name to name a command, from 8.2 on."""

MAKERS = frozenset({"command", "group"})

COMMANDS = frozenset(f"click.{maker}" for maker in MAKERS)


def find_command_lines(reading: Reading) -> Iterator[CommandLine]:
    """Find the functions that click makes commands of, and their options."""
    decorators = find_decorators(reading.tree)
    scopes = [s for s in reading.scopes if s.kind is ScopeKind.FUNCTION and s.start in decorators]
    commands = _name_commands(reading, scopes, decorators)
    docstrings = find_docstrings(reading.tree)
    for scope in scopes:
        options = [o for node in decorators[scope.start] for o in _read_option(reading, node)]
        docstring = docstrings.get(scope.body)
        yield CommandLine(
            "click",
            reading.layout.span_of(scope.node),
            commands.get(scope, ()),
            scope.qualified_name,
            first_sentence(docstring.text) if docstring else "",
            tuple(options),
        )


def _name_commands(
    reading: Reading, scopes: Sequence[Scope], decorators: Mapping[int, Sequence[Node]]
) -> dict[Scope, tuple[str, ...]]:
    """Return the path of each command that is named, after the groups of the file around it."""
    inside: dict[Scope, tuple[str, ...]] = {}
    alone: dict[Scope, tuple[str, ...]] = {}
    groups = {f"{LOCAL}{scope.qualified_name}": scope for scope in scopes}
    for scope in scopes:
        for node in decorators[scope.start]:
            origin = find_origin(reading, node)
            owner, _, method = origin.rpartition(".")
            if owner in groups and method in MAKERS:
                name = name_command(read_arguments(node), scope.name)
                inside[scope] = (*inside.get(groups[owner], ()), name) if name else ()
            if origin in COMMANDS and (written := read_arguments(node).text("name", 0)):
                alone[scope] = (written,)
    return alone | inside


def name_command(arguments: Arguments, function: str) -> str:
    """Return the name of a command; empty if that depends on more than is written here."""
    if arguments.find("name", 0):
        return arguments.text("name", 0) or ""
    return "" if function.endswith(SHORTENED) else function.lower().replace("_", "-")


def _read_option(reading: Reading, node: Node) -> Iterator[Option]:
    origin, arguments = find_origin(reading, node), read_arguments(node)
    if origin == "click.version_option":
        arguments = replace(arguments, positional=arguments.positional[1:])
    written = arguments.texts() if arguments.is_whole else None
    if written is None:
        return
    if origin == ARGUMENT and written:
        yield replace(
            _describe(reading, node, arguments),
            names=(arguments.text("metavar") or written[0].upper(),),
            is_argument=True,
        )
    elif origin in OPTIONS:
        names, has_off = split_names(written)
        option = _describe(reading, node, arguments)
        is_switch = has_off or any(arguments.is_true(k) for k in ("is_flag", "count"))
        is_switch |= origin not in VALUED or "flag_value" in arguments.keywords
        value = "" if is_switch else option.value or write_placeholder(names)
        names = names or OPTIONS[origin]
        if names:
            yield replace(option, names=names, value=value)


def _describe(reading: Reading, node: Node, arguments: Arguments) -> Option:
    kind = arguments.find("type")
    choices: tuple[str, ...] = ()
    value = write_type(kind)
    if kind and kind.type == "call":
        listed = read_arguments(kind)
        value = write_type(kind.child_by_field_name("function"))
        if find_origin(reading, kind) == "click.Choice":
            choices, value = read_choices(listed.find("choices", 0)), ""
    return Option(
        (),
        span_of(node),
        value=arguments.text("metavar") or value,
        number=read_number(arguments.find("nargs")) or _count_parts(kind),
        choices=choices,
        default=write_constant(arguments.find("default")),
        is_required=arguments.is_true("required"),
        is_repeatable=arguments.is_true("multiple") or arguments.is_true("count"),
        is_hidden=arguments.is_true("hidden"),
        help=read_words(arguments.find("help")),
    )


def _count_parts(kind: Node | None) -> str:
    """Return how many values a tuple of types takes."""
    return str(kind.named_child_count) if kind and kind.type == "tuple" else ""


def split_names(written: Sequence[str]) -> tuple[tuple[str, ...], bool]:
    """Return the names of an option, and whether some of them switch it off."""
    names: list[str] = []
    has_off = False
    for each in written:
        if not each.isidentifier():
            on, slash, off = each.partition(";" if each.startswith("/") else "/")
            names += [name.strip() for name in (on, off) if name.strip()]
            has_off |= bool(slash)
    return tuple(names), has_off


def write_placeholder(names: Sequence[str]) -> str:
    """Return what the help calls the value of an option, where nothing else is said."""
    long = [name for name in names if name.startswith("--")]
    return (long or [*names, ""])[0].lstrip("-").replace("-", "_").upper()


def find_origin(reading: Reading, node: Node) -> str:
    """Return what a decorator or a call refers to."""
    name = node.child_by_field_name("function") if node.type == "call" else node
    is_name = name is not None and name.type in {"identifier", "attribute"}
    return reading.names.origin(name) if name and is_name else ""
