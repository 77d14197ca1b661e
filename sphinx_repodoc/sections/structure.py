"""Detailed Analysis."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sphinx_repodoc.model.evidence import NameLink
from sphinx_repodoc.model.facts import (
    Declaration,
    DeclarationKind,
    OutlineEntry,
    OutlineKind,
    Symbol,
)
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.pages import Structure
from sphinx_repodoc.model.prose import first_sentence
from sphinx_repodoc.sections.content import Block, BulletList, Emphasis, Inline, Paragraph
from sphinx_repodoc.sections.links import Links, literal, target
from sphinx_repodoc.sections.lists import bullets, definitions, joined, paragraph
from sphinx_repodoc.sections.prose import inline
from sphinx_repodoc.sections.uses import used_in, used_widely

Entry = list[Block]
"""The line of a symbol, and the list of what is nested in it."""

DECLARED: Mapping[DeclarationKind, str] = MappingProxyType(
    {
        DeclarationKind.DISTRIBUTION: "Published as",
        DeclarationKind.COMMAND: "Commands",
        DeclarationKind.ENTRY_POINT: "Entry points",
        DeclarationKind.TASK: "Tasks",
        DeclarationKind.TRIGGER: "Started by",
        DeclarationKind.JOB: "Jobs",
        DeclarationKind.SERVICE: "Services",
        DeclarationKind.HOOK: "Hooks",
        DeclarationKind.MEMBER: "Members of the workspace",
        DeclarationKind.DEPENDENCY: "Dependencies",
    }
)
"""How the declarations of each kind are headed."""

NAMED = frozenset(
    {
        OutlineKind.CODE_BLOCK,
        OutlineKind.TABLE,
        OutlineKind.KEY,
        OutlineKind.ELEMENT,
        OutlineKind.COLUMN,
    }
)
"""Parts that are shown by their names as written."""

MAX_DEPTH = 3
"""Lists in lists on the page: LaTeX takes six, of which the page itself may need some.
What is nested deeper is listed at this depth by its qualified name."""


def outline(structure: Structure, links: Links) -> list[Block]:
    """List everything that the file defines, nested as it is in the file."""
    content: list[Block] = []
    if structure.omission:
        content.append(paragraph(structure.omission))
    if structure.errors:
        places = joined(links.lines(span) for span in structure.errors)
        content.append(paragraph("The grammar does not accept all of the text: ", *places, "."))
    if structure.symbols:
        content.append(_Tree(structure, links).branches(structure.symbols))
    if structure.declared:
        content.append(_declared(structure.declared, links))
    if structure.outline:
        content += _markup(structure.outline, links)
    return content


class _Tree:
    """The nested list of a file's symbols."""

    def __init__(self, structure: Structure, links: Links) -> None:
        self.documented = {link.name: link for link in structure.documented}
        self.links = links
        self.names = {link.name: link for link in structure.names}
        self.uses = {(each.symbol, each.ordinal): each.usages for each in structure.uses}

    def branches(self, symbols: Sequence[Symbol]) -> BulletList:
        """Nest each symbol in the last one before it whose lines hold its own."""
        root: list[Entry] = []
        open_entries: list[tuple[Symbol, Entry, list[Entry]]] = []
        for symbol in symbols:
            while open_entries and not _holds(open_entries[-1][0], symbol):
                open_entries.pop()
            is_cut = len(open_entries) > MAX_DEPTH
            usages = self.uses.get((symbol.qualified_name, symbol.ordinal), ())
            line = [*self._line(symbol, is_cut=is_cut), *used_in(usages, self.links)]
            entry: Entry = [Paragraph(line), *used_widely(usages, self.links)]
            if depth := min(len(open_entries), MAX_DEPTH):
                _, parent, nested = open_entries[depth - 1]
                if not nested:
                    parent.append(BulletList(nested))
                nested.append(entry)
            else:
                root.append(entry)
            open_entries.append((symbol, entry, []))
        return BulletList(root, ("repodoc-symbols",))

    def _line(self, symbol: Symbol, *, is_cut: bool) -> list[Inline]:
        pieces: list[Inline] = [target(self.links.anchor(symbol.anchor))]
        for decorator in symbol.decorators:
            shown = decorator if decorator.startswith(("#", "[")) else f"@{decorator}"
            pieces += [self._written(shown, decorator), " "]
        name = symbol.qualified_name if is_cut else symbol.name
        kind = f"async {symbol.kind}" if symbol.is_async else symbol.kind
        if symbol.kind not in symbol.prefix.split():
            pieces += [Emphasis(kind), " "]
        pieces.append(literal(symbol.prefix + name + symbol.signature))
        if symbol.bases:
            pieces += [" of ", *joined(self._written(base, base) for base in symbol.bases)]
        pieces += [" (", self.links.lines(symbol.span), ")"]
        if sentence := first_sentence(symbol.documentation):
            pieces += [": ", *inline(sentence)]
        if link := self.documented.get(symbol.qualified_name):
            pieces.append(self.links.documented(link, " [documentation]"))
        return pieces

    def _written(self, shown: str, text: str) -> Inline:
        """Write a base or decorator, linked if its name leads somewhere."""
        matches = [link for name, link in self.names.items() if _starts_with(text, name)]
        return self.links.name(max(matches, key=_length, default=None), shown)


