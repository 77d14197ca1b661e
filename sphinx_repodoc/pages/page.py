"""The page of a file or a folder, put together from what its sections say."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from sphinx_repodoc.model.folder_pages import FolderPage
from sphinx_repodoc.model.pages import FilePage
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.architecture import find_architecture
from sphinx_repodoc.pages.file_tree import find_tree
from sphinx_repodoc.pages.folder import find_contents, find_folder_overview, find_folder_purpose
from sphinx_repodoc.pages.folder_architecture import find_folder_architecture
from sphinx_repodoc.pages.folder_concepts import find_concepts
from sphinx_repodoc.pages.folder_important import find_important
from sphinx_repodoc.pages.folder_keywords import find_folder_keywords
from sphinx_repodoc.pages.keywords import find_keywords
from sphinx_repodoc.pages.metadata import find_metadata, find_source
from sphinx_repodoc.pages.purpose import find_purpose
from sphinx_repodoc.pages.references import find_folder_references, find_references
from sphinx_repodoc.pages.relations import (
    find_dependencies,
    find_patterns,
    find_performance,
    find_related,
    find_security,
    find_testing,
    is_minified,
)
from sphinx_repodoc.pages.structure import find_overview, find_structure
from sphinx_repodoc.pages.workflow import find_workflow

Find = Callable[[Survey, PurePosixPath], Any]

FILE_PARTS: Mapping[str, Find] = {
    "metadata": find_metadata,
    "purpose": find_purpose,
    "source": find_source,
    "overview": find_overview,
    "structure": find_structure,
    "architecture": find_architecture,
    "dependencies": find_dependencies,
    "patterns": find_patterns,
    "performance": find_performance,
    "security": find_security,
    "testing": find_testing,
    "related": find_related,
    "keywords": find_keywords,
    "references": find_references,
}
"""What finds each part of a file's page, in the order of the page."""

FOLDER_PARTS: Mapping[str, Find] = {
    "overview": find_folder_overview,
    "purpose": find_folder_purpose,
    "contents": find_contents,
    "tree": find_tree,
    "concepts": find_concepts,
    "architecture": find_folder_architecture,
    "important": find_important,
    "workflow": find_workflow,
    "keywords": find_folder_keywords,
    "references": find_folder_references,
}
"""What finds each part of a folder's page, in the order of the page."""


def file_page(survey: Survey, path: PurePosixPath, sections: Iterable[str]) -> FilePage:
    """Put together the named parts of a file's page; the others are None.

    :raises KeyError: the path is no published file, or a section does not exist
    """
    parts = {name: FILE_PARTS[name](survey, path) for name in sections}
    empty = {name for name, part in parts.items() if part is None}
    return FilePage(path, **parts, ruled=tuple(_find_ruled(survey, path, empty)))


def folder_page(
    survey: Survey,
    path: PurePosixPath,
    sections: Collection[str],
    depth: int = 0,
    name_prefix: str | None = None,
) -> FolderPage:
    """Put together the named parts of a folder's page; the others are None.

    :param depth: how many levels of folders the table of contents and the tree enter; 0 for one
        in the table and as many as fit in the tree
    :param name_prefix: what the names of a keyword page start with
    :raises KeyError: the path is no published folder, or a section does not exist
    """
    page = FolderPage(path, **{name: FOLDER_PARTS[name](survey, path) for name in sections})
    if page.contents and depth > 1:
        page = replace(page, contents=find_contents(survey, path, depth))
    if page.tree and depth:
        page = replace(page, tree=find_tree(survey, path, depth))
    if "keywords" in sections and name_prefix is not None:
        page = replace(page, keywords=find_folder_keywords(survey, path, name_prefix))
    return page


def _find_ruled(
    survey: Survey, path: PurePosixPath, empty: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Yield the empty sections whose rules found nothing in the file, each with their language."""
    facts, language = survey.facts.get(path), survey.find_language(path)
    if facts and facts.is_structured and not is_minified(survey, path):
        yield from ((name, language) for name in survey.ruled.get(language, ()) if name in empty)
