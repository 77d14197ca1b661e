"""What builds cost: each one a child process, the projects taking turns."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from statistics import median

from tests.bench.projects import WRITERS, Paths, make_project

COUNTS = re.compile(r"(\d+) added, (\d+) changed, \d+ removed")
EDIT = "\n# one more line\n"
UNFAIR = {"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"}
"""Variables that make every start of Python slower, and so all ratios nearer to 1."""


class Step(StrEnum):
    """A build, after what was done to the project."""

    CLEAN = "clean"
    NO_OP = "no-op"
    EDIT = "one edit"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one build took."""

    cpu: float
    """User and system seconds, of child processes too."""
    wall: float
    """Seconds."""
    peak: float
    """Megabytes of the largest of its processes."""
    read: int
    """Documents that Sphinx read."""
    warnings: int


Costs = dict[str, dict[Step, Cost]]


def compare(tree: Path, paths: Paths, folder: Path, rounds: int) -> Costs:
    """Build every project `rounds` times in turn; medians of each figure."""
    taken: dict[tuple[str, Step], list[Cost]] = {}
    for _ in range(rounds):
        for name, write in WRITERS.items():
            project = make_project(write, tree, paths, folder / name)
            for step in Step:
                if step is Step.EDIT:
                    _edit(project / "tree" / paths[len(paths) // 2])
                taken.setdefault((name, step), []).append(build(project))
    return {name: {step: _median(taken[name, step]) for step in Step} for name in WRITERS}


def sphinx_command(project: Path) -> list[str]:
    """Name the module and arguments that build a project serially."""
    return ["sphinx", "-b", "html", "-j", "1", str(project / "docs"), str(project / "html")]


def build(project: Path) -> Cost:
    """Build a project once."""
    log = project / "build.log"
    environment = {name: value for name, value in os.environ.items() if name not in UNFAIR}
    start = time.perf_counter()
    with log.open("w", encoding="utf-8") as output:
        command = [sys.executable, "-m", *sphinx_command(project)]
        process = subprocess.Popen(
            command, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    text = log.read_text(encoding="utf-8")
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, text)
    return Cost(
        cpu=usage.ru_utime + usage.ru_stime,
        wall=time.perf_counter() - start,
        peak=usage.ru_maxrss / 1024,
        read=sum(int(count) for counts in COUNTS.findall(text) for count in counts),
        warnings=text.count("WARNING: "),
    )


def _edit(file: Path) -> None:
    with file.open("a", encoding="utf-8") as text:
        text.write(EDIT)


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(
        cpu=median(cost.cpu for cost in costs),
        wall=median(cost.wall for cost in costs),
        peak=median(cost.peak for cost in costs),
        read=max(cost.read for cost in costs),
        warnings=max(cost.warnings for cost in costs),
    )
