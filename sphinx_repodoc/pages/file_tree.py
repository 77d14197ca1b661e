"""What the file tree of a folder says."""

from collections import Counter
from collections.abc import Container, Mapping
from functools import lru_cache
from pathlib import PurePosixPath

from sphinx_repodoc.model.indices import FileTree, TreeFolder
from sphinx_repodoc.model.survey import Survey

LIMIT = 1000
"""Number of entries up to which a tree enters folders, one level after the other."""


def find_tree(survey: Survey, path: PurePosixPath, depth: int = 0) -> FileTree | None:
    """Show the files of a folder and of the folders in it, if there are any folders.

    :param depth: how many levels of folders are entered; 0 for as many as the limit lets
    """
    if not survey.folders[path].folders:
        return None
    entered = _by_depth(survey, path, depth) if depth else _by_limit(survey, path)
    return FileTree(path, _folder(survey, path, entered, count_files(survey)))


@lru_cache(maxsize=1)
def count_files(survey: Survey) -> Mapping[PurePosixPath, int]:
    """Return the number of files in each folder and all below it."""
    return Counter(folder for path in survey.files for folder in path.parents)


def _by_depth(survey: Survey, path: PurePosixPath, depth: int) -> set[PurePosixPath]:
    entered, level = {path}, [path]
    for _ in range(depth - 1):
        level = [child for folder in level for child in survey.folders[folder].folders]
        entered.update(level)
    return entered


def _by_limit(survey: Survey, path: PurePosixPath) -> set[PurePosixPath]:
    """Choose folders level by level, as long as their entries fit."""
    entered, level, shown = {path}, list(survey.folders[path].folders), _size(survey, path)
    while level:
        fitting = []
        for folder in level:
            if shown + _size(survey, folder) <= LIMIT:
                shown += _size(survey, folder)
                fitting.append(folder)
        entered.update(fitting)
        level = [child for folder in fitting for child in survey.folders[folder].folders]
    return entered


def _size(survey: Survey, path: PurePosixPath) -> int:
    folder = survey.folders[path]
    return len(folder.folders) + len(folder.files)


def _folder(
    survey: Survey,
    path: PurePosixPath,
    entered: Container[PurePosixPath],
    counts: Mapping[PurePosixPath, int],
) -> TreeFolder:
    if path not in entered:
        return TreeFolder(path, counts[path], is_entered=False)
    folder = survey.folders[path]
    inside = tuple(_folder(survey, child, entered, counts) for child in folder.folders)
    return TreeFolder(path, counts[path], is_entered=True, folders=inside, files=folder.files)
