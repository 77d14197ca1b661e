"""What rules say of the lines of a file."""

from dataclasses import dataclass

from sphinx_repodoc.model.files import Span


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
    """Why this follows from the lines: one sentence."""
    reference: str = ""
    """URL of what the rule rests on."""
    severity: str = ""
