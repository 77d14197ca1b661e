"""What the section Cross-References says."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.files import ROOT
from sphinx_repodoc.model.folder_pages import FolderReferences
from sphinx_repodoc.model.pages import References
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.places import find_url
from sphinx_repodoc.pages.symbols import names_below


def find_references(survey: Survey, path: PurePosixPath) -> References:
    """Say where else to look from the page of a file."""
    facts = survey.facts.get(path, Facts())
    has_keywords = bool(facts.symbols or facts.imports or facts.outline)
    indexed = _with_symbols(survey, (path.parent, ROOT))
    return References(path, has_keywords, indexed, find_url(survey, path))


def find_folder_references(survey: Survey, path: PurePosixPath) -> FolderReferences:
    """Say where else to look from the page of a folder."""
    indexed = _with_symbols(survey, (path, path.parent, ROOT))
    return FolderReferences(path, survey.folders[path].folders, indexed, "")


def _with_symbols(survey: Survey, folders: Iterable[PurePosixPath]) -> tuple[PurePosixPath, ...]:
    """Return those folders, each once, that have a keyword index."""
    below = names_below(survey)
    return tuple(folder for folder in dict.fromkeys(folders) if folder in below)
