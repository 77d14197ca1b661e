"""All relations between the files of a repository."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from sphinx_repodoc.model.history import Log
from sphinx_repodoc.model.naming import DECLARING, TAKING
from sphinx_repodoc.model.relations import (
    Dependency,
    Named,
    Relation,
    RelationKind,
    Suite,
    sort_relations,
)
from sphinx_repodoc.relate.c import find_headers
from sphinx_repodoc.relate.cochange import find_changed_together
from sphinx_repodoc.relate.imports import find_imported, find_line
from sphinx_repodoc.relate.links import find_links
from sphinx_repodoc.relate.repository import Repository
from sphinx_repodoc.relate.runs import find_runs
from sphinx_repodoc.relate.stems import find_same_stems
from sphinx_repodoc.relate.tests import find_tested

REVERSE = {
    RelationKind.IMPORTS: RelationKind.IMPORTED_BY,
    RelationKind.TESTS: RelationKind.TESTED_BY,
    RelationKind.IMPLEMENTS: RelationKind.IMPLEMENTED_BY,
    RelationKind.RUNS: RelationKind.RUN_BY,
    RelationKind.LINKS_TO: RelationKind.LINKED_FROM,
}
"""What each relation is, seen from the other file; others are found from both."""


def relate(
    repository: Repository,
    dependencies: Mapping[PurePosixPath, tuple[Dependency, ...]],
    suites: Mapping[PurePosixPath, Suite],
    modules: Mapping[PurePosixPath, str],
    log: Log,
) -> dict[PurePosixPath, tuple[Relation, ...]]:
    """Relate the files to each other, but for those that only share a folder.

    :param modules: the dotted names of Python modules
    """
    imports = list(_find_imports(dependencies))
    # Neither the import of a whole package nor the declaration of a module says what is tested.
    single = [relation for relation in imports if relation.named is Named.ITSELF]
    found = [
        *imports,
        *find_tested(single, suites),
        *find_headers(single),
        *find_links(repository.files, repository.facts),
        *find_runs(repository, modules),
    ]
    reverse = [_reverse(relation) for relation in found]
    by_source: dict[PurePosixPath, list[Relation]] = defaultdict(list)
    symmetric = (*find_same_stems(repository.files), *find_changed_together(log))
    for relation in dict.fromkeys((*found, *reverse, *symmetric)):
        by_source[relation.source].append(relation)
    return {path: sort_relations(by_source[path]) for path in sorted(by_source)}


def _find_imports(
    dependencies: Mapping[PurePosixPath, tuple[Dependency, ...]],
) -> Iterator[Relation]:
    for source, imports in dependencies.items():
        for dependency in imports:
            yield from _relate_import(source, dependency)


def _relate_import(source: PurePosixPath, dependency: Dependency) -> Iterator[Relation]:
    named = _find_named(dependency)
    for target, names in find_imported(dependency).items():
        if target != source:
            line = find_line(dependency, target, names)
            yield Relation(RelationKind.IMPORTS, source, target, line, names, named=named)


def _find_named(dependency: Dependency) -> Named:
    if dependency.statement.keyword == DECLARING:
        return Named.MODULE
    if dependency.statement.keyword in TAKING:
        return Named.SOURCE
    return Named.PACKAGE if dependency.parts else Named.ITSELF


def _reverse(relation: Relation) -> Relation:
    kind = REVERSE[relation.kind]
    return replace(relation, kind=kind, source=relation.target, target=relation.source)
