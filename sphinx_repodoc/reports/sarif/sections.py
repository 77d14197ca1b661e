"""In which section of a page the results of a rule stand."""

import re
import tomllib
from collections.abc import Collection
from importlib.resources import files

import msgspec


class _Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    tags: frozenset[str]
    tools: frozenset[str]
    rules: tuple[str, ...]


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    default: str
    section: tuple[_Section, ...]


def _read_table() -> _Table:
    text = files("sphinx_repodoc.reports.sarif").joinpath("sections.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), _Table)


TABLE = _read_table()


def find_section(tool: str, rule: str, tags: Collection[str]) -> str:
    """Return the section that the table names for a rule."""
    tool = tool.casefold()
    for section in TABLE.section:
        is_named = any(re.fullmatch(pattern, f"{tool} {rule}") for pattern in section.rules)
        if is_named or tool in section.tools or not section.tags.isdisjoint(tags):
            return section.name
    return TABLE.default
