"""Original Source."""

from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.listing import Source
from sphinx_repodoc.sections.content import Block, Inline, Listing
from sphinx_repodoc.sections.links import Links, external
from sphinx_repodoc.sections.lists import paragraph
from sphinx_repodoc.sections.prose import visible


def outline(source: Source, links: Links) -> list[Block]:
    """Show the whole text, or say why it is not shown."""
    if not source.is_listed:
        forge: list[Inline] = (
            [external(source.url, "See it on its forge"), "."] if source.url else []
        )
        return [paragraph(source.omission, " " if forge else "", *forge)]
    text = visible(source.text)
    lines = Span(source.first_line, source.first_line + text.count("\n"))
    spans = [span for span in source.spans if span in lines]
    shown = (text, source.lexer, lines.line, links.prefix, spans, source.links, source.marks)
    return [Listing(*shown)]
