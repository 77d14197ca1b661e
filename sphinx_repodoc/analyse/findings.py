"""The rules that make findings of what the syntax of a file shows."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from itertools import chain

import msgspec

from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.findings import Finding

ALL = ".*"
"""Ends a name that stands for everything in a module."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What must be so for a finding to be made; the rule files say what each field means."""

    id: str
    section: str
    title: str
    query: str
    reason: str
    reference: str = ""
    severity: str = ""
    names: tuple[str, ...] = ()
    inherits: frozenset[str] = frozenset()
    defines: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    closures: frozenset[str] = frozenset()
    """Types of nodes that are functions without a name, for a rule about the function around."""
    once: bool = False

    def make_finding(self, span: Span, subject: str) -> Finding:
        """Say what was found on some lines, about a symbol or a name."""
        return Finding(
            rule=self.id,
            section=self.section,
            span=span,
            title=self.title,
            subject=subject,
            reason=self.reason,
            reference=self.reference,
            severity=self.severity,
        )


@dataclass(frozen=True, slots=True)
class Shape:
    """A query, and the rules that look at what it matches."""

    query: str
    unnamed: Sequence[Rule]
    """Those that ask for no name."""
    named: Mapping[str, Sequence[Rule]]
    roots: frozenset[str]
    """The first parts of the names that are asked for."""

    def find_rules(self, name: str) -> Iterator[Rule]:
        """Give the rules that ask for a full dotted name, or for all in a module of it."""
        parts = name.split(".")
        modules = (".".join(parts[:end]) + ALL for end in range(1, len(parts)))
        for wanted in (name, *modules):
            yield from self.named.get(wanted, ())


class _AddedFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    language: str
    rule: tuple[Rule, ...]
    queries: dict[str, str] = {}


class _RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    rule: tuple[Rule, ...]
    queries: dict[str, str] = {}
    base: str = ""
    """The file whose rules hold as well."""


def read_shapes(name: str) -> tuple[Shape, ...]:
    """Read the rules for a language that come with this package; there may be none."""
    file = files("sphinx_repodoc.analyse").joinpath("rules", f"{name}.toml")
    return parse_shapes(file.read_text("utf-8")) if file.is_file() else ()


def parse_added(text: str) -> tuple[str, tuple[Rule, ...]]:
    """Parse a rule file of a configuration: the language that it is for, and its rules.

    :raises tomllib.TOMLDecodeError: it is no TOML
    :raises msgspec.ValidationError: a field is missing, unknown or of the wrong kind
    """
    parsed = msgspec.convert(tomllib.loads(text), _AddedFile)
    queries = parsed.queries
    rules = (replace(rule, query=queries.get(rule.query, rule.query)) for rule in parsed.rule)
    return parsed.language, tuple(rules)


def add_shapes(shapes: Iterable[Shape], rules: Iterable[Rule]) -> tuple[Shape, ...]:
    """Bring rules together with those that there are, by query."""
    by_query: dict[str, list[Rule]] = {
        shape.query: list(dict.fromkeys((*shape.unnamed, *chain(*shape.named.values()))))
        for shape in shapes
    }
    for rule in rules:
        by_query.setdefault(rule.query, []).append(rule)
    return tuple(_shape(query, found) for query, found in by_query.items())


def parse_shapes(text: str) -> tuple[Shape, ...]:
    """Parse a rule file and bring rules of the same query together.

    :raises msgspec.ValidationError: if a field is missing or of the wrong kind
    """
    parsed = msgspec.convert(tomllib.loads(text), _RuleFile)
    by_query: dict[str, list[Rule]] = defaultdict(list)
    for rule in parsed.rule:
        by_query[parsed.queries.get(rule.query, rule.query)].append(rule)
    shapes = tuple(_shape(query, rules) for query, rules in by_query.items())
    return (*read_shapes(parsed.base), *shapes) if parsed.base else shapes


def _shape(query: str, rules: Iterable[Rule]) -> Shape:
    named: dict[str, list[Rule]] = defaultdict(list)
    unnamed = []
    for rule in rules:
        for name in rule.names:
            named[name].append(rule)
        if not rule.names:
            unnamed.append(rule)
    roots = frozenset(name.partition(".")[0] for name in named)
    return Shape(query, unnamed, dict(named), roots)
