"""A README parsed in isolation: nothing that it holds touches the project or another file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from docutils import frontend, nodes, utils
from docutils.parsers.rst import Parser
from docutils.transforms import references

from sphinx_repodoc.ext.readme.markup import Dispatcher

NO_REPORT = 5
"""Above the highest level of docutils' messages: none is printed, none ends the parsing."""

WARNING = 2
"""The level from which on a message says that something is wrong."""

TRANSFORMS = (
    references.Substitutions,
    references.PropagateTargets,
    references.AnonymousHyperlinks,
    references.IndirectHyperlinks,
    references.Footnotes,
    references.ExternalTargets,
    references.InternalTargets,
    references.DanglingReferences,
)
"""What docutils does to a document so that its references lead somewhere."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a README."""

    message: str
    line: int


def parse(text: str, language: str) -> tuple[nodes.document, list[Fault]]:
    """Parse a README; return its nodes and what is wrong with it.

    :param language: ``Markdown`` or ``reStructuredText``; empty for plain text
    """
    document = utils.new_document("README", _settings().copy())
    messages: list[nodes.system_message] = []
    document.reporter.attach_observer(messages.append)
    with Dispatcher():
        PARSERS[language](text, document)
        document.transformer.add_transforms(TRANSFORMS)
        document.transformer.apply_transforms()
    wrong = (message for message in messages if message["level"] >= WARNING)
    return document, [_fault(message) for message in wrong]


def _fault(message: nodes.system_message) -> Fault:
    text = message[0].astext() if len(message) else message.astext()
    return Fault(" ".join(text.split()), message.get("line", 0))


def _parse_rest(text: str, document: nodes.document) -> None:
    Parser().parse(text, document)


def _parse_markdown(text: str, document: nodes.document) -> None:
    from sphinx_repodoc.ext.readme.markdown import (  # noqa: PLC0415 - slow to load, often of no use
        parse_markdown,
    )

    parse_markdown(text, document)


def _parse_plain(text: str, document: nodes.document) -> None:
    document += nodes.literal_block(text, text, language="none")


PARSERS: Mapping[str, Callable[[str, nodes.document], None]] = MappingProxyType(
    {"Markdown": _parse_markdown, "reStructuredText": _parse_rest, "": _parse_plain}
)


@cache
def _settings() -> frontend.Values:
    settings = frontend.get_default_settings(Parser)
    settings.report_level = settings.halt_level = NO_REPORT
    settings.warning_stream = False
    settings.file_insertion_enabled = settings.raw_enabled = False
    settings.syntax_highlight = "none"
    return settings
