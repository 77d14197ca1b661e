"""The environments that files declare to tox, and the commands that each runs."""

import re
import shlex
from collections.abc import Iterator
from functools import partial
from itertools import product

from sphinx_repodoc.analyse.keys import Value
from sphinx_repodoc.model.facts import Declaration, DeclarationKind

TESTENV = "testenv"
"""The section that the others inherit from, and what these begin with before a colon."""

COMMANDS = ("commands_pre", "commands", "commands_post")

BRACES = re.compile(r"\{([^{}]*)\}")

RANGE = re.compile(r"(\d+)-(\d+)", re.ASCII)

OPEN = re.compile(r"\d+-|-\d+", re.ASCII)
"""A range that ends where the version of tox decides."""

BETWEEN = re.compile(r"[,\s]+(?![^{}]*\})")
"""What stands between the names of environments."""

FACTORS = re.compile(r"([\w {}.!,-]+):\s+(.+)")
"""A command that is run where the name of the environment has some parts."""

Line = tuple[str, int]
"""A command, and the line that it stands on."""


def find_in_ini(root: Value) -> Iterator[Declaration]:
    """Find the environments of an INI file: those with a section, then the others in the list."""
    base = next((entry.value for entry in root.at(TESTENV)), Value())
    listed = [*root.at("tox", "env_list"), *root.at("tox", "envlist")]
    seen: set[str] = set()
    for entry in root.entries:
        if entry.name.startswith(f"{TESTENV}:"):
            for name in expand(entry.name.removeprefix(f"{TESTENV}:")):
                seen.add(name)
                yield _declare(name, entry.span.line, entry.value, base)
    for item in (item for entry in listed for item in entry.value.items):
        names = (name for each in BETWEEN.split(item.text) for name in expand(each))
        for name in filter(None, names):
            if name not in seen:
                seen.add(name)
                yield _declare(name, item.line, Value(), base)


def find_in_toml(root: Value) -> Iterator[Declaration]:
    """Find the environments of a TOML file, where they are tables."""
    home: tuple[str, ...] = ("tool", "tox") if [*root.below("tool", "tox")] else ()
    base = Value(read_entries=partial(root.below, *home, "env_run_base"))
    lines: dict[str, int] = {}
    for entry in root.below(*home, "env"):
        lines.setdefault(entry.path[0], entry.span.line)
    for entry in root.at(*home, "env_list"):
        for item in filter(lambda item: item.text, entry.value.items):
            lines.setdefault(item.text, item.line)
    for name, line in lines.items():
        own = Value(read_entries=partial(root.below, *home, "env", name))
        yield _declare(name, line, own, base)


def expand(name: str) -> Iterator[str]:
    """Yield the environments that a name stands for: ``a-{b,c}`` and ``3.1{0-1}`` mean two."""
    parts = [
        list(_choose(part)) if number % 2 else [part]
        for number, part in enumerate(BRACES.split(name))
    ]
    return ("".join(chosen) for chosen in product(*parts))


def _choose(braced: str) -> Iterator[str]:
    """Yield what may stand in the place of braces."""
    for choice in map(str.strip, braced.split(",")):
        if bounds := RANGE.fullmatch(choice):
            first, last = map(int, bounds.groups())
            step = 1 if first < last else -1
            yield from map(str, range(first, last + step, step))
        elif not OPEN.fullmatch(choice):
            yield choice


def _declare(name: str, line: int, own: Value, base: Value) -> Declaration:
    has_base = not [*own.at("base")]
    commands: list[Line] = []
    for key in COMMANDS:
        inherited = base.at(key) if has_base else ()
        for entry in [*own.at(key)] or inherited:
            commands += _read_commands(entry.value, name)
    return Declaration(
        DeclarationKind.TASK,
        name,
        "\n".join(text for text, _ in commands),
        line,
        lines=tuple(number for _, number in commands),
        documentation=" ".join(next((e.value.text for e in own.at("description")), "").split()),
    )


def _read_commands(value: Value, environment: str) -> Iterator[Line]:
    """Yield the commands of an environment: lines of a text, or lists of words."""
    factors = frozenset(environment.split("-"))
    for item in value.items:
        words = [word.text for word in item.items]
        if words and all(words):
            yield shlex.join(words), item.line
        elif match := FACTORS.fullmatch(item.text):
            if any(_is_met(way, factors) for way in _ways(match[1])):
                yield match[2], item.line
        elif item.text:
            yield item.text, item.line


def _ways(condition: str) -> Iterator[str]:
    return (way for each in BETWEEN.split(condition) for way in expand(each) if way)


def _is_met(way: str, factors: frozenset[str]) -> bool:
    return all((part.lstrip("!") in factors) != part.startswith("!") for part in way.split("-"))
