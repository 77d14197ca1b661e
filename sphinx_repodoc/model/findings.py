"""What rules found in a file: rules of ours, of a linter, or of the tool that wrote a report."""

from dataclasses import dataclass

from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.files import Span


@dataclass(frozen=True, slots=True)
class Remark:
    """What a tool says of another place that a finding has to do with."""

    text: str
    place: Place | None
    """None where the file is not published."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A judgement that a rule makes about some lines of a file."""

    rule: str
    """Identifier of the rule, such as ``python/dataclass``."""
    section: str
    """The section that it belongs to: ``patterns``, ``performance`` or ``security``."""
    span: Span
    title: str
    """What was found, such as ``Dataclass``."""
    subject: str = ""
    """Qualified name of the symbol concerned, or the name that matched."""
    reason: str = ""
    """Why this follows from the lines: a sentence of ours, or the message of the tool."""
    reference: str = ""
    """URL of what the rule rests on."""
    severity: str = ""
    tool: str = ""
    """Name and version of the tool whose rule it is; empty for a rule of ours."""
    report: str = ""
    """Name of the report that says so; empty where no report was needed."""
    weaknesses: tuple[int, ...] = ()
    """Numbers in the Common Weakness Enumeration."""
    related: tuple[Remark, ...] = ()
    """Other places that the message speaks of."""
    steps: tuple[Remark, ...] = ()
    """The way through the code that leads to it."""
