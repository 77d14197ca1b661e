"""Stub pages: one small document for each generated page, in a folder that is ours."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sphinx_repodoc.model.files import Problem, ProblemKind
from sphinx_repodoc.model.paths import quote_path

MANIFEST = ".repodoc-manifest"
"""Lists the stubs, one file name a line; only what it lists is ever deleted."""

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
    owned = _read_manifest(folder)
    wanted: dict[str, str] = {}
    for path, docname in pages.items():
        names = [docname + suffix for suffix in suffixes]
        if not any(name not in owned and (folder / name).exists() for name in names):
            wanted[docname + markup.suffix] = markup.template.format(path=quote_path(path))
    _prune(folder, owned - wanted.keys())
    try:
        _write(folder / MANIFEST, "".join(f"{name}\n" for name in sorted(wanted)))
        _write(folder / IGNORE, "*\n")
    except OSError as error:
        return [_problem(folder, error)]
    for name, text in wanted.items():
        try:
            _write(folder / name, text)
        except OSError as error:
            problems.append(_problem(folder / name, error))
    return problems


def remove_stubs(folder: Path) -> None:
    """Delete every stub below a folder, and the manifest."""
    _prune(folder, _read_manifest(folder))
    for name in (MANIFEST, IGNORE):
        (folder / name).unlink(missing_ok=True)


def _read_manifest(folder: Path) -> set[str]:
    try:
        text = (folder / MANIFEST).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return set()
    names = {PurePosixPath(line) for line in text.splitlines()}
    return {str(name) for name in names if not name.is_absolute() and ".." not in name.parts}


def _prune(folder: Path, names: set[str]) -> None:
    for name in sorted(names, reverse=True):
        stub = folder / name
        stub.unlink(missing_ok=True)
        for parent in stub.parents:
            if parent == folder or not parent.is_dir() or any(parent.iterdir()):
                break
            parent.rmdir()


def _write(file: Path, text: str) -> None:
    """Write a file unless it holds the text already, so that its modification time stays."""
    content = text.encode()
    if file.is_file() and file.read_bytes() == content:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _problem(file: Path, error: OSError) -> Problem:
    message = f"cannot write the generated page {file}: {error.strerror}; make its folder writable"
    return Problem(ProblemKind.STUB, message)
