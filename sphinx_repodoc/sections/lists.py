"""Lists, tables and paragraphs out of the nodes that go into them."""

from collections.abc import Iterable, Sequence

from docutils import nodes

Inline = str | nodes.Node
"""A piece of a line: plain text, or a node."""


def paragraph(*pieces: Inline) -> nodes.paragraph:
    """Make a paragraph."""
    return nodes.paragraph("", "", *_inline(pieces))


def bullets(items: Iterable[Sequence[Inline]]) -> nodes.bullet_list:
    """Make a bullet list with one paragraph an item."""
    listed = nodes.bullet_list(bullet="*")
    listed += [nodes.list_item("", paragraph(*item)) for item in items]
    return listed


def fields(rows: Iterable[tuple[str, Sequence[Inline]]]) -> nodes.field_list:
    """Make a field list of names and what they are."""
    listed = nodes.field_list()
    for name, pieces in rows:
        body = nodes.field_body("", paragraph(*pieces))
        listed += nodes.field("", nodes.field_name("", name, translatable=False), body)
    return listed


def definitions(
    rows: Iterable[tuple[Sequence[Inline], Sequence[nodes.Node]]],
) -> nodes.definition_list:
    """Make a definition list of terms and the nodes below each.

    The Read the Docs theme takes a definition list that is not ``simple`` for an API's.
    """
    listed = nodes.definition_list(classes=["simple"])
    for pieces, content in rows:
        term = nodes.term("", "", *_inline(pieces), translatable=False)
        listed += nodes.definition_list_item("", term, nodes.definition("", *content))
    return listed


def table(
    head: Sequence[str], rows: Iterable[Sequence[Sequence[Inline]]], widths: Sequence[int]
) -> nodes.table:
    """Make a table with a row of headings."""
    group = nodes.tgroup(cols=len(head))
    group += [nodes.colspec(colwidth=width) for width in widths]
    group += nodes.thead("", _row([[name] for name in head]))
    group += nodes.tbody("", *(_row(row) for row in rows))
    return nodes.table("", group, classes=["repodoc-table"])


def joined(items: Iterable[Inline], separator: str = ", ") -> list[Inline]:
    """Put a separator between pieces."""
    pieces: list[Inline] = []
    for item in items:
        pieces += [separator, item] if pieces else [item]
    return pieces


def counted(number: int, noun: str, plural: str = "") -> str:
    """Write a number and its noun: ``1 file``, ``2,000 files``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def _row(cells: Iterable[Sequence[Inline]]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", paragraph(*cell)) for cell in cells))


def _inline(pieces: Iterable[Inline]) -> list[nodes.Node]:
    return [nodes.Text(piece) if isinstance(piece, str) else piece for piece in pieces]
