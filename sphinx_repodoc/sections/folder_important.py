"""Important Files of a folder."""

from collections.abc import Sequence

from sphinx_repodoc.model.folder_parts import Important, ImportantFile, Reason
from sphinx_repodoc.model.words import counted
from sphinx_repodoc.sections.content import Block, Inline
from sphinx_repodoc.sections.links import Links
from sphinx_repodoc.sections.lists import bullets, joined, paragraph
from sphinx_repodoc.sections.prose import sentence

BEGIN = "Start reading where programs begin:"

RANKED = (
    "What others rest on, ranked by PageRank over the imports of the repository: an import "
    "counts for more if its own file is imported more:"
)


def outline(important: Important, links: Links) -> list[Block]:
    """List where to start reading: where programs begin, and what imports lead to."""
    content: list[Block] = []
    if important.entries:
        content += _files(BEGIN, important.entries, links)
    if important.more_entries:
        content.append(_rest(important.more_entries, "where programs begin", links))
    if important.used:
        content += _files(RANKED, important.used, links)
    if important.more_used:
        rank = "imported and ranks" if important.more_used == 1 else "imported and rank"
        content.append(_rest(important.more_used, f"{rank} no higher than these", links))
    return content


def _files(title: str, files: Sequence[ImportantFile], links: Links) -> list[Block]:
    return [paragraph(title), bullets(_item(file, links) for file in files)]


def _rest(number: int, what: str, links: Links) -> Block:
    files = counted(number, "more file")
    verb = "is" if number == 1 else "are"
    return paragraph(f"{files} below this folder {verb} {what}: ", links.section("contents"), ".")


def _item(file: ImportantFile, links: Links) -> list[Inline]:
    pieces: list[Inline] = [links.file(file.path), ":"]
    if file.summary:
        pieces += [" ", *sentence(file.summary)]
    for reason in file.reasons:
        pieces += [" ", *_reason(reason, links)]
    return pieces


def _reason(reason: Reason, links: Links) -> list[Inline]:
    places = joined((links.place(place) for place in reason.places), "; ")
    text = reason.text.rstrip(".")
    return [f"{text} (", *places, ")."]
