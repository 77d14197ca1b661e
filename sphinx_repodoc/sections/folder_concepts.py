"""Key Concepts of a folder."""

from sphinx_repodoc.model.folder_parts import Concept, Concepts
from sphinx_repodoc.sections.content import Block, Inline
from sphinx_repodoc.sections.links import Links
from sphinx_repodoc.sections.lists import bullets, counted, joined, paragraph
from sphinx_repodoc.sections.prose import inline


def outline(concepts: Concepts, links: Links) -> list[Block]:
    """List the symbols that the most files import."""
    content: list[Block] = [
        paragraph("Ranked by the number of files of the repository that import them by name."),
        bullets(_item(concept, links) for concept in concepts.concepts),
    ]
    rest = concepts.total - len(concepts.concepts)
    if rest:
        symbols = counted(rest, "more symbol")
        content.append(
            paragraph(
                f"{symbols} below this folder "
                f"{'is' if rest == 1 else 'are'} imported by no more files than the last of these; "
                "the pages of their files list who imports them.",
            )
        )
    return content


def _item(concept: Concept, links: Links) -> list[Inline]:
    pieces: list[Inline] = [
        links.symbol(concept.path, concept.symbol),
        f", {concept.kind} in ",
        links.file(concept.path),
        " (",
        links.elsewhere(concept.path, concept.span),
        "): imported by ",
        counted(concept.users, "file"),
        " (",
        *joined((links.place(place) for place in concept.places), "; "),
    ]
    rest = concept.users - len(concept.places)
    pieces.append(f"; {rest:,} more)." if rest else ").")
    return [*pieces, " ", *inline(concept.summary)] if concept.summary else pieces
