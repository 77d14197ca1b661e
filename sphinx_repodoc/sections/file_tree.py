"""File Tree."""

from pathlib import PurePosixPath

from sphinx_repodoc.model.indices import FileTree, TreeFolder
from sphinx_repodoc.model.paths import quote_path
from sphinx_repodoc.model.words import counted
from sphinx_repodoc.sections.content import Block, BulletList, Details, Inline, Paragraph
from sphinx_repodoc.sections.links import Links


def outline(tree: FileTree, links: Links) -> list[Block]:
    """Show folders, each with the number of its files, and files as a nested list."""
    return [_inside(tree.top, links)]


def _inside(folder: TreeFolder, links: Links) -> BulletList:
    folders = [_folder(child, links) for child in folder.folders]
    files = [Paragraph([_file(path, links)]) for path in folder.files]
    return BulletList([[block] for block in (*folders, *files)], classes=("repodoc-tree",))


def _folder(folder: TreeFolder, links: Links) -> Block:
    name = f"{quote_path(PurePosixPath(folder.path.name))}/"
    files = counted(folder.number, "file")
    line: list[Inline] = [links.folder(folder.path, name), f" ({files})"]
    return Details(line, [_inside(folder, links)]) if folder.is_entered else Paragraph(line)


def _file(path: PurePosixPath, links: Links) -> Inline:
    return links.file(path, quote_path(PurePosixPath(path.name)))
