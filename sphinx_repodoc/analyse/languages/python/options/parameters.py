"""The options that a Python file declares to typer, as parameters of functions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from sphinx_repodoc.analyse.languages.python.definitions import find_decorators
from sphinx_repodoc.analyse.languages.python.docstrings import find_docstrings
from sphinx_repodoc.analyse.languages.python.layout import span_of
from sphinx_repodoc.analyse.languages.python.literals import dotted_text, text_of
from sphinx_repodoc.analyse.languages.python.names import LOCAL
from sphinx_repodoc.analyse.languages.python.options.arguments import (
    Arguments,
    read_arguments,
    read_words,
    write_constant,
)
from sphinx_repodoc.analyse.languages.python.options.decorators import (
    find_origin,
    split_names,
)
from sphinx_repodoc.analyse.languages.python.options.variables import Variables
from sphinx_repodoc.analyse.languages.python.reading import Reading
from sphinx_repodoc.analyse.languages.python.scopes import Scope, ScopeKind
from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.model.command_lines import CommandLine, Option
from sphinx_repodoc.model.prose import first_sentence

DECLARED = {"typer.Option": False, "typer.Argument": True}
"""What declares a parameter, and whether as an argument."""

ANNOTATED = frozenset({"typing.Annotated", "typing_extensions.Annotated"})

CONTEXTS = frozenset({"typer.Context", "click.Context"})
"""Types of parameters that are not of the command line."""

SWITCHES = frozenset({"bool", "Optional[bool]", "bool | None", "None | bool"})
"""Types of switches, as they are written."""


@dataclass(eq=False)
class App:
    """An application, and the functions that are its commands."""

    commands: dict[Scope, Arguments] = field(default_factory=dict)
    is_group: bool = False
    """Whether its commands are subcommands, however many there are."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a function, and what declares it to typer."""

    node: Node
    name: str
    type: Node | None
    default: Node | None
    declared: Node | None
    """The call of typer; None where only the type and the default do."""
    is_annotated: bool
    """Whether that stands in the type, and the default behind it."""


def find_command_lines(reading: Reading) -> Iterator[CommandLine]:
    """Find the functions that typer makes commands of, and what their parameters become."""
    docstrings = find_docstrings(reading.tree)
    for scope, commands in _find_commands(reading).items():
        docstring = docstrings.get(scope.body)
        yield CommandLine(
            "typer",
            reading.layout.span_of(scope.node),
            commands,
            scope.qualified_name,
            first_sentence(docstring.text) if docstring else "",
            tuple(_read_parameters(reading, scope)),
        )


def _find_commands(reading: Reading) -> dict[Scope, tuple[str, ...]]:
    """Find the functions that are commands, and the names that these surely have."""
    run = set(_find_run(reading))
    scopes = [scope for scope in reading.scopes if scope.kind is ScopeKind.FUNCTION]
    found = {s: () for s in scopes if f"{LOCAL}{s.qualified_name}" in run}
    commands: dict[Scope, tuple[str, ...]] = dict(found)
    for app in _find_apps(reading, scopes, commands):
        is_named = app.is_group or len(app.commands) > 1
        for scope, arguments in app.commands.items():
            name = _name_command(arguments, scope.name) if is_named else ""
            commands[scope] = (name,) if name else ()
    return commands


def _find_run(reading: Reading) -> Iterator[str]:
    """Yield the functions that are given to ``typer.run``."""
    for match in reading.tree.matches("calls", "match"):
        call = match["match"][0]
        if find_origin(reading, call) == "typer.run":
            yield from (reading.names.origin(node) for node in read_arguments(call).positional[:1])


def _find_apps(
    reading: Reading, scopes: Sequence[Scope], callbacks: dict[Scope, tuple[str, ...]]
) -> Iterable[App]:
    """Find the applications with their commands; note the functions that are called before."""
    variables, apps = Variables(reading), defaultdict[int, App](App)
    decorators = find_decorators(reading.tree)
    for match in reading.tree.matches("calls", "match"):
        made, method = _find_app(reading, variables, match["match"][0])
        apps[made].is_group |= method in {"add_typer", "callback"}
    for scope in scopes:
        for node in decorators.get(scope.start, ()):
            made, method = _find_app(reading, variables, node)
            if made and method == "command":
                apps[made].commands[scope] = read_arguments(node)
            if made and method == "callback":
                callbacks[scope] = ()
    return apps.values()


