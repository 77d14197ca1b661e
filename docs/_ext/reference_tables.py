"""Directives that write the reference from the code: nothing in it is written twice."""

import argparse
import re
from importlib.metadata import requires
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.pycode import ModuleAnalyzer
from sphinx.util.docutils import SphinxDirective

from sphinx_repodoc.analyse.languages import LANGUAGES, SYNTAXES
from sphinx_repodoc.cli import command_parser
from sphinx_repodoc.ext.config import declared_values
from sphinx_repodoc.model.files import ProblemKind
from sphinx_repodoc.sections.order import FILE_SECTIONS, FOLDER_SECTIONS


class ConfigurationReference(SphinxDirective):
    """Lists every configuration value."""

    def run(self) -> list[nodes.Node]:
        text = [
            f".. confval:: {value.name}\n   :default: ``{value.default!r}``\n\n"
            f"   {_rst(value.description)}\n"
            for value in declared_values()
        ]
        return self.parse_text_to_nodes("```{eval-rst}\n" + "\n".join(text) + "```\n")


class WarningReference(SphinxDirective):
    """Lists every subtype of warning."""

    def run(self) -> list[nodes.Node]:
        analyser = ModuleAnalyzer.for_module(ProblemKind.__module__)
        documented = analyser.find_attr_docs()
        rows = [
            f"`repodoc.{kind.value}`\n: {_md(' '.join(documented['ProblemKind', kind.name]))}\n"
            for kind in ProblemKind
        ]
        return self.parse_text_to_nodes("\n".join(rows))


class LanguageReference(SphinxDirective):
    """Lists every language that files are analysed in, and what reads it."""

    def run(self) -> list[nodes.Node]:
        installed = _installed_with()
        rows = []
        for name, language in sorted(LANGUAGES.items(), key=lambda item: item[0].casefold()):
            syntax = SYNTAXES.get(name)
            grammar = syntax.module.replace("_", "-") if syntax else language.missing
            readers = [grammar] if grammar else list(language.distributions)
            shown = ", ".join(f"`{reader}`" for reader in readers) or "this package"
            elsewhere = "separately" if grammar else "the package"
            where = installed.get("".join(readers[:1]), elsewhere)
            public = syntax.convention if syntax else ""
            rows.append(f"| {name} | {shown} | {where} | {public} |")
        head = "| language | read by | comes with | public names are |\n| --- | --- | --- | --- |"
        return self.parse_text_to_nodes("\n".join([head, *rows]))


def _installed_with() -> dict[str, str]:
    """Return for each distribution that this one asks for what brings it."""
    found = {}
    for requirement in requires("sphinx-repodoc") or ():
        name = re.split(r"[ <>=!~;\[(]", requirement, maxsplit=1)[0]
        is_extra = "extra ==" in requirement
        found[name] = "the extra `languages`" if is_extra else "the package"
    return found


class SectionReference(SphinxDirective):
    """Lists the sections of both kinds of page."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        sections = FILE_SECTIONS if self.arguments[0] == "file" else FOLDER_SECTIONS
        rows = [f"| `{section.name}` | {section.title} |" for section in sections]
        return self.parse_text_to_nodes("\n".join(["| name | title |", "| --- | --- |", *rows]))


class CommandReference(SphinxDirective):
    """Shows the help of the command."""

    def run(self) -> list[nodes.Node]:
        parser = command_parser()
        parser.formatter_class = lambda prog: argparse.HelpFormatter(prog, width=80)  # type: ignore[assignment]
        text = parser.format_help()
        return [nodes.literal_block(text, text, language="none")]


def _rst(description: str) -> str:
    return description.replace("`", "``")


def _md(description: str) -> str:
    return description.replace("``", "`")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directives."""
    app.add_directive("configuration-reference", ConfigurationReference)
    app.add_directive("warning-reference", WarningReference)
    app.add_directive("section-reference", SectionReference)
    app.add_directive("language-reference", LanguageReference)
    app.add_directive("command-reference", CommandReference)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
