"""Stub pages: one small document for each generated page, in a folder that is ours."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sphinx_repodoc.ext.owned import (
    delete_files,
    read_manifest,
    write_if_changed,
    write_manifest,
)
from sphinx_repodoc.model.files import Problem, ProblemKind
from sphinx_repodoc.model.paths import quote_path

IGNORE = ".gitignore"

RST = """\
.. This page is generated anew by each build; a page of your own in its place is left alone.

.. {directive}:: {path}
{options}"""

MARKDOWN = """\
% This page is generated anew by each build; a page of your own in its place is left alone.

```{{{directive}}} {path}
{options}```
"""


@dataclass(frozen=True, slots=True)
class Markup:
    """In which markup the stubs are written."""

    suffix: str
    template: str
    indent: str
    """Stands before an option of a directive."""

    def page(self, path: PurePosixPath) -> str:
        """Return the stub of a file's or a folder's page."""
        return self.template.format(directive="repodoc", path=quote_path(path), options="")

    def keyword_page(self, path: PurePosixPath, prefix: str) -> str:
        """Return the stub of a keyword page of a folder."""
        options = f"{self.indent}:prefix: {prefix}".rstrip() + "\n"
        directive = "repodoc-keywords"
        return self.template.format(directive=directive, path=quote_path(path), options=options)


def choose_markup(source_suffix: Mapping[str, str | None]) -> Markup | None:
    """Return the markup for stubs that the project's parsers read; None if they read neither."""
    for parser, template, indent in (("restructuredtext", RST, "   "), ("markdown", MARKDOWN, "")):
        for suffix, name in source_suffix.items():
            if (name or "restructuredtext") == parser:
                return Markup(suffix, template, indent)
    return None


def write_stubs(
    folder: Path, pages: Mapping[str, str], suffix: str, suffixes: list[str]
) -> list[Problem]:
    """Make the stubs below a folder those of `pages`: docname from that folder to text.

    A stub is written only if its text changes; one that is not wanted any more is deleted. A file
    that a person wrote under that docname, with any of the `suffixes`, is left alone.
    """
    problems: list[Problem] = []
    owned = read_manifest(folder)
    wanted: dict[str, str] = {}
    for docname, text in pages.items():
        names = [docname + written for written in suffixes]
        if not any(name not in owned and (folder / name).exists() for name in names):
            wanted[docname + suffix] = text
    delete_files(folder, owned - wanted.keys())
    try:
        write_manifest(folder, wanted.keys())
        write_if_changed(folder / IGNORE, "*\n")
    except OSError as error:
        return [_problem(folder, error)]
    for name, text in wanted.items():
        try:
            write_if_changed(folder / name, text)
        except OSError as error:
            problems.append(_problem(folder / name, error))
    return problems


def find_generated(folder: Path, prefix: str, markup: Markup) -> frozenset[str]:
    """Return the docnames, with a prefix, of the stubs below a folder."""
    names = read_manifest(folder)
    return frozenset(prefix + name.removesuffix(markup.suffix) for name in names)


def _problem(file: Path, error: OSError) -> Problem:
    message = f"cannot write the generated page {file}: {error.strerror}; make its folder writable"
    return Problem(ProblemKind.STUB, message)