def _find_app(reading: Reading, variables: Variables, call: Node) -> tuple[int, str]:
    """Return where the application is made whose method is called, and the method; 0: of none."""
    function = call.child_by_field_name("function")
    owner = function.child_by_field_name("object") if function else None
    name = function.child_by_field_name("attribute") if function else None
    is_name = owner is not None and owner.type in {"identifier", "attribute"}
    binding = variables.find(owner) if owner and is_name else None
    value = binding.value if binding else None
    if name is None or value is None or find_origin(reading, value) != "typer.Typer":
        return 0, ""
    return value.end_byte, text_of(name)


def _name_command(arguments: Arguments, function: str) -> str:
    if arguments.find("name", 0):
        return arguments.text("name", 0) or ""
    return function.lower().replace("_", "-")


def _read_parameters(reading: Reading, scope: Scope) -> Iterator[Option]:
    listed = scope.node.child_by_field_name("parameters")
    for node in listed.named_children if listed else ():
        parameter = _read_parameter(reading, node)
        origin = find_origin(reading, parameter.type) if parameter and parameter.type else ""
        if parameter and origin not in CONTEXTS:
            option = _read_option(reading, parameter)
            if option.names:
                yield option


def _read_parameter(reading: Reading, node: Node) -> Parameter | None:
    """Read a parameter; None of those that take what is left."""
    name = node.child_by_field_name("name") or (node if node.type == "identifier" else None)
    if node.type == "typed_parameter" and node.named_children[0].type == "identifier":
        name = node.named_children[0]
    if name is None:
        return None
    typed, default = node.child_by_field_name("type"), node.child_by_field_name("value")
    written = typed.named_children[0] if typed and typed.named_children else None
    inner, marks = _read_annotated(reading, written)
    declaring = [mark for mark in marks if find_origin(reading, mark) in DECLARED]
    if declaring:
        return Parameter(node, text_of(name), inner, default, declaring[0], is_annotated=True)
    is_declared = default is not None and find_origin(reading, default) in DECLARED
    declared = default if is_declared else None
    return Parameter(node, text_of(name), inner, default, declared, is_annotated=False)


def _read_annotated(reading: Reading, written: Node | None) -> tuple[Node | None, Sequence[Node]]:
    """Return the type that is annotated, and with what."""
    if written is None or written.type not in {"generic_type", "subscript"}:
        return written, ()
    if find_origin(reading, written.named_children[0]) not in ANNOTATED:
        return written, ()
    if written.type == "subscript":
        parts = written.named_children[1:]
    else:
        parts = [part.named_children[0] for part in written.named_children[1].named_children]
    return parts[0], parts[1:]


def _read_option(reading: Reading, parameter: Parameter) -> Option:
    arguments = read_arguments(parameter.declared) if parameter.declared else Arguments()
    first = 0 if parameter.is_annotated else 1
    names = Arguments(arguments.positional[first:]).texts()
    default = _find_default(parameter, arguments)
    is_required = default is None or text_of(default) == "..."
    written = dotted_text(parameter.type) if parameter.type else ""
    origin = find_origin(reading, parameter.declared) if parameter.declared else ""
    option = Option(
        (),
        span_of(parameter.node),
        is_argument=DECLARED.get(origin, is_required),
        default=write_constant(default),
        is_required=is_required,
        is_hidden=arguments.is_true("hidden"),
        help=read_words(arguments.find("help")),
    )
    if names is None or not arguments.is_whole:
        return option
    placeholder = arguments.text("metavar") or ""
    if option.is_argument:
        return replace(option, names=(placeholder or parameter.name.upper(),), value=written)
    is_switch = written in SWITCHES
    return replace(
        option,
        names=split_names(names)[0] or _derive_names(parameter.name, is_switch=is_switch),
        value="" if is_switch else placeholder or written,
    )


def _find_default(parameter: Parameter, arguments: Arguments) -> Node | None:
    if parameter.declared is None or parameter.is_annotated:
        return parameter.default
    return arguments.find("default", 0)


def _derive_names(name: str, *, is_switch: bool) -> tuple[str, ...]:
    dashed = name.lower().replace("_", "-")
    return (f"--{dashed}", f"--no-{dashed}") if is_switch else (f"--{dashed}",)
