"""Findings without the secrets that tools quote in their messages."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from sphinx_repodoc.model.findings import Finding, Remark
from sphinx_repodoc.model.reported import Reported
from sphinx_repodoc.model.secrets import MASK, Secret

SHORTEST = 4
"""Characters of a secret that is looked for in messages: a shorter one would be in any word."""


def find_values(
    secrets: Mapping[PurePosixPath, tuple[Secret, ...]], texts: Mapping[PurePosixPath, str]
) -> list[str]:
    """Return the secrets in some texts, the longest first."""
    values = {
        text[secret.start : secret.end] for path, text in texts.items() for secret in secrets[path]
    }
    wanted = (value for value in values if len(value) >= SHORTEST)
    return sorted(wanted, key=lambda value: (-len(value), value))


def redact(
    reported: Reported, values: Iterable[str], unsearched: Collection[PurePosixPath]
) -> Reported:
    """Withhold secrets from messages, and all messages on files not looked through for secrets."""
    findings = {
        path: tuple(_redact(each, values, is_hidden=path in unsearched) for each in found)
        for path, found in reported.findings.items()
    }
    return replace(reported, findings=findings)


def _redact(finding: Finding, values: Iterable[str], *, is_hidden: bool) -> Finding:
    def edit(text: str) -> str:
        for value in values:
            text = text.replace(value, MASK * len(value))
        return "" if is_hidden else text

    def edit_all(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
        return tuple(replace(remark, text=edit(remark.text)) for remark in remarks)

    return replace(
        finding,
        reason=edit(finding.reason),
        related=edit_all(finding.related),
        steps=edit_all(finding.steps),
    )
