"""Which files the tasks, jobs and commands that configuration files declare run."""

import shlex
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise, repeat
from pathlib import PurePosixPath

from sphinx_repodoc.model.facts import Declaration, DeclarationKind
from sphinx_repodoc.model.relations import Relation, RelationKind
from sphinx_repodoc.relate.repository import Repository

NAMING = frozenset({DeclarationKind.COMMAND, DeclarationKind.ENTRY_POINT})
"""Kinds of declarations whose values name a module and what of it is called."""

RUNNING = NAMING | {DeclarationKind.TASK, DeclarationKind.JOB}
"""Kinds of declarations whose values are run."""

AROUND = "\"'`(){}[];,&|<>@"
"""What may stand around a word of a command line, or before one in a makefile."""

PATTERNS = frozenset({"-name", "-iname", "-path", "-ipath", "-wholename"})
"""Options of ``find`` that take a pattern, which is no file."""


def find_runs(repository: Repository, modules: Mapping[PurePosixPath, str]) -> Iterator[Relation]:
    """Find the files that are named by what configuration files run.

    :param modules: the dotted names of Python modules
    """
    files = {name: path for path, name in modules.items()}
    for source, facts in repository.facts.items():
        for declared in facts.declarations:
            if declared.kind in RUNNING:
                lines: dict[PurePosixPath, int] = {}
                for target, line in _find_targets(repository, source, declared, files):
                    lines.setdefault(target, line)
                lines.pop(source, None)
                for target, line in lines.items():
                    yield Relation(RelationKind.RUNS, source, target, line, (declared.name,))


def _find_targets(
    repository: Repository,
    source: PurePosixPath,
    declared: Declaration,
    modules: Mapping[str, PurePosixPath],
) -> Iterator[tuple[PurePosixPath, int]]:
    """Yield the files that the value of a declaration names, and the line of each."""
    if declared.kind in NAMING:
        module = declared.value.partition(":")[0].strip()
        if module in modules:
            yield modules[module], declared.line
    for (before, _), (word, line) in pairwise([("", 0), *_split(declared)]):
        if before == "-m" and word in modules:
            yield modules[word], line
        elif before not in PATTERNS and (found := _find_file(repository, source, word)):
            yield found, line


def _find_file(repository: Repository, source: PurePosixPath, word: str) -> PurePosixPath | None:
    """Return the file that a word of a command line names, from the file's folder or the root."""
    if "/" not in word and "." not in word:
        return None
    places = (repository.find(str(folder), word) for folder in (source.parent, "."))
    return next((place for place in places if place), None)


def _split(declared: Declaration) -> Iterator[tuple[str, int]]:
    """Yield the words of command lines, and the values of options, each with its line."""
    lines = declared.value.split("\n")
    for line, number in zip(lines, declared.lines or repeat(declared.line), strict=False):
        for word in _split_line(line):
            bare = word.strip(AROUND)
            yield bare, number
            if bare.startswith("-") and "=" in bare:
                yield bare.partition("=")[2].strip(AROUND), number


def _split_line(line: str) -> Iterable[str]:
    try:
        return shlex.split(line, comments=True)
    except ValueError:
        return line.split()  # quotes that go over several lines
