"""What the sections of a folder's page say."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath

from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.files import FileKind, SourceFile
from sphinx_repodoc.model.folder_pages import Contents, Entry, FolderOverview, FolderPurpose, Share
from sphinx_repodoc.model.prose import first_sentence
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.architecture import find_note
from sphinx_repodoc.pages.purpose import find_purpose


def find_folder_overview(survey: Survey, path: PurePosixPath) -> FolderOverview:
    """Count the files, lines and bytes below a folder by language."""
    files: dict[str, list[SourceFile]] = defaultdict(list)
    for file in _files_below(survey, path):
        files[_label(file)].append(file)
    shares = [
        Share(label, len(group), sum(f.lines for f in group), sum(f.size for f in group))
        for label, group in files.items()
    ]
    return FolderOverview(path, tuple(sorted(shares, key=lambda s: (-s.files, s.language))))


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
    files = list(_files_below(survey, path))
    note = find_note(survey, path)
    size = sum(file.size for file in files)
    return Entry(path, first_sentence(note.text), note.place, size, len(files))


def _file_entry(survey: Survey, path: PurePosixPath) -> Entry:
    size = survey.files[path].size
    purpose = find_purpose(survey, path)
    if purpose and purpose.summary:
        return Entry(path, purpose.summary, Place(path, purpose.summary_span), size, 0)
    if purpose and purpose.roles:
        role = purpose.roles[0]
        return Entry(path, role.sentence, role.evidence[0], size, 0)
    return Entry(path, "", None, size, 0)


def _files_below(survey: Survey, path: PurePosixPath) -> Iterator[SourceFile]:
    folder = survey.folders[path]
    for child in folder.folders:
        yield from _files_below(survey, child)
    for file in folder.files:
        yield survey.files[file]


def _label(file: SourceFile) -> str:
    """Name the language of a file, or what it is where it has none."""
    if file.language or file.kind is FileKind.TEXT:
        return file.language or "other text"
    return str(file.kind)
