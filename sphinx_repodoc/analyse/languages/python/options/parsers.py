"""The options that a Python file declares to argparse."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from sphinx_repodoc.analyse.languages.python.layout import span_of
from sphinx_repodoc.analyse.languages.python.literals import text_of
from sphinx_repodoc.analyse.languages.python.names import LOCAL
from sphinx_repodoc.analyse.languages.python.options.arguments import (
    Arguments,
    read_arguments,
    read_choices,
    read_number,
    read_text,
    read_words,
    write_constant,
    write_type,
)
from sphinx_repodoc.analyse.languages.python.options.variables import Variables
from sphinx_repodoc.analyse.languages.python.reading import Reading
from sphinx_repodoc.analyse.languages.python.scopes import Scope
from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.model.command_lines import CommandLine, Option
from sphinx_repodoc.model.files import Span

PARSERS = frozenset({"argparse.ArgumentParser"})

GIVEN = frozenset(
    {*PARSERS, "argparse._ActionsContainer", "argparse._ArgumentGroup"}
    | {"argparse._MutuallyExclusiveGroup"}
)
"""Types of parameters that options are added to."""

GROUPS = frozenset({"add_argument_group", "add_mutually_exclusive_group"})

COMMANDS = frozenset(
    f"django.core.management{module}.{name}"
    for module in ("", ".base")
    for name in ("AppCommand", "BaseCommand", "LabelCommand")
) | {"django.core.management.templates.TemplateCommand"}
"""Classes of Django, whose method ``add_arguments`` is given a parser."""

VALUED = frozenset({"append", "extend", "store"})
"""Actions that take a value; what others of a program's own take is not known."""

REPEATABLE = frozenset({"append", "append_const", "count", "extend"})

MAX_HOPS = 50
"""Longer chains of variables and calls are not followed."""

IN_PERCENT = re.compile(r"%(?:%|\(default\)s)")


@dataclass(eq=False)
class Parser:
    """A parser, and what is added to it."""

    span: Span
    commands: tuple[str, ...] = ()
    symbol: str = ""
    help: str = ""
    prefix: str = "-"
    """The characters that options begin with."""
    parents: list["Parser"] = field(default_factory=list)
    options: list[Option] = field(default_factory=list)


@dataclass(eq=False)
class Subparsers:
    """What the parsers of subcommands are made by."""

    owner: Parser


Maker = Parser | Subparsers | None


def find_command_lines(reading: Reading) -> Iterator[CommandLine]:
    """Find the parsers that a file makes or is given, and the options that it adds to each."""
    ancestors = reading.ancestry.values()
    if not reading.names.find_words({"argparse"}) and all(map(COMMANDS.isdisjoint, ancestors)):
        return
    parsers = _Parsers(reading)
    for match in reading.tree.matches("calls", "match"):
        parsers.note(match["match"][0])
    for parser in parsers:
        inherited = [option for parent in parser.parents for option in parent.options]
        options = tuple(sorted([*inherited, *parser.options], key=lambda o: o.span.line))
        yield CommandLine(
            "argparse", parser.span, parser.commands, parser.symbol, parser.help, options
        )


