"""The commands that pages print, run.

``python -m tests.oracles.commands REPOSITORY`` copies a repository, makes a virtual environment,
installs what it finds a manifest of, and runs there every command that the pages of files and
folders print, or a sample of them. For each it prints a verdict, the exit status, the page, the
command, and why. Whatever runs then, runs with your rights: take repositories that you trust.
"""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path, PurePosixPath

from sphinx_repodoc.model.pages import Testing
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.relations import find_testing
from sphinx_repodoc.pages.workflow import find_workflow
from sphinx_repodoc.survey import Request, survey_repository
from tests.oracles.options import list_options
from tests.oracles.verdicts import (
    Printed,
    Title,
    Word,
    find_runner,
    judge,
    last_line,
)

SETUP = {
    "pyproject.toml": "pip install --quiet --editable . pytest tox nox",
    "package.json": "npm install --no-audit --no-fund --loglevel=error",
}
"""By manifests what installs a repository."""

SKIPPED = r"\b(publish|release|upload|deploy|bump|uninstall|distclean)"
"""Commands that may change more than the copy."""

COLOUR = re.compile(r"\x1b\[[\d;]*m")
"""How output is coloured."""


def find_printed(survey: Survey) -> Iterator[Printed]:
    """Yield what pages print, in their order."""
    for path in survey.files:
        yield from _find_file(survey, path)
    for path in survey.folders:
        yield from _find_folder(survey, path)


def _find_file(survey: Survey, path: PurePosixPath) -> Iterator[Printed]:
    testing = find_testing(survey, path)
    if testing:
        yield from _find_tests(path, testing)
        for command in testing.commands:
            yield Printed(path, Title.RUN, command.line)
        for program in testing.commands[:1]:
            for words, options in list_options(testing.command_lines).items():
                asked = " ".join((program.line, *words, "--help"))
                yield Printed(path, Title.HELP, asked, tuple(sorted(options)))
        for task in testing.tasks:
            yield Printed(path, Title.TASK, task.name)


def _find_tests(path: PurePosixPath, testing: Testing) -> Iterator[Printed]:
    cases, one = testing.suite.cases if testing.suite else (), testing.case_command
    names = one.names if one else tuple(case.name for case in cases)
    for command in testing.test_commands:
        yield Printed(path, Title.FILE, command.line, tuple(filter(None, names)))
    for case, name in zip(cases, names, strict=True) if one else ():
        if one and name:
            line = put_name(one.command.line, one.first, name)
            yield Printed(path, Title.CASE, line, (case.name or name,))


def _find_folder(survey: Survey, path: PurePosixPath) -> Iterator[Printed]:
    workflow = find_workflow(survey, path)
    if not workflow:
        return
    if workflow.test_command:
        yield Printed(path, Title.FOLDER, workflow.test_command.line)
    for each in workflow.commands:
        yield Printed(path, Title.RUN, each.line)
    enter = f"cd {path} && " if path.name else ""
    for each in workflow.tasks:
        yield Printed(path, Title.TASK, f"{enter}{each.line}")
    for each in workflow.targets:
        yield Printed(path, Title.TASK, each.line)


def put_name(line: str, first: str, name: str) -> str:
    """Put the name of a case into the place of another."""
    before, place, after = line.rpartition(f"^{first}$" if f"^{first}$" in line else first)
    return f"{before}{place.replace(first, name)}{after}"


def draw(printed: list[Printed], number: int) -> list[Printed]:
    """Return of each title so many different claims as are wanted, drawn by lot."""
    titles: dict[Title, dict[tuple[str, tuple[str, ...]], Printed]] = defaultdict(dict)
    for each in printed:
        titles[each.title].setdefault((each.line, each.names), each)
    lot = random.Random(number)
    drawn = (lot.sample([*found.values()], min(number, len(found))) for found in titles.values())
    return list(chain.from_iterable(drawn))


class Place:
    """A copy of a repository with an environment of its own."""

    def __init__(self, source: Path, folder: Path) -> None:
        self.root = folder / source.resolve().name
        shutil.copytree(source, self.root, symlinks=True)
        if (self.root / ".git").is_file():  # else commands would change another work tree's index
            (self.root / ".git").unlink()
        venv = folder / "venv"
        subprocess.run([sys.executable, "-m", "venv", "--upgrade-deps", venv], check=True)
        kept = {key: os.environ[key] for key in os.environ if not key.startswith("PYTHON")}
        search = f"{venv / 'bin'}:{self.root / 'node_modules/.bin'}:{os.environ['PATH']}"
        self._done: dict[str, tuple[int | None, str]] = {}
        self._environment = {
            **kept,
            "PATH": search,
            "VIRTUAL_ENV": str(venv),
            "CI": "true",
            "NO_COLOR": "1",
        }

    def run(self, line: str, patience: float) -> tuple[int | None, str]:
        """Run a command line, once; return exit status, None if that was too long, and output."""
        if line not in self._done:
            self._done[line] = self._run(line, patience)
        return self._done[line]

    def _run(self, line: str, patience: float) -> tuple[int | None, str]:
        process = subprocess.Popen(
            ["bash", "-c", line], cwd=self.root, env=self._environment, text=True,
            errors="replace", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        try:
            output, _ = process.communicate(timeout=patience)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return None, process.communicate()[0]
        return process.returncode, COLOUR.sub("", output)


def check(place: Place, printed: Printed, patience: float, skip: str) -> Word:
    """Run a command, print what came of it, and return what is judged."""
    tests = {Title.FILE, Title.CASE}
    runner = find_runner(printed.line) if printed.title in tests else None
    status, word, why = None, Word.SKIPPED, f"it matches {skip}"
    if not re.search(skip, printed.line):
        status, output = place.run(printed.line + (runner.verbose if runner else ""), patience)
        word, why = judge(printed, status, output)
    ended = "" if status is None else str(status)
    row = (f"{word:7}", ended, str(printed.page), printed.line, why[:120])
    print(f"| {' | '.join(row)} |", flush=True)
    return word


def main() -> None:
    """Check one repository."""
    parser = ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("repository", type=Path)
    parser.add_argument("--setup", action="append", default=[], help="a command that installs more")
    parser.add_argument("--number", type=int, default=30, help="how many commands of each kind")
    parser.add_argument("--patience", type=float, default=120, help="seconds for one command")
    parser.add_argument("--skip", default=SKIPPED, help="a pattern of commands that are not run")
    options = parser.parse_args()
    verdicts: Counter[tuple[Title, Word]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        place = Place(options.repository, Path(folder))
        survey = survey_repository(Request(place.root), lambda _done, _total: None)
        found = draw(list(find_printed(survey)), options.number)
        manifests = (line for name, line in SETUP.items() if (place.root / name).exists())
        for line in (*manifests, *options.setup):
            status, output = place.run(line, 10 * options.patience)
            print(f"{line}: {status} {last_line(output)}", flush=True)
        for printed in found:
            word = check(place, printed, options.patience, options.skip)
            verdicts[printed.title, word] += 1
    for (title, word), number in sorted(verdicts.items()):
        print(f"{title:7} {word:8} {number:4}")


if __name__ == "__main__":
    main()