def _length(link: NameLink) -> int:
    return len(link.name)


def _starts_with(text: str, name: str) -> bool:
    """Whether an expression is the name, or the name with arguments of some sort behind it.

    Words may stand before it, as ``public`` does in C++.
    """
    value = text.partition("=")[2] if text.partition("=")[0].isidentifier() else text
    value = (value or text).removeprefix("public ").removeprefix("virtual ")
    return value == name or value.startswith((f"{name}(", f"{name}[", f"{name}<"))


def _holds(outer: Symbol, inner: Symbol) -> bool:
    return inner.parent == outer.qualified_name and inner.span in outer.span


def _declared(declared: Sequence[Declaration], links: Links) -> Block:
    """List what the file declares, by kind."""
    groups: dict[DeclarationKind, list[Declaration]] = defaultdict(list)
    for each in declared:
        groups[each.kind].append(each)
    return definitions(
        ([DECLARED[kind]], [bullets(_declaration(each, links) for each in found)])
        for kind, found in groups.items()
    )


def _declaration(declared: Declaration, links: Links) -> list[Inline]:
    pieces: list[Inline] = [literal(declared.name)]
    if declared.value and declared.kind is not DeclarationKind.JOB:  # whose value is long
        pieces += [": ", literal(declared.value)]
    group = f"{declared.group}, " if declared.group else ""
    return [*pieces, f" ({group}", links.lines(Span(declared.line, declared.line)), ")"]


def _markup(entries: Sequence[OutlineEntry], links: Links) -> list[Block]:
    """List the headings as a tree, and the other parts by kind."""
    groups: dict[OutlineKind, list[OutlineEntry]] = defaultdict(list)
    for entry in entries:
        groups[entry.kind].append(entry)
    rows = [
        ([f"{kind.capitalize()}s"], [bullets(_entry(entry, links) for entry in groups[kind])])
        for kind in OutlineKind
        if kind in groups
    ]
    return [definitions(rows)]


def _entry(entry: OutlineEntry, links: Links) -> list[Inline]:
    pieces: list[Inline] = []
    if entry.kind is OutlineKind.HEADING:
        pieces = [f"{entry.text} (level {entry.level}, "]
    elif entry.kind in NAMED:
        pieces = [literal(entry.text), " ("] if entry.text else ["without a name ("]
    else:
        has_text = entry.text and entry.text != entry.target
        pieces = [*inline(entry.text), " "] if has_text else []
        if entry.kind is OutlineKind.DIRECTIVE:
            pieces += [links.documented(_directive(entry.text), "[documentation] ")]
        pieces += [literal(entry.target), " ("] if entry.target else ["("]
    return [*pieces, links.lines(Span(entry.span.line, entry.span.end_line)), ")"]


def _directive(name: str) -> NameLink:
    """Return what Sphinx's domain of reST calls a directive, which the project may document."""
    return NameLink(name, foreign=name, domain="rst", role="dir")
