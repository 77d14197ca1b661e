"""The outline of Markdown, as MyST-Parser reads it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import accumulate, takewhile
from types import MappingProxyType
from typing import TypeAlias

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline, autolink, html_inline, image, link
from markdown_it.token import Token
from mdit_py_plugins.myst_role.index import myst_role
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from sphinx_repodoc.analyse.markup.html import MAX_LENGTH, parse_html
from sphinx_repodoc.analyse.markup.outline import Outline, is_prose
from sphinx_repodoc.analyse.markup.rest import parse_rest
from sphinx_repodoc.analyse.markup.vocabulary import (
    LITERAL,
    PROSE,
    Directive,
    describe_directive,
    describe_role,
    shown_argument,
    split_title,
)
from sphinx_repodoc.model.facts import OutlineEntry, OutlineKind
from sphinx_repodoc.model.files import Span

EXTENSIONS = frozenset({"colon_fence", "deflist", "fieldlist", "strikethrough", "tasklist"})
"""The extensions of MyST that leave plain Markdown what it is."""

MAX_NESTING = 100
"""Deeper quotes and lists are not read."""

MAX_DIRECTIVES = 20
"""Directives nested deeper are not read."""

InlineRule: TypeAlias = Callable[[StateInline, bool], bool]

LOCATED: Mapping[str, InlineRule] = MappingProxyType(
    {
        "link": link,
        "image": image,
        "autolink": autolink,
        "html_inline": html_inline,
        "myst_role": myst_role,
    }
)
"""The rules whose tokens must tell where in their block they begin."""


def parse_markdown(lines: Sequence[str]) -> Outline:
    """Outline the lines of a Markdown file; front matter is no part of it."""
    reader = _Reader()
    reader.read(lines, 1)
    return Outline(
        headings=tuple(reader.headings),
        entries=tuple(reader.entries),
        documentation=reader.documentation,
        documentation_span=reader.documentation_span,
        comments=tuple(reader.comments),
        is_partial=reader.is_partial,
    )


@dataclass(slots=True)
class _Reader:
    """Collects the parts of one file, also from within its directives."""

    headings: list[OutlineEntry] = field(default_factory=list)
    entries: list[OutlineEntry] = field(default_factory=list)
    comments: list[Span] = field(default_factory=list)
    documentation: str = ""
    documentation_span: Span | None = None
    is_partial: bool = False
    environment: dict[str, object] = field(default_factory=dict)
    """Link definitions, which hold for the whole file."""
    depth: int = 0
    """Number of directives around what is being read."""

    def read(self, lines: Sequence[str], first: int) -> None:
        """Read lines of which the first is line `first` of the file."""
        tokens = _parser().parse("\n".join(lines), self.environment)
        self.is_partial |= any(token.level + 2 > MAX_NESTING for token in tokens)
        for token, following in zip(tokens, [*tokens[1:], None], strict=False):
            take = READERS.get(token.type)
            if take and token.map:
                take(self, token, following, Span(first + token.map[0], first + token.map[1] - 1))

    def take_heading(self, token: Token, content: Token | None, span: Span) -> None:
        text = _plain_text(content.children if content else None)
        entry = OutlineEntry(OutlineKind.HEADING, text, span, int(token.tag[1:]))
        is_section = not token.level and not self.depth
        (self.headings if is_section else self.entries).append(entry)

    def take_paragraph(self, token: Token, content: Token | None, span: Span) -> None:
        children = (content.children if content else None) or []
        if self.documentation_span or token.level or self.depth or not _is_prose(children):
            return
        words = _plain_text([child for child in children if child.type != "image"])
        self.documentation, self.documentation_span = words, span

    def take_inline(self, token: Token, _: Token | None, span: Span) -> None:
        line, position = span.line, 0
        children = token.children or []
        for number, child in enumerate(children):
            start = child.meta.get("start", position)
            line += token.content.count("\n", position, start)
            position = max(start, position)
            here = Span(line, line)
            if child.type == "link_open":
                text = _plain_text(_link_content(children, number))
                target = str(child.attrGet("href"))
                self.entries.append(OutlineEntry(OutlineKind.LINK, text, here, target=target))
            elif child.type == "image":
                target = str(child.attrGet("src"))
                self.entries.append(
                    OutlineEntry(OutlineKind.IMAGE, child.content, here, target=target)
                )
            elif child.type == "myst_role":
                text, target = split_title(child.content)
                self.entries += describe_role(child.meta["name"], text, target, here)
            elif child.type == "html_inline":
                self.take_html(child, None, here)

    def take_html(self, token: Token, _: Token | None, span: Span) -> None:
        markup = token.content.strip()
        if markup.startswith("<!--") and markup.endswith("-->"):
            self.comments.append(span)
        else:
            self.is_partial |= len(token.content) > MAX_LENGTH
            self.entries += parse_html(token.content[:MAX_LENGTH], span.line)

    def take_comment(self, _: Token, __: Token | None, span: Span) -> None:
        self.comments.append(span)

    def take_code(self, _: Token, __: Token | None, span: Span) -> None:
        self.entries.append(OutlineEntry(OutlineKind.CODE_BLOCK, "", span))

    def take_table(self, _: Token, __: Token | None, span: Span) -> None:
        self.entries.append(OutlineEntry(OutlineKind.TABLE, "", span))

    def take_fence(self, token: Token, _: Token | None, span: Span) -> None:
        info, argument = [*token.info.split(maxsplit=1), "", ""][:2]
        if info[:1] == "{" and info[-1:] == "}" and info[1:2].isalnum():
            self._take_directive(info[1:-1], argument, token, span)
        elif token.type == "fence":
            self.entries.append(OutlineEntry(OutlineKind.CODE_BLOCK, info.strip("{.}"), span))
        else:
            self._read_within(token.content.split("\n"), span.line + 1)

    def _take_directive(self, name: str, argument: str, token: Token, span: Span) -> None:
        lines = token.content.split("\n")
        begin = _skip_options(lines)
        body, body_line = lines[begin:], span.line + 1 + begin
        shown = shown_argument(name, argument)
        self.entries += describe_directive(Directive(name, shown, body, body_line, span))
        if name == "eval-rst":
            self._take_rest(body, body_line)
        elif name not in LITERAL:
            prose = argument if name in PROSE else ""
            self._read_within([prose], span.line)
            self._read_within(body, body_line)

    def _take_rest(self, lines: Sequence[str], first: int) -> None:
        outline = parse_rest(lines)
        self.is_partial |= outline.is_partial
        self.entries += (
            replace(entry, span=_shift(entry.span, first - 1))
            for entry in (*outline.headings, *outline.entries)
        )
        self.comments += (_shift(span, first - 1) for span in outline.comments)

    def _read_within(self, lines: Sequence[str], first: int) -> None:
        if self.depth == MAX_DIRECTIVES:
            self.is_partial = True
            return
        self.depth += 1
        self.read(lines, first)
        self.depth -= 1


READERS: Mapping[str, Callable[[_Reader, Token, Token | None, Span], None]] = MappingProxyType(
    {
        "heading_open": _Reader.take_heading,
        "paragraph_open": _Reader.take_paragraph,
        "inline": _Reader.take_inline,
        "html_block": _Reader.take_html,
        "myst_line_comment": _Reader.take_comment,
        "code_block": _Reader.take_code,
        "table_open": _Reader.take_table,
        "fence": _Reader.take_fence,
        "colon_fence": _Reader.take_fence,
    }
)
"""What to do with each kind of token, given the one that follows and the lines of the file."""


@cache
def _parser() -> MarkdownIt:
    parser = create_md_parser(MdParserConfig(enable_extensions=set(EXTENSIONS)), RendererHTML)
    parser.options["maxNesting"] = MAX_NESTING
    for name, rule in LOCATED.items():
        parser.inline.ruler.at(name, _locate(rule))
    return parser


def _locate(rule: InlineRule) -> InlineRule:
    """Make an inline rule write into its tokens where it began."""

    def located(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - as markdown-it calls
        start, count = state.pos, len(state.tokens)
        is_match = rule(state, silent)
        for token in state.tokens[count:]:
            token.meta.setdefault("start", start)
        return is_match

    return located


def _plain_text(children: Sequence[Token] | None) -> str:
    words = (TEXTS[child.type](child) for child in children or () if child.type in TEXTS)
    return " ".join("".join(words).split())


TEXTS: Mapping[str, Callable[[Token], str]] = MappingProxyType(
    {
        "text": lambda token: token.content,
        "code_inline": lambda token: token.content,
        "image": lambda token: token.content,
        "myst_role": lambda token: split_title(token.content)[0],
        "softbreak": lambda _: " ",
        "hardbreak": lambda _: " ",
    }
)
"""What each kind of inline token shows."""


def _link_content(children: Sequence[Token], number: int) -> list[Token]:
    following = (children[after] for after in range(number + 1, len(children)))
    return list(takewhile(lambda child: child.type != "link_close", following))


def _is_prose(children: Sequence[Token]) -> bool:
    """Whether a paragraph says something outside its links and pictures."""
    depth = list(accumulate(child.nesting if child.tag == "a" else 0 for child in children))
    plain = zip(children, depth, strict=True)
    return is_prose(child.content for child, depth in plain if not depth and child.type == "text")


def _skip_options(lines: Sequence[str]) -> int:
    """Return how many lines at the start of a directive's content are its options."""
    if lines[0].rstrip() == "---":
        ends = (number for number, line in enumerate(lines) if number and line.rstrip() == "---")
        return next(ends, len(lines) - 1) + 1
    return next(
        (n for n, line in enumerate(lines) if not line.startswith(":") or line.startswith(":::")),
        len(lines),
    )


def _shift(span: Span, lines: int) -> Span:
    return Span(span.line + lines, span.end_line + lines)
