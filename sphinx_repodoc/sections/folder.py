"""Overview and Contents of a folder."""

from collections.abc import Sequence
from typing import NamedTuple

from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.folder_pages import Contents, Entry, FolderOverview, Share
from sphinx_repodoc.model.history import Commit
from sphinx_repodoc.model.paths import quote_path
from sphinx_repodoc.model.readme import Readme
from sphinx_repodoc.model.words import counted
from sphinx_repodoc.sections.commits import commit_link
from sphinx_repodoc.sections.content import Bar, Block, Inline
from sphinx_repodoc.sections.coverage import percent_text
from sphinx_repodoc.sections.links import Links
from sphinx_repodoc.sections.lists import described, paragraph, table
from sphinx_repodoc.sections.metadata import size_text
from sphinx_repodoc.sections.prose import inline


def outline_overview(overview: FolderOverview, links: Links) -> list[Block]:
    """Show how much of which language and role the folder holds."""
    if not overview.shares:
        return [paragraph("There are no files here.")]
    files = sum(share.files for share in overview.shares)
    lines = sum(share.lines for share in overview.shares)
    size = sum(share.size for share in overview.shares)
    counts = (counted(files, "file"), counted(lines, "line"), size_text(size))
    total = f"{', '.join(counts)}, subfolders included: "
    content: list[Block] = [
        paragraph(total, links.section("contents"), "."),
        _shares("Language", overview.shares, lines),
    ]
    if overview.roles:
        rest = (overview.without_role,) if overview.without_role.files else ()
        has_several = sum(s.files for s in (*overview.roles, *rest)) > files
        proven = "What the files are for, as their own pages prove it."
        content += [
            paragraph(proven + " A file of several roles counts for each." * has_several),
            _shares("Role", (*overview.roles, *rest), lines),
        ]
    return [*content, *_readme_line(overview.readme, links)]


def _shares(name: str, shares: Sequence[Share], lines: int) -> Block:
    """Show shares as a table, each with its part of all lines as a figure and a bar."""
    head = (name, "Files", "Lines", "Bytes", "Share of lines")
    rows: list[list[Sequence[Inline]]] = []
    for share in shares:
        percent = 100 * share.lines / lines if lines else 0.0
        shown = "below 0.1 %" if 0 < percent < 0.1 else f"{percent:.1f} %"
        part: list[Inline] = [f"{shown} ", Bar(percent)]
        figures = (f"{share.files:,}", f"{share.lines:,}", f"{share.size:,}")
        rows.append([[share.name], *([figure] for figure in figures), part])
    return table(head, rows, (28, 14, 16, 16, 26))


def _readme_line(readme: Readme | None, links: Links) -> list[Block]:
    """Say from which file the text comes that is shown next, or why it is not shown."""
    if readme is None:
        return []
    place: list[Inline] = [links.file(readme.path)]
    if readme.lines:
        place += [" (", links.elsewhere(readme.path, Span(1, readme.lines)), ")"]
    if readme.omission:
        return [paragraph(*place, f" is not shown here: {readme.omission}.")]
    return [paragraph("From ", *place, ":")] if readme.lines else []


def outline_contents(contents: Contents, links: Links) -> list[Block]:
    """Show the subfolders and files, each described in its own words."""
    tables: list[Block] = []
    if contents.folders:
        names = [[links.folder(e.path, f"{_name(e, contents)}/")] for e in contents.folders]
        counts = [[f"{entry.files:,}"] for entry in contents.folders]
        columns = [Column("Folder", 25, names), Column("Files", 10, counts)]
        tables.append(_table(columns, contents.folders, "Last commit to a file", contents, links))
    if contents.files:
        names = [[links.file(entry.path, _name(entry, contents))] for entry in contents.files]
        columns = [Column("File", 30, names)]
        tables.append(_table(columns, contents.files, "Last commit", contents, links))
    return tables


class Column(NamedTuple):
    """A column of a table."""

    head: str
    width: int
    cells: Sequence[Sequence[Inline]]


def _table(
    columns: Sequence[Column],
    entries: Sequence[Entry],
    commit: str,
    contents: Contents,
    links: Links,
) -> Block:
    """Show entries as a table, with columns of commits and of coverage if there are any."""
    sizes = Column("Bytes", 15, [[f"{entry.size:,}"] for entry in entries])
    commits = Column(commit, 15, [_commit(entry.commit, contents.commit_url) for entry in entries])
    run = Column("Lines run", 15, [_percent(entry) for entry in entries])
    descriptions = Column("Description", 50, [_description(entry, links) for entry in entries])
    shown = [*columns, sizes, *(c for c in (commits, run) if any(c.cells)), descriptions]
    rows = zip(*(column.cells for column in shown), strict=True)
    return described([c.head for c in shown], rows, [c.width for c in shown])


def _percent(entry: Entry) -> list[Inline]:
    return (
        [percent_text(entry.coverage).replace(" ", "\N{NO-BREAK SPACE}")] if entry.coverage else []
    )


def _commit(commit: Commit | None, template: str) -> list[Inline]:
    return [commit_link(commit, template, commit.day)] if commit else []


def _name(entry: Entry, contents: Contents) -> str:
    return quote_path(entry.path.relative_to(contents.path))


def _description(entry: Entry, links: Links) -> list[Inline]:
    if not entry.description:
        return []
    proof: list[Inline] = []
    if entry.place and entry.place.span:
        proof = [" (", links.elsewhere(entry.place.path, entry.place.span), ")"]
    return [*inline(entry.description), *proof]
