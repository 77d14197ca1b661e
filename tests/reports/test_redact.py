"""Secrets that tools quote."""

from pathlib import PurePosixPath

from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.findings import Finding, Remark
from sphinx_repodoc.model.reported import Reported
from sphinx_repodoc.model.secrets import MASK, Secret
from sphinx_repodoc.reports.redact import find_values, redact

A, B = PurePosixPath("a.py"), PurePosixPath("b.py")


def test_a_secret_is_withheld_from_every_message_wherever_it_was_found() -> None:
    remarks = (Remark("is hunter22", None),)
    finding = Finding(
        "r-hunter22",
        "security",
        Span(1, 1),
        "hunter22",
        reason="'hunter22'!",
        reference="https://x.net/hunter22",
        related=remarks,
        steps=remarks,
    )
    values = find_values(
        {A: (Secret("k", Span(1, 1), 4, 12), Secret("k", Span(1, 1), 0, 1))}, {A: "x = hunter22"}
    )
    redacted = redact(Reported({B: (finding,)}), values, set(), str).findings[B][0]
    mask = MASK * 8
    assert (redacted.rule, redacted.title, redacted.reason) == (f"r-{mask}", mask, f"'{mask}'!")
    assert redacted.reference == ""
    assert [r.text for r in (*redacted.related, *redacted.steps)] == [f"is {mask}"] * 2
    hidden = redact(Reported({B: (finding,)}), {}, {B}, str).findings[B][0]
    assert (hidden.reason, hidden.title, hidden.span) == ("", "hunter22", Span(1, 1))
    assert [r.text for r in (*hidden.related, *hidden.steps)] == ["", ""]
    unseen = redact(Reported({B: (finding,)}), {}, set(), lambda text: text.replace("22", "**"))
    assert unseen.findings[B][0].reason == "'hunter**'!"


def test_the_ends_of_a_secret_are_withheld_where_a_tool_quotes_its_lines() -> None:
    secret = "correct-horse-battery"
    values = find_values({A: (Secret("k", Span(2, 2), 1, 22),)}, {A: f"\n{secret}"})
    quoted = "'correct-h ... attery' is correct"
    there = Place(A, Span(2, 2))
    findings = {
        A: (Finding("r", "s", Span(2, 3), "t", reason=quoted, related=(Remark(quoted, None),)),),
        B: (
            Finding("r", "s", Span(2, 2), "t", reason=quoted, steps=(Remark(quoted, there),)),
            Finding("r", "s", Span(1, 1), "t", reason=quoted),
        ),
    }
    redacted = redact(Reported(findings), values, set(), str).findings
    masked = f"'{MASK * 9} ... {MASK * 6}' is {MASK * 7}"
    assert redacted[A][0].related[0].text == masked
    assert redacted[B][0].steps[0].text == masked
    assert [each.reason for each in redacted[B]] == [quoted, quoted]
