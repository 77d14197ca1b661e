"""What runs the tasks that a file declares, by the name of the file."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from sphinx_repodoc.model.facts import Declaration, DeclarationKind, Facts
from sphinx_repodoc.model.files import ROOT
from sphinx_repodoc.model.paths import to_shell
from sphinx_repodoc.model.survey import Survey

TASKS: Mapping[str, str] = MappingProxyType(
    {
        "package.json": "npm run {}",
        "pyproject.toml": "tox run -e {}",
        "setup.cfg": "tox run -e {}",
        "tox.ini": "tox run -e {}",
        "tox.toml": "tox run -e {}",
        "noxfile.py": "nox -s {}",
        "justfile": "just {}",
        "Justfile": "just {}",
        ".justfile": "just {}",
        "GNUmakefile": "make {}",
        "makefile": "make {}",
        "Makefile": "make {}",
    }
)
"""Files whose tasks a tool runs by name in their folder, and how, in order of the page."""

MAKEFILES = ("GNUmakefile", "makefile", "Makefile")
"""The names that GNU Make looks for: it reads the first that is there."""


def find_task_files(survey: Survey, folder: PurePosixPath) -> Iterator[PurePosixPath]:
    """Yield the files of a folder whose tasks are run by name."""
    read = next((name for name in MAKEFILES if folder / name in survey.files), "")
    for name in TASKS:
        if name not in MAKEFILES or name == read:
            yield folder / name


def find_tasks(survey: Survey, path: PurePosixPath) -> Iterator[tuple[str, Declaration]]:
    """Yield what runs each task of a file in its folder, and where the task is declared."""
    for declared in survey.facts.get(path, Facts()).declarations:
        if declared.kind is DeclarationKind.TASK:
            yield TASKS[path.name].format(declared.name), declared


def enter(folder: PurePosixPath, line: str) -> str:
    """Return a command line that is run in a folder."""
    return f"cd {to_shell(folder)} && {line}" if folder != ROOT else line
