"""What the directives and roles of docutils, Sphinx and MyST-Parser mean for an outline."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sphinx_repodoc.model.facts import OutlineEntry, OutlineKind
from sphinx_repodoc.model.files import Span

CODE = frozenset({"code", "code-block", "code-cell", "sourcecode"})
"""Directives that show code in the language that their argument names."""

IMAGES = frozenset({"figure", "image"})
"""Directives that show the picture that their argument names."""

TABLES = frozenset({"csv-table", "list-table"})
"""Directives that make a table of what is no table."""

VERSIONED = frozenset({"deprecated", "versionadded", "versionchanged", "versionremoved"})
"""Directives whose argument is a version and then prose."""

PROSE = VERSIONED | {
    *("attention", "caution", "danger", "error", "hint", "important", "note", "seealso"),
    *("tip", "todo", "warning", "compound", "epigraph", "highlights", "pull-quote", "replace"),
}
"""Directives that take no argument, so that prose may begin on their first line."""

LITERAL = CODE | {
    *("autosummary", "command-output", "csv-table", "default-role", "digraph", "doctest"),
    *("eval-rst", "graph", "graphviz", "highlight", "include", "index", "inheritance-diagram"),
    *("ipython", "jupyter-execute", "literalinclude", "math", "mermaid", "meta", "parsed-literal"),
    *("plantuml", "plot", "productionlist", "program-output", "prompt", "raw", "role", "testcode"),
    *("testcleanup", "testoutput", "testsetup", "toctree", "unicode", "uml"),
}
"""Directives whose content is no markup of the document's language."""

TEXT_ROLES = frozenset(
    {
        *("", "abbr", "abbreviation", "acronym", "code", "command", "dfn", "emphasis", "file"),
        *("guilabel", "index", "kbd", "literal", "mailheader", "makevar", "manpage", "math"),
        *("menuselection", "mimetype", "newsgroup", "program", "raw", "regexp", "samp", "strong"),
        *("sub", "subscript", "sup", "superscript", "title", "title-reference"),
    }
)
"""Roles that mark text up without leading anywhere."""


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive as it is written."""

    name: str
    argument: str
    body: Sequence[str]
    """The lines of its content."""
    body_line: int
    """The line of the file on which the content begins."""
    span: Span


def describe_directive(directive: Directive) -> Iterator[OutlineEntry]:
    """Say what a directive is, without what its content holds."""
    name, argument, span = directive.name, directive.argument, directive.span
    if name in CODE:
        yield OutlineEntry(OutlineKind.CODE_BLOCK, argument, span)
    elif name in IMAGES:
        yield OutlineEntry(OutlineKind.IMAGE, "", span, target=argument)
    elif name in TABLES:
        yield OutlineEntry(OutlineKind.TABLE, argument, span)
    else:
        yield OutlineEntry(OutlineKind.DIRECTIVE, name, span, target=argument)
    if name == "toctree":
        for line, entry in enumerate(directive.body, directive.body_line):
            if entry.strip():
                yield from describe_role("doc", *split_title(entry.strip()), Span(line, line))


def shown_argument(name: str, text: str) -> str:
    """Return what of the text on a directive's first line is its argument, and not prose."""
    if name in VERSIONED:
        return text.partition(" ")[0]
    return "" if name in PROSE else text


def describe_role(role: str, text: str, target: str, span: Span) -> Iterator[OutlineEntry]:
    """Say where a role leads, if it leads anywhere."""
    if role not in TEXT_ROLES and not target.startswith("!"):
        yield OutlineEntry(OutlineKind.LINK, text, span, target=target, role=role)


def split_title(content: str) -> tuple[str, str]:
    """Split ``title <target>``; without a title ``~`` shows but its last part."""
    title, bracket, target = content.rpartition("<")
    if bracket and content.endswith(">"):
        target = target[:-1].strip()
        return title.strip() or target, target
    target = content.removeprefix("~")
    text = target.removeprefix("!")
    return (text.rpartition(".")[2] if content.startswith("~") else text), target
