"""Findings without the secrets that tools quote."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.findings import Finding, Remark
from sphinx_repodoc.model.reported import Reported
from sphinx_repodoc.model.secrets import MASK, Secret

SHORTEST = 4
"""Characters of a secret that is looked for in messages: a shorter one would be in any word."""

END = 6
"""Characters of the beginning or the end of a secret that nobody writes by chance."""

Edit = Callable[[str], str]
Values = Mapping[PurePosixPath, tuple[tuple[Span, str], ...]]
"""The secrets of each file, and the lines that they are on."""


def find_values(
    secrets: Mapping[PurePosixPath, tuple[Secret, ...]], texts: Mapping[PurePosixPath, str]
) -> Values:
    """Return the secrets in some texts."""
    return {
        path: tuple((secret.span, text[secret.start : secret.end]) for secret in secrets[path])
        for path, text in texts.items()
    }


def redact(
    reported: Reported, values: Values, unsearched: Collection[PurePosixPath], withhold: Edit
) -> Reported:
    """Withhold secrets from what tools say, and all messages on files not looked through for them.

    :param withhold: finds in a text what nobody has seen in a file
    """
    every = {value for found in values.values() for _, value in found if len(value) >= SHORTEST}
    ordered = sorted(every, key=lambda value: (-len(value), value))

    def edit(text: str, *places: Place | None) -> str:
        ends = (end for place in places if place for end in _find_ends(values, place))
        return _cover(withhold(_cover(text, ordered)), ends)

    def edit_message(text: str, place: Place, *others: Place | None) -> str:
        return "" if place.path in unsearched else edit(text, place, *others)

    def edit_remarks(remarks: Iterable[Remark], place: Place) -> tuple[Remark, ...]:
        return tuple(
            replace(remark, text=edit_message(remark.text, place, remark.place))
            for remark in remarks
        )

    def edit_finding(finding: Finding, place: Place) -> Finding:
        reference = finding.reference
        return replace(
            finding,
            rule=edit(finding.rule),
            title=edit(finding.title),
            reason=edit_message(finding.reason, place),
            reference=reference if edit(reference) == reference else "",
            related=edit_remarks(finding.related, place),
            steps=edit_remarks(finding.steps, place),
        )

    findings = {
        path: tuple(edit_finding(each, Place(path, each.span)) for each in found)
        for path, found in reported.findings.items()
    }
    return replace(reported, findings=findings)


def _cover(text: str, parts: Iterable[str]) -> str:
    for part in parts:
        text = text.replace(part, MASK * len(part))
    return text


def _find_ends(values: Values, place: Place) -> Iterator[str]:
    """Yield how the secrets on some lines begin and end: a tool may quote no more, as CodeQL does.

    Nobody says such a part of lines that do not hold it, where it may be any word.
    """
    for span, value in values.get(place.path, ()):
        if place.span and span.line <= place.span.end_line and place.span.line <= span.end_line:
            for line in value.split("\n"):
                for length in range(len(line), END - 1, -1):
                    yield from (line[:length], line[-length:])
