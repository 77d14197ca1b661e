"""Code Patterns & Idioms, Performance Considerations, Security & Safety."""

from collections import defaultdict

from sphinx_repodoc.model.facts import Finding
from sphinx_repodoc.model.pages import Findings
from sphinx_repodoc.sections.content import Block, Inline, Phrase
from sphinx_repodoc.sections.links import Links, external, literal
from sphinx_repodoc.sections.lists import definitions, joined, paragraph
from sphinx_repodoc.sections.prose import inline


def outline(findings: Findings, links: Links) -> list[Block]:
    """List what the rules found, each with its lines, its reason and the rule's name."""
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings.findings:
        groups[finding.rule].append(finding)
    rows = [
        (
            _term(found[0]),
            [paragraph(*joined(_place(f, links) for f in found), ". ", *_rule(found[0]))],
        )
        for found in groups.values()
    ]
    return [definitions(rows)]


def _term(finding: Finding) -> list[Inline]:
    return [f"{finding.title} ({finding.severity})" if finding.severity else finding.title]


def _place(finding: Finding, links: Links) -> Inline:
    subject = (literal(finding.subject), " ") if finding.subject else ()
    return Phrase((*subject, "(", links.lines(finding.span), ")"))


def _rule(finding: Finding) -> list[Inline]:
    rule = literal(finding.rule)
    named: list[Inline] = ["Rule ", rule]
    if finding.reference:
        named += [" (", external(finding.reference, "reference"), ")"]
    return [*inline(finding.reason), " " if finding.reason else "", *named, "."]
