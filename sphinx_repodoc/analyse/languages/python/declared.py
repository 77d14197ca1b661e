"""What a Python file declares to setuptools and to nox."""

import shlex
from collections.abc import Iterator

from sphinx_repodoc.analyse.languages.python.definitions import find_decorators
from sphinx_repodoc.analyse.languages.python.literals import dotted_text
from sphinx_repodoc.analyse.languages.python.options.arguments import (
    Arguments,
    read_arguments,
    read_text,
)
from sphinx_repodoc.analyse.languages.python.options.decorators import find_origin
from sphinx_repodoc.analyse.languages.python.reading import Reading
from sphinx_repodoc.analyse.languages.python.scopes import Scope
from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.model.facts import Declaration, DeclarationKind

SETUP = frozenset({"setuptools.setup", "distutils.core.setup"})

SCRIPTS = frozenset({"console_scripts", "gui_scripts"})
"""Groups of entry points that become commands."""

Found = Iterator[Declaration]


def find_declarations(reading: Reading) -> Found:
    """Find what a ``setup.py`` gives to ``setup``, and the sessions of a ``noxfile.py``."""
    if reading.names.find_words({"setuptools", "distutils"}):
        for match in reading.tree.matches("calls", "match"):
            if find_origin(reading, match["match"][0]) in SETUP:
                yield from _read_setup(read_arguments(match["match"][0]))
    if reading.names.find_words({"nox"}):
        decorators = find_decorators(reading.tree)
        for scope in reading.scopes:
            for node in decorators.get(scope.start, ()):
                if find_origin(reading, node) == "nox.session":
                    yield from _read_session(reading, scope, read_arguments(node))


def _read_setup(arguments: Arguments) -> Found:
    name = arguments.find("name")
    if name and (text := read_text(name)):
        yield Declaration(DeclarationKind.DISTRIBUTION, text, "", _line(name))
    for path, line in _texts(arguments.find("scripts")):
        yield Declaration(DeclarationKind.COMMAND, path.rpartition("/")[2], path, line)
    groups = arguments.find("entry_points")
    for pair in groups.named_children if groups and groups.type == "dictionary" else ():
        key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
        group = read_text(key) if key else None
        if group:
            yield from _read_entry_points(group, value)
    for required, line in _texts(arguments.find("install_requires")):
        yield Declaration(DeclarationKind.DEPENDENCY, required, "", line)


def _read_entry_points(group: str, listed: Node | None) -> Found:
    kind = DeclarationKind.COMMAND if group in SCRIPTS else DeclarationKind.ENTRY_POINT
    for text, line in _texts(listed):
        name, equals, value = text.partition("=")
        if equals:
            shown = "" if group in SCRIPTS else group
            yield Declaration(kind, name.strip(), value.strip(), line, shown)


def _texts(listed: Node | None) -> Iterator[tuple[str, int]]:
    """Yield the constant texts of a list with their lines."""
    is_list = listed is not None and listed.type in {"list", "tuple"}
    for node in listed.named_children if listed and is_list else ():
        if text := read_text(node):
            yield text, _line(node)


def _read_session(reading: Reading, scope: Scope, arguments: Arguments) -> Found:
    name = arguments.text("name") if "name" in arguments.keywords else scope.name
    if name:
        runs = list(_find_runs(reading, scope))
        value, lines = "\n".join(run for run, _ in runs), tuple(line for _, line in runs)
        yield Declaration(DeclarationKind.TASK, name, value, _line(scope.node), lines=lines)


def _find_runs(reading: Reading, scope: Scope) -> Iterator[tuple[str, int]]:
    """Yield the command lines that a session runs, where they are written out."""
    listed = scope.node.child_by_field_name("parameters")
    parameters = listed.named_children if listed else []
    session = dotted_text(parameters[0]).partition(":")[0] if parameters else ""
    calls = (match["match"][0] for match in reading.tree.matches("calls", "match"))
    for call in sorted(calls, key=lambda call: call.start_byte):
        function = call.child_by_field_name("function")
        if scope.body <= call.start_byte < scope.end and function:
            words = read_arguments(call).texts()
            if dotted_text(function) == f"{session}.run" and words:
                yield shlex.join(words), _line(call)


def _line(node: Node) -> int:
    return node.start_point[0] + 1
