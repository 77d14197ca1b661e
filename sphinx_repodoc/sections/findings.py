"""Code Patterns & Idioms, Performance Considerations, Security & Safety."""

from collections import defaultdict
from collections.abc import Sequence

from sphinx_repodoc.model.complexity import Complexity
from sphinx_repodoc.model.findings import Finding
from sphinx_repodoc.model.pages import Findings
from sphinx_repodoc.sections.content import Block, Inline, Phrase
from sphinx_repodoc.sections.links import Links, external, literal
from sphinx_repodoc.sections.lists import counted, definitions, joined, paragraph, table
from sphinx_repodoc.sections.prose import inline

MOST = 10
"""Functions that are listed at most."""

HEAD = (
    "Function",
    "Cyclomatic complexity",
    "Conditions and loops in each other",
    "Loops in each other",
)
WIDTHS = (46, 18, 20, 16)
MCCABE = "https://doi.org/10.1109/TSE.1976.233837"
"""Where the complexity is defined: one, and one more for each decision."""


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
    blocks: list[Block] = [definitions(rows)] if rows else []
    return [*blocks, *_complex(findings.complexities, links)]


def _complex(complexities: Sequence[Complexity], links: Links) -> list[Block]:
    """Show how complex the most complex functions are."""
    if not complexities:
        return []
    rows: list[list[list[Inline]]] = [
        [
            [literal(each.symbol), " (", links.lines(each.span), ")"],
            [f"{each.ways:,}"],
            [f"{each.levels:,}"],
            [f"{each.loops:,}"],
        ]
        for each in complexities[:MOST]
    ]
    more = len(complexities) - len(rows)
    rest: list[Block] = (
        [paragraph(f"So complex are {counted(more, 'function')} more.")] if more else []
    )
    rule: list[Inline] = ["Rule ", literal("complexity"), " (", external(MCCABE, "reference"), ")"]
    told = "These have a cyclomatic complexity above 10, or three loops or more in each other."
    return [paragraph(told, " ", *rule, "."), table(HEAD, rows, WIDTHS), *rest]


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
