"""One pass over the log against a question a file: ``python -m tests.bench.history ROOT...``."""

import argparse
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import TypeVar

from sphinx_repodoc.model.history import Log
from sphinx_repodoc.scan.past import find_horizon, read_log

Result = TypeVar("Result")

HEAD = ("repository", "commits", "files", "one pass s", "kept s", "git log -1 a file s", "ratio")


def main() -> None:
    """Print a row for each repository as Markdown."""
    arguments = _parse_arguments()
    print(f"| {' | '.join(HEAD)} |\n|{' --- |' * len(HEAD)}")
    for root in arguments.roots:
        print(f"| {' | '.join(measure(root, arguments.sample))} |", flush=True)


def measure(root: Path, sample: int) -> list[str]:
    """Return a row: the questions are put for some of the files, and reckoned for all."""
    head = ask(root, "rev-parse", "HEAD").strip()
    names = ask(root, "ls-tree", "-r", "-z", "--name-only", head).split("\0")[:-1]
    some = names[:: max(1, len(names) // sample)]
    with tempfile.TemporaryDirectory() as store:
        whole, log = timed(lambda: read(root, head, names, Path(store)))
        kept, _ = timed(lambda: read(root, head, names, Path(store)))
    asked, _ = timed(lambda: [ask(root, "log", "-1", "--format=%H", "--", name) for name in some])
    single = asked * len(names) / len(some)
    figures = [f"{whole:.1f}", f"{kept:.1f}", f"{single:.1f}", f"{single / whole:.1f}"]
    return [root.resolve().name, f"{len(log.commits):,}", f"{len(names):,}", *figures]


def read(root: Path, head: str, names: list[str], store: Path) -> Log:
    """Read the log of all files."""
    return read_log(root, find_horizon(root, head), map(PurePosixPath, names), store)


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """Return how many seconds some work takes, and what comes of it."""
    start = time.perf_counter()
    done = work()
    return time.perf_counter() - start, done


def ask(root: Path, *arguments: str) -> str:
    """Return what git prints."""
    command = ("git", "-C", str(root), *arguments)
    return subprocess.run(command, check=True, capture_output=True).stdout.decode(errors="replace")


def _parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.history", description=__doc__)
    parser.add_argument("roots", nargs="+", type=Path, metavar="ROOT")
    parser.add_argument("--sample", type=int, default=200, help="of how many files git is asked")
    return parser.parse_args()


if __name__ == "__main__":
    main()
