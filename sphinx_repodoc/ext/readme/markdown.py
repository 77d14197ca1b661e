"""Markdown of a README as docutils nodes, made by MyST-Parser."""

from functools import cache
from typing import Any

from docutils import nodes
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from myst_parser.config.main import MdParserConfig
from myst_parser.mdit_to_docutils.base import DocutilsRenderer
from myst_parser.parsers.mdit import create_md_parser

from sphinx_repodoc.ext.readme.markup import Verbatim, find_directive

EXTENSIONS = ("colon_fence", "strikethrough")
"""The extensions of MyST that leave what forges show what it is."""

MAX_NESTING = 100
"""Deeper quotes and lists are not read."""


def parse_markdown(text: str, document: nodes.document) -> None:
    """Parse Markdown into an empty document; its HTML stays raw, its headings are rubrics."""
    parser = _parser()
    parser.options["document"] = document
    parser.render(text)


@cache
def _parser() -> MarkdownIt:
    config = MdParserConfig(enable_extensions=set(EXTENSIONS), all_links_external=True)
    parser = create_md_parser(config, _Renderer)
    parser.options["maxNesting"] = MAX_NESTING
    return parser


class _Renderer(DocutilsRenderer):
    """Makes nodes without touching anything outside the document."""

    def create_warning(self, *_arguments: Any, **_options: Any) -> None:
        """Say nothing: Markdown has no faults, and those of MyST's additions are not its own."""

    def _render_initialise(self) -> None:
        """Begin without what MyST's configuration adds to the head of a page."""

    def render_heading(self, token: SyntaxTreeNode) -> None:
        """Make a heading that begins no section."""
        rubric = nodes.rubric(token.content, "", level=int(token.tag[1]))
        self.add_line_and_source_path(rubric, token)
        with self.current_node_context(rubric, append=True):
            self.render_children(token)

    def create_highlighted_code_block(
        self, text: str, lexer_name: str | None, *_arguments: Any, **_options: Any
    ) -> nodes.Element:
        """Make a block of code; whoever writes it looks for the lexer."""
        return nodes.literal_block(text, text, language=lexer_name or "none")

    def render_directive(
        self, token: SyntaxTreeNode, name: str, *arguments: Any, **options: Any
    ) -> None:
        """Show how a directive is written that nothing is known of; MyST 4 does not tell it."""
        if find_directive(name) is not Verbatim:
            super().render_directive(token, name, *arguments, **options)
            return
        text = f"{token.markup}{token.info}\n{token.content}{token.markup}"
        self.current_node.append(nodes.literal_block(text, text, language="none"))

    def render_html_block(self, token: SyntaxTreeNode) -> None:
        """Keep HTML for later."""
        self.current_node.append(nodes.raw("", token.content, format="html"))

    def render_html_inline(self, token: SyntaxTreeNode) -> None:
        """Keep a tag for later."""
        self.render_html_block(token)

    def render_s(self, token: SyntaxTreeNode) -> None:
        """Show what is struck through."""
        struck = nodes.inline(classes=["strike"])
        with self.current_node_context(struck, append=True):
            self.render_children(token)

    def render_front_matter(self, token: SyntaxTreeNode) -> None:
        """Leave out what no reader of the file on a forge is to read."""
