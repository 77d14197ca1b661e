"""Fortran, in free and in fixed form."""

import re
from collections.abc import Iterator
from dataclasses import replace
from textwrap import dedent

from sphinx_repodoc.analyse.parser import Node
from sphinx_repodoc.analyse.syntax.describe import describe_tags
from sphinx_repodoc.analyse.syntax.language import FUNCTIONS, Syntax, query_file
from sphinx_repodoc.analyse.syntax.text import span_of, text_of
from sphinx_repodoc.model.facts import ImportedName, ImportStatement

CONTINUED = re.compile(r" {5}[^ 0\n]|\t[1-9]")
"""How a line of fixed form begins that continues the statement before."""

CODE = re.compile(r"""(?:'[^'\n]*'|"[^"\n]*"|[^!'"\n]|['"])*?(?=\s*(?:!|$))""")
"""What of a line stands before a comment."""

PURPOSE = re.compile(r"\\par Purpose:.*?\\verbatim\n(.*?)\\endverbatim", re.DOTALL)
"""What the comments of LAPACK say something is for."""


def describe(text: str) -> str:
    """Return the description in a comment of Doxygen."""
    purpose = PURPOSE.search(text)
    return dedent(purpose[1]).strip() if purpose else describe_tags(text)


def read_import(node: Node) -> Iterator[ImportStatement]:
    """Read what a file uses, includes or, as a submodule, belongs to."""
    keyword = node.type.removeprefix("preproc_").partition("_")[0]
    named = node.child_by_field_name("ancestor" if keyword == "submodule" else "path")
    named = named or next(child for child in node.named_children if child.type == "module_name")
    names = [name for child in node.named_children for name in _find_names(child)]
    is_limited = any(child.type == "included_items" for child in node.named_children)
    if names and not is_limited:
        names.insert(0, ImportedName("*", named.start_point[0] + 1))
    yield ImportStatement(
        text_of(named).strip("'\""),
        span_of(node),
        names=tuple(names),
        line=named.start_point[0] + 1,
        keyword=keyword,
    )


def _find_names(node: Node) -> Iterator[ImportedName]:
    """Yield the names in a part of a ``use``, each with the one that it goes by here."""
    if node.type == "included_items":
        for child in node.named_children:
            yield from _find_names(child) if child.type == "use_alias" else _take(child)
    elif node.type == "use_alias":
        alias, *names = node.named_children
        yield from (replace(name, alias=text_of(alias)) for each in names for name in _take(each))


def _take(node: Node) -> Iterator[ImportedName]:
    if node.type in {"identifier", "operator", "assignment"}:
        yield ImportedName(text_of(node), node.start_point[0] + 1)


def write_free_form(text: str) -> str:
    """Write a text of fixed form in free form, line for line."""
    lines: list[str] = []
    code = 0
    for number, line in enumerate(text.split("\n")):
        if line[:1] and line[0] in "Cc*Dd!":
            lines.append("!" + line[1:])
        elif CONTINUED.match(line):
            lines[code:number] = [_continue(lines[code]), *lines[code + 1 :]] if lines else []
            lines.append(CONTINUED.sub("     &", line, count=1))
            code = number
        else:
            lines.append(line)
            code = code if not line.strip() or line.startswith("#") else number
    return "\n".join(lines)


def _continue(line: str) -> str:
    """Return a line with the sign that its statement goes on, before any comment."""
    found = CODE.match(line)
    end = found.end() if found else len(line)
    return f"{line[:end]} &{line[end:]}"


SYNTAX = Syntax(
    compiles_imports=True,
    module="tree_sitter_fortran",
    queries=(query_file("fortran.scm"),),
    trailing=("!",),
    inner=("!!", "!<"),
    describe=describe,
    functions=FUNCTIONS | {"module procedure", "interface body"},
    read_import=read_import,
)

FIXED = replace(SYNTAX, transcribe=write_free_form)
