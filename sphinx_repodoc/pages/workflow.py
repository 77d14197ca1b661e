"""What the section Working with This Folder says."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import repeat
from pathlib import PurePosixPath

from sphinx_repodoc.model.commands import INTO, split_commands
from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.facts import Declaration, DeclarationKind, Facts
from sphinx_repodoc.model.files import ROOT, Span
from sphinx_repodoc.model.folder_parts import Runnable, Suites, Workflow
from sphinx_repodoc.model.paths import to_shell
from sphinx_repodoc.model.relations import Suite
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.cmake import find_targets
from sphinx_repodoc.pages.coverage import find_folder_coverage
from sphinx_repodoc.pages.declared import GITLAB, WORKFLOWS, is_job
from sphinx_repodoc.pages.python_runners import find_pytest
from sphinx_repodoc.pages.reach import find_unreached
from sphinx_repodoc.pages.tasks import find_task_files, find_tasks

PACKAGES = frozenset({"package.json", "pyproject.toml", "setup.cfg", "setup.py"})
"""Files whose commands are there once the package is installed."""

GUIDES = tuple(f"CONTRIBUTING{suffix}" for suffix in (".md", ".rst", ".txt", ""))

GUIDE_FOLDERS = (PurePosixPath(), PurePosixPath(".github"), PurePosixPath("docs"))
"""Where forges look for the guide, from the folder that it is for."""


def find_workflow(survey: Survey, path: PurePosixPath) -> Workflow | None:
    """Say what can be run in a folder, and where that is declared."""
    suites = _suites(survey).get(path, ())
    workflow = Workflow(
        path=path,
        suites=suites,
        test_command=_test_command(survey, path),
        tasks=tuple(_tasks(survey, path)),
        commands=tuple(_commands(survey, path)),
        jobs=tuple(_jobs(survey, path)),
        guide=_guide(survey, path),
        targets=tuple(_targets(survey, path)),
        unreached=tuple(find_unreached(survey, path)),
        coverage=find_folder_coverage(survey, path),
    )
    return workflow if workflow != Workflow(path, (), None, (), (), (), None) else None


@lru_cache(maxsize=1)
def _suites(survey: Survey) -> Mapping[PurePosixPath, tuple[Suites, ...]]:
    """Return the test modules below each folder, by framework."""
    found: dict[PurePosixPath, dict[str, list[tuple[PurePosixPath, Suite]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for path, suite in sorted(survey.suites.items()):
        for folder in path.parents:
            found[folder][_name_framework(survey, path, suite)].append((path, suite))
    return {
        folder: tuple(
            Suites(framework, len(modules), sum(len(s.cases) for _, s in modules), _proof(modules))
            for framework, modules in sorted(frameworks.items())
        )
        for folder, frameworks in found.items()
    }


def _name_framework(survey: Survey, path: PurePosixPath, suite: Suite) -> str:
    """Name the framework of a test module, and say where nothing but names tells it."""
    is_named = suite.framework == "pytest" and not find_pytest(survey, path, suite)
    return f"{suite.framework} by their names" if is_named else suite.framework


def _proof(modules: list[tuple[PurePosixPath, Suite]]) -> Place:
    """Return the first line that names the framework; else the first test case."""
    for path, suite in modules:
        if suite.line:
            return Place(path, Span(suite.line, suite.line))
    path, suite = modules[0]
    return Place(path, suite.cases[0].span)


@lru_cache(maxsize=1)
def _pytest_proofs(survey: Survey) -> Mapping[PurePosixPath, Place]:
    """Return what proves that pytest runs tests below each folder: an import, a configuration."""
    proofs: dict[PurePosixPath, Place] = {}
    for path, suite in sorted(survey.suites.items()):
        if suite.framework == "pytest" and (proof := find_pytest(survey, path, suite)):
            for folder in path.parents:
                proofs.setdefault(folder, proof)
    return proofs


def _test_command(survey: Survey, path: PurePosixPath) -> Runnable | None:
    """Return the command of pytest, where a test module asks for that."""
    proof = _pytest_proofs(survey).get(path)
    line = f"python -m pytest {to_shell(path)}" if path != ROOT else "python -m pytest"
    return Runnable(line, "", proof) if proof else None


def _tasks(survey: Survey, path: PurePosixPath) -> Iterator[Runnable]:
    for file in find_task_files(survey, path):
        for line, declared in find_tasks(survey, file):
            value = _first_line(declared.value)
            yield Runnable(line, value, _place(file, declared), declared.documentation)


def _targets(survey: Survey, path: PurePosixPath) -> Iterator[Runnable]:
    for line, declared, file in find_targets(survey, path):
        yield Runnable(line, "", _place(file, declared), declared.documentation)


def _first_line(commands: str) -> str:
    first, _, rest = commands.partition("\n")
    return f"{first} …" if rest else first


def _commands(survey: Survey, path: PurePosixPath) -> Iterator[Runnable]:
    for name in sorted(PACKAGES):
        for declared in _declared(survey, path / name, DeclarationKind.COMMAND):
            yield Runnable(declared.name, declared.value, _place(path / name, declared))


def _jobs(survey: Survey, path: PurePosixPath) -> Iterator[Runnable]:
    """Yield the jobs of the repository for its root; for a folder those that name it."""
    folder = survey.folders.get(WORKFLOWS)
    for file in (*(folder.files if folder else ()), GITLAB):
        for declared in _declared(survey, file, DeclarationKind.JOB):
            is_meant = path == ROOT or _names_folder(declared.value, path)
            if is_meant and is_job(file, declared):
                yield Runnable(declared.name, "", _place(file, declared))


def _names_folder(commands: str, path: PurePosixPath) -> bool:
    """Whether a word of some commands is a folder or a file in it.

    A bare word is none, since tools and their subcommands go by such names too, but after ``cd``.
    """
    lines = zip(commands.split("\n"), repeat(0), strict=False)
    for word in split_commands(lines, ROOT, is_one_shell=True):
        is_path = "/" in word.text or word.before in INTO
        if is_path and word.path and path in (word.path, *word.path.parents):
            return True
    return False


def _guide(survey: Survey, path: PurePosixPath) -> PurePosixPath | None:
    guides = _guides(survey)
    return next((guides[folder] for folder in (path, *path.parents) if folder in guides), None)


@lru_cache(maxsize=1)
def _guides(survey: Survey) -> Mapping[PurePosixPath, PurePosixPath]:
    """Return the guides of those folders that have one of their own."""
    found: dict[PurePosixPath, PurePosixPath] = {}
    for folder in survey.folders:
        places = (folder / below / name for below in GUIDE_FOLDERS for name in GUIDES)
        if guide := next((place for place in places if place in survey.files), None):
            found[folder] = guide
    return found


def _declared(survey: Survey, path: PurePosixPath, kind: DeclarationKind) -> list[Declaration]:
    facts = survey.facts.get(path, Facts())
    return [declared for declared in facts.declarations if declared.kind is kind]


def _place(path: PurePosixPath, declared: Declaration) -> Place:
    return Place(path, Span(declared.line, declared.line) if declared.line else None)
