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

.. repodoc:: {path}
"""

MARKDOWN = """\
% This page is generated anew by each build; a page of your own in its place is left alone.

```{{repodoc}} {path}
```
"""


@dataclass(frozen=True, slots=True)
class Markup:
    """In which markup the stubs are written."""

    suffix: str
    template: str


def choose_markup(source_suffix: Mapping[str, str | None]) -> Markup | None:
    """Return the markup for stubs that the project's parsers read; None if they read neither."""
    for parser, template in (("restructuredtext", RST), ("markdown", MARKDOWN)):
        for suffix, name in source_suffix.items():
            if (name or "restructuredtext") == parser:
                return Markup(suffix, template)
    return None


def write_stubs(
    folder: Path, pages: Mapping[PurePosixPath, str], markup: Markup, suffixes: list[str]
) -> list[Problem]:
    """Make the stubs below a folder those of `pages`: path to docname from that folder.

    A stub is written only if its text changes; one that is not wanted any more is deleted. A file
    that a person wrote under that docname, with any of the `suffixes`, is left alone.
    """
    problems: list[Problem] = []
    owned = read_manifest(folder)
    wanted: dict[str, str] = {}
    for path, docname in pages.items():
        names = [docname + suffix for suffix in suffixes]
        if not any(name not in owned and (folder / name).exists() for name in names):
            wanted[docname + markup.suffix] = markup.template.format(path=quote_path(path))
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
