"""Key Concepts of a folder."""

from sphinx_repodoc.model.folder_parts import Concept, Concepts
from sphinx_repodoc.model.words import counted
from sphinx_repodoc.sections.content import Block, Inline
from sphinx_repodoc.sections.links import Links
from sphinx_repodoc.sections.lists import bullets, joined, paragraph
from sphinx_repodoc.sections.prose import inline

RANKED = (
    "Ranked by PageRank over the lines that import or name them: a use counts for more "
    "if what it stands in is itself used more."
)


def outline(concepts: Concepts, links: Links) -> list[Block]:
    """List the symbols that matter most to other files."""
    content: list[Block] = [
        paragraph(RANKED),
        bullets(_item(concept, links) for concept in concepts.concepts),
    ]
    rest = concepts.total - len(concepts.concepts)
    if rest:
        symbols = counted(rest, "more symbol")
        content.append(
            paragraph(
                f"{symbols} below this folder "
                f"{'is' if rest == 1 else 'are'} used by other files and "
                f"{'ranks' if rest == 1 else 'rank'} no higher than these; "
                "the pages of their files say by whom.",
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
        f"): used in {concept.users} (",
        *joined((links.place(place) for place in concept.places), "; "),
    ]
    pieces.append(f"; {concept.more:,} more)." if concept.more else ").")
    return [*pieces, " ", *inline(concept.summary)] if concept.summary else pieces
