"""Original Source."""

from docutils import nodes

from sphinx_repodoc.model.pages import Source
from sphinx_repodoc.model.paths import quote_path
from sphinx_repodoc.sections.links import Links, external
from sphinx_repodoc.sections.lists import Inline, paragraph
from sphinx_repodoc.sections.prose import visible


def outline(source: Source, links: Links) -> list[nodes.Node]:
    """Show the whole text, or say why it is not shown."""
    if not source.is_listed:
        forge: list[Inline] = (
            [external(source.url, "See it on its forge"), "."] if source.url else []
        )
        return [paragraph(source.omission, " " if forge else "", *forge)]
    text = visible(source.text)
    listing = nodes.literal_block(
        text,
        text,
        language=source.lexer,
        linenos=True,
        force=True,
        classes=["repodoc-listing", "no-search"],
        repodoc_path=quote_path(source.path),
        repodoc_prefix=links.prefix,
    )
    listing["xml:space"] = "preserve"
    if source.first_line > 1:
        listing["repodoc_line"] = source.first_line
        listing["highlight_args"] = {"linenostart": source.first_line}
    return [listing]
