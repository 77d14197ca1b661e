"""What the arguments of the directives mean, and why they may mean nothing."""

import posixpath
from contextlib import suppress
from pathlib import PurePosixPath

from docutils.parsers.rst import directives

from sphinx_repodoc.errors import RepodocError
from sphinx_repodoc.ext.domain import RepoDomain
from sphinx_repodoc.ext.hints import find_path_hint
from sphinx_repodoc.model.files import ProblemKind
from sphinx_repodoc.model.paths import parse_path, quote_path


class ArgumentError(RepodocError):
    """A directive asks for what is not there."""

    def __init__(self, kind: ProblemKind, message: str) -> None:
        super().__init__(message)
        self.kind = kind


def line_range(argument: str) -> tuple[int, int | None]:
    """Read ``10``, ``10-20`` or ``10-``: first and last line, from 1, None for the end.

    :raises ValueError: it is none of these, or ends before it starts
    """
    first, dash, last = directives.unchanged_required(argument).partition("-")
    start = directives.positive_int(first.strip())
    if start < 1:
        raise ValueError("lines are counted from 1")
    if not dash:
        return start, start
    end = directives.positive_int(last.strip()) if last.strip() else None
    if end is not None and end < start:
        raise ValueError(f"the lines end before they start: {argument}")
    return start, end


def find_path(domain: RepoDomain, docname: str, argument: str) -> PurePosixPath:
    """Return the published path that a directive's argument names.

    :raises ArgumentError: there is no such path, or it is not published
    """
    try:
        path = _parse(domain, docname, argument)
    except ValueError as error:
        raise ArgumentError(ProblemKind.PATH, str(error)) from error
    listing = domain.listing
    if path in listing.folders or (path in listing.files and not argument.endswith("/")):
        return path
    raise ArgumentError(ProblemKind.PATH, _why_not(domain, path))


def find_kind(domain: RepoDomain, docname: str, argument: str) -> str:
    """Say what a directive's argument names: a file, a folder, nothing, or nothing published."""
    with suppress(ValueError):
        path, listing = _parse(domain, docname, argument), domain.listing
        if path in listing.folders or path in listing.files:
            return "folder" if path in listing.folders else "file"
        skipped = (listing.skipped.get(each) for each in (path, *path.parents))
        return str(next(filter(None, skipped), ""))
    return ""


def _parse(domain: RepoDomain, docname: str, argument: str) -> PurePosixPath:
    """Return the path that a directive's argument means.

    :raises ValueError: it is quoted, but not as a path is
    """
    argument = argument.replace("\n", " ")
    name = parse_path(argument.removesuffix("/") or "/")
    is_relative = argument.startswith(("./", "../"))
    base = domain.folder_of(docname) if is_relative else ""
    return PurePosixPath(posixpath.normpath(posixpath.join(base, name)))


def _why_not(domain: RepoDomain, path: PurePosixPath) -> str:
    """Say why a path is not published, and which was perhaps meant."""
    name = quote_path(path)
    survey = domain.survey
    if path.is_absolute() or path.parts[:1] == ("..",):
        return f"{name} lies outside the repository {survey.root}: write the path from its root"
    if path in survey.files:
        return f"{name} is a file, not a folder: leave out the slash at the end"
    for parent in (path, *path.parents):
        if parent in survey.listing.skipped:
            return f"{name} is not published: {survey.listing.skipped[parent]}"
    return f"{name} does not exist in the repository{find_path_hint(domain, path)}"
