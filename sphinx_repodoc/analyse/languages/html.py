"""HTML: title, headings, links and pictures, ids, scripts and style sheets."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from html import unescape
from types import MappingProxyType

from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.language import Syntax, query_file
from sphinx_repodoc.analyse.syntax.reading import Reading
from sphinx_repodoc.analyse.syntax.text import span_of, text_of, unquote
from sphinx_repodoc.model.facts import Facts, ImportStatement, OutlineEntry, OutlineKind

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

TEMPLATES = ("{{", "{%", "{#", "<%", "<?", "${")
"""What is only known when a template is filled."""

TAG = re.compile(rb"<[^>]*>")

TEXT_TYPES = frozenset({"text", "entity"})


@dataclass(frozen=True)
class Element:
    """An element with what its tag says."""

    node: Node
    tag: Node
    name: str
    attributes: Mapping[str, str]
    source: bytes
    """Of the whole file."""

    @cached_property
    def text(self) -> str:
        """The text in it, on one line."""
        written, end = "", self.node.start_byte
        for part in _texts(self.node):
            between = TAG.sub(b"", self.source[end : part.start_byte])
            written += (" " if between else "") + text_of(part)
            end = part.end_byte
        return " ".join(unescape(written).split())


def add_elements(facts: Facts, reading: Reading) -> Facts:
    """Add what the elements of a page say and lead to."""
    elements = list(_find_elements(reading))
    title = next((each for each in elements if each.name == "title" and _is_set(each.text)), None)
    if title and not facts.documentation:
        documentation, span = title.text, span_of(title.node)
        facts = replace(facts, documentation=documentation, documentation_span=span)
    return replace(
        facts,
        outline=tuple(entry for each in elements for entry in _outline(each)),
        imports=tuple(statement for each in elements for statement in _import(each)),
    )


def _find_elements(reading: Reading) -> Iterator[Element]:
    """Yield the elements that say something of a page."""
    for node in reading.nodes("mark"):
        tag = node.children[0]
        name, *attributes = tag.named_children
        written = text_of(name).lower()
        if written in TELLING:
            yield Element(node, tag, written, _read_attributes(attributes), reading.text.source)


def _read_attributes(nodes: Iterable[Node]) -> Mapping[str, str]:
    attributes: dict[str, str] = {}
    for attribute in nodes:
        parts = attribute.named_children
        if attribute.type == "attribute" and parts:
            value = unquote(text_of(parts[1])) if len(parts) > 1 else ""
            attributes.setdefault(text_of(parts[0]).lower(), unescape(value).strip())
    return attributes


def _texts(node: Node) -> Iterator[Node]:
    pending = [node]
    while pending:
        part = pending.pop()
        if part.type in TEXT_TYPES:
            yield part
        pending.extend(reversed(part.named_children))


def _is_set(text: str) -> bool:
    return bool(text) and not any(mark in text for mark in TEMPLATES)


def _outline(element: Element) -> Iterator[OutlineEntry]:
    if element.name in HEADINGS and _is_set(element.text):
        level = HEADINGS.index(element.name) + 1
        span = span_of(element.node)
        yield OutlineEntry(OutlineKind.HEADING, element.text, span, level)
    for name, (kind, attribute, read) in LEADING.items():
        target = element.attributes.get(attribute, "") if element.name == name else ""
        if _is_set(target):
            text = read(element)
            shown = text if _is_set(text) else ""
            yield OutlineEntry(kind, shown, span_of(element.tag), target=target)


def _import(element: Element) -> Iterator[ImportStatement]:
    attributes = element.attributes
    source = attributes.get("src", "") if element.name == "script" else ""
    if element.name == "link" and "stylesheet" in attributes.get("rel", "").lower().split():
        source = attributes.get("href", "")
    if _is_set(source):
        span = span_of(element.tag)
        yield ImportStatement(source, span, line=span.line, keyword=element.name)


LEADING: Mapping[str, tuple[OutlineKind, str, Callable[[Element], str]]] = MappingProxyType(
    {
        "a": (OutlineKind.LINK, "href", lambda element: element.text),
        "img": (OutlineKind.IMAGE, "src", lambda element: element.attributes.get("alt", "")),
    }
)
"""Elements that lead elsewhere: the attribute that says where, and how they are shown."""

TELLING = frozenset({"title", "script", "link", *HEADINGS, *LEADING})
"""All elements whose tag or text is read."""

SYNTAX = Syntax(
    module="tree_sitter_html",
    queries=(query_file("html.scm"),),
    separators=(),
    preamble=frozenset({"doctype"}),
    complete=add_elements,
)