class _Parsers:
    """The parsers of one file, made as they are asked for."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._variables = Variables(reading)
        self._known: dict[int, Maker] = {}
        self._depth = 0

    def __iter__(self) -> Iterator[Parser]:
        parsers = {each: None for each in self._known.values() if isinstance(each, Parser)}
        return iter(parsers)

    def note(self, call: Node) -> None:
        """Add to a parser the option that a call adds, if it adds one."""
        owner, method = _split(call.child_by_field_name("function"))
        parser = self.find(owner) if owner and method == "add_argument" else None
        if isinstance(parser, Parser):
            parser.options += self._read(call, parser)

    def find(self, node: Node) -> Maker:
        """Return the parser or the like that an expression is; None if unsure."""
        if node.type == "call":
            return self._keep(node, self._make)
        binding = self._variables.find(node) if node.type in {"identifier", "attribute"} else None
        if binding is None:
            return None
        if binding.is_parameter:
            return self._keep(binding.target, self._take)
        value = binding.value
        return self._keep(binding.target, lambda _: self.find(value)) if value else None

    def _keep(self, node: Node, make: Callable[[Node], Maker]) -> Maker:
        """Return what is known of a node, or make it; what leads back to itself is nothing."""
        if node.end_byte not in self._known and self._depth < MAX_HOPS:
            self._known[node.end_byte] = None
            self._depth += 1
            self._known[node.end_byte] = make(node)
            self._depth -= 1
        return self._known.get(node.end_byte)

    def _make(self, call: Node) -> Maker:
        arguments = read_arguments(call)
        function = call.child_by_field_name("function")
        if function and self._is_parser(function):
            return self._complete(Parser(span_of(call)), arguments)
        owner, method = _split(function)
        maker = self.find(owner) if owner else None
        if isinstance(maker, Parser):
            made = {"add_subparsers": Subparsers(maker)} | dict.fromkeys(GROUPS, maker)
            return made.get(method)
        name = arguments.text("name", 0)
        if maker is None or method != "add_parser" or not name:
            return None
        parser = Parser(span_of(call), (*maker.owner.commands, name))
        return self._complete(parser, arguments)

    def _complete(self, parser: Parser, arguments: Arguments) -> Maker:
        """Add what a parser is made with; None if it reads options of another form."""
        prefix = arguments.text("prefix_chars") if "prefix_chars" in arguments.keywords else "-"
        if not prefix:
            return None
        parser.prefix = prefix
        parser.help = read_words(arguments.find("description") or arguments.find("help"))
        parents = arguments.find("parents")
        for node in parents.named_children if parents and parents.type == "list" else ():
            parent = self.find(node)
            if isinstance(parent, Parser):
                parser.parents.append(parent)
        return parser

    def _take(self, parameter: Node) -> Maker:
        """Return the parser or the like that a function is given."""
        scope = self._reading.scopes.at(parameter.start_byte)
        typed = parameter.parent.child_by_field_name("type") if parameter.parent else None
        written = typed.named_children[0] if typed and typed.named_children else None
        if written and written.type in {"generic_type", "subscript"}:
            written = written.named_children[0]
        origin = self._reading.names.origin(written) if written else ""
        parser = Parser(span_of(scope.node), symbol=scope.qualified_name)
        if origin == "argparse._SubParsersAction":
            return Subparsers(parser)
        return parser if origin in GIVEN or self._is_command(scope, parameter) else None

    def _is_command(self, scope: Scope, parameter: Node) -> bool:
        """Whether a parameter is the parser that Django gives to a command."""
        if scope.name != "add_arguments" or not scope.parent or not parameter.prev_named_sibling:
            return False
        return not COMMANDS.isdisjoint(self._reading.ancestry.get(scope.parent, frozenset()))

    def _is_parser(self, function: Node) -> bool:
        origin = self._reading.names.origin(function)
        if not origin.startswith(LOCAL):
            return origin in PARSERS
        defined = (s for s in self._reading.scopes if s.qualified_name == origin[len(LOCAL) :])
        return any(not PARSERS.isdisjoint(self._reading.ancestry.get(s, ())) for s in defined)

    def _read(self, call: Node, parser: Parser) -> Iterator[Option]:
        arguments = read_arguments(call)
        names = arguments.texts()
        if names and all(names) and arguments.is_whole:
            action = self._find_action(arguments)
            help_node = arguments.find("help")
            is_hidden = bool(help_node) and self._origin(help_node) == "argparse.SUPPRESS"
            option = _read_option(names, span_of(call), arguments, action)
            if names[0][0] not in parser.prefix:
                shown = (arguments.text("metavar") or names[0],)
                value = write_type(arguments.find("type"))
                option = replace(option, names=shown, is_argument=True, value=value)
            yield replace(option, is_hidden=is_hidden)

    def _find_action(self, arguments: Arguments) -> str:
        """Return the name of an action; empty if it is not known."""
        node = arguments.find("action")
        if node is None:
            return "store"
        name = read_text(node)
        return self._origin(node).removeprefix("argparse.") if name is None else name

    def _origin(self, node: Node | None) -> str:
        is_name = node is not None and node.type in {"identifier", "attribute"}
        return self._reading.names.origin(node) if node and is_name else ""


def _split(function: Node | None) -> tuple[Node | None, str]:
    """Split an attribute into what it is of, and its name."""
    if function is None or function.type != "attribute":
        return None, ""
    name = function.child_by_field_name("attribute")
    return function.child_by_field_name("object"), text_of(name) if name else ""


def _read_option(names: tuple[str, ...], span: Span, arguments: Arguments, action: str) -> Option:
    default = write_constant(arguments.find("default"))
    if action == "BooleanOptionalAction":
        names += tuple(f"--no-{name[2:]}" for name in names if name.startswith("--"))
    placeholder = arguments.text("metavar") or write_type(arguments.find("type"))
    if not placeholder and action in VALUED:
        placeholder = _placeholder(names, arguments)
    return Option(
        names,
        span,
        value=placeholder if action in VALUED else "",
        number=read_number(arguments.find("nargs")),
        choices=read_choices(arguments.find("choices")),
        default=default,
        is_required=arguments.is_true("required"),
        is_repeatable=action in REPEATABLE,
        help=_fill(read_words(arguments.find("help")), arguments, default),
    )


def _placeholder(names: tuple[str, ...], arguments: Arguments) -> str:
    """Return what the help calls the value of an option, where nothing else is said."""
    destination = arguments.text("dest")
    long = [name for name in names if name.startswith("--")]
    name = destination or (long or list(names))[0].lstrip("-").replace("-", "_")
    return "" if "choices" in arguments.keywords else name.upper()


def _fill(text: str, arguments: Arguments, default: str) -> str:
    """Write out the default in a help text, and the percent signs."""
    node = arguments.find("default")
    written = (read_text(node) if node else None) or default
    put = {"%%": "%", "%(default)s": written or "%(default)s"}
    return IN_PERCENT.sub(lambda match: put[match[0]], text)
