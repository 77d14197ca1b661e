"""Repositories with a past: written down, or drawn at random."""

import os
import random
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from sphinx_repodoc.model.history import Log
from sphinx_repodoc.scan.past import find_horizon, read_log
from tests.conftest import run_git

NAMES = ["a.txt", "b.txt", "sub/a.txt", "sub/c.txt", "d.txt"]
AUTHORS = ["Ada <ada@example.org>", "Bob <bob@example.org>", "bob <bob@example.org>"]
START = 1_704_100_000
"""The first of January 2024, in seconds since 1970."""

Tree = dict[str, str]


@dataclass
class Past:
    """Commits for ``git fast-import``, which takes a thousand of them in a second."""

    root: Path
    lines: list[str] = field(default_factory=list)
    trees: list[Tree] = field(default_factory=list)

    def commit(
        self,
        tree: Mapping[str, str],
        *parents: int,
        time: int = 0,
        author: str = AUTHORS[0],
        subject: str = "",
    ) -> int:
        """Add a commit, from no other if need be, and return its number."""
        number = len(self.trees) + 1
        when = f"{START + time} +0000"
        subject = subject or f"commit {number}"
        self.lines += [
            f"commit refs/heads/c{number}",
            f"mark :{number}",
            f"author {author} {when}",
            f"committer Eve <eve@example.org> {when}",
            f"data {len(subject)}\n{subject}",
            *(f"{'merge' if n else 'from'} :{parent}" for n, parent in enumerate(parents)),
            "deleteall",
            *(f"M 100644 inline {name}\ndata {len(text)}\n{text}" for name, text in tree.items()),
            "",
        ]
        self.trees.append(dict(tree))
        return number

    def write(self) -> Path:
        """Write the repository, the last commit checked out."""
        self.root.mkdir()
        run_git(self.root, "init", "--quiet", "--template=")
        command = ["git", "-C", os.fspath(self.root), "fast-import", "--quiet"]
        subprocess.run(command, input="\n".join(self.lines).encode(), check=True)
        run_git(self.root, "checkout", "--quiet", f"c{len(self.trees)}")
        return self.root


def draw_past(root: Path, seed: int, commits: int = 40) -> Past:
    """Draw commits on several branches: changes, renames, deletions, new files, merges."""
    chance = random.Random(seed)
    past = Past(root)
    tips = [past.commit({name: _text(chance) for name in NAMES[:3]})]
    while len(past.trees) < commits:
        parent = chance.choice(tips)
        tree = dict(past.trees[parent - 1])
        parents = [parent]
        if len(tips) > 1 and chance.random() < 0.2:
            other = chance.choice([tip for tip in tips if tip != parent])
            tree = past.trees[other - 1] | tree
            parents.append(other)
        else:
            _edit(chance, tree)
        time = len(past.trees) * chance.choice([0, 40, 50])
        made = past.commit(tree, *parents, time=time, author=chance.choice(AUTHORS))
        tips = [tip for tip in tips if tip not in parents or chance.random() < 0.2] + [made]
    past.commit(past.trees[tips[-1] - 1], *reversed(tips), time=commits * 60)
    return past


def read(root: Path, commit: str = "HEAD", store: Path | None = None) -> Log:
    """Return the log of all files that a commit has."""
    head = run_git(root, "rev-parse", commit).strip()
    names = run_git(root, "ls-tree", "-r", "-z", "--name-only", head).split("\0")[:-1]
    return read_log(root, find_horizon(root, head), map(PurePosixPath, names), store)


def tell(log: Log, name: str) -> list[str]:
    """Return the subjects of the commits that changed a file, the newest first."""
    numbers = log.changed.get(PurePosixPath(name), ())
    return [log.commits[number].subject for number in numbers]


def _edit(chance: random.Random, tree: Tree) -> None:
    name = chance.choice(sorted(tree)) if tree else ""
    new = chance.choice(NAMES)
    match chance.choice(["change", "change", "rename", "delete", "create"]):
        case "change" if name:
            tree[name] += f"{chance.random()}\n"
        case "rename" if name and new not in tree:
            tree[new] = tree.pop(name) + chance.choice(["", "one more\n"])
        case "delete" if len(tree) > 1:
            del tree[name]
        case _:
            tree[new] = _text(chance)


def _text(chance: random.Random) -> str:
    return "".join(f"{chance.random()}\n" for _ in range(20))
