"""What the section Architecture & Design says, and what is known of folders."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import PurePosixPath

from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.files import ROOT
from sphinx_repodoc.model.pages import Architecture, FolderNote
from sphinx_repodoc.model.prose import first_paragraph
from sphinx_repodoc.model.relations import IMPORTING, Counted, RelationKind
from sphinx_repodoc.model.survey import Survey

SPEAKERS = ("README.md", "README.rst", "README.markdown", "readme.md", "__init__.py")
"""Files that speak for their folder, the first that says something is heard."""

FORGE = PurePosixPath(".github")
"""The README in this folder speaks for the repository."""


def find_architecture(survey: Survey, path: PurePosixPath) -> Architecture | None:
    """Say where the file sits: in which folders, and where in the graph of imports."""
    kinds = survey.relations.get(path, ())
    taking = [relation for relation in kinds if relation.named in IMPORTING]
    imports = {r.target for r in taking if r.kind is RelationKind.IMPORTS}
    importers = {r.target for r in taking if r.kind is RelationKind.IMPORTED_BY}
    return Architecture(
        path=path,
        folders=tuple(find_note(survey, folder) for folder in _chain(path)),
        imports=len(imports),
        imported_by=len(importers),
        position=survey.positions.get(path) if imports or importers else None,
        counted=Counted.in_languages([survey.find_language(path)]),
    )


def find_note(survey: Survey, folder: PurePosixPath) -> FolderNote:
    """Return what is known of a folder: a note of the configuration, its README, its docstring."""
    return _first_notes(survey).get(folder, FolderNote(folder, "", None))


def find_notes(survey: Survey, folder: PurePosixPath) -> Iterator[FolderNote]:
    """Yield all that is known of a folder, that which is heard first before the others."""
    if folder in survey.folder_notes:
        yield FolderNote(folder, survey.folder_notes[folder], None)
    for name in SPEAKERS if folder != FORGE else ():
        facts = survey.facts.get(folder / name)
        if facts and (paragraph := first_paragraph(facts.documentation)):
            yield FolderNote(folder, paragraph, Place(folder / name, facts.documentation_span))


@lru_cache(maxsize=1)
def _first_notes(survey: Survey) -> Mapping[PurePosixPath, FolderNote]:
    """Return what is heard first of each folder: every page below it says that."""
    found = ((folder, next(find_notes(survey, folder), None)) for folder in survey.folders)
    return {folder: note for folder, note in found if note}


def _chain(path: PurePosixPath) -> list[PurePosixPath]:
    """Return the folders that enclose a path, the root first."""
    return [ROOT, *(folder for folder in reversed(path.parents) if folder != ROOT)]
