"""The facts of files, kept between builds by what is in the files."""

import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.files import Problem, ProblemKind

FILE_NAME = "repodoc-facts.sqlite"
PATIENCE = 10.0
"""Seconds to wait for another process that is writing."""
DAMAGE = frozenset({sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
"""Errors that only a file which is not ours, or no longer whole, can cause."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS analyser (version TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS facts (
    blob TEXT NOT NULL,
    language TEXT NOT NULL,
    build INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    facts BLOB NOT NULL,
    PRIMARY KEY (blob, language)
) WITHOUT ROWID;
"""

Result = TypeVar("Result")

_decode = msgspec.msgpack.Decoder(Facts).decode
_encode = msgspec.msgpack.Encoder().encode


@dataclass(frozen=True, slots=True)
class Key:
    """What decides the facts of a file, the analyser aside."""

    blob: str
    language: str


class Store:
    """One file with the facts of many, all found by one version of the analyser.

    Each method opens the file, uses it in one transaction and closes it, so that nothing is
    carried into a child process. A damaged file is made anew, one that cannot be used is left out
    of account; `problem` says so.
    """

    def __init__(self, folder: Path, version: str) -> None:
        self.problem: Problem | None = None
        self._path = folder / FILE_NAME
        self._version = version

    def read_facts(self, wanted: Iterable[Key]) -> Mapping[Key, Facts]:
        """Give those of the wanted facts that are kept."""
        keys = frozenset(wanted)
        if not keys or not self._path.is_file():
            return {}
        return self._use(lambda connection: dict(_read(connection, self._version, keys))) or {}

    def write_facts(self, used: Iterable[Key], found: Mapping[Key, Facts]) -> None:
        """Add what was found; drop what neither this build nor the last one that added used.

        :param used: all that this build uses, what was found included
        """
        self._use(lambda connection: _write(connection, self._version, used, found))

    def _use(self, work: Callable[[sqlite3.Connection], Result]) -> Result | None:
        """Work on the file; if it is damaged, on a new one; None if neither can be used."""
        for _ in range(2):
            try:
                return self._connect(work)
            except (sqlite3.Error, msgspec.DecodeError, OSError) as error:
                self.problem = self.problem or Problem(
                    ProblemKind.STORE, _explain(self._path, error)
                )
                if not _is_damage(error) or not self._remove():
                    break
        return None

    def _connect(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self._path, timeout=PATIENCE, isolation_level="IMMEDIATE")
        with closing(connection), connection:
            return work(connection)

    def _remove(self) -> bool:
        """Remove the file and what a broken-off transaction left beside it."""
        try:
            for suffix in ("", "-journal"):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
        except OSError:
            return False
        return True


def _read(
    connection: sqlite3.Connection, version: str, keys: frozenset[Key]
) -> Iterator[tuple[Key, Facts]]:
    if _read_version(connection) != version:
        return
    rows = "SELECT blob, language, checksum, CAST(facts AS BLOB) FROM facts"
    for blob, language, checksum, encoded in connection.execute(rows):
        key = Key(blob, language)
        if key in keys:
            if checksum != _compute_checksum(key, encoded):
                raise msgspec.DecodeError("a checksum is wrong")
            yield key, _decode(encoded)


def _write(
    connection: sqlite3.Connection, version: str, used: Iterable[Key], found: Mapping[Key, Facts]
) -> None:
    connection.executescript(SCHEMA)
    if _read_version(connection) != version:
        connection.execute("DELETE FROM facts")
        connection.execute("DELETE FROM analyser")
        connection.execute("INSERT INTO analyser VALUES (?)", (version,))
    (last,) = connection.execute("SELECT coalesce(max(build), 0) FROM facts").fetchone()
    connection.executemany(
        "UPDATE facts SET build = ? WHERE blob = ? AND language = ?",
        ((last + 1, key.blob, key.language) for key in used),
    )
    connection.executemany(
        "INSERT OR REPLACE INTO facts VALUES (?, ?, ?, ?, ?)",
        (_row(key, last + 1, _encode(facts)) for key, facts in found.items()),
    )
    connection.execute("DELETE FROM facts WHERE build < ?", (last,))


def _read_version(connection: sqlite3.Connection) -> str:
    row = connection.execute("SELECT version FROM analyser").fetchone()
    return str(row[0]) if row else ""


def _row(key: Key, build: int, encoded: bytes) -> tuple[str, str, int, int, bytes]:
    return key.blob, key.language, build, _compute_checksum(key, encoded), encoded


def _compute_checksum(key: Key, encoded: bytes) -> int:
    return zlib.crc32(encoded, zlib.crc32(f"{key.blob} {key.language}".encode()))


def _is_damage(error: Exception) -> bool:
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(error, msgspec.DecodeError) or (code is not None and code & 0xFF in DAMAGE)


def _explain(path: Path, error: Exception) -> str:
    return f"the stored facts in {path} cannot be used and are found anew: {error}"
