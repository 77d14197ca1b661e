"""Stub pages: one small document for each generated page, in a folder that is ours."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sphinx_repodoc.ext.generated.owned import (
    MANIFEST,
    delete_files,
    read_manifest,
    write_if_changed,
    write_manifest,
)
from sphinx_repodoc.model.files import Problem, ProblemKind
from sphinx_repodoc.model.paths import quote_path

IGNORE = ".gitignore"

EVERYTHING = "*\n"

IGNORED = "# The generated pages of sphinx-repodoc; this list is written anew by each build.\n"
"""What the file of that name says."""

TIME = 946_684_800
"""Modification time of every stub: the start of the year 2000."""

RST = """\
.. This page is generated anew by each build; a page of your own in its place is left alone.

.. {directive}:: {path}
{options}"""

MARKDOWN = """\
% This page is generated anew by each build; a page of your own in its place is left alone.

```{{{directive}}} {path}
{options}```
"""


STARTS = tuple(template.partition("\n")[0] for template in (RST, MARKDOWN))
"""By what a stub is known: whoever changes it had better take this line away."""


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


@dataclass(frozen=True, slots=True)
class Stubs:
    """The stubs as they are now."""

    texts: Mapping[str, str]
    """Name to text; without those that are not to be written."""
    problems: tuple[Problem, ...] = ()


def write_stubs(
    folder: Path,
    pages: Mapping[str, str],
    suffix: str,
    suffixes: list[str],
    *,
    is_shared: bool = False,
) -> Stubs:
    """Make the stubs below a folder those of `pages`: docname from that folder to text.

    A stub is written only if its text changes; one that is not wanted any more is deleted. A file
    that a person wrote under that docname, with any of the `suffixes`, is left alone, and so is a
    person's `.gitignore`.

    :param is_shared: whether the folder is there for other files too, which git shall see
    """
    present = _read_stubs(folder)
    wanted: dict[str, str] = {}
    for docname, text in pages.items():
        names = [docname + written for written in suffixes]
        if not any(name not in present and (folder / name).exists() for name in names):
            wanted[docname + suffix] = text
    delete_files(folder, present.keys() - wanted.keys())
    try:
        write_manifest(folder, wanted.keys())
        if _is_our_ignore(_read(folder / IGNORE)):
            lines = "".join(f"/{name}\n" for name in sorted({*wanted, MANIFEST, IGNORE}))
            write_if_changed(folder / IGNORE, IGNORED + lines if is_shared else EVERYTHING)
    except OSError as error:
        return Stubs({}, (_problem(folder, error),))
    changed = {name: text for name, text in wanted.items() if present.get(name) != text}
    return Stubs(wanted, tuple(_write(folder, changed)))


def delete_stubs(folder: Path) -> None:
    """Delete all stubs below a folder that holds no generated pages any more."""
    if present := _read_stubs(folder):
        delete_files(folder, {*present, MANIFEST})
        if folder.is_dir() and _is_our_ignore(_read(folder / IGNORE)):
            delete_files(folder, {IGNORE})
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _read_stubs(folder: Path) -> dict[str, str]:
    """Return name and text of the files in the manifest that still are stubs."""
    texts = {name: _read(folder / name) for name in read_manifest(folder)}
    return {name: text for name, text in texts.items() if _is_ours(text)}


def _is_ours(text: str) -> bool:
    """Whether a text is a stub's, or the start of one whose writing was broken off."""
    return any(text.startswith(start) or start.startswith(text) for start in STARTS)


def _is_our_ignore(text: str) -> bool:
    return text in {"", EVERYTHING} or text.startswith(IGNORED)


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8", errors="replace")
    except OSError:
        return ""


def _write(folder: Path, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Write stubs, all of one time, so that only their content can tell that they are new."""
    for name, text in texts.items():
        try:
            write_if_changed(folder / name, text)
            os.utime(folder / name, (TIME, TIME))
        except OSError as error:
            yield _problem(folder / name, error)


def _problem(file: Path, error: OSError) -> Problem:
    message = f"cannot write the generated page {file}: {error.strerror}; make its folder writable"
    return Problem(ProblemKind.STUB, message)
