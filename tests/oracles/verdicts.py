"""Whether a command that a page prints did what the page says, by what came out of it."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import NamedTuple


class Title(StrEnum):
    """What a page says that a command does."""

    FILE = "file"
    """It runs the tests of a file."""
    CASE = "case"
    """It runs one test case."""
    FOLDER = "folder"
    """It runs the tests below a folder."""
    RUN = "run"
    """It runs a file, or is a command of the package."""
    HELP = "help"
    """It has the options of a table."""
    TASK = "task"
    """It runs a task, or builds a target."""


class Word(StrEnum):
    """What is judged."""

    SAID = "as said"
    ELSE = "else"
    """Other tests ran, or an option is not there."""
    LOST = "lost"
    """What it is to run was not found."""
    FAILED = "failed"
    """It began, and ended badly: for a reader to judge."""
    LONG = "long"
    """It was at work when its time was over."""
    SKIPPED = "not run"
    """Whoever asks does not want it run."""


@dataclass(frozen=True)
class Printed:
    """A command, and what the page that prints it says of it."""

    page: PurePosixPath
    title: Title
    line: str
    names: tuple[str, ...] = ()
    """Of the test cases that it is to run, or of the options that it is to have."""


class Runner(NamedTuple):
    """What runs tests, and how it is brought to tell which."""

    start: str
    """Of its command line."""
    verbose: str
    """What to put behind that."""
    told: str
    """How its output names a case that it ran."""
    separator: str = ""
    """What is between the command's last word and a name in what is told; empty: only the name."""


UNITTEST = r"^\w+ \(([\w.]+)\)(?= \.\.\.|\n)"

RUNNERS = (
    Runner(
        "python -m pytest",
        " -v",
        r"^(\S+?::[^[\s]+)(?:\[.*\])? (?:PASSED|FAILED|ERROR|SKIPPED|XFAIL|XPASS)",
        "::",
    ),
    Runner("python -m unittest", " -v", UNITTEST, "."),
    Runner("python manage.py test", " -v 2", UNITTEST, "."),
    Runner("go test", " -v", r"^=== RUN\s+([^/\s]+)"),
    Runner("cargo test", "", r"^test (\S+) \.\.\."),
    Runner("bats", " --tap", r"^(?:not )?ok \d+ (.*?)(?: # skip.*| in \d+ms)?$"),
    Runner("ctest", "", r"Test +#\d+: (\S+) \."),
)
"""Those that tell exactly. What ``npm test`` runs, each runner tells in its own way."""

LOST = re.compile(
    r"No module named|relative import|can't open file|ImproperlyConfigured|No rule to make target"
    r"|Missing script|(?:unknown|no such) (?:target|environment)|Sessions not found"
    r"|not contain recipe",
    re.IGNORECASE,
)
"""What is said of a program or a task that could not even start."""

NOT_FOUND = (126, 127)
"""How a shell ends that has not found a command, or may not run it."""


def find_runner(line: str) -> Runner | None:
    """Return what a command runs tests with, whatever folder it enters before."""
    bare = line.rpartition(" && ")[2]
    return next((runner for runner in RUNNERS if bare.startswith(f"{runner.start} ")), None)


def judge(printed: Printed, status: int | None, output: str) -> tuple[Word, str]:
    """Judge what came of a command, and say why.

    :param status: its exit status; None if it was at work when its time was over
    """
    if printed.title in {Title.FILE, Title.CASE}:
        return _judge_tests(printed, output)
    if status is None:
        return Word.LONG, ""
    lost = LOST.search(output) if status else None
    if lost or status in NOT_FOUND:
        return Word.LOST, output[lost.start() :].partition("\n")[0] if lost else last_line(output)
    if printed.title is Title.HELP:
        missing = [n for n in printed.names if not re.search(rf"(?<![\w-]){n}(?![\w-])", output)]
        return (Word.ELSE, f"no {', '.join(missing)}") if missing else (Word.SAID, "")
    return Word.FAILED if status else Word.SAID, last_line(output)


def _judge_tests(printed: Printed, output: str) -> tuple[Word, str]:
    """Judge by which cases ran: whether they pass is not the command's doing."""
    if not (runner := find_runner(printed.line)):
        if str(printed.page) in output:
            return Word.SAID, "the file is named"
        seen = sum(name in output for name in printed.names)
        word = Word.SAID if seen == len(printed.names) else Word.ELSE
        return word, f"{seen} of {len(printed.names)} cases are named"
    ran = set(re.findall(runner.told, output, re.MULTILINE))
    target = printed.line.split()[-1]
    start = f"{target}{runner.separator}" if runner.separator else ""
    wanted = {f"{start}{name}" for name in printed.names}
    others = {name for name in ran if not name.startswith(start)}
    if printed.title is Title.CASE:
        wanted = {target} if start else wanted
        others = ran - wanted
    if not ran:
        return Word.LOST, last_line(output)
    if wanted <= ran and not others:
        return Word.SAID, f"{len(ran)} ran"
    return Word.ELSE, f"not {sorted(wanted - ran)[:3]}; but {sorted(others)[:3]}"


def last_line(output: str) -> str:
    """Return the last line that has something in it."""
    return next((line for line in reversed(output.splitlines()) if line.strip()), "").strip()
