"""What configuration files declare: names of packages, commands, tasks and jobs.

Which tool reads a file depends on its name, so here everything is found that a file of its
language may mean to any of them.
"""

import configparser
import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import product
from typing import Any

import yaml

from sphinx_repodoc.model.facts import Declaration, DeclarationKind, Facts

MAX_LENGTH = 200_000
"""In characters; longer files hold data, and take long to parse."""

TESTENV = "testenv:"
"""What the sections of tox begin with."""

BRACES = re.compile(r"\{([^{}]*)\}")

Found = Iterator[Declaration]


def find_in_toml(text: str) -> Facts:
    """Find the declarations of a TOML file, as of Python packages and Rust crates."""
    return _find(text, ("name", "env"), tomllib.loads, _walk_toml)


def find_in_json(text: str) -> Facts:
    """Find the declarations of a JSON file, as of npm packages."""
    return _find(text, ('"name"', '"scripts"'), json.loads, _walk_json)


def find_in_ini(text: str) -> Facts:
    """Find the declarations of an INI file, as of setuptools and tox."""
    return _find(text, ("name", "testenv", "console_scripts"), _parse_ini, _walk_ini)


def find_in_yaml(text: str) -> Facts:
    """Find the jobs of a YAML file, as of GitHub."""
    return _find(text, ("\njobs:",), partial(yaml.compose, Loader=yaml.SafeLoader), _walk_yaml)


def _find(
    text: str, words: tuple[str, ...], parse: Callable[[str], Any], walk: Callable[[Any], Found]
) -> Facts:
    """Return what is declared; nothing where the text is not of its language."""
    if len(text) > MAX_LENGTH or not any(word in text for word in words):
        return Facts(is_structured=False)
    try:
        parsed = parse(text)
    except (ValueError, configparser.Error, yaml.YAMLError, RecursionError):
        return Facts(is_structured=False)  # the tool that reads the file says so better
    return Facts(declarations=tuple(walk(parsed)), is_structured=False)


def _walk_toml(parsed: dict[str, Any]) -> Found:
    tool = _table(parsed, "tool")
    for table in (_table(parsed, "project"), _table(tool, "poetry"), _table(parsed, "package")):
        yield from _distribution(table)
        for key in ("scripts", "gui-scripts"):
            yield from _named(DeclarationKind.COMMAND, _table(table, key))
    tox = _table(tool, "tox") or parsed
    yield from (Declaration(DeclarationKind.TASK, name) for name in _table(tox, "env"))


def _walk_json(parsed: object) -> Found:
    if not isinstance(parsed, dict):
        return
    yield from _distribution(parsed)
    commands = parsed.get("bin")
    if isinstance(commands, str) and isinstance(parsed.get("name"), str):
        commands = {parsed["name"].rpartition("/")[2]: commands}
    yield from _named(DeclarationKind.COMMAND, commands)
    yield from _named(DeclarationKind.TASK, parsed.get("scripts"))


def _parse_ini(text: str) -> configparser.RawConfigParser:
    parser = configparser.RawConfigParser(strict=False, allow_no_value=True)
    parser.optionxform = str  # type: ignore[assignment, method-assign] # names keep their case
    parser.read_string(text)
    return parser


def _walk_ini(parser: configparser.RawConfigParser) -> Found:
    if name := parser.get("metadata", "name", fallback=""):
        yield Declaration(DeclarationKind.DISTRIBUTION, name)
    for line in (parser.get("options.entry_points", "console_scripts", fallback="") or "").split(
        "\n"
    ):
        name, equals, value = line.partition("=")
        if equals:
            yield Declaration(DeclarationKind.COMMAND, name.strip(), value.strip())
    for section in parser.sections():
        if section.startswith(TESTENV):
            value = parser.get(section, "description", fallback="") or ""
            for name in _expand(section.removeprefix(TESTENV)):
                yield Declaration(DeclarationKind.TASK, name, " ".join(value.split()))


def _expand(name: str) -> Iterator[str]:
    """Yield the environments that a section of tox names: ``a-{b,c}`` means two."""
    parts = [
        [choice.strip() for choice in part.split(",")] if number % 2 else [part]
        for number, part in enumerate(BRACES.split(name))
    ]
    return ("".join(chosen) for chosen in product(*parts))


def _walk_yaml(root: yaml.Node | None) -> Found:
    jobs = _child(root, "jobs")
    if not isinstance(jobs, yaml.MappingNode):
        return
    for key, job in jobs.value:
        steps = _child(job, "steps")
        listed = steps.value if isinstance(steps, yaml.SequenceNode) else []
        commands = [_text(_child(step, "run")) for step in listed]
        places = [_text(_child(step, "working-directory")) for step in listed]
        value = "\n".join(text for text in (*places, *commands) if text)
        yield Declaration(DeclarationKind.JOB, _text(key), value, key.start_mark.line + 1)


def _child(node: yaml.Node | None, name: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for key, value in node.value if _text(key) == name), None)


def _text(node: yaml.Node | None) -> str:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""


def _table(parsed: Mapping[str, Any], name: str) -> dict[str, Any]:
    table = parsed.get(name)
    return table if isinstance(table, dict) else {}


def _distribution(table: Mapping[str, Any]) -> Found:
    if isinstance(table.get("name"), str):
        yield Declaration(DeclarationKind.DISTRIBUTION, table["name"])


def _named(kind: DeclarationKind, table: object) -> Found:
    for name, value in table.items() if isinstance(table, dict) else ():
        if isinstance(value, str):
            yield Declaration(kind, str(name), value)
