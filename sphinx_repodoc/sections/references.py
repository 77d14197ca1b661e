"""Cross-References."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from sphinx_repodoc.model.files import ROOT
from sphinx_repodoc.model.folder_pages import FolderReferences
from sphinx_repodoc.model.pages import References
from sphinx_repodoc.model.paths import quote_path
from sphinx_repodoc.sections.content import Block, Inline
from sphinx_repodoc.sections.links import Links, external
from sphinx_repodoc.sections.lists import bullets, joined


def outline(references: References, links: Links) -> list[Block]:
    """List where else to look."""
    path = references.path
    items: list[list[Inline]] = []
    if not links.has_listing:
        items.append(["Page of this file: ", links.file(path)])
    if references.has_keywords and "keywords" in links.shown:
        items.append(["Keyword index of this file: ", links.section("keywords")])
    items += _keyword_indices(references.keyword_folders, links)
    items.append(["Folder: ", links.folder(path.parent)])
    if path.parent != ROOT:
        items.append(["Repository: ", links.folder(ROOT)])
    if references.url:
        items.append(["On its forge: ", external(references.url, quote_path(path))])
    if links.documents:
        items.append(["Mentioned in: ", *joined(links.document(d) for d in links.documents)])
    return [bullets(items)]


def outline_folder(references: FolderReferences, links: Links) -> list[Block]:
    """List the folder around this one and the folders in it."""
    items: list[list[Inline]] = []
    if references.path != ROOT:
        items.append(["Enclosing folder: ", links.folder(references.path.parent)])
        if references.path.parent != ROOT:
            items.append(["Repository: ", links.folder(ROOT)])
    if references.folders:
        items.append(["Subfolders: ", *joined(links.folder(path) for path in references.folders)])
    items += _keyword_indices(references.keyword_folders, links)
    return [bullets(items)] if items else []


def _keyword_indices(folders: Iterable[PurePosixPath], links: Links) -> list[list[Inline]]:
    """Name the keyword indices of folders; that of the repository has pages of its own."""
    return [
        ["Keyword index of the repository: ", links.keywords(ROOT, "all keywords", prefix="")]
        if folder == ROOT
        else ["Keyword index of a folder: ", links.keywords(folder, f"{quote_path(folder)}/")]
        for folder in folders
    ]
