"""The use case: what is wanted of a repository in, its survey out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from sphinx_repodoc.analyse.facts import find_facts
from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.files import FileKind, Problem, ProblemKind
from sphinx_repodoc.model.survey import Listing, Survey
from sphinx_repodoc.relate.graph import positions
from sphinx_repodoc.relate.imports import name_modules, resolve
from sphinx_repodoc.relate.relations import relate
from sphinx_repodoc.relate.tests import find_suites
from sphinx_repodoc.scan.files import Selection, read_text, scan
from sphinx_repodoc.scan.forge import derive_source_url, fill_commit

Progress = Callable[[int, int], None]
"""Told how many of how many files are analysed."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be surveyed, and how."""

    root: Path
    include: tuple[str, ...] = ("**",)
    exclude: tuple[str, ...] = ()
    max_bytes: int = 1_000_000
    max_lines: int = 20_000
    omit: tuple[PurePosixPath, ...] = ()
    """Folders that the build itself writes."""
    source_url: str = ""
    """Template of a file's URL on its forge; empty to derive it."""
    folder_notes: Mapping[PurePosixPath, str] = field(default_factory=dict)
    store: Path | None = None
    """Folder that keeps the facts between builds."""
    processes: int = 1


def survey_repository(request: Request, progress: Progress) -> Survey:
    """Scan the files, analyse each, and relate them.

    :param progress: told how many files of how many are analysed
    :raises RootError: the root is no readable folder
    """
    listing = scan(request.root, _selection(request))
    facts, problems = _analyse(request, listing, progress)
    dependencies = resolve(listing.files, facts)
    suites = find_suites(listing.files, facts, dependencies)
    return Survey(
        root=request.root,
        listing=listing,
        facts=facts,
        dependencies=dependencies,
        relations=relate(listing.files, facts, dependencies, suites),
        positions=positions(dependencies),
        suites=suites,
        modules=name_modules(listing.files),
        problems=problems,
        source_url=_source_url(request, listing),
        folder_notes=request.folder_notes,
    )


def _selection(request: Request) -> Selection:
    return Selection(
        request.include, request.exclude, request.max_bytes, request.max_lines, request.omit
    )


def _source_url(request: Request, listing: Listing) -> str:
    if request.source_url:
        return fill_commit(request.source_url, listing.head)
    return derive_source_url(listing.head)


def _analyse(request, listing, progress):
    facts, problems = {}, {}
    for path, file in listing.files.items():
        if file.kind is FileKind.TEXT and file.is_analysable:
            found = find_facts(read_text(request.root, file), file.language)
            if found: facts[path] = found
            if found and found.errors:
                problems[path]=(_syntax_problem(path, found),)
    return facts, problems


def _syntax_problem(path: PurePosixPath, facts: Facts) -> Problem:
    """Say where the first piece of text is that the grammar does not accept."""
    more = len(facts.errors) - 1
    message = "the grammar does not accept this line" + (f" and {more} other places" if more else "")
    message += "; what it defines may be incomplete: mend it, or exclude the file"
    return Problem(ProblemKind.SYNTAX, message, path, facts.errors[0].line)
