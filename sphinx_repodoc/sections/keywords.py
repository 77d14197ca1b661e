"""Keyword Index."""

from docutils import nodes

from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.pages import Keyword, Keywords
from sphinx_repodoc.sections.links import Links, literal
from sphinx_repodoc.sections.lists import Inline, bullets, definitions, joined


def outline(keywords: Keywords, links: Links) -> list[nodes.Node]:
    """List the names of the page by kind: definition, line, and the sections that speak of each."""
    rows = [
        ([group.kind], [bullets(_line(keyword, links) for keyword in group.keywords)])
        for group in keywords.groups
    ]
    return [definitions(rows)]


def _line(keyword: Keyword, links: Links) -> list[Inline]:
    pieces: list[Inline] = [_name(keyword, links)]
    if keyword.symbol and keyword.symbol != keyword.name:
        pieces += [" in ", literal(keyword.symbol.rpartition(".")[0])]
    pieces += [" (", links.lines(Span(keyword.line, keyword.line)), ")"]
    sections = [links.section(name) for name in keyword.sections if name in links.shown]
    return [*pieces, ": ", *joined(sections)] if sections else pieces


def _name(keyword: Keyword, links: Links) -> nodes.Node:
    if keyword.anchor and "structure" in links.shown:
        return links.here(keyword.anchor, literal(keyword.name))
    if keyword.symbol:
        return links.symbol(links.path, keyword.symbol, keyword.name)
    return links.name(keyword.link, keyword.name)
