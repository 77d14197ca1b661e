"""What the sections of a folder's page say."""

from pathlib import PurePosixPath

from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.folder_pages import Contents, Entry, FolderOverview, FolderPurpose, Share
from sphinx_repodoc.model.prose import first_sentence
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.architecture import find_note
from sphinx_repodoc.pages.purpose import find_purpose
from sphinx_repodoc.pages.readme import find_readme
from sphinx_repodoc.pages.tally import NO_ROLE, Amount, tally, to_shares


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
    """Say what is known of a folder."""
    note = find_note(survey, path)
    return FolderPurpose(path, (note,)) if note.text else None


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
        tuple(_folder_entry(survey, child) for child in sorted(folders)),
        tuple(_file_entry(survey, child) for child in files),
    )


def _folder_entry(survey: Survey, path: PurePosixPath) -> Entry:
    note = find_note(survey, path)
    below = tally(survey)[path].total
    return Entry(path, first_sentence(note.text), note.place, below.size, below.files)


def _file_entry(survey: Survey, path: PurePosixPath) -> Entry:
    size = survey.files[path].size
    purpose = find_purpose(survey, path)
    if purpose and purpose.summary:
        return Entry(path, purpose.summary, Place(path, purpose.summary_span), size, 0)
    if purpose and purpose.roles:
        role = purpose.roles[0]
        return Entry(path, role.sentence, role.evidence[0], size, 0)
    return Entry(path, "", None, size, 0)
