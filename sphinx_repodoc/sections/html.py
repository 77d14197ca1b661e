"""The content of a section as HTML, the same that Sphinx's writer makes of its nodes."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple, Protocol

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

WORDS = re.compile(r"[^ \n]+| +|\n")
"""What a browser may break literal text between."""

CODE = "docutils literal notranslate"


class Resolved(NamedTuple):
    """Where a cross-reference leads."""

    uri: str
    is_internal: bool = True
    title: str = ""
    """Shown when the reader points at the link."""
    text: str = ""
    """Title of the target, if the link shall show that."""


class Writing(Protocol):
    """What this page of HTML needs to know of the build."""

    def resolve(self, reference: CrossReference) -> Resolved | None:
        """Return where a cross-reference leads; None if nowhere."""

    def listing(self, listing: Listing) -> str:
        """Return the HTML of a listing."""

    def draw(self, diagram: Diagram) -> str:
        """Return the SVG of a diagram; empty if it cannot be drawn."""

    def highlight(self, text: str, language: str) -> str:
        """Return the HTML of lines in some language."""


class NotPlainError(Exception):
    """The content holds nodes of docutils, which Sphinx's own writer must write."""


def write_html(blocks: Iterable[Block], writing: Writing) -> str:
    """Return the HTML of some blocks, each marked for the stylesheet.

    :raises NotPlainError: there are nodes among them
    """
    writer = _Writer(writing)
    for block in blocks:
        writer.block(block, ("repodoc-part",))
    return "".join(writer.written)


def bar_html(bar: Bar) -> str:
    """Return a bar in the colour of the text; a reader of screens, who has the figure, skips it."""
    width = f"{min(max(bar.percent, 0), 100):.1f}".removesuffix(".0")
    filled = f'<span style="width: {width}%"></span>'
    return f'<span class="repodoc-bar" aria-hidden="true">{filled}</span>'


