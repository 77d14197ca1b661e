"""Compare the history of each file with git's own: ``python tests/oracles/history.py ROOT...``."""

import argparse
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path, PurePosixPath

from sphinx_repodoc.model.history import Log
from sphinx_repodoc.scan.past import find_horizon, hide_addresses, read_log

SETTINGS = ("-c", "diff.renameLimit=1000", "-c", "core.quotePath=false")
FOLLOW = (
    "log",
    "--follow",
    "-c",
    "--date-order",
    "--name-status",
    "--format=%x00%H",
    "--date=short",
)
SHORTLOG = ("shortlog", "-sn", "--no-merges", "--full-history", "HEAD", "--")


@dataclass(frozen=True, slots=True)
class Step:
    """A commit that git lists for a file."""

    commit: str
    status: str
    source: str
    """What the file was renamed or copied from."""


def main() -> int:
    """Print how many files agree, each kind of difference, and the files of unknown kinds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("roots", nargs="+", type=Path, metavar="ROOT")
    parser.add_argument("--every", type=int, default=1, help="compare one of so many files")
    arguments = parser.parse_args()
    failed = False
    for root in arguments.roots:
        kinds = Counter[str]()
        for path, kind in compare(root, arguments.every):
            kinds[kind] += 1
            if kind.startswith("?"):
                print(f"{path}: {kind}", flush=True)
        failed = failed or any(kind.startswith("?") for kind in kinds)
        print(f"{root.name}: {sum(kinds.values())} files")
        for kind, number in kinds.most_common():
            print(f"  {number:6} {kind}")
    return int(failed)


def compare(root: Path, every: int) -> Iterator[tuple[str, str]]:
    """Yield each file with how its history differs from git's."""
    head = ask(root, "rev-parse", "HEAD").strip()
    names = ask(root, "ls-tree", "-r", "-z", "--name-only", head).split("\0")[:-1]
    paths = [PurePosixPath(name) for name in names]
    log = read_log(root, find_horizon(root, head), paths, None)
    for name in names[::every]:
        yield name, find_difference(root, log, name)


def find_difference(root: Path, log: Log, name: str) -> str:
    """Say how the history of a file differs from git's."""
    ours = [log.commits[number].id for number in log.changed.get(PurePosixPath(name), ())]
    steps = list(read_steps(root, name))
    theirs = [step.commit for step in steps]
    if ours == theirs:
        return find_other_authors(root, log, name, steps)
    if not ours and steps[0].status == "D":
        return "nothing is said, since the newest commit deletes it, on another branch"
    if theirs == ours[: len(theirs)] and any(
        commit in find_merges(root) and renames(root, commit)
        for commit in ours[max(0, len(theirs) - 1) : len(theirs) + 1]
    ):
        return "git stops where a merge renamed the file"
    names = {name, *(step.source for step in steps)}
    passed_over = find_passed_over(root, names, set(ours) - set(theirs))
    ours = [commit for commit in ours if commit not in passed_over]
    if ours == theirs:
        return "equal but for merges, which git passes over where it follows"
    if ours == [commit for commit in theirs if commit in find_own(root)]:
        return "git counts commits of a repository that was merged into a folder"
    return find_other_way(root, name, ours, steps)


def find_other_way(root: Path, name: str, ours: list[str], steps: list[Step]) -> str:
    """Say why git goes on with another file than we do."""
    same = [step for step, commit in zip(steps, ours, strict=False) if step.commit == commit]
    if any(stays(root, step) for step in same):
        return "git goes on with a file that was copied and stays"
    if same and follows_nothing(root, same[-1]):
        return "git goes on with another file that is empty"
    names = accumulate(same, lambda now, step: step.source or now, initial=name)
    if any(mistakes(root, now, step) for now, step in zip(names, same, strict=False)):
        return "git goes on with a file of the same content, which became another one"
    return f"? {len(ours)} commits instead of {len(steps)}"


def find_other_authors(root: Path, log: Log, name: str, steps: list[Step]) -> str:
    """Compare how many commits each author made, where git need not follow the file."""
    if any(step.source for step in steps):
        return "equal, under former names too"
    theirs = [line.strip().split("\t") for line in ask(root, *SHORTLOG, name).splitlines()]
    merges = find_merges(root)
    ours = Counter(
        log.authors[number]
        for number in log.changed.get(PurePosixPath(name), ())
        if log.commits[number].id not in merges
    )
    counted = Counter[str]()
    for number, who in theirs:
        counted[hide_addresses(who)] += int(number)
    is_same = ours == counted
    return "equal" if is_same else "? other authors"


def read_steps(root: Path, name: str) -> Iterator[Step]:
    """Yield the commits that git lists for a file, the newest first."""
    for block in ask(root, *FOLLOW, "--", name).split("\0")[1:]:
        commit, *lines = block.split()
        if not lines and commit in find_merges(root):
            continue  # git lists merges that changed nothing, too
        status = lines[0].rstrip("0123456789") if lines else ""
        yield Step(commit, status, _field(block, 1) if status in {"R", "C"} else "")


def renames(root: Path, merge: str) -> bool:
    """Whether a merge gave files names that no parent has for them."""
    listed = ask(root, "log", "-1", "-c", "--find-renames", "--name-status", "--format=", merge)
    return any(re.match("[AR]*R", line) for line in listed.splitlines())


def stays(root: Path, step: Step) -> bool:
    """Whether what a file was made from is still there after the commit."""
    return bool(step.source and ask(root, "ls-tree", step.commit, "--", step.source))


def find_passed_over(root: Path, names: set[str], commits: set[str]) -> set[str]:
    """Return those merges that made what no parent has of a file, by one of its names."""
    merges = commits.intersection(find_merges(root))
    made = {merge: ask(root, "diff-tree", "-c", "-r", "--name-only", merge) for merge in merges}
    return {merge for merge, listed in made.items() if names.intersection(listed.splitlines())}


@cache
def find_merges(root: Path) -> frozenset[str]:
    """Return the commits with several parents."""
    return frozenset(ask(root, "rev-list", "--merges", "HEAD").split())


@cache
def find_own(root: Path) -> frozenset[str]:
    """Return the commits that come after the first one of the first parents."""
    first = ask(root, "rev-list", "--first-parent", "--max-parents=0", "HEAD").strip()
    return frozenset((first, *ask(root, "rev-list", "--ancestry-path", f"{first}..HEAD").split()))


def follows_nothing(root: Path, step: Step) -> bool:
    """Whether what a file was renamed from was empty."""
    return bool(step.source) and not ask(root, "show", f"{step.commit}^:{step.source}")


def mistakes(root: Path, name: str, step: Step) -> bool:
    """Whether what git takes for the source of a file became another one in the same commit."""
    if step.status != "R":
        return False
    listed = ask(root, "log", "-1", "--find-renames", "--name-status", "--format=", step.commit)
    renamed = dict(line.split("\t")[1:] for line in listed.splitlines() if line.startswith("R"))
    return renamed.get(step.source, name) != name


def ask(root: Path, *arguments: str) -> str:
    """Return what git prints."""
    command = ("git", "-C", str(root), *SETTINGS, *arguments)
    return subprocess.run(command, check=True, capture_output=True).stdout.decode(errors="replace")


def _field(block: str, number: int) -> str:
    return block.strip().splitlines()[-1].split("\t")[number]


if __name__ == "__main__":
    sys.exit(main())
