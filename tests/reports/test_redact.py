"""Secrets that tools quote."""

from pathlib import PurePosixPath

from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.findings import Finding, Remark
from sphinx_repodoc.model.reported import Reported
from sphinx_repodoc.model.secrets import MASK, Secret
from sphinx_repodoc.reports.redact import find_values, redact

A, B = PurePosixPath("a.py"), PurePosixPath("b.py")


def test_a_secret_is_withheld_from_every_message_wherever_it_was_found() -> None:
    remarks = (Remark("is hunter22", None),)
    finding = Finding(
        "r", "security", Span(1, 1), "t", reason="'hunter22'!", related=remarks, steps=remarks
    )
    values = find_values(
        {A: (Secret("k", Span(1, 1), 4, 12), Secret("k", Span(1, 1), 0, 1))}, {A: "x = hunter22"}
    )
    assert values == ["hunter22"]
    redacted = redact(Reported({B: (finding,)}), values, set()).findings[B][0]
    mask = MASK * 8
    assert redacted.reason == f"'{mask}'!"
    assert [r.text for r in (*redacted.related, *redacted.steps)] == [f"is {mask}"] * 2
    hidden = redact(Reported({B: (finding,)}), [], {B}).findings[B][0]
    assert (hidden.reason, hidden.title, hidden.span) == ("", "t", Span(1, 1))
