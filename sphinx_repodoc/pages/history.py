"""What the commits say of files and folders."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath

from sphinx_repodoc.model.files import FileKind
from sphinx_repodoc.model.history import Commit, FileHistory
from sphinx_repodoc.model.survey import Survey


def find_history(survey: Survey, path: PurePosixPath) -> FileHistory | None:
    """Return what the commits say of a file: its lines only count if it is a text."""
    history = survey.history.get(path)
    if history and survey.files[path].kind is not FileKind.TEXT:
        return replace(history, churn=None)
    return history


def find_last_commit(survey: Survey, path: PurePosixPath) -> Commit | None:
    """Return the newest commit to a file, or to any file below a folder."""
    if path in survey.folders:
        return _newest_below(survey).get(path)
    history = survey.history.get(path)
    return history.last if history else None


@lru_cache(maxsize=1)
def _newest_below(survey: Survey) -> Mapping[PurePosixPath, Commit]:
    newest: dict[PurePosixPath, Commit] = {}
    lasts = ((path, survey.history[path].last) for path in survey.files if path in survey.history)
    for path, commit in sorted(lasts, key=lambda found: (found[1].time, found[1].id)):
        newest.update(dict.fromkeys(path.parents, commit))
    return newest
