"""Java."""

import re
from collections.abc import Callable, Iterator, Mapping
from html import escape
from types import MappingProxyType

from sphinx_repodoc.analyse.syntax.describe import before_tags
from sphinx_repodoc.analyse.syntax.html import describe_html
from sphinx_repodoc.analyse.syntax.language import Syntax, query_file
from sphinx_repodoc.analyse.syntax.uses import Naming
from sphinx_repodoc.model.facts import ImportStatement

INLINE = re.compile(r"\{@(\w+)(?=[\s}])")
"""How an inline tag of Javadoc begins."""

LINK = re.compile(r"\s*([^\s(]*(?:\([^)]*\))?)\s*(.*)", re.DOTALL)
"""What an inline tag links to, and the label."""


def describe_javadoc(text: str) -> str:
    """Return what a comment says before its block tags, as plain text."""
    return describe_html(before_tags(_write_tags(_open_first(text))))


def _open_first(text: str) -> str:
    """Replace the tag that is all of the description, or the first sentence, by what is in it."""
    first = INLINE.match(text)
    end = _match_braces(text).get(0)
    if not first or end is None or first[1] not in {"return", "summary"}:
        return text
    inside = text[first.end() : end].strip()
    return (f"Returns {inside}." if first[1] == "return" else inside) + text[end + 1 :]


def _write_tags(text: str) -> str:
    """Write the inline tags as HTML; what seems to be one but is not known stays as written."""
    pieces: list[str] = []
    ends = _match_braces(text)
    done = 0
    for match in INLINE.finditer(text):
        end = ends.get(match.start())
        write = TAGS.get(match[1])
        if write and end and match.start() >= done:
            pieces += [text[done : match.start()], write(text[match.end() : end])]
            done = end + 1
    return "".join((*pieces, text[done:]))


def _match_braces(text: str) -> Mapping[int, int]:
    """Return the place of each opening brace with that of the one that closes it."""
    opened: list[int] = []
    ends: dict[int, int] = {}
    for brace in re.finditer("[{}]", text):
        if brace[0] == "{":
            opened.append(brace.start())
        elif opened:
            ends[opened.pop()] = brace.start()
    return ends


def _write_literal(text: str) -> str:
    """Write text that is not read as HTML, nor as a block tag."""
    return escape(text).replace("@", "&#64;")


def _write_code(text: str) -> str:
    return f"<code>{_write_literal(text)}</code>"


def _write_example(text: str) -> str:
    """Write a snippet: its code follows a colon."""
    return f"<pre>{_write_literal(text.partition(':')[2])}</pre>"


def _write_link(text: str) -> str:
    """Write a link by its label, or else by the name of what it leads to."""
    match = LINK.match(text)
    if match and match[2]:
        return match[2]
    return _write_code(text.strip().replace("#", ".").removeprefix("."))


TAGS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "code": _write_code,
        "index": lambda text: _write_literal("".join(text.split()[:1])),
        "inheritDoc": lambda _: "",
        "link": _write_link,
        "linkplain": _write_link,
        "literal": lambda text: _write_literal(text.strip()),
        "snippet": _write_example,
        "systemProperty": _write_code,
        "value": _write_link,
    }
)
"""The inline tags, and what makes HTML of each."""


def is_public(prefix: str, _name: str) -> bool:
    """Whether a definition is declared public."""
    return "public" in prefix.split()


def read_import(statement: ImportStatement) -> Iterator[tuple[str, str]]:
    """Say what an import binds: a class by its name; members of classes are not followed."""
    last = statement.module.rpartition(".")[2]
    if last[:1].isupper() and not statement.names:
        yield last, f"{statement.module}:{last}"


NAMING = Naming(
    names=frozenset({"identifier", "type_identifier"}),
    within=frozenset(
        {
            *("object_creation_expression", "generic_type", "type_arguments", "array_type"),
            *("superclass", "super_interfaces", "type_list", "class_literal", "cast_expression"),
            *("array_creation_expression", "type_bound", "catch_type", "throws", "wildcard"),
            *("scoped_type_identifier", "annotated_type", "method_reference", "extends_interfaces"),
        }
    ),
    fields={
        "method_invocation": "object",
        "field_access": "object",
        "instanceof_expression": "right",
        "marker_annotation": "name",
        "annotation": "name",
        "field_declaration": "type",
        "local_variable_declaration": "type",
        "formal_parameter": "type",
        "method_declaration": "type",
        "enhanced_for_statement": "type",
        "resource": "type",
        "constant_declaration": "type",
    },
    passed=frozenset({"scoped_identifier", "package_declaration"}),
    read_import=read_import,
)

SYNTAX = Syntax(
    binds_last=True,
    module="tree_sitter_java",
    queries=(query_file("java.scm"),),
    documentation=("/**", "///"),
    describe=describe_javadoc,
    convention="declared public",
    is_public=is_public,
    preamble=frozenset({"package_declaration"}),
    naming=NAMING,
    frameworks=(("org.testng", "TestNG"), ("org.junit", "JUnit"), ("junit.", "JUnit")),
)
