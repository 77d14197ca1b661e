"""What the rules find in a Python file."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sphinx_repodoc.analyse.findings import Rule, Shape
from sphinx_repodoc.analyse.languages.python.literals import text_of
from sphinx_repodoc.analyse.languages.python.names import first_word
from sphinx_repodoc.analyse.languages.python.reading import Reading
from sphinx_repodoc.analyse.languages.python.scopes import Scope, ScopeKind
from sphinx_repodoc.analyse.parser import Captures, Node
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.findings import Finding

Methods = Mapping[Scope, Mapping[str, Node]]
"""The methods that each class itself defines, each with its first definition."""


def find_findings(reading: Reading, shapes: Iterable[Shape]) -> tuple[Finding, ...]:
    """Apply the rules; of a definition each is told once, where it is shown first."""
    methods = _find_methods(reading)
    hits = [hit for shape in shapes for hit in _apply(reading, shape, methods)]
    found: dict[tuple[object, ...], Finding] = {}
    for rule, scope, finding in sorted(hits, key=lambda hit: (hit[2].span.line, hit[2].rule)):
        place = None if scope else finding.span
        key = (rule.id,) if rule.once else (rule.id, rule.title, finding.subject, place)
        found.setdefault(key, finding)
    return tuple(found.values())


def _find_methods(reading: Reading) -> Methods:
    methods: dict[Scope, dict[str, Node]] = defaultdict(dict)
    for scope in reading.scopes:
        if scope.parent and scope.kind is ScopeKind.FUNCTION:
            methods[scope.parent].setdefault(scope.name, scope.node)
    return methods


def _apply(
    reading: Reading, shape: Shape, methods: Methods
) -> Iterator[tuple[Rule, Scope | None, Finding]]:
    words = reading.names.find_words(shape.roots)
    for match in reading.tree.matches(shape.query, "match"):
        origin = _find_origin(reading, match, words)
        for rule in (*shape.unnamed, *(shape.find_rules(origin) if origin else ())):
            scope = _find_scope(reading, match)
            subject = scope.qualified_name if scope else origin.removeprefix("builtins.")
            if subject and _holds(rule, reading, scope, methods) and _lacks(match, rule.without):
                span = reading.layout.span_of(match["match"][0])
                if scope and rule.defines:
                    span = _span_heads(methods[scope][name] for name in rule.defines)
                yield rule, scope, rule.make_finding(span, subject)


def _span_heads(methods: Iterable[Node]) -> Span:
    """Give the lines from where the first of some methods begins to where the last does."""
    lines = [method.start_point[0] + 1 for method in methods]
    return Span(min(lines), max(lines))


def _find_origin(reading: Reading, match: Captures, words: frozenset[str]) -> str:
    """Give what the name of a match refers to, if a rule may ask for that."""
    name = match["name"][0] if words and "name" in match else None
    return reading.names.origin(name) if name and first_word(name) in words else ""


def _find_scope(reading: Reading, match: Captures) -> Scope | None:
    """Find the definition that a match is about, or without symbol and name the function around."""
    if "symbol" in match:
        return reading.scopes.at(match["symbol"][0].start_byte)
    if "name" in match:
        return None
    scope = reading.scopes.inside(match["match"][0].start_byte)
    return scope if scope.kind is ScopeKind.FUNCTION else None


def _holds(rule: Rule, reading: Reading, scope: Scope | None, methods: Methods) -> bool:
    """Whether a class derives from and defines what the rule asks for."""
    if scope is None:
        return not rule.inherits and not rule.defines
    ancestors = reading.ancestry.get(scope, frozenset())
    is_heir = not rule.inherits or not rule.inherits.isdisjoint(ancestors)
    return is_heir and rule.defines <= methods.get(scope, {}).keys()


def _lacks(match: Captures, keywords: frozenset[str]) -> bool:
    """Whether none of these keyword arguments is given."""
    arguments = match["match"][0].child_by_field_name("arguments") if keywords else None
    given = map(_keyword, arguments.named_children if arguments else ())
    return keywords.isdisjoint(given)


def _keyword(argument: Node) -> str:
    name = argument.child_by_field_name("name") if argument.type == "keyword_argument" else None
    return text_of(name) if name else ""
