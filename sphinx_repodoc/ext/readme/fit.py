"""A parsed README made fit for the page of its folder: no headings of its own, nothing unsafe."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from docutils import nodes
from pygments.lexers import find_lexer_class_by_name
from pygments.util import ClassNotFound

from sphinx_repodoc.ext.readme.html import to_blocks, to_inline

UNSHOWN = (
    nodes.comment,
    nodes.decoration,
    nodes.meta,
    nodes.pending,
    nodes.substitution_definition,
    nodes.system_message,
    nodes.transition,
)
"""What is nothing to read, or says what is wrong."""

ALERTS: Mapping[str, Callable[[], nodes.Element]] = MappingProxyType(
    {
        "[!NOTE]": nodes.note,
        "[!TIP]": nodes.tip,
        "[!IMPORTANT]": nodes.important,
        "[!WARNING]": nodes.warning,
        "[!CAUTION]": nodes.caution,
    }
)
"""How forges mark a quotation that is an admonition."""


def fit(tree: nodes.Element) -> None:
    """Change the tree of a README, in place."""
    _replace_html(tree)
    for change, kinds in CHANGES:
        for node in _all(tree, *kinds):
            change(node)
    for element in tree.findall(nodes.TextElement):
        if not isinstance(element, nodes.Inline):  # of those, Sphinx would take the words away
            element["translatable"] = False


def put(node: nodes.Element, *others: nodes.Node) -> None:
    """Put other nodes in the place of one."""
    parent = node.parent
    position = parent.index(node)
    parent[position : position + 1] = list(others)


def _all(tree: nodes.Element, *kinds: type[nodes.Node]) -> Iterator[nodes.Element]:
    """Return the nodes of some kinds as a list that bears changes of the tree."""
    found = list(tree.findall(lambda node: isinstance(node, kinds)))
    return (node for node in found if isinstance(node, nodes.Element))


def _replace_html(tree: nodes.Element) -> None:
    parents = dict.fromkeys(raw.parent for raw in _all(tree, nodes.raw))
    for parent in parents:
        if isinstance(parent, nodes.TextElement):
            parent[:] = to_inline(parent.children)
    for raw in _all(tree, nodes.raw):
        put(raw, *to_blocks(raw.astext()))


def _remove(node: nodes.Element) -> None:
    node.parent.remove(node)


def _unwrap(node: nodes.Element) -> None:
    put(node, *node.children)


def _change_problematic(node: nodes.Element) -> None:
    put(node, nodes.Text(node.astext()))


def _change_title(title: nodes.Element) -> None:
    """Make a title that begins no section, and takes no number, of one that would."""
    parent = title.parent
    if isinstance(parent, nodes.table):
        parent.remove(title)
        put(parent, nodes.paragraph("", "", nodes.strong("", "", *title.children)), parent)
    elif isinstance(parent, (nodes.document, nodes.section)):
        names = parent["ids"] if isinstance(parent, nodes.section) else title["ids"]
        put(title, nodes.rubric(title.rawsource, "", *title.children, ids=list(names)))


def _change_caption(caption: nodes.Element) -> None:
    put(caption, nodes.paragraph("", "", *caption.children))


def _change_literal(block: nodes.Element) -> None:
    block["language"] = _known_language(str(block.get("language", "none")))
    block["classes"] = []
    block["force"] = True
    if not block.rawsource:
        block.rawsource = block.astext()


def _known_language(name: str) -> str:
    """Return the name of a language if Pygments knows it: whoever builds could not mend it."""
    word = re.split(r"[^\w+#.-]", name)[0]
    try:
        find_lexer_class_by_name(word)
    except ClassNotFound:
        return "none"
    return word


def _change_doctest(block: nodes.Element) -> None:
    text = block.astext()
    put(block, nodes.literal_block(text, text, language="pycon", force=True))


def _change_formula(formula: nodes.Element) -> None:
    """Show a formula as it is written: what one holds may break the PDF of all pages."""
    text = formula.astext()
    is_block = isinstance(formula, nodes.math_block)
    block = nodes.literal_block(text, text, language="none")
    put(formula, block if is_block else nodes.literal(text, text))


def _change_citation(citation: nodes.Element) -> None:
    """Turn a citation into a footnote: Sphinx would know it in the whole project."""
    put(citation, nodes.footnote("", *citation.children, ids=citation["ids"]))


def _change_citation_reference(reference: nodes.Element) -> None:
    refid, text = reference.get("refid", ""), reference.astext()
    made = nodes.footnote_reference("", text, ids=reference["ids"], refid=refid)
    put(reference, made if refid else nodes.Text(f"[{text}]"))


def _change_target(target: nodes.Element) -> None:
    """Keep of a target the place that it marks."""
    kept = nodes.target("", "", *target.children, ids=target["ids"])
    is_place = kept["ids"] and "refuri" not in target
    put(target, *([kept] if is_place else target.children))


def _change_quote(quote: nodes.Element) -> None:
    """Turn what forges show as an alert into an admonition."""
    first = quote[0] if len(quote) and isinstance(quote[0], nodes.paragraph) else None
    mark, _, rest = first.astext().partition("\n") if first else ("", "", "")
    make = ALERTS.get(mark.strip().upper())
    if not make or not first:
        return
    first.pop(0)
    if len(first) and isinstance(first[0], nodes.Text):
        first[0] = nodes.Text(first[0].lstrip())
    admonition = make()
    admonition += quote.children if rest.strip() else quote.children[1:]
    put(quote, *([admonition] if len(admonition) else []))


CHANGES: tuple[tuple[Callable[[nodes.Element], None], tuple[type[nodes.Node], ...]], ...] = (
    (_remove, UNSHOWN),
    (_change_problematic, (nodes.problematic,)),
    (_change_title, (nodes.title, nodes.subtitle)),
    (_unwrap, (nodes.section, nodes.figure, nodes.legend)),
    (_change_caption, (nodes.caption,)),
    (_change_literal, (nodes.literal_block,)),
    (_change_doctest, (nodes.doctest_block,)),
    (_change_formula, (nodes.math, nodes.math_block)),
    (_change_citation, (nodes.citation,)),
    (_change_citation_reference, (nodes.citation_reference,)),
    (_change_target, (nodes.target,)),
    (_change_quote, (nodes.block_quote,)),
)
"""What to do with each kind of node, in order."""
