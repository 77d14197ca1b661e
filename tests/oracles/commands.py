"""The commands that pages print, run.

``python -m tests.oracles.commands REPOSITORY [SHARE]`` copies a repository and runs there every
command that the pages of its files print, or one of SHARE files; what needs the installed package
is run as it is found. Whatever runs then, runs with your rights: take repositories that you trust.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sphinx_repodoc.model.pages import Command
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.relations import find_testing
from sphinx_repodoc.survey import Request, survey_repository

PATIENCE = 120
"""Seconds for one command."""


def find_printed(survey: Survey, share: int) -> Iterator[tuple[str, Command]]:
    """Yield the commands of each file, once each, with what they are said to do."""
    seen: set[str] = set()
    for path in list(survey.files)[::share]:
        if testing := find_testing(survey, path):
            for title, commands in (
                ("tests", testing.test_commands),
                ("case", [testing.case_command.command] if testing.case_command else []),
                ("run", testing.commands),
            ):
                for command in commands:
                    if command.line not in seen:
                        seen.add(command.line)
                        yield title, command


def run(line: str, root: Path) -> tuple[str, str]:
    """Run a command line; return how it ended, and the last line that it printed."""
    process = subprocess.Popen(
        ["bash", "-c", line], cwd=root, text=True, errors="replace", stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
    )  # fmt: skip
    try:
        printed, _ = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return "timeout", ""
    lines = [each for each in printed.splitlines() if each.strip()]
    return str(process.returncode), (lines or [""])[-1].strip()[:90]


if __name__ == "__main__":
    source, portion = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / source.resolve().name
        shutil.copytree(source, copy, symlinks=True)
        found = survey_repository(Request(copy), lambda _done, _total: None)
        for title, command in list(find_printed(found, portion)):
            status, last = run(command.line, copy)
            print(f"{title:5} {status:7} {command.line}\n      {last}", flush=True)
