"""The facts of files, kept between builds by what is in the files."""

import gc
import json
import sqlite3
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from sphinx_repodoc.analyse.store_file import (
    BESIDE,
    NEW,
    Identity,
    create,
    identify,
    is_writable,
    remove,
)
from sphinx_repodoc.errors import DamagedError
from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.files import Problem, ProblemKind

FILE_NAME = "repodoc-facts.sqlite"
FILE_NAMES = tuple(FILE_NAME + new + beside for new in ("", NEW) for beside in ("", *BESIDE))
"""All that may lie in the folder of a store."""

FORMAT = 2
"""The ``user_version`` of the schema; a file of another one is made anew."""

PATIENCE = 10.0
"""Seconds to wait for another build; one keeps the facts of thousands of files in less."""

TRIES = 3
"""Once on the file that is there, once on the one that another build made of it, once on ours."""

MEMORY = 30
"""For so many builds that add something, facts are kept though no build uses them."""

PERIOD = 10
"""Their use is written down after so many builds, not after each: that rewrites every row."""

SCHEMA = """
PRAGMA auto_vacuum = FULL;
PRAGMA user_version = 2;
CREATE TABLE builds (number INTEGER NOT NULL);
INSERT INTO builds VALUES (0);
CREATE TABLE facts (
    version TEXT NOT NULL,
    key TEXT NOT NULL,
    build INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    facts BLOB NOT NULL
);
"""
"""The journal is SQLite's default, one file beside the store while it is written. A write-ahead
log would let builds read while another writes, which takes a second at most; it would need shared
memory, a writable folder even to read, and three files to carry about. There is no index: a build
asks for nearly all rows, and where an index is damaged, rows are never found again."""

READ = """
SELECT key, build < (SELECT max(number) FROM builds) - ?, checksum, CAST(facts AS BLOB)
FROM facts WHERE version = ? AND key IN (SELECT value FROM json_each(?))
"""
MARK = """
UPDATE facts SET build = ? WHERE version = ? AND key IN (SELECT value FROM json_each(?))
"""
FORGET = "DELETE FROM facts WHERE version = ? AND key IN (SELECT value FROM json_each(?))"
ADD = "INSERT INTO facts VALUES (?, ?, ?, ?, ?)"
DROP = "DELETE FROM facts WHERE build <= ?"

FAULTS: Mapping[int, str] = {
    sqlite3.SQLITE_BUSY: "another build is using it all the time",
    sqlite3.SQLITE_LOCKED: "another build is using it all the time",
    sqlite3.SQLITE_FULL: "the disk is full",
}
"""Errors for which the file is not to blame."""

FORBIDDEN = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN})
"""Errors for which the file is not to blame if it or its folder may not be written."""

ERRORS = (sqlite3.Error, msgspec.MsgspecError, UnicodeError, OSError, DamagedError)
"""What reading or writing any file whatever may raise."""

Result = TypeVar("Result")

_decode = msgspec.msgpack.Decoder(Facts).decode
_encode = msgspec.msgpack.Encoder().encode


@dataclass(frozen=True, slots=True)
class Key:
    """What decides the facts of a file, the analyser aside."""

    blob: str
    language: str


