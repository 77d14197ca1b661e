"""What the rules find, and what they must not."""

from pathlib import Path

import msgspec
import pytest

from sphinx_repodoc.analyse.facts import find_facts
from sphinx_repodoc.analyse.findings import parse_shapes, read_shapes

CASES = Path(__file__).parent / "cases" / "python"
MARK = "# -> "

Row = tuple[int, str, str]


def _found(text: str) -> list[Row]:
    facts = find_facts(text, "Python")
    assert facts is not None
    assert facts.errors == ()
    return sorted((f.span.line, f.rule, f.subject) for f in facts.findings)


def _expected(text: str) -> list[Row]:
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        for mark in line.split(MARK)[1:]:
            rule, subject = mark.split()
            rows.append((number, rule, subject))
    return sorted(rows)


@pytest.mark.parametrize("name", ["patterns", "performance", "security", "shadowed", "nothing"])
def test_findings_stand_where_the_case_says_and_nowhere_else(name: str) -> None:
    text = (CASES / f"{name}.py").read_text()
    assert _found(text) == _expected(text)


def test_words_alone_are_no_evidence() -> None:
    assert _expected((CASES / "nothing.py").read_text()) == []


def test_every_rule_has_a_case_that_fires_it() -> None:
    texts = [path.read_text() for path in CASES.glob("*.py")]
    found = [find_facts(text, "Python") for text in texts]
    fired = {(f.rule, f.reason) for facts in found if facts for f in facts.findings}
    shapes = read_shapes("python")
    rules = {r for s in shapes for rs in [s.unnamed, *s.named.values()] for r in rs}
    assert {(rule.id, rule.reason) for rule in rules} == fired


def test_every_rule_says_in_which_section_and_why() -> None:
    for shape in read_shapes("python"):
        for rules in [shape.unnamed, *shape.named.values()]:
            for rule in rules:
                assert rule.id.startswith("python/")
                assert rule.section in {"patterns", "performance", "security"}
                assert rule.reason.endswith(".")
                assert rule.reference.startswith("https://")
                assert bool(rule.severity) == (rule.section == "security")


def test_rules_of_the_same_query_share_it() -> None:
    shapes = read_shapes("python")
    assert len({shape.query for shape in shapes}) == len(shapes)
    assert sum(len(shape.named) for shape in shapes) > 2 * len(shapes)


@pytest.mark.parametrize(
    "text",
    [
        '[[rule]]\nid = "x"',
        '[[rule]]\nid = "x"\nsection = "s"\ntitle = "t"\nquery = "q"\nreason = 3',
        '[[rules]]\nid = "x"',
    ],
)
def test_a_rule_file_with_a_fault_is_refused(text: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        parse_shapes(text)
