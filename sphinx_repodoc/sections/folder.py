"""Overview and Contents of a folder."""

from collections.abc import Sequence

from sphinx_repodoc.model.folder_pages import Contents, Entry, FolderOverview
from sphinx_repodoc.model.paths import quote_path
from sphinx_repodoc.sections.content import Block, Inline
from sphinx_repodoc.sections.links import Links
from sphinx_repodoc.sections.lists import counted, paragraph, table
from sphinx_repodoc.sections.metadata import size_text
from sphinx_repodoc.sections.prose import inline


def outline_overview(overview: FolderOverview, links: Links) -> list[Block]:
    """Show how much of which language the folder holds."""
    if not overview.shares:
        return [paragraph("There are no files here.")]
    files = sum(share.files for share in overview.shares)
    lines = sum(share.lines for share in overview.shares)
    size = sum(share.size for share in overview.shares)
    counts = (counted(files, "file"), counted(lines, "line"), size_text(size))
    total = f"{', '.join(counts)}, subfolders included: "
    rows: list[list[Sequence[Inline]]] = [
        [[s.language], [f"{s.files:,}"], [f"{s.lines:,}"], [f"{s.size:,}"]] for s in overview.shares
    ]
    head = ("Language", "Files", "Lines", "Bytes")
    return [paragraph(total, links.section("contents"), "."), table(head, rows, (40, 20, 20, 20))]


def outline_contents(contents: Contents, links: Links) -> list[Block]:
    """Show the subfolders and files, each described in its own words."""
    tables: list[Block] = []
    if contents.folders:
        rows: list[list[Sequence[Inline]]] = [
            [
                [links.folder(entry.path, f"{_name(entry, contents)}/")],
                [f"{entry.files:,}"],
                [f"{entry.size:,}"],
                _description(entry, links),
            ]
            for entry in contents.folders
        ]
        tables.append(table(("Folder", "Files", "Bytes", "Description"), rows, (25, 10, 15, 50)))
    if contents.files:
        rows = [
            [[links.file(e.path, _name(e, contents))], [f"{e.size:,}"], _description(e, links)]
            for e in contents.files
        ]
        tables.append(table(("File", "Bytes", "Description"), rows, (30, 15, 55)))
    return tables


def _name(entry: Entry, contents: Contents) -> str:
    return quote_path(entry.path.relative_to(contents.path))


def _description(entry: Entry, links: Links) -> list[Inline]:
    if not entry.description:
        return []
    proof: list[Inline] = []
    if entry.place and entry.place.span:
        proof = [" (", links.elsewhere(entry.place.path, entry.place.span), ")"]
    return [*inline(entry.description), *proof]
