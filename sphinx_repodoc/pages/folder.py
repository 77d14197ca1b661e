"""What the sections of a folder's page say."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from sphinx_repodoc.model.evidence import Place, RoleKind
from sphinx_repodoc.model.facts import DeclarationKind, Facts, OutlineEntry, OutlineKind
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.folder_pages import (
    Contents,
    Entry,
    FolderOverview,
    FolderPurpose,
    PackageName,
    Share,
)
from sphinx_repodoc.model.prose import first_sentence
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.architecture import find_note, find_notes
from sphinx_repodoc.pages.coverage import find_ratio
from sphinx_repodoc.pages.history import find_last_commit
from sphinx_repodoc.pages.purpose import find_purpose
from sphinx_repodoc.pages.readme import find_readme
from sphinx_repodoc.pages.tally import NO_ROLE, Amount, count_roles, tally, to_shares

DISTRIBUTIONS = ("pyproject.toml", "setup.cfg", "package.json", "Cargo.toml")
"""Files that name what a folder is published as."""


def find_folder_overview(survey: Survey, path: PurePosixPath) -> FolderOverview:
    """Count the files, lines and bytes below a folder by language and role; find its README."""
    counted = tally(survey)[path]
    roles = {name: amount for name, amount in counted.roles.items() if name != NO_ROLE}
    without = counted.roles.get(NO_ROLE, Amount())
    return FolderOverview(
        path=path,
        shares=to_shares(counted.languages),
        roles=to_shares(roles),
        without_role=Share(NO_ROLE, without.files, without.lines, without.size),
        readme=find_readme(survey, path),
    )


def find_folder_purpose(survey: Survey, path: PurePosixPath) -> FolderPurpose | None:
    """Say what is known of a folder, its names, and what the files in it are for."""
    files = survey.folders[path].files
    purpose = FolderPurpose(
        path=path,
        notes=tuple(find_notes(survey, path)),
        names=tuple(_names(survey, path)),
        roles=count_roles(survey, files),
        files=len(files),
    )
    return purpose if purpose.notes or purpose.names or purpose.roles else None


def _names(survey: Survey, path: PurePosixPath) -> Iterator[PackageName]:
    """Yield the names of the distribution and of the package that a folder holds."""
    for name in DISTRIBUTIONS:
        for declared in survey.facts.get(path / name, Facts()).declarations:
            if declared.kind is DeclarationKind.DISTRIBUTION:
                place = Place(path / name, Span(declared.line, declared.line))
                yield PackageName("distribution", declared.name, place)
    initialiser = path / "__init__.py"
    if initialiser in survey.modules:
        yield PackageName("package", survey.modules[initialiser], Place(initialiser))


def find_contents(survey: Survey, path: PurePosixPath, depth: int = 1) -> Contents:
    """List the subfolders and files of a folder, each described in its own words.

    :param depth: how many levels of folders are entered
    """
    listed, folders = [path], list(survey.folders[path].folders)
    level = folders
    for _ in range(depth - 1):
        listed += level
        level = [child for folder in level for child in survey.folders[folder].folders]
        folders += level
    files = [file for folder in sorted(listed) for file in survey.folders[folder].files]
    return Contents(
        path,
        tuple(_measured(survey, _folder_entry(survey, child)) for child in sorted(folders)),
        tuple(_measured(survey, _file_entry(survey, child)) for child in files),
        survey.commit_url,
    )


def _measured(survey: Survey, entry: Entry) -> Entry:
    """Add how much was run, where a report tells."""
    ratio = find_ratio(survey, entry.path)
    return replace(entry, coverage=ratio) if ratio else entry


def _folder_entry(survey: Survey, path: PurePosixPath) -> Entry:
    note = find_note(survey, path)
    below = tally(survey)[path].total
    description = first_sentence(note.text)
    commit = find_last_commit(survey, path)
    return Entry(path, description, note.place, below.size, below.files, commit)


def _file_entry(survey: Survey, path: PurePosixPath) -> Entry:
    description, place = _describe(survey, path)
    commit = find_last_commit(survey, path)
    return Entry(path, description, place, survey.files[path].size, 0, commit)


def _describe(survey: Survey, path: PurePosixPath) -> tuple[str, Place | None]:
    """Return what a file is in its own words, and where they are."""
    purpose = find_purpose(survey, path)
    if purpose and purpose.summary:
        return purpose.summary, Place(path, purpose.summary_span)
    if heading := _first_heading(survey, path):
        return heading.text, Place(path, _first_line(heading.span))
    for role in purpose.roles if purpose else ():
        if role.kind is not RoleKind.DOCUMENTATION:  # which the suffix alone would tell
            return role.sentence, role.evidence[0]
    return "", None


def _first_heading(survey: Survey, path: PurePosixPath) -> OutlineEntry | None:
    outline = survey.facts.get(path, Facts()).outline
    return next((entry for entry in outline if entry.kind is OutlineKind.HEADING), None)


def _first_line(span: Span) -> Span:
    return Span(span.line, span.line)
