"""The past of a repository, as far as it is known here."""

import os
import re
from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile
from pathlib import Path, PurePosixPath

from sphinx_repodoc.model.digest import digest
from sphinx_repodoc.model.history import Commit, Horizon, Log
from sphinx_repodoc.scan import git
from sphinx_repodoc.scan.content import open_regular
from sphinx_repodoc.scan.follow import follow, sort_records
from sphinx_repodoc.scan.foreign import find_foreign
from sphinx_repodoc.scan.log import CommitLog, Record, read_subjects

ADDRESS = re.compile(r"([\w.+-]+)@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}\b")
"""An address of e-mail, which pages never show."""

PROMISES = r"^(extensions\.partialclone|remote\..*\.promisor)$"
"""Settings of a clone that lacks objects, which it would fetch when they are asked for."""

SHALLOW = (
    "the clone is shallow, so files have their last commit where it is known, and nothing of what "
    "came before; for all of it, run git fetch --unshallow first"
)
PARTIAL = (
    "the clone is partial, so nothing is said of the history of the files; for that, clone "
    "without --filter"
)


def find_horizon(root: Path, head: str) -> Horizon:
    """Say how much of the past of a commit is known."""
    top = git.find_top_level(root)
    if not head or top is None:
        return Horizon()
    if git.find_answer(root, "config", "--get-regexp", PROMISES):
        return Horizon(omission=PARTIAL)
    answer = os.fsdecode(git.find_answer(root, "rev-parse", "--git-path", "shallow"))
    boundaries = _read(root / answer.rstrip("\n")).decode("ascii", "replace").split()
    prefix = os.fsencode(root.resolve().relative_to(top.resolve()))
    return Horizon(
        commit=head,
        mark=digest((prefix, _read(top / ".mailmap"))),
        boundaries=tuple(sorted(boundaries)),
        omission=SHALLOW if boundaries else "",
    )


def read_log(
    root: Path,
    horizon: Horizon,
    files: Iterable[PurePosixPath],
    store: Path | None,
    edit: Callable[[str], str] = str,
) -> Log:
    """Return the commits that changed the files.

    :param files: those that the commit holds
    :param store: folder that keeps what git says until the next build
    :param edit: what is done to all subjects, and to all authors, one a line
    :raises GitError: if git does not tell
    """
    if not horizon.commit:
        return Log()
    is_whole = not horizon.boundaries
    log = CommitLog(root, horizon.commit, horizon.mark, store if is_whole else None)
    records = list(sort_records(log.read_records(), horizon.commit))
    since = _find_start(records)
    details = log.read_details(records, since if is_whole else "9999")
    if is_whole:
        log.keep(records, details)
    known = list(takewhile(lambda record: record.id not in horizon.boundaries, records))
    subjects = read_subjects(root, horizon.commit)
    texts = edit(hide_addresses("\n".join(subjects[record.id] for record in known))).split("\n")
    names = list(dict.fromkeys(record.author for record in known))
    authors = dict(zip(names, edit(hide_addresses("\n".join(names))).split("\n"), strict=False))
    trails = follow(known, files, find_foreign(root, records), details, since)
    return Log(
        commits=tuple(
            Commit(record.id, record.day, record.time, text)
            for record, text in zip(known, texts, strict=False)
        ),
        authors=tuple(authors[record.author] for record in known),
        sizes=tuple(trails.sizes),
        changed={
            path: tuple(numbers)
            for path, numbers in trails.changed.items()
            if trails.newest[path] != "D"  # on a branch that was merged without that
        },
        created=frozenset(path for path, status in trails.oldest.items() if status in "AC"),
        churn={path: churn for path, churn in trails.churn.items() if churn},
        is_whole=is_whole,
    )


def hide_addresses(text: str) -> str:
    """Leave of each address only what is before the ``@``."""
    return ADDRESS.sub(r"\1", text)


def _find_start(records: Sequence[Record]) -> str:
    """Return the first day of the year before that of the newest commit."""
    year = records[0].day[:4]
    return f"{int(year) - 1:04}-01-01" if year.isdecimal() else "9999"


def _read(file: Path) -> bytes:
    """Return what a regular file holds; nothing if there is none."""
    try:
        with open_regular(file) as stream:
            return stream.read()
    except OSError:
        return b""
