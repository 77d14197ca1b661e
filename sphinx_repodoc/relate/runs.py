"""Which files the tasks, jobs and commands that configuration files declare run."""

import shlex
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import PurePosixPath

from sphinx_repodoc.model.facts import Declaration, DeclarationKind
from sphinx_repodoc.model.relations import Relation, RelationKind
from sphinx_repodoc.relate.repository import Repository

RUNNING = frozenset({DeclarationKind.COMMAND, DeclarationKind.TASK, DeclarationKind.JOB})
"""Kinds of declarations whose values are run."""

AROUND = "\"'`(){}[];,&|<>@"
"""What may stand around a word of a command line, or before one in a makefile."""


def find_runs(repository: Repository, modules: Mapping[PurePosixPath, str]) -> Iterator[Relation]:
    """Find the files that are named by what configuration files run.

    :param modules: the dotted names of Python modules
    """
    files = {name: path for path, name in modules.items()}
    for source, facts in repository.facts.items():
        for declared in facts.declarations:
            if declared.kind in RUNNING:
                found = _find_targets(repository, source, declared, files)
                for target in dict.fromkeys(found):
                    if target != source:
                        names = (declared.name,)
                        yield Relation(RelationKind.RUNS, source, target, declared.line, names)


def _find_targets(
    repository: Repository,
    source: PurePosixPath,
    declared: Declaration,
    modules: Mapping[str, PurePosixPath],
) -> Iterator[PurePosixPath]:
    """Yield the files that the value of a declaration names."""
    if declared.kind is DeclarationKind.COMMAND:
        module = declared.value.partition(":")[0].strip()
        if module in modules:
            yield modules[module]
    words = list(_split(declared.value))
    for before, word in pairwise(["", *words]):
        if before == "-m" and word in modules:
            yield modules[word]
        elif found := _find_file(repository, source, word):
            yield found


def _find_file(repository: Repository, source: PurePosixPath, word: str) -> PurePosixPath | None:
    """Return the file that a word of a command line names, from the file's folder or the root."""
    if "/" not in word and "." not in word:
        return None
    places = (repository.find(str(folder), word) for folder in (source.parent, "."))
    return next((place for place in places if place), None)


def _split(commands: str) -> Iterator[str]:
    """Yield the words of command lines, and the values of options."""
    for line in commands.split("\n"):
        for word in _split_line(line):
            bare = word.strip(AROUND)
            yield bare
            if bare.startswith("-") and "=" in bare:
                yield bare.partition("=")[2].strip(AROUND)


def _split_line(line: str) -> Iterable[str]:
    try:
        return shlex.split(line, comments=True)
    except ValueError:
        return line.split()  # quotes that go over several lines
