"""File Purpose, and Role of a folder."""

from docutils import nodes

from sphinx_repodoc.model.folder_pages import FolderPurpose
from sphinx_repodoc.model.pages import Place, Purpose
from sphinx_repodoc.sections.links import Links
from sphinx_repodoc.sections.lists import Inline, bullets, joined, paragraph
from sphinx_repodoc.sections.prose import inline


def outline(purpose: Purpose, links: Links) -> list[nodes.Node]:
    """Say what the file is for, each role with what proves it."""
    content: list[nodes.Node] = []
    if purpose.summary:
        content.append(paragraph(*inline(purpose.summary), *_proof(purpose, links)))
    if purpose.roles:
        content.append(
            bullets(
                [role.sentence, " (", *joined(links.place(p) for p in role.evidence), ")"]
                for role in purpose.roles
            )
        )
    return content


def outline_folder(purpose: FolderPurpose, links: Links) -> list[nodes.Node]:
    """Say what is known of the folder, and where that is written."""
    return [
        paragraph(*inline(note.text), *([" (", links.place(note.place), ")"] if note.place else []))
        for note in purpose.notes
    ]


def _proof(purpose: Purpose, links: Links) -> list[Inline]:
    if not purpose.summary_span:
        return []
    return [" (", links.place(Place(purpose.path, purpose.summary_span)), ")"]
