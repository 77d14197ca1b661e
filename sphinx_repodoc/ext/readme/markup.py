"""What directives and roles are in a README: those of docutils that only shape text, safely.

None is looked up among those that Sphinx and its extensions register, so none can change the
project or read a file; what is not known here shows as its text.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType, ModuleType
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive, directives
from docutils.parsers.rst.directives import admonitions, body, images, misc, tables
from docutils.utils import Reporter
from sphinx.util.docutils import CustomReSTDispatcher

from sphinx_repodoc.analyse.markup.vocabulary import (
    CODE,
    LITERAL,
    PROSE,
    TEXT_ROLES,
    VERSIONED,
    split_title,
)


class AnyOption(dict[str, Callable[[str], str]]):
    """Allows a directive every option."""

    def __bool__(self) -> bool:
        """Whether there are options."""
        return True

    def __contains__(self, name: object) -> bool:
        """Whether an option of that name is allowed."""
        return True

    def __missing__(self, name: str) -> Callable[[str], str]:
        """Return what takes the value of an option."""
        return directives.unchanged


class Lenient(Directive):
    """Takes whatever a directive may be given."""

    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[Any] = AnyOption()
    has_content = True


class Code(Directive):
    """Shows code."""

    optional_arguments = 1
    option_spec: ClassVar[Any] = AnyOption()
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the lines of code."""
        text = "\n".join(self.content)
        language = self.arguments[0] if self.arguments else "none"
        return [nodes.literal_block(text, text, language=language)]


class Formula(Lenient):
    """Shows a formula as it is written."""

    def run(self) -> list[nodes.Node]:
        """Return the lines of the formula."""
        text = "\n".join([*self.arguments, *self.content])
        return [nodes.math_block(text, text)]


class Prose(Lenient):
    """Shows what its content says."""

    def run(self) -> list[nodes.Node]:
        """Return the argument and the content as paragraphs."""
        block = nodes.container()
        if self.arguments and self.name not in UNSAID:
            label = LABELS.get(self.name, "")
            said, _ = self.state.inline_text(label + self.arguments[0], self.lineno)
            block += nodes.paragraph("", "", *said)
        self.state.nested_parse(self.content, self.content_offset, block)
        return list(block.children)


LABELS = MappingProxyType(
    {
        "deprecated": "Deprecated since version ",
        "versionadded": "Added in version ",
        "versionchanged": "Changed in version ",
        "versionremoved": "Removed in version ",
    }
)
"""What stands before the version that a directive names."""

UNSAID = frozenset({"only"})
"""Directives whose argument is nothing to read."""


class Raw(Directive):
    """Keeps raw HTML for later, and nothing else."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[Any] = {"file": directives.unchanged, "url": directives.unchanged}
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the HTML."""
        is_html = "html" in self.arguments[0].lower().split()
        return [nodes.raw("", "\n".join(self.content), format="html")] if is_html else []


class FileLink(Directive):
    """Leads to the file that it would include."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[Any] = AnyOption()
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return a link to the file."""
        name = self.arguments[0]
        link = nodes.reference("", name, refuri=name)
        return [nodes.paragraph("", "", link)]


class Csv(tables.CSVTable):
    """Shows values as a table; those of another file it leads to."""

    def run(self) -> list[nodes.Node]:  # type: ignore[override] # a directive may return any nodes
        """Return the table, or a link to the file."""
        name = self.options.get("file") or self.options.get("url")
        if name:
            return [nodes.paragraph("", "", nodes.reference("", name, refuri=name))]
        return list(super().run())


class Nothing(Lenient):
    """Has nothing to show: it would change the document, or show what the page has already."""

    def run(self) -> list[nodes.Node]:
        """Return nothing."""
        return []


class Verbatim(Lenient):
    """Shows how it is written, for want of anything better."""

    def run(self) -> list[nodes.Node]:
        """Return its own text."""
        text = self.block_text.strip("\n")
        return [nodes.literal_block(text, text, language="none")] if text.strip() else []


