"""What the files of a small repository import, in words, and which tests they hold."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from sphinx_repodoc.model.relations import Dependency, Suite
from sphinx_repodoc.relate.imports import resolve
from sphinx_repodoc.relate.tests import find_suites
from tests.relate.conftest import Analyse

Case = tuple[str, str, list[str]]
"""The name of a file, its text, and where each of its imports leads."""


def resolve_in(analyse: Analyse, tree: Mapping[str, str], name: str, text: str) -> list[str]:
    """Resolve the imports of a file that is added to a repository."""
    dependencies = resolve(analyse({**tree, name: f"{text}\n"}))
    return [_show(each) for each in dependencies[PurePosixPath(name)]]


def find_suite(analyse: Analyse, tree: Mapping[str, str], name: str, text: str) -> Suite:
    """Find the test cases of a file that is added to a repository, and what runs them."""
    repository = analyse({**tree, name: text})
    return find_suites(repository, resolve(repository))[PurePosixPath(name)]


def _show(dependency: Dependency) -> str:
    """Write where an import leads, what its names are, and the files that it consists of."""
    place = dependency.path or dependency.folder
    targets = [f"{target.path}::{target.symbol}" for target in dependency.targets]
    parts = [str(path) for path in dependency.parts]
    return " ".join([str(place) if place else dependency.origin, *targets, *parts])
