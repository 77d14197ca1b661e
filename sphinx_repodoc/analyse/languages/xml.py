"""XML: the root element, the elements that have ids, and what Maven and MSBuild read."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from html import unescape

from sphinx_repodoc.analyse.keys import MAX_KEYS, Entry, Value, trimmed_span
from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.language import Syntax, query_file
from sphinx_repodoc.analyse.syntax.reading import Reading
from sphinx_repodoc.analyse.syntax.text import span_of, text_of, unquote
from sphinx_repodoc.model.facts import (
    Declaration,
    DeclarationKind,
    Facts,
    OutlineEntry,
    OutlineKind,
)

TAGS = ("STag", "EmptyElemTag")

REFERENCES = {"PackageReference": "", "ProjectReference": "projects"}
"""Items of MSBuild by which a project names what it needs."""

Found = Iterator[Declaration]


def add_elements(facts: Facts, reading: Reading) -> Facts:
    """Add the root element, those with ids, and what is declared."""
    root = Value(read_entries=partial(_read_elements, reading.root))
    tops = [
        OutlineEntry(OutlineKind.ELEMENT, entry.name, entry.span, level=1) for entry in root.entries
    ]
    marked = [_with_id(node) for node in reading.nodes("mark")]
    is_whole = len(marked) <= MAX_KEYS
    return replace(
        facts,
        outline=(*tops, *(marked if is_whole else ())),
        outline_depth=None if is_whole else 1,
        declarations=(*_find_maven(root), *_find_msbuild(root)),
    )


def _with_id(value: Node) -> OutlineEntry:
    tag = value.parent.parent if value.parent else None
    name = text_of(tag.named_children[0]) if tag else ""
    text = f"{name} {unescape(unquote(text_of(value)))}"
    return OutlineEntry(OutlineKind.ELEMENT, text, span_of(tag or value), level=2)


def _read_elements(node: Node) -> Iterator[Entry]:
    for element in node.named_children:
        tag = next((child for child in element.named_children if child.type in TAGS), None)
        if element.type == "element" and tag and tag.named_children:
            value = Value(
                partial(_read_text, element),
                partial(_read_parts, element, tag),
                line=element.start_point[0] + 1,
            )
            yield Entry((text_of(tag.named_children[0]),), trimmed_span(element), value)


def _read_parts(element: Node, tag: Node) -> Iterator[Entry]:
    """Yield the attributes of an element, and then the elements in it."""
    for attribute in tag.named_children:
        if attribute.type == "Attribute" and len(attribute.named_children) > 1:
            name, value = attribute.named_children[:2]
            text = unescape(unquote(text_of(value)))
            yield Entry((f"@{text_of(name)}",), span_of(attribute), Value(partial(str, text)))
    for content in element.named_children:
        if content.type == "content":
            yield from _read_elements(content)


def _read_text(element: Node) -> str:
    contents = (child for child in element.named_children if child.type == "content")
    parts = (part for content in contents for part in content.named_children)
    return unescape("".join(text_of(part) for part in parts if part.type == "CharData")).strip()


def _find_maven(root: Value) -> Found:
    for entry in root.at("project", "artifactId"):
        kind = DeclarationKind.DISTRIBUTION
        yield Declaration(kind, entry.value.text, "", entry.span.line)
    for entry in root.at("project", "modules", "module"):
        yield Declaration(DeclarationKind.MEMBER, entry.value.text, "", entry.span.line)
    for entry in root.at("project", "dependencies", "dependency"):
        group, name, version, scope = (
            next((each.value.text for each in entry.value.at(part)), "")
            for part in ("groupId", "artifactId", "version", "scope")
        )
        kind, line = DeclarationKind.DEPENDENCY, entry.span.line
        yield Declaration(kind, f"{group}:{name}", version, line, scope)


def _find_msbuild(root: Value) -> Found:
    for item, group in REFERENCES.items():
        for entry in root.at("Project", "ItemGroup", item):
            name = next((each.value.text for each in entry.value.at("@Include")), "")
            versions = [*entry.value.at("@Version"), *entry.value.at("Version")]
            value = next((each.value.text for each in versions), "")
            if name:
                kind, line = DeclarationKind.DEPENDENCY, entry.span.line
                yield Declaration(kind, name, value, line, group)


SYNTAX = Syntax(
    module="tree_sitter_xml",
    function="language_xml",
    queries=(query_file("xml.scm"),),
    preamble=frozenset({"XMLDecl", "PI", "doctypedecl"}),
    wrappers=frozenset({"prolog"}),
    complete=add_elements,
)