DIRECTIVES: Mapping[str, type[Directive]] = MappingProxyType(
    {
        **dict.fromkeys(sorted(PROSE | VERSIONED | {"only", "centered", "details"}), Prose),
        **dict.fromkeys(sorted(LITERAL), Verbatim),
        **dict.fromkeys(sorted(CODE | {"testcode", "doctest", "prompt"}), Code),
        "math": Formula,
        "admonition": admonitions.Admonition,
        "attention": admonitions.Attention,
        "caution": admonitions.Caution,
        "danger": admonitions.Danger,
        "error": admonitions.Error,
        "hint": admonitions.Hint,
        "important": admonitions.Important,
        "note": admonitions.Note,
        "tip": admonitions.Tip,
        "warning": admonitions.Warning,
        "compound": body.Compound,
        "container": body.Container,
        "epigraph": body.Epigraph,
        "highlights": body.Highlights,
        "line-block": body.LineBlock,
        "parsed-literal": body.ParsedLiteral,
        "pull-quote": body.PullQuote,
        "rubric": body.Rubric,
        "figure": images.Figure,
        "image": images.Image,
        "class": misc.Class,
        "replace": misc.Replace,
        "unicode": misc.Unicode,
        "csv-table": Csv,
        "list-table": tables.ListTable,
        "table": tables.RSTTable,
        "include": FileLink,
        "literalinclude": FileLink,
        "raw": Raw,
        **dict.fromkeys(
            ("contents", "currentmodule", "default-domain", "default-role", "highlight", "index"),
            Nothing,
        ),
        **dict.fromkeys(("meta", "module", "role", "section-numbering", "sectnum"), Nothing),
        **dict.fromkeys(("tabularcolumns", "target-notes", "title"), Nothing),
    }
)
"""What each directive is; one that is not here shows how it is written."""

MARKED: Mapping[str, type[nodes.TextElement]] = MappingProxyType(
    {
        "": nodes.title_reference,
        "emphasis": nodes.emphasis,
        "strong": nodes.strong,
        "sub": nodes.subscript,
        "subscript": nodes.subscript,
        "sup": nodes.superscript,
        "superscript": nodes.superscript,
        "title": nodes.title_reference,
        "title-reference": nodes.title_reference,
        "t": nodes.title_reference,
    }
)
"""The roles that shape text."""

STANDARDS = MappingProxyType({"pep": "PEP ", "rfc": "RFC "})
"""The roles whose text is the number of a standard, and what stands before it."""

AS_WRITTEN = frozenset({"code", "literal", "math", "raw", "regexp"})
"""The roles in whose text a backslash is one."""

WORDS = (TEXT_ROLES - {"code", "file", "literal", "math", "samp", "command", "program"}) | {
    *("any", "doc", "download", "numref", "ref", "term", "eq", "cite", "issue", "pr", "user"),
}
"""The roles whose text is words, not code."""


def find_directive(name: str) -> type[Directive]:
    """Return what a directive is in a README."""
    name = name.lower()
    return DIRECTIVES.get(name, Prose if name in PROSE else Verbatim)


class Dispatcher(CustomReSTDispatcher):
    """While it is active, docutils finds only the directives and roles of this module."""

    def directive(
        self,
        directive_name: str,
        language_module: ModuleType,
        document: nodes.document,
    ) -> tuple[type[Directive] | None, list[nodes.system_message]]:
        """Return what the directive is in a README."""
        return find_directive(directive_name), []

    def role(
        self, role_name: str, language_module: ModuleType, lineno: int, reporter: Reporter
    ) -> tuple[Any, list[nodes.system_message]]:
        """Return what shows the role's text."""
        return _show, []


def _show(
    name: str,
    rawtext: str,
    text: str,
    lineno: int,
    inliner: object,
    options: Mapping[str, Any] | None = None,
    content: Sequence[str] = (),
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """Show the text of a role."""
    del lineno, inliner, options, content
    words = nodes.unescape(text, restore_backslashes=name in AS_WRITTEN)
    if name in MARKED:
        return [MARKED[name](rawtext, words)], []
    shown, _ = split_title(words) if name not in TEXT_ROLES else (words, "")
    if name in STANDARDS:
        return [nodes.Text(STANDARDS[name] + shown)], []
    make: Callable[..., nodes.Node] = nodes.inline if name in WORDS else nodes.literal
    return [make(rawtext, shown)], []
