"""Code Patterns & Idioms, Performance Considerations, Security & Safety."""

from collections import defaultdict
from collections.abc import Sequence

from sphinx_repodoc.model.complexity import Complexity
from sphinx_repodoc.model.findings import Finding, Remark
from sphinx_repodoc.model.pages import Findings
from sphinx_repodoc.model.words import counted
from sphinx_repodoc.sections.content import Block, BulletList, Inline, Phrase
from sphinx_repodoc.sections.links import Links, external, literal
from sphinx_repodoc.sections.lists import bullets, definitions, joined, paragraph, table
from sphinx_repodoc.sections.prose import inline, visible

CWE = "https://cwe.mitre.org/data/definitions/{}.html"

Group = tuple[str, str, str, str, str]
"""What findings have in common that stand together."""

MOST = 10
"""Functions that are listed at most."""

HEAD = (
    "Function",
    "Cyclomatic complexity",
    "Nested statements that branch or loop",
    "Nested loop statements",
)
WIDTHS = (46, 18, 20, 16)
MCCABE = "https://doi.org/10.1109/TSE.1976.233837"
"""Where the complexity is defined: one, and one more for each decision."""


def outline(findings: Findings, links: Links) -> list[Block]:
    """List what the rules found, each with its lines, its reason and the rule's name."""
    groups: dict[Group, list[Finding]] = defaultdict(list)
    for finding in findings.findings:
        groups[_group(finding)].append(finding)
    rows = [(_term(found[0]), _say(found, links)) for found in groups.values()]
    blocks: list[Block] = [definitions(rows)] if rows else []
    return [*blocks, *_complex(findings.complexities, links)]


def _group(finding: Finding) -> Group:
    return finding.tool, finding.rule, finding.report, finding.title, finding.severity


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
    verb = "has" if more == 1 else "have"
    rest: list[Block] = (
        [paragraph(f"{counted(more, 'more function')} {verb} that, too.")] if more else []
    )
    rule: list[Inline] = ["Rule ", literal("complexity"), " (", external(MCCABE, "reference"), ")"]
    told = "Each has a cyclomatic complexity above 10, or three nested loop statements or more."
    return [paragraph(told, " ", *rule, "."), table(HEAD, rows, WIDTHS), *rest]


def _term(finding: Finding) -> list[Inline]:
    severity = f" ({visible(finding.severity)})" if finding.severity else ""
    return [*inline(finding.title), *([severity] if severity else [])]


def _say(found: Sequence[Finding], links: Links) -> list[Block]:
    """Say where a rule found something and why: once, if that is the same everywhere."""
    rule = _rule(found[0])
    if any(each.related or each.steps or each.reason != found[0].reason for each in found):
        return [BulletList([_item(each, links) for each in found]), paragraph(*rule)]
    single = {(finding.subject, finding.span): finding for finding in found}.values()
    places = joined(_place(finding, links) for finding in single)
    colon = ": " if found[0].tool and found[0].reason else ". "  # a tool's message is no sentence
    return [paragraph(*places, colon, *_reason(found[0], " "), *rule)]


def _item(finding: Finding, links: Links) -> list[Block]:
    """Say what is said of one place alone."""
    line = paragraph(_place(finding, links), *_reason(finding, "", ": "))
    return [line, *_remarks("See:", finding.related, links), *_way(finding.steps, links)]


def _way(steps: Sequence[Remark], links: Links) -> list[Block]:
    """Tell the way that leads to a finding, if that is more than its end."""
    return _remarks("On the way:", steps, links) if len(steps) > 1 else []


def _remarks(title: str, remarks: Sequence[Remark], links: Links) -> list[Block]:
    told = [_remark(each, links) for each in remarks if each.text or each.place]
    return [paragraph(title), bullets(told)] if told else []


def _remark(remark: Remark, links: Links) -> list[Inline]:
    place: list[Inline] = [links.place(remark.place)] if remark.place else []
    text = inline(remark.text)
    return [*place, ": ", *text] if place and text else [*place, *text]


def _place(finding: Finding, links: Links) -> Inline:
    subject = (literal(finding.subject), " ") if finding.subject else ()
    return Phrase((*subject, "(", links.lines(finding.span), ")"))


def _reason(finding: Finding, after: str, before: str = "") -> list[Inline]:
    """Return the reason as a sentence, whatever the tool ends it with."""
    if not finding.reason:
        return []
    end = "" if finding.reason.endswith((".", "!", "?", ":")) else "."
    return [before, *inline(finding.reason), end + after]


def _rule(finding: Finding) -> list[Inline]:
    """Name the rule, whose it is, what it rests on and where that is reported."""
    named: list[Inline] = ["Rule ", literal(finding.rule)]
    if finding.tool:
        named += [f" of {visible(finding.tool)}"]
    notes: list[Inline] = [external(finding.reference, "reference")] if finding.reference else []
    notes += [external(CWE.format(number), f"CWE-{number}") for number in finding.weaknesses]
    if notes:
        named += [" (", *joined(notes), ")"]
    if finding.report:
        named += [", in ", literal(finding.report)]
    return [*named, "."]
