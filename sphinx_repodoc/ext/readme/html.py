"""HTML that stands in a README, as docutils nodes: its words, links and pictures, and no more."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from html.parser import HTMLParser
from types import MappingProxyType

from docutils import nodes

from sphinx_repodoc.analyse.markup.html import MAX_LENGTH

SPACE = re.compile(r"\s+")

SILENT = frozenset(
    {
        *("script", "style", "template", "iframe", "object", "svg", "math", "head", "textarea"),
        *("select", "noscript", "audio", "video", "canvas", "button"),
    }
)
"""Elements whose content is nothing to read."""

INLINE: Mapping[str, Callable[[], nodes.Element]] = MappingProxyType(
    {
        "b": nodes.strong,
        "strong": nodes.strong,
        "i": nodes.emphasis,
        "em": nodes.emphasis,
        "code": nodes.literal,
        "kbd": nodes.literal,
        "samp": nodes.literal,
        "tt": nodes.literal,
        "sub": nodes.subscript,
        "sup": nodes.superscript,
    }
)
"""Elements that shape words."""

BLOCKS: Mapping[str, Callable[[], nodes.Element]] = MappingProxyType(
    {
        "blockquote": nodes.block_quote,
        "li": nodes.list_item,
        "ol": lambda: nodes.enumerated_list(enumtype="arabic", prefix="", suffix="."),
        "pre": lambda: nodes.literal_block(language="none"),
        "ul": lambda: nodes.bullet_list(bullet="*"),
        **dict.fromkeys(("p", "summary", "tr", "dt", "dd", "caption"), nodes.paragraph),
        **{f"h{level}": nodes.rubric for level in range(1, 7)},
    }
)
"""Elements that stand by themselves; others only end a paragraph."""

BREAKING = frozenset({"article", "center", "details", "div", "figure", "hr", "section", "table"})
"""Elements that begin a new paragraph."""


def to_blocks(markup: str) -> list[nodes.Node]:
    """Return the blocks that HTML between the blocks of a README shows."""
    builder = _Builder(nodes.container(), has_blocks=True)
    builder.read(markup)
    return _pruned(builder.top.children)


def to_inline(children: Iterable[nodes.Node]) -> list[nodes.Node]:
    """Return pieces of a line with what the tags among them mean."""
    builder = _Builder(nodes.inline(), has_blocks=False)
    for child in children:
        if isinstance(child, nodes.raw):
            builder.read(child.astext())
        elif not builder.silent:
            builder.current.append(child)
    return list(builder.top.children)


class _Builder(HTMLParser):
    """Makes nodes of tags; those that close nothing or stay open do no harm."""

    def __init__(self, top: nodes.Element, *, has_blocks: bool) -> None:
        super().__init__()
        self.top = top
        self.has_blocks = has_blocks
        self.open: list[tuple[str, nodes.Element]] = [("", top)]
        self.silent = 0

    @property
    def current(self) -> nodes.Element:
        """The node that is open."""
        return self.open[-1][1]

    def read(self, markup: str) -> None:
        """Read some tags and text."""
        try:
            self.feed(markup[:MAX_LENGTH])
            if self.has_blocks:
                self.close()
        except AssertionError:  # how the parser of some Python versions refuses ``<![``
            return

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Begin an element."""
        values = {name: value or "" for name, value in attrs}
        if tag in SILENT:
            self.silent += 1
        elif not self.silent:
            self._begin(tag, values)

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Take an element that is closed at once; only of some does HTML mean it so."""
        if tag not in SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """End an element, and those within it that were left open."""
        if tag in SILENT:
            self.silent = max(0, self.silent - 1)
        elif any(tag == name for name, _ in self.open[1:]):
            while self.open.pop()[0] != tag:
                pass
        elif tag in BREAKING:
            self._end_paragraph()

    def handle_data(self, data: str) -> None:
        """Take text."""
        if self.silent or not data:
            return
        if isinstance(self.current, nodes.literal_block):
            self.current.append(nodes.Text(data))
        elif data.strip() or isinstance(self.current, nodes.TextElement):
            self._add(nodes.Text(SPACE.sub(" ", data)))

    def _begin(self, tag: str, values: Mapping[str, str]) -> None:
        if self.has_blocks and (tag in BLOCKS or tag in BREAKING):
            self._begin_block(tag, values.get("id", ""))
        elif tag in INLINE and not isinstance(self.current, nodes.literal_block):
            self._open(tag, INLINE[tag]())
        elif tag == "a":
            self._begin_link(values)
        elif tag == "img" and values.get("src"):
            self._add(_image(values))
        elif tag in {"br", "td", "th"}:
            self._add(nodes.Text(" "))

    def _begin_link(self, values: Mapping[str, str]) -> None:
        name = values.get("id") or values.get("name")
        if values.get("href") and not any(isinstance(n, nodes.reference) for _, n in self.open):
            self._open("a", nodes.reference(refuri=values["href"].strip()))
        elif name:
            self._add(nodes.target("", "", ids=[name]))

    def _open(self, tag: str, node: nodes.Element) -> None:
        self._add(node)
        self.open.append((tag, node))

    def _begin_block(self, tag: str, name: str) -> None:
        self._end_paragraph()
        if tag in BREAKING:
            return
        if tag == "li":
            self._end_item()
        node = BLOCKS[tag]()
        node["ids"] = [name] if name else []
        is_item, is_in_list = tag == "li", isinstance(self.current, nodes.Sequential)
        if is_item != is_in_list:
            holder = nodes.list_item() if is_in_list else nodes.bullet_list(bullet="*")
            self.current.append(holder)
            self.open.append(("", holder))
        self.current.append(node)
        self.open.append((tag, node))

    def _end_item(self) -> None:
        """Close the item of the innermost list, which the next one ends."""
        tags = [tag for tag, _ in self.open]
        for position in range(len(tags) - 1, 0, -1):
            if tags[position] in {"ul", "ol"}:
                return
            if tags[position] == "li":
                del self.open[position:]
                return

    def _end_paragraph(self) -> None:
        """Close what can hold words only."""
        while isinstance(self.current, nodes.TextElement) and len(self.open) > 1:
            self.open.pop()

    def _add(self, node: nodes.Node) -> None:
        """Add what belongs into a line, in a paragraph if none is open."""
        if isinstance(self.current, nodes.Sequential):
            item = nodes.list_item()
            self.current.append(item)
            self.open.append(("", item))
        if not isinstance(self.current, nodes.TextElement):
            paragraph = nodes.paragraph()
            self.current.append(paragraph)
            self.open.append(("", paragraph))
        self.current.append(node)


def _image(values: Mapping[str, str]) -> nodes.image:
    image = nodes.image(uri=values["src"].strip(), alt=values.get("alt", ""))
    for side in ("width", "height"):
        number = values.get(side, "").removesuffix("px")
        if number.isdecimal():
            image[side] = f"{number}px"
        elif number.removesuffix("%").isdecimal() and side == "width":
            image[side] = number
    return image


def _pruned(blocks: Iterable[nodes.Node]) -> list[nodes.Node]:
    """Leave out blocks that show nothing."""
    shown: list[nodes.Node] = []
    for block in blocks:
        if isinstance(block, nodes.Element) and not isinstance(block, nodes.TextElement):
            block[:] = _pruned(block.children)
        is_shown = block.astext().strip() or any(
            True for _ in block.findall(lambda n: isinstance(n, (nodes.image, nodes.target)))
        )
        if is_shown:
            shown.append(block)
    return shown
