"""File Purpose, and Role of a folder."""

from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.folder_pages import FolderPurpose
from sphinx_repodoc.model.pages import Purpose
from sphinx_repodoc.sections.content import Block, Inline
from sphinx_repodoc.sections.links import Links
from sphinx_repodoc.sections.lists import bullets, joined, paragraph
from sphinx_repodoc.sections.prose import inline


def outline(purpose: Purpose, links: Links) -> list[Block]:
    """Say what the file is for, each role with what proves it."""
    content: list[Block] = []
    if purpose.summary:
        proof = Place(purpose.path, purpose.summary_span) if purpose.summary_span else None
        content.append(
            paragraph("In its own words: ", *inline(purpose.summary), *_place(proof, links))
        )
    if purpose.roles:
        content.append(
            bullets(
                [role.sentence, " (", *joined(links.place(p) for p in role.evidence), ")"]
                for role in purpose.roles
            )
        )
    return content


def outline_folder(purpose: FolderPurpose, links: Links) -> list[Block]:
    """Say what is known of the folder, and where that is written."""
    return [paragraph(*inline(note.text), *_place(note.place, links)) for note in purpose.notes]


def _place(place: Place | None, links: Links) -> list[Inline]:
    return [" (", links.place(place), ")"] if place else []
