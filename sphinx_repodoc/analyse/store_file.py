"""The file of a store: made whole or not at all, and made anew by one build only."""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

NEW = ".new"
"""Suffix of a file that is being made."""

BESIDE = ("-journal", "-wal", "-shm")
"""Suffixes of what SQLite leaves beside a file when a transaction is broken off."""

Identity = tuple[int, int, int]
"""Tells one state of a file from any later one."""


def identify(path: Path) -> Identity | None:
    """Return what tells this file from another of its name; None if there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino, status.st_ctime_ns


def create(path: Path, schema: str) -> None:
    """Make a file with empty tables unless there is one.

    It gets its name when it is whole: so an empty file of that name is always a damaged one.

    :raises OSError: the folder cannot be written
    :raises sqlite3.Error: likewise
    """
    if os.path.lexists(path):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with _alone(path.parent):
        if os.path.lexists(path):
            return
        new = path.with_name(path.name + NEW)
        _delete(new)
        with closing(sqlite3.connect(new, isolation_level=None)) as connection:
            connection.executescript(schema)
        _delete(path)  # a journal without its file would be taken for the new file's
        new.replace(path)


def remove(path: Path, identity: Identity | None) -> bool:
    """Remove a file that is still the one of that identity; say whether there was need.

    :raises OSError: it cannot be removed
    """
    with _alone(path.parent):
        if identity is None or identify(path) != identity:
            return False
        _delete(path)
        return True


def is_writable(path: Path) -> bool:
    """Whether a folder may be written and the file in it, if no other build has just removed it."""
    if not os.access(path.parent, os.W_OK):
        return False
    return (path.is_file() and os.access(path, os.W_OK)) or not os.path.lexists(path)


def _delete(path: Path) -> None:
    for suffix in ("", *BESIDE):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep other builds from doing the same in a folder, where its file system can do that."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
