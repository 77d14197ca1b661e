"""File Metadata."""

from pathlib import PurePosixPath

from sphinx_repodoc.model.evidence import RoleKind
from sphinx_repodoc.model.files import FileKind, Span
from sphinx_repodoc.model.metadata import Metadata
from sphinx_repodoc.model.paths import quote_path
from sphinx_repodoc.model.words import counted
from sphinx_repodoc.sections.commits import history_rows
from sphinx_repodoc.sections.content import Block, Inline
from sphinx_repodoc.sections.links import Links, external, literal
from sphinx_repodoc.sections.lists import fields, joined

NEWLINES = {
    "\r\n": "carriage return and line feed (Windows)",
    "\r": "carriage return (old Mac OS)",
    "mixed": "mixed",
}
"""Line ends worth a word."""

PLAIN_ENCODINGS = frozenset({"", "utf-8", "ascii"})

Row = tuple[str, list[Inline]]


DATA = frozenset({"CSV", "INI", "JSON", "TOML", "TSV", "XML", "YAML"})
"""Languages whose lines are no code."""


def outline(metadata: Metadata, links: Links) -> list[Block]:
    """Say what kind of file it is and how large."""
    rows: list[Row] = [
        ("Path", _path(metadata, links)),
        ("Size", [size_text(metadata.size)]),
        ("Type", [_type(metadata)]),
    ]
    if suffix := metadata.path.suffix:
        rows.append(("Extension", [literal(_name(suffix))]))
    rows += [*_text_rows(metadata), *_other_rows(metadata, links)]
    return [fields(rows)]


def size_text(size: int) -> str:
    """Write a number of bytes, with KiB from one of them on."""
    exact = counted(size, "byte")
    return f"{exact} ({size / 1024:,.2f} KiB)" if size >= 1024 else exact


def _path(metadata: Metadata, links: Links) -> list[Inline]:
    folders = [folder for folder in reversed(metadata.path.parents) if folder.name]
    pieces: list[Inline] = [links.folder(folder, f"{_name(folder.name)}/") for folder in folders]
    return joined([*pieces, literal(_name(metadata.path.name))], " ")


def _name(name: str) -> str:
    return quote_path(PurePosixPath(name))


def _type(metadata: Metadata) -> str:
    kind = metadata.language or metadata.kind
    if metadata.language and metadata.kind is not FileKind.TEXT:
        kind = f"{metadata.language}, {metadata.kind}"
    return ", ".join([str(kind), *metadata.roles])


def _content(metadata: Metadata) -> str:
    """Say what the lines are that are neither comment nor blank."""
    if RoleKind.DOCUMENTATION in metadata.roles:
        return "text"
    return "data" if metadata.language in DATA else "code"


def _text_rows(metadata: Metadata) -> list[Row]:
    if metadata.kind is not FileKind.TEXT:
        return []
    rows: list[Row] = []
    lines = counted(metadata.lines, "line")
    if counts := metadata.counts:
        lines += f": {counts.code:,} {_content(metadata)}"
        lines += f", {counts.comment:,} comment, {counts.blank:,} blank"
    rows.append(("Lines", [lines]))
    if metadata.encoding not in PLAIN_ENCODINGS or metadata.has_bom:
        mark = " with a byte order mark" if metadata.has_bom else ""
        rows.append(("Encoding", [metadata.encoding + mark]))
    if metadata.newline in NEWLINES:
        rows.append(("Line ends", [NEWLINES[metadata.newline]]))
    return rows


def _other_rows(metadata: Metadata, links: Links) -> list[Row]:
    rows: list[Row] = []
    if metadata.is_executable:
        rows.append(("Executable", ["yes"]))
    if metadata.interpreter:
        shebang: list[Inline] = [literal(metadata.interpreter), " (", links.lines(Span(1, 1)), ")"]
        rows.append(("Interpreter", shebang))
    if metadata.target:
        known = metadata.target_path
        shown = links.file(known) if known else literal(metadata.target)
        rows.append(("Points to", [shown]))
    if picture := metadata.picture:
        size = f"{picture.width:,.10g} × {picture.height:,.10g} pixels"
        rows.append(("Picture", [f"{picture.format}, {size}"]))
    if metadata.licence:
        line = Span(metadata.licence_line, metadata.licence_line)
        proof = links.lines(line) if metadata.licence_line else "this is its text"
        rows.append(("Licence", [metadata.licence, " (", proof, ")"]))
    if history := metadata.history:
        rows += history_rows(history, metadata.commit_url, is_committed=metadata.is_committed)
    if metadata.url:
        rows.append(("Published", [external(metadata.url, "this file at this commit")]))
    return rows
