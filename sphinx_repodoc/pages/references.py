"""What the section Cross-References says."""

from pathlib import PurePosixPath

from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.folder_pages import FolderReferences
from sphinx_repodoc.model.pages import References
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.places import find_url


def find_references(survey: Survey, path: PurePosixPath) -> References:
    """Say where else to look from the page of a file."""
    facts = survey.facts.get(path, Facts())
    has_keywords = bool(facts.symbols or facts.imports or facts.outline)
    return References(path, has_keywords, find_url(survey, path))


def find_folder_references(survey: Survey, path: PurePosixPath) -> FolderReferences:
    """Say where else to look from the page of a folder."""
    return FolderReferences(path, survey.folders[path].folders, "")
