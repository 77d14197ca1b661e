"""Who uses a symbol, written behind its entry."""

from collections.abc import Sequence

from sphinx_repodoc.model.uses import Usage
from sphinx_repodoc.model.words import counted
from sphinx_repodoc.sections.content import Block, BulletList, Details, Inline, Paragraph, Phrase
from sphinx_repodoc.sections.links import Links
from sphinx_repodoc.sections.lists import joined

SHORT = 3
"""Number of files that still fit on the line of the symbol."""

LINES = 8
"""Number of lines that are named of each file."""

FILES = 200
"""Number of files that are named of a symbol."""


def used_in(usages: Sequence[Usage], links: Links) -> list[Inline]:
    """Name the files that use a symbol and their lines, if they are few."""
    if not usages or len(usages) > SHORT:
        return []
    named = (Phrase(_usage(usage, links)) for usage in _sort(usages, links))
    return [" Used in: ", *joined(named, "; "), "."]


def used_widely(usages: Sequence[Usage], links: Links) -> list[Block]:
    """List the files that use a symbol and their lines, if they are many."""
    if len(usages) <= SHORT:
        return []
    items: list[Sequence[Block]] = [
        [Paragraph(_usage(usage, links))] for usage in _sort(usages, links)[:FILES]
    ]
    if (rest := len(usages) - FILES) > 0:
        items.append([Paragraph([f"and {counted(rest, 'more file')}"])])
    return [Details([f"Used in {len(usages):,} files"], [BulletList(items)])]


def _sort(usages: Sequence[Usage], links: Links) -> list[Usage]:
    """Put the page's own file before the others."""
    return sorted(usages, key=lambda usage: usage.path != links.path)


def _usage(usage: Usage, links: Links) -> list[Inline]:
    shown = [links.number(usage.path, line) for line in usage.lines[:LINES]]
    rest = len(usage.lines) - LINES
    file = "this file" if usage.path == links.path else links.file(usage.path)
    noun = "line" if len(usage.lines) == 1 else "lines"
    return [file, f", {noun} ", *joined(shown), f" and {rest:,} more" if rest > 0 else ""]
