"""High-Level Overview."""

from sphinx_repodoc.model.pages import Overview
from sphinx_repodoc.model.words import counted
from sphinx_repodoc.sections.content import Block, Inline
from sphinx_repodoc.sections.links import Links, literal
from sphinx_repodoc.sections.lists import joined, paragraph
from sphinx_repodoc.sections.prose import blocks


def outline(overview: Overview, links: Links) -> list[Block]:
    """Show what the file says of itself, what it defines and what of that is public."""
    content = blocks(overview.documentation)
    if content and overview.documentation_span:
        content.append(paragraph("Written in ", links.lines(overview.documentation_span), "."))
    if overview.counts:
        counts = [counted(c.number, c.kind) for c in overview.counts]
        content.append(
            paragraph(
                "Holds ", " and ".join(_listed(counts)), ": ", links.section("structure"), "."
            )
        )
    if overview.public or overview.undefined:
        content.append(_public(overview, links))
    return content


def _listed(words: list[str]) -> list[str]:
    """Return the words with all but the last joined by commas."""
    return [", ".join(words[:-1]), words[-1]] if len(words) > 1 else words


def _public(overview: Overview, links: Links) -> Block:
    names: list[Inline] = [
        links.symbol(overview.path, symbol.qualified_name) for symbol in overview.public
    ]
    names += [literal(name) for name in overview.undefined]
    why: list[Inline] = [f" by convention ({overview.convention})"]
    if overview.exports_word:
        why = [" (", literal(overview.exports_word), ")"]
    if overview.exports_span:
        why[-1:] = [", ", links.lines(overview.exports_span), ")"]
    return paragraph("Public names", *why, ": ", *joined(names), ".")