class Store:
    """One file with the facts of many, for any number of builds and versions of the analyser.

    Each method opens the file, uses it in one transaction and closes it, so that nothing is
    carried into a child process. A damaged file is made anew, one that cannot be used is left out
    of account; `problem` says so.
    """

    def __init__(self, folder: Path, version: str) -> None:
        self.problem: Problem | None = None
        self._path = folder / FILE_NAME
        self._version = version
        self._ageing: list[str] = []

    def read_facts(self, wanted: Collection[Key]) -> Mapping[Key, Facts]:
        """Give those of the wanted facts that are kept."""
        if not wanted or identify(self._path) is None:
            return {}
        return self._use(lambda connection: self._read(connection, wanted)) or {}

    def write_facts(self, found: Mapping[Key, Facts]) -> None:
        """Add what was found, and mark what was read as used, where that is overdue.

        If there is neither, nothing is written. What none of the last builds used is dropped.
        """
        if found or self._ageing:
            self._use(lambda connection: self._write(connection, found))

    def _use(self, work: Callable[[sqlite3.Connection], Result]) -> Result | None:
        """Work on the file; if it is damaged, on a new one; None if neither can be used."""
        for _ in range(TRIES):
            identity = identify(self._path)
            try:
                return self._connect(work)
            except ERRORS as error:
                reason = self._find_reason(error)
                if reason or not self._discard(identity, error):
                    self._note(f"cannot be used ({reason or error})")
                    return None
        self._note("are damaged again and again")
        return None

    def _connect(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        create(self._path, SCHEMA)
        connection = sqlite3.connect(self._path, timeout=PATIENCE, isolation_level=None)
        with closing(connection), connection:
            return work(connection)

    def _find_reason(self, error: Exception) -> str:
        """Say why the file cannot be used, though it may be whole; nothing if it is damaged."""
        if isinstance(error, OSError):
            return error.strerror or str(error)
        code = getattr(error, "sqlite_errorcode", None) or 0
        if code & 0xFF in FORBIDDEN and not is_writable(self._path):
            return "it may not be written"
        return FAULTS.get(code & 0xFF, "")

    def _discard(self, identity: Identity | None, error: Exception) -> bool:
        """Remove the damaged file, unless another build did so; False if that is impossible."""
        try:
            if remove(self._path, identity):
                self._note(f"are damaged or of another version ({error})")
        except OSError:
            return False
        return True

    def _note(self, fault: str) -> None:
        message = f"the stored facts in {self._path} {fault}, so the files are analysed anew"
        self.problem = self.problem or Problem(ProblemKind.STORE, message)

    def _read(self, connection: sqlite3.Connection, wanted: Collection[Key]) -> Mapping[Key, Facts]:
        _check_format(connection)
        keys = {_write_key(key): key for key in wanted}
        known: dict[Key, Facts] = {}
        self._ageing = []
        rows = connection.execute(READ, (PERIOD, self._version, json.dumps(list(keys))))
        with _no_collection():
            for key, is_ageing, checksum, encoded in rows:
                if checksum != _compute_checksum(self._version, key, encoded or b""):
                    raise DamagedError("a checksum is wrong")
                known[keys[key]] = _decode(encoded)
                self._ageing += [key] if is_ageing else []
        return known

    def _write(self, connection: sqlite3.Connection, found: Mapping[Key, Facts]) -> None:
        connection.execute("BEGIN IMMEDIATE")
        _check_format(connection)
        connection.execute("UPDATE builds SET number = number + 1")
        (build,) = connection.execute("SELECT max(number) FROM builds").fetchone()
        if not isinstance(build, int):
            raise DamagedError("the builds are not counted")
        again = json.dumps([_write_key(key) for key in found])
        rows = (self._row(key, build, facts) for key, facts in found.items())
        connection.execute(MARK, (build, self._version, json.dumps(self._ageing)))
        connection.execute(FORGET, (self._version, again))
        connection.executemany(ADD, rows)
        connection.execute(DROP, (build - PERIOD - MEMORY,))

    def _row(self, key: Key, build: int, facts: Facts) -> tuple[str, str, int, int, bytes]:
        written, encoded = _write_key(key), _encode(facts)
        checksum = _compute_checksum(self._version, written, encoded)
        return self._version, written, build, checksum, encoded


@contextmanager
def _no_collection() -> Iterator[None]:
    """Spare the search for garbage among values that are all kept: four fifths of the time."""
    is_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_enabled:
            gc.enable()


def _check_format(connection: sqlite3.Connection) -> None:
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    if number != FORMAT:
        raise DamagedError(f"format {number} in place of {FORMAT}")


def _write_key(key: Key) -> str:
    return f"{key.blob} {key.language}"


def _compute_checksum(version: str, key: str, encoded: bytes) -> int:
    return zlib.crc32(encoded, zlib.crc32(f"{version} {key}".encode()))
