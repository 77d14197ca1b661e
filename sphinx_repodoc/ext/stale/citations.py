"""What a document cites that may be of the repository: paths, lines, links, dotted names."""

import re
from collections.abc import Iterator
from itertools import takewhile

from docutils import nodes
from sphinx import addnodes
from sphinx.util.nodes import get_node_line, get_node_source

from sphinx_repodoc.model.citations import Citation, CitationKind

PATH = re.compile(
    r"(?=[^:#]*/)(?P<path>(?:\.{1,2}/)*[\w.@+-]+(?:/[\w.@+-]+)*/?)"
    r"(?:(?:\#L|:)(?P<line>\d+)|::(?P<symbol>\w+(?:(?:::|\.)\w+)*)(?:\[.*\])?)?"
)
"""A path with a slash in it, if need be with a line, or with a symbol as test runners write it."""

DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+(?=(?:\(\))?$)")
"""A name in a module of Python."""

SHOWN = re.compile(r"/(?:blob|tree|raw|edit|blame|src)/")
"""What an address has in it with which a forge shows a file."""

VERSION = re.compile(r"\bv?\d+\.\d+|\b\d{4}-\d\d-\d\d\b")
"""What a title has in it above that which was so in one release."""

PAST = re.compile(
    r"\b(?:added|changed|deleted|dropped|merged|migrated|moved|removed|renamed|replaced|superseded"
    r"|was|were|before|earlier|former|formerly|gone|historical|legacy|obsolete|old|older|originally"
    r"|previous|previously|prior|removal|until|used to|no longer|instead of|deprecat\w+)\b",
    re.IGNORECASE,
)
"""Words of a sentence that may well speak of what is no more."""


def find_citations(doctree: nodes.document) -> Iterator[Citation]:
    """Yield what may be cited, but for what is told as being of the past."""
    document = doctree.get("source", "")
    for node in doctree.findall(nodes.Element):
        found = _read(node)
        if found and not _is_past(node):
            source = get_node_source(node) or ""
            yield Citation(*found, _line(node), "" if source == document else source)


def _read(node: nodes.Element) -> tuple[CitationKind, str] | None:
    """Return kind and text of what a node cites; None if it cites nothing."""
    if isinstance(node, addnodes.pending_xref):
        target = str(node.get("reftarget", ""))
        is_name = node.get("refdomain") == "py" and DOTTED.fullmatch(target)
        return (CitationKind.NAME, target) if is_name else None
    if isinstance(node, nodes.reference):
        return _read_link(str(node.get("refuri", "")))
    if not isinstance(node, nodes.literal) or not _is_plain(node):
        return None
    text = node.astext()
    if PATH.fullmatch(text):
        return CitationKind.PATH, text
    return (CitationKind.NAME, found[0]) if (found := DOTTED.match(text)) else None


def _read_link(target: str) -> tuple[CitationKind, str] | None:
    if target.startswith("https://"):
        return (CitationKind.URL, target) if SHOWN.search(target) else None
    return (CitationKind.LINK, target) if PATH.fullmatch(target) else None


def _is_plain(literal: nodes.literal) -> bool:
    """Whether a literal speaks for itself, and no part of it stands for something else."""
    is_text = all(isinstance(child, nodes.Text) for child in literal.children)
    return is_text and not isinstance(literal.parent, addnodes.pending_xref)


def _is_past(node: nodes.Element) -> bool:
    """Whether the author says that this was so, or became so, at some time."""
    block: nodes.Node | None = node
    while block is not None and isinstance(block, (nodes.Inline, nodes.Text)):
        block = block.parent
    if isinstance(block, nodes.Element) and PAST.search(_prose(block)):
        return True
    while block is not None:
        if isinstance(block, addnodes.versionmodified):
            return True
        if isinstance(block, nodes.section) and VERSION.search(block[0].astext()):
            return True
        block = block.parent
    return False


def _prose(block: nodes.Element) -> str:
    """Return the text of a block without what it cites."""
    texts = block.findall(nodes.Text)
    return "".join(str(text) for text in texts if not isinstance(text.parent, nodes.literal))


def _line(node: nodes.Element) -> int:
    """Return the line that a node stands on: many parsers only tell where its paragraph begins."""
    line: int = get_node_line(node) or 0
    parent = node.parent
    if not line or parent is None or (node.line and node.line != parent.line):
        return line
    before = takewhile(lambda child: child is not node, parent.children)
    return line + sum(str(child.astext()).count("\n") for child in before)
