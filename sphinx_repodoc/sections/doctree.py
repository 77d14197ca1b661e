"""The content of a section as docutils nodes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.ext.graphviz import graphviz

from sphinx_repodoc.sections.content import (
    Bar,
    Block,
    BulletList,
    CrossReference,
    DefinitionList,
    Details,
    Diagram,
    Emphasis,
    FieldList,
    Inline,
    Listing,
    Literal,
    LiteralBlock,
    Paragraph,
    Phrase,
    Reference,
    Strong,
    Table,
    Target,
)
from sphinx_repodoc.sections.dot import write_dot
from sphinx_repodoc.sections.html import bar_html


class details(nodes.General, nodes.Element):  # noqa: N801, docutils names nodes like this
    """A summary, and what a reader can close below it."""


class summary(nodes.Part, nodes.TextElement):  # noqa: N801, docutils names nodes like this
    """The line that stays when the rest is closed."""


def to_nodes(blocks: Iterable[Block]) -> list[nodes.Node]:
    """Return new nodes for each block."""
    return [_block(block) for block in blocks]


def find_listings(tree: nodes.Node) -> Iterator[nodes.literal_block]:
    """Yield the listings of repository files in a tree."""
    for block in tree.findall(nodes.literal_block):
        if "repodoc_listing" in block:
            yield block


def cross_reference(reference: CrossReference) -> addnodes.pending_xref:
    """Return the node that Sphinx resolves; it stays quiet where it cannot be resolved."""
    return addnodes.pending_xref(
        "",
        _wrapped(reference.content),
        refdomain=reference.domain,
        reftype=reference.role,
        reftarget=reference.target,
        refexplicit=reference.is_explicit,
        refwarn=False,
        repodoc_missing=reference.missing,
    )


def _block(block: Block) -> nodes.Node:
    make = BLOCKS.get(type(block))
    return make(block) if make else cast("nodes.Node", block)


def _paragraph(paragraph: Paragraph) -> nodes.Node:
    return nodes.paragraph("", "", *_inline(paragraph.pieces))


def _literal_block(block: LiteralBlock) -> nodes.Node:
    return nodes.literal_block(
        block.text, block.text, language=block.language, classes=list(block.classes)
    )


def _bullet_list(listed: BulletList) -> nodes.Node:
    items = (nodes.list_item("", *to_nodes(item)) for item in listed.items)
    return nodes.bullet_list("", *items, bullet="*", classes=list(listed.classes))


def _details(block: Details) -> nodes.Node:
    line = summary("", "", *_inline(block.summary))
    return details("", line, *to_nodes(block.blocks))


def _field_list(listed: FieldList) -> nodes.Node:
    return nodes.field_list("", *(_field(name, pieces) for name, pieces in listed.rows))


def _field(name: str, pieces: Sequence[Inline]) -> nodes.field:
    body = nodes.field_body("", nodes.paragraph("", "", *_inline(pieces)))
    return nodes.field("", nodes.field_name("", name, translatable=False), body)


def _definition_list(listed: DefinitionList) -> nodes.Node:
    # The Read the Docs theme takes a list that is not "simple" for an API's.
    items = (_definition(pieces, content) for pieces, content in listed.rows)
    return nodes.definition_list("", *items, classes=["simple", *listed.classes])


def _definition(pieces: Sequence[Inline], content: Sequence[Block]) -> nodes.Node:
    term = nodes.term("", "", *_inline(pieces), translatable=False)
    return nodes.definition_list_item("", term, nodes.definition("", *to_nodes(content)))


def _table(table: Table) -> nodes.table:
    group = nodes.tgroup(cols=len(table.head))
    group += [nodes.colspec(colwidth=width) for width in table.widths]
    group += nodes.thead("", _row([[name] for name in table.head]))
    group += nodes.tbody("", *(_row(row) for row in table.rows))
    return nodes.table("", group, classes=["repodoc-table", *table.classes])


def _diagram(diagram: Diagram) -> nodes.Node:
    drawing = graphviz("", code=write_dot(diagram), options={}, alt=diagram.alt)
    notes = [nodes.paragraph("", diagram.note)] if diagram.note else []
    return nodes.container("", drawing, *notes, classes=["repodoc-diagram"])


def _row(cells: Iterable[Sequence[Inline]]) -> nodes.row:
    paragraphs = (nodes.paragraph("", "", *_inline(cell)) for cell in cells)
    return nodes.row("", *(nodes.entry("", paragraph) for paragraph in paragraphs))


def _listing(listing: Listing) -> nodes.literal_block:
    block = nodes.literal_block(
        listing.text,
        listing.text,
        language=listing.lexer,
        linenos=True,
        force=True,
        classes=["repodoc-listing", "no-search"],
        repodoc_listing=listing,
    )
    block["xml:space"] = "preserve"
    if listing.first_line > 1:
        block["highlight_args"] = {"linenostart": listing.first_line}
    return block


def _inline(pieces: Iterable[Inline]) -> list[nodes.Node]:
    return [_piece(piece) for piece in pieces]


def _piece(piece: Inline) -> nodes.Node:
    if isinstance(piece, str):
        return nodes.Text(piece)
    make = PIECES.get(type(piece))
    return make(piece) if make else cast("nodes.Node", piece)


def _reference(reference: Reference) -> nodes.Node:
    content = _piece(reference.content)
    if reference.uri.startswith("#"):
        return nodes.reference("", "", content, refid=reference.uri[1:], internal=True)
    return nodes.reference("", "", content, refuri=reference.uri, internal=False)


def _wrapped(content: Inline) -> nodes.Node:
    """Return content as an element: what Sphinx puts into a link must be one."""
    node = _piece(content)
    return nodes.inline("", "", node) if isinstance(node, nodes.Text) else node


BLOCKS: Mapping[type, Callable[[Any], nodes.Node]] = {
    Paragraph: _paragraph,
    LiteralBlock: _literal_block,
    Listing: _listing,
    BulletList: _bullet_list,
    Details: _details,
    FieldList: _field_list,
    DefinitionList: _definition_list,
    Table: _table,
    Diagram: _diagram,
}

PIECES: Mapping[type, Callable[[Any], nodes.Node]] = {
    Literal: lambda literal: nodes.literal("", literal.text),
    Emphasis: lambda emphasis: nodes.emphasis("", emphasis.text),
    Strong: lambda strong: nodes.strong("", strong.text),
    Target: lambda target: nodes.target("", "", ids=[target.anchor]),
    Bar: lambda bar: nodes.raw("", bar_html(bar), format="html"),
    Phrase: lambda phrase: nodes.inline("", "", *_inline(phrase.pieces)),
    Reference: _reference,
    CrossReference: cross_reference,
}
