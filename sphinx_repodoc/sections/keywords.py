"""Keyword Index."""

from collections.abc import Iterable, Sequence

from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.pages import Keyword, KeywordGroup, Keywords
from sphinx_repodoc.sections.content import Block, Inline
from sphinx_repodoc.sections.links import Links, literal
from sphinx_repodoc.sections.lists import bullets, definitions, joined


def outline(keywords: Keywords, links: Links) -> list[Block]:
    """List the names of the page by kind: definition, line, and the sections that speak of each."""
    rows = []
    for group in keywords.groups:
        common = [name for name in _common(group) if name in links.shown]
        listed = bullets(_line(keyword, common, links) for keyword in group.keywords)
        rows.append(([group.kind, *_sections(common, links)], [listed]))
    return [definitions(rows)]


def _common(group: KeywordGroup) -> list[str]:
    """Return the sections that speak of every keyword of a group: said once, in its heading."""
    first, *others = [keyword.sections for keyword in group.keywords]
    return [name for name in first if all(name in sections for sections in others)]


def _sections(names: Iterable[str], links: Links) -> list[Inline]:
    found = joined(links.section(name) for name in names)
    return [": ", *found] if found else []


def _line(keyword: Keyword, common: Sequence[str], links: Links) -> list[Inline]:
    pieces: list[Inline] = [_name(keyword, links)]
    if keyword.symbol and keyword.symbol != keyword.name:
        pieces += [" in ", literal(keyword.symbol.rpartition(".")[0])]
    pieces += [" (", links.lines(Span(keyword.line, keyword.line)), ")"]
    special = [s for s in keyword.sections if s in links.shown and s not in common]
    return [*pieces, *_sections(special, links)]


def _name(keyword: Keyword, links: Links) -> Inline:
    if keyword.anchor and "structure" in links.shown:
        return links.here(keyword.anchor, literal(keyword.name))
    if keyword.symbol:
        return links.symbol(links.path, keyword.symbol, keyword.name)
    return links.name(keyword.link, keyword.name)
