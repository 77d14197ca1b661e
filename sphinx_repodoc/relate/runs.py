"""Which files the tasks, jobs and commands that configuration files declare run."""

from collections.abc import Iterator, Mapping
from itertools import repeat
from pathlib import PurePosixPath

from sphinx_repodoc.model.commands import Word, split_commands
from sphinx_repodoc.model.facts import Declaration, DeclarationKind
from sphinx_repodoc.model.files import ROOT
from sphinx_repodoc.model.relations import Relation, RelationKind
from sphinx_repodoc.relate.repository import Repository

NAMING = frozenset({DeclarationKind.COMMAND, DeclarationKind.ENTRY_POINT})
"""Kinds of declarations whose values name a module and what of it is called."""

RUNNING = NAMING | {DeclarationKind.TASK, DeclarationKind.JOB}
"""Kinds of declarations whose values are run."""

INCLUDED = frozenset({".am", ".just", ".mak", ".make", ".mk"})
"""How the names of files end that others include, whose commands are run in their folders."""

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
    is_job = declared.kind is DeclarationKind.JOB
    written = zip(declared.value.split("\n"), declared.lines or repeat(declared.line), strict=False)
    commands = list(written)
    is_one = is_job or declared.value.startswith("#!")  # just has such a recipe run as a script
    for start in _find_starts(source, is_job=is_job):
        for word in split_commands(commands, start, is_one_shell=is_one):
            run = modules.get(f"{word.text}.__main__") or modules.get(word.text)
            if word.before == "-m" and run:
                yield run, word.line
            elif found := _find_file(repository, word):
                yield found, word.line


def _find_starts(source: PurePosixPath, *, is_job: bool) -> Iterator[PurePosixPath]:
    """Yield the folders that what a file declares may be run in."""
    if not is_job:
        yield source.parent
    if is_job or source.suffix in INCLUDED:
        yield ROOT


def _find_file(repository: Repository, word: Word) -> PurePosixPath | None:
    """Return the file that a word of a command line names."""
    is_other = word.before in PATTERNS or ("/" not in word.text and "." not in word.text)
    return None if is_other or word.path is None else repository.find(str(word.path))
