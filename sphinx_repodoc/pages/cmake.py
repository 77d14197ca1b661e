"""What CMake builds and tests by name, and from where."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath

from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.facts import Declaration, DeclarationKind, Facts
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.import_contexts import ImportContext
from sphinx_repodoc.model.paths import to_shell
from sphinx_repodoc.model.relations import RelationKind
from sphinx_repodoc.model.survey import Survey

MANIFEST = "CMakeLists.txt"

CONDITION = "under a condition"

TEST = "test"
"""The target that runs all tests."""


def find_targets(
    survey: Survey, folder: PurePosixPath
) -> Iterator[tuple[str, Declaration, PurePosixPath]]:
    """Yield what builds each target of a folder, once the project is configured."""
    path = folder / MANIFEST
    if home := find_home(survey, path):
        for declared in survey.facts[path].declarations:
            build = to_shell(home.parent / "build")
            told = declared if is_included(survey, home, path) else _doubt(declared)
            yield f"cmake --build {build} --target {declared.name}", told, path


def find_home(survey: Survey, path: PurePosixPath) -> PurePosixPath | None:
    """Return the outermost file of the project that a file is included in, or is itself."""
    above = [folder / MANIFEST for folder in reversed(path.parents)]
    return next((each for each in above if _is_project(survey, each, path)), None)


def is_included(survey: Survey, home: PurePosixPath, path: PurePosixPath) -> bool:
    """Whether a project includes a file whatever the configuration."""
    return path in _surely_included(survey, home)


def find_tests(survey: Survey, home: PurePosixPath) -> Place | None:
    """Return what proves that a project has tests to run."""
    for declared in survey.facts[home].declarations:
        if declared.kind is DeclarationKind.TASK and declared.name == TEST:
            return Place(home, Span(declared.line, declared.line))
    return None


def _doubt(declared: Declaration) -> Declaration:
    """Say of what a file declares that the file may not be included."""
    return replace(declared, documentation=CONDITION)


@lru_cache(maxsize=16)
def _surely_included(survey: Survey, home: PurePosixPath) -> frozenset[PurePosixPath]:
    """Return the files that a file includes whatever the configuration, and the file itself."""
    seen, waiting = {home}, [home]
    while waiting:
        for dependency in survey.dependencies.get(waiting.pop(), ()):
            is_sure = dependency.statement.context is ImportContext.MODULE
            if is_sure and dependency.path and dependency.path not in seen:
                seen.add(dependency.path)
                waiting.append(dependency.path)
    return frozenset(seen)


def _is_project(survey: Survey, home: PurePosixPath, path: PurePosixPath) -> bool:
    symbols = survey.facts.get(home, Facts()).symbols
    return any(s.kind == "project" for s in symbols) and path in _included(survey, home)


@lru_cache(maxsize=16)
def _included(survey: Survey, home: PurePosixPath) -> frozenset[PurePosixPath]:
    """Return the files that a file includes, directly or not, and the file itself."""
    seen, waiting = {home}, [home]
    while waiting:
        for relation in survey.relations.get(waiting.pop(), ()):
            if relation.kind is RelationKind.IMPORTS and relation.target not in seen:
                seen.add(relation.target)
                waiting.append(relation.target)
    return frozenset(seen)
