"""File Purpose, and Role of a folder."""

from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.folder_pages import FolderPurpose
from sphinx_repodoc.model.pages import Purpose
from sphinx_repodoc.model.words import counted
from sphinx_repodoc.sections.content import Block, Inline, Phrase
from sphinx_repodoc.sections.links import Links, literal
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
    """Say what is known of the folder, how it is called, and what its files are for."""
    content: list[Block] = [
        paragraph(*inline(note.text), *_place(note.place, links)) for note in purpose.notes
    ]
    if purpose.names:
        names = (
            Phrase([f"{name.kind} ", literal(name.name), *_place(name.place, links)])
            for name in purpose.names
        )
        content.append(paragraph("Its names: ", *joined(names), "."))
    if purpose.roles:
        roles = ", ".join(f"{share.name}: {share.files:,}" for share in purpose.roles)
        files = counted(purpose.files, "file")
        text = f"Roles of the {files} directly in it: {roles} ("
        content.append(paragraph(text, links.section("contents"), ")."))
    return content


def _place(place: Place | None, links: Links) -> list[Inline]:
    return [" (", links.place(place), ")"] if place else []