class _Writer:
    """Writes content piece by piece."""

    def __init__(self, writing: Writing) -> None:
        self.writing = writing
        self.written: list[str] = []
        self.write = self.written.append

    def block(self, block: Block, classes: tuple[str, ...] = ()) -> None:
        try:
            write = BLOCKS[type(block)]
        except KeyError:
            raise NotPlainError from None
        write(self, block, classes)

    def blocks(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            BLOCKS.get(type(block), _refuse)(self, block, ())

    def inline(self, pieces: Iterable[Inline]) -> None:
        write = self.write
        for piece in pieces:
            if type(piece) is str:
                write(escape(piece))
            else:
                PIECES.get(type(piece), _refuse)(self, piece)

    def paragraph(self, paragraph: Paragraph, classes: tuple[str, ...]) -> None:
        self.write(_tag("p", classes))
        self.inline(paragraph.pieces)
        self.write("</p>\n")

    def literal_block(self, block: LiteralBlock, classes: tuple[str, ...]) -> None:
        if block.language == "none":
            text = f"<pre><span></span>{escape(block.text)}\n</pre>"
            html = f'<div class="highlight">{text}</div>\n'
        else:
            html = self.writing.highlight(block.text, block.language)
        names = (*block.classes, *classes, f"highlight-{block.language}", "notranslate")
        self.write(f"{_tag('div', names)}{html}</div>\n")

    def listing(self, listing: Listing, _classes: tuple[str, ...]) -> None:
        self.write(self.writing.listing(listing))

    def bullet_list(self, listed: BulletList, classes: tuple[str, ...]) -> None:
        # Sphinx calls a list simple, and a theme sets it closer, if its items are single lines.
        simple = ("simple",) if all(map(_is_line, listed.items)) else ()
        self.write(_tag("ul", (*listed.classes, *classes, *simple)) + "\n")
        for item in listed.items:
            self.write("<li>")
            self.blocks(item)
            self.write("</li>\n")
        self.write("</ul>\n")

    def details(self, details: Details, classes: tuple[str, ...]) -> None:
        self.write(f"{_tag('details', classes)}<summary>")
        self.inline(details.summary)
        self.write("</summary>\n")
        self.blocks(details.blocks)
        self.write("</details>\n")

    def field_list(self, listed: FieldList, classes: tuple[str, ...]) -> None:
        self.write(_tag("dl", (*classes, "field-list", "simple")) + "\n")
        for number, (name, pieces) in enumerate(listed.rows):
            row = "field-even" if number % 2 else "field-odd"
            self.write(f'<dt class="{row}">{escape(name)}<span class="colon">:</span></dt>\n')
            self.write(f'<dd class="{row}"><p>')
            self.inline(pieces)
            self.write("</p>\n</dd>\n")
        self.write("</dl>\n")

    def definition_list(self, listed: DefinitionList, classes: tuple[str, ...]) -> None:
        self.write(_tag("dl", ("simple", *listed.classes, *classes)) + "\n")
        for pieces, content in listed.rows:
            self.write("<dt>")
            self.inline(pieces)
            self.write("</dt><dd>")
            self.blocks(content)
            self.write("</dd>\n")
        self.write("</dl>\n")

    def table(self, table: Table, classes: tuple[str, ...]) -> None:
        of_table = ("repodoc-table", *table.classes, *classes)
        self.write(_tag("table", (*of_table, "docutils", "align-default")))
        head = "".join(f'<th class="head"><p>{escape(name)}</p></th>\n' for name in table.head)
        self.write(f'\n<thead>\n<tr class="row-odd">{head}</tr>\n</thead>\n<tbody>\n')
        for number, row in enumerate(table.rows):
            self.write(f'<tr class="row-{"odd" if number % 2 else "even"}">')
            for cell in row:
                self.write("<td><p>")
                self.inline(cell)
                self.write("</p></td>\n")
            self.write("</tr>\n")
        self.write("</tbody>\n</table>\n")

    def diagram(self, diagram: Diagram, classes: tuple[str, ...]) -> None:
        if svg := self.writing.draw(diagram):
            self.write(f"{_tag('div', ('repodoc-diagram', *classes))}{svg}")
            if diagram.note:
                self.paragraph(Paragraph([diagram.note]), ())
            self.write("</div>\n")

    def literal(self, literal: Literal) -> None:
        self.write(f'<code class="{CODE}">{_unbroken(escape(literal.text))}</code>')

    def emphasis(self, emphasis: Emphasis) -> None:
        self.write(f"<em>{escape(emphasis.text)}</em>")

    def strong(self, strong: Strong) -> None:
        self.write(f"<strong>{escape(strong.text)}</strong>")

    def target(self, target: Target) -> None:
        self.write(f'<span class="target" id="{escape(target.anchor)}"></span>')

    def bar(self, bar: Bar) -> None:
        self.write(bar_html(bar))

    def phrase(self, phrase: Phrase) -> None:
        self.inline(phrase.pieces)

    def reference(self, reference: Reference) -> None:
        kind = "internal" if reference.uri.startswith("#") else "external"
        self.link(reference.uri, kind, "", reference.content)

    def cross_reference(self, reference: CrossReference) -> None:
        resolved = self.writing.resolve(reference)
        if resolved:
            kind = "internal" if resolved.is_internal else "external"
            content = resolved.text or reference.content
            self.link(resolved.uri, kind, resolved.title, content)
        elif reference.missing == "text":
            self.inline((reference.content,))

    def link(self, uri: str, kind: str, title: str, content: Inline) -> None:
        hint = f' title="{escape(title)}"' if title else ""
        self.write(f'<a class="reference {kind}" href="{escape(uri)}"{hint}>')
        self.inline((content,))
        self.write("</a>")


def _is_line(item: Sequence[Block]) -> bool:
    return len(item) == 1 and not isinstance(item[0], Details)


def _tag(name: str, classes: Sequence[str]) -> str:
    return f'<{name} class="{" ".join(classes)}">' if classes else f"<{name}>"


def _unbroken(text: str) -> str:
    """Let a browser break literal text between words only."""
    if " " not in text and "\n" not in text:
        return f'<span class="pre">{text}</span>'
    return "".join(_word(word) for word in WORDS.findall(text))


def _word(word: str) -> str:
    if word.strip():
        return f'<span class="pre">{word}</span>'
    return word if len(word) == 1 else "&#160;" * (len(word) - 1) + " "


def _refuse(*_arguments: object) -> None:
    raise NotPlainError


BLOCKS: Mapping[type, Callable[[_Writer, Any, tuple[str, ...]], None]] = {
    Paragraph: _Writer.paragraph,
    LiteralBlock: _Writer.literal_block,
    Listing: _Writer.listing,
    BulletList: _Writer.bullet_list,
    Details: _Writer.details,
    FieldList: _Writer.field_list,
    DefinitionList: _Writer.definition_list,
    Table: _Writer.table,
    Diagram: _Writer.diagram,
}

PIECES: Mapping[type, Callable[[_Writer, Any], None]] = {
    Literal: _Writer.literal,
    Emphasis: _Writer.emphasis,
    Strong: _Writer.strong,
    Target: _Writer.target,
    Bar: _Writer.bar,
    Phrase: _Writer.phrase,
    Reference: _Writer.reference,
    CrossReference: _Writer.cross_reference,
}
