"""Plain text of the HTML and XML in documentation comments.

What is code there stands in back quotes here, as in all other documentation; paragraphs are parted
by an empty line, examples are indented, and the entries of lists begin with a dash.
"""

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from textwrap import dedent, indent

PARAGRAPHS = frozenset(
    {
        *("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote", "center"),
        *("ul", "ol", "dl", "table", "caption", "para", "summary", "remarks", "value", "list"),
    }
)
"""Elements that stand apart from what is before and after them."""

LINES = {"br": "", "li": "- ", "dt": "", "dd": "  ", "tr": "", "item": "- ", "listheader": "- "}
"""Elements that begin a line, and what that line begins with."""

CELLS = frozenset({"td", "th"})

PLAIN = frozenset(
    {
        *("a", "abbr", "acronym", "b", "big", "cite", "del", "dfn", "em", "font", "i", "img"),
        *("ins", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "u"),
        *("tbody", "thead", "tfoot", "body", "html"),
        *("description", "term", "inheritdoc", "include"),
    }
)
"""Elements that leave no trace but their text."""

CODE = frozenset({"c", "code", "kbd", "samp", "tt", "var"})

REFERENCES = frozenset({"see", "paramref", "typeparamref"})
"""Elements of XML that name something in an attribute; their text is a label for it."""

TAGS = frozenset({"param", "typeparam", "returns", "exception", "example", "seealso", "permission"})
"""Elements of XML that do not say what the thing itself is."""

GENERIC = str.maketrans("{}", "<>")
"""How references in XML write the brackets of type arguments."""


def describe_html(text: str, examples: Iterable[str] = ("pre",)) -> str:
    """Return the text; what looks like an element but is none stays as written.

    :param examples: the elements that hold code of several lines
    """
    writer = _Writer(frozenset(examples))
    writer.feed(text)
    writer.close()
    return writer.finish()


def describe_xml(text: str) -> str:
    """Return what the summary, the remarks and the text outside of elements say."""
    return describe_html(text, ("pre", "code"))


class _Writer(HTMLParser):
    """Writes plain text of the elements that it reads."""

    def __init__(self, examples: frozenset[str]) -> None:
        super().__init__()
        self._examples = examples
        self._written: list[str] = []
        self._starts: dict[str, int] = {}
        """How much was written when an element began whose end matters."""
        self._target = ""

    def finish(self) -> str:
        """Return what is written; an example that does not end goes on to here."""
        for tag in self._examples & self._starts.keys():
            self.handle_endtag(tag)
        lines = (line.rstrip() for line in "".join(self._written).split("\n"))
        return re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip("\n")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write what an element begins with."""
        if tag in PARAGRAPHS | TAGS | self._examples:
            self._part()
        elif tag in LINES:
            self._written.append(LINES[tag] if self._is_at_start() else f"\n{LINES[tag]}")
        elif tag in CELLS:
            self._written.append("| " if self._is_at_start() else " | ")
        elif tag in REFERENCES:
            self._target = _find_target(attrs)
        elif tag not in CODE | PLAIN:
            self.handle_data(self.get_starttag_text() or "")
        if tag in CODE | REFERENCES | TAGS | self._examples:
            self._starts[tag] = len(self._written)

    def handle_endtag(self, tag: str) -> None:
        """Write an element anew of which the whole is known now."""
        start = self._starts.pop(tag, len(self._written))
        inside = "".join(self._written[start:])
        if tag in self._examples:
            example = indent(dedent(inside).strip("\n"), "    ")
            self._written[start:] = [example]
        elif tag in TAGS:
            self._written[start:] = []
        elif tag in REFERENCES:
            self._written[start:] = [inside.strip() or self._target]
        elif tag in CODE and not self._is_in_example():
            self._written[start:] = [_quote(inside)]
        if tag in PARAGRAPHS | self._examples:
            self._part()

    def handle_data(self, data: str) -> None:
        """Write text: as it is in an example, else without indentation."""
        if not self._is_in_example():
            data = re.sub(r"[^\S\n]*\n[^\S\n]*", "\n", data.replace("\xa0", " "))
            data = data.lstrip(" ") if self._is_at_start() else data
        self._written.append(data)

    def unknown_decl(self, data: str) -> None:
        """Write what is in a CDATA section."""
        self.handle_data(data.removeprefix("CDATA["))

    def handle_decl(self, decl: str) -> None:
        """Write a declaration, which can only be an example."""
        self.handle_data(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        """Write a processing instruction, which can only be an example."""
        self.handle_data(f"<?{data}>")

    def _part(self) -> None:
        """Begin a paragraph, if not at the start of a list's entry."""
        if self._written and self._written[-1].strip() != "-":
            self._written.append("\n\n")

    def _is_in_example(self) -> bool:
        return not self._examples.isdisjoint(self._starts)

    def _is_at_start(self) -> bool:
        """Whether nothing but the mark of a list's entry stands on the line."""
        last = next((text for text in reversed(self._written) if text), "\n")
        return last.endswith("\n") or last.strip(" \n") in {"-", "|", ""}


def _quote(text: str) -> str:
    """Return code in quotes on one line; what goes over paragraphs is no code."""
    words = " ".join(text.split())
    if not words or "\n\n" in text:
        return text
    return f"``{words}``" if "`" in words else f"`{words}`"


def _find_target(attributes: Iterable[tuple[str, str | None]]) -> str:
    """Return what a reference names, without the letter that says of what kind it is."""
    named = dict(attributes)
    if href := named.get("href"):
        return href
    target = named.get("cref") or named.get("langword") or named.get("name") or ""
    return _quote(re.sub("^[A-Z]:", "", target).translate(GENERIC))
