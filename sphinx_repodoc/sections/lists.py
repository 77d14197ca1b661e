"""Lists, tables and paragraphs out of the pieces that go into them."""

from collections.abc import Iterable, Sequence

from sphinx_repodoc.sections.content import (
    Block,
    BulletList,
    DefinitionList,
    FieldList,
    Inline,
    Paragraph,
    Table,
)


def paragraph(*pieces: Inline) -> Paragraph:
    """Make a paragraph."""
    return Paragraph(pieces)


def bullets(items: Iterable[Sequence[Inline]]) -> BulletList:
    """Make a bullet list with one paragraph an item."""
    return BulletList([[Paragraph(item)] for item in items])


def fields(rows: Iterable[tuple[str, Sequence[Inline]]]) -> FieldList:
    """Make a field list of names and what they are."""
    return FieldList(list(rows))


def definitions(rows: Iterable[tuple[Sequence[Inline], Sequence[Block]]]) -> DefinitionList:
    """Make a definition list of terms and the blocks below each."""
    return DefinitionList(list(rows))


def table(
    head: Sequence[str], rows: Iterable[Sequence[Sequence[Inline]]], widths: Sequence[int]
) -> Table:
    """Make a table with a row of headings."""
    return Table(head, list(rows), widths)


def described(
    head: Sequence[str], rows: Iterable[Sequence[Sequence[Inline]]], widths: Sequence[int]
) -> Table:
    """Make a table whose last column describes the others; on a phone it stands below them."""
    return Table(head, list(rows), widths, ("repodoc-described",))


def joined(items: Iterable[Inline], separator: str = ", ") -> list[Inline]:
    """Put a separator between pieces."""
    pieces: list[Inline] = []
    for item in items:
        pieces += [separator, item] if pieces else [item]
    return pieces
