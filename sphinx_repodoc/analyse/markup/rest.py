"""The outline of reStructuredText, as docutils parses it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from docutils import frontend, nodes, utils
from docutils.parsers import rst
from docutils.parsers.rst import states

from sphinx_repodoc.analyse.markup.outline import Outline, is_prose
from sphinx_repodoc.analyse.markup.rest_states import STATES, DirectiveNode, RoleNode, make_inliner
from sphinx_repodoc.analyse.markup.vocabulary import describe_directive, describe_role
from sphinx_repodoc.model.facts import OutlineEntry, OutlineKind
from sphinx_repodoc.model.files import Span

MAX_COLUMNS = 10_000
"""Longer lines are taken as blank: docutils' regular expressions need too long for them."""


def parse_rest(lines: Sequence[str]) -> Outline:
    """Outline the lines of a reST file; nothing that it includes is read."""
    document = utils.new_document("", _settings().copy())
    is_whole = _run(document, lines)
    found = list(_walk(document))
    _resolve_references(document, found)
    prose = next(filter(_is_prose, found), None)
    return Outline(
        headings=tuple(
            _describe_section(node) for node in found if isinstance(node, nodes.section)
        ),
        entries=tuple(_describe_all(found)),
        documentation=" ".join(prose.astext().split()) if prose else "",
        documentation_span=_text_span(prose) if prose else None,
        comments=tuple(node["span"] for node in found if isinstance(node, nodes.comment)),
        is_partial=not is_whole,
    )


@cache
def _settings() -> frontend.Values:
    settings = frontend.get_default_settings(rst.Parser)
    settings.report_level = settings.halt_level = 5  # Sphinx tells what is wrong, when it reads it
    settings.file_insertion_enabled = settings.raw_enabled = False
    return settings


def _run(document: nodes.document, lines: Sequence[str]) -> bool:
    short = [line if len(line) <= MAX_COLUMNS else "" for line in lines]
    machine = states.RSTStateMachine(state_classes=STATES, initial_state="Body")
    plain = [" ".join(line.splitlines()).expandtabs(8).rstrip() for line in short]
    try:
        machine.run(plain, document, inliner=make_inliner())
    except RecursionError:
        return False
    return short == list(lines)


def _walk(document: nodes.document) -> Iterator[nodes.Element]:
    """Yield the elements in order, without what docutils says of errors."""
    stack: list[nodes.Node] = [document]
    while stack:
        node = stack.pop()
        if isinstance(node, nodes.Element) and not isinstance(node, nodes.system_message):
            yield node
            stack += reversed(node.children)


def _resolve_references(document: nodes.document, found: Sequence[nodes.Element]) -> None:
    """Write into each reference where it leads, in this document (``#id``) or elsewhere."""
    targets = {
        name: node for node in found if isinstance(node, nodes.target) for name in node["names"]
    }
    anonymous = iter(
        node for node in found if isinstance(node, nodes.target) and node.get("anonymous")
    )
    for node in found:
        if not isinstance(node, nodes.reference) or "refuri" in node:
            continue
        target = next(anonymous, None) if node.get("anonymous") else node
        if target is not None:
            name = target.get("refname", "")
            node["refuri"] = target.get("refuri") or _follow(name, targets, document)


def _follow(name: str, targets: Mapping[str, nodes.Element], document: nodes.document) -> str:
    for _ in targets:  # a target may name another; never more often than there are targets
        name = targets[name].get("refname", name) if name in targets else name
    if name in targets and "refuri" in targets[name]:
        return str(targets[name]["refuri"])
    return f"#{nodes.make_id(name)}" if name in document.nameids else ""


def _is_prose(node: nodes.Element) -> bool:
    return (
        isinstance(node, nodes.paragraph)
        and isinstance(node.parent, nodes.document | nodes.section)
        and is_prose(child.astext() for child in node.children if _is_plain(child))
    )


def _is_plain(node: nodes.Node) -> bool:
    return not isinstance(
        node, nodes.reference | nodes.substitution_reference | nodes.target | RoleNode
    )


def _describe_section(node: nodes.Element) -> OutlineEntry:
    title, level = node[0].astext(), 1
    parent = node.parent
    while isinstance(parent, nodes.section):
        parent, level = parent.parent, level + 1
    return OutlineEntry(OutlineKind.HEADING, title, node["span"], level)


def _describe_all(found: Sequence[nodes.Element]) -> Iterator[OutlineEntry]:
    directives = (node["directive"] for node in found if isinstance(node, DirectiveNode))
    own = {each.argument.partition("(")[0] for each in directives if each.name == "role"}
    for node in found:
        describe = DESCRIPTIONS.get(type(node))
        if describe and node.get("role") not in own:  # a role of the file's own only marks text up
            yield from describe(node)


def _describe_reference(node: nodes.Element) -> Iterator[OutlineEntry]:
    if node.get("refuri"):
        text = " ".join(node.astext().split())
        yield OutlineEntry(OutlineKind.LINK, text, _line_span(node), target=node["refuri"])


def _describe_literal(node: nodes.Element) -> Iterator[OutlineEntry]:
    yield OutlineEntry(OutlineKind.CODE_BLOCK, "", _text_span(node))


def _describe_doctest(node: nodes.Element) -> Iterator[OutlineEntry]:
    yield OutlineEntry(OutlineKind.CODE_BLOCK, "pycon", node["span"])


def _describe_table(node: nodes.Element) -> Iterator[OutlineEntry]:
    yield OutlineEntry(OutlineKind.TABLE, "", node["span"])


def _line_span(node: nodes.Element) -> Span:
    return Span(node.line or 1, node.line or 1)


def _text_span(node: nodes.Element) -> Span:
    line = node.line or 1
    return Span(line, line + node.rawsource.count("\n"))


DESCRIPTIONS: Mapping[type, Callable[[nodes.Element], Iterator[OutlineEntry]]] = MappingProxyType(
    {
        DirectiveNode: lambda node: describe_directive(node["directive"]),
        RoleNode: lambda node: describe_role(
            node["role"], node.astext(), node["target"], _line_span(node)
        ),
        nodes.reference: _describe_reference,
        nodes.literal_block: _describe_literal,
        nodes.doctest_block: _describe_doctest,
        nodes.table: _describe_table,
    }
)
"""What each kind of element is in an outline."""
