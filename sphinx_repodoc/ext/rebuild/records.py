"""What is known of output folders: kept beside the doctrees, which several of them may share."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Generic, TypeVar

import msgspec
from sphinx.application import Sphinx

from sphinx_repodoc.ext.generated.owned import replace_file


class Record(msgspec.Struct):
    """What the pages of an output folder were written from."""

    digests: dict[str, int] = {}
    """By docname; without those of pages that may have been written from something else."""
    state: str = ""
    """Of which state of the environment the digests are; empty if some are missing."""


Kind = TypeVar("Kind", bound=Record)


class Keeper(Generic[Kind]):
    """Keeps the record of an output folder over one build, which may break off at any time."""

    def __init__(self, file: Path, before: Kind) -> None:
        self._file = file
        self.before = self.now = before
        self.stale: set[str] = set()
        """Documents whose pages are not yet what the new record says."""

    def begin(self, now: Kind, others: Iterable[str] = ()) -> None:
        """Find which pages are to be written, and keep no record of them until they are.

        :param others: pages to be written though their digest is the same
        """
        before = self.before.digests
        self.stale = {name for name, known in now.digests.items() if before.get(name) != known}
        self.stale.update(others)
        self.now = now
        if self.stale & before.keys():
            self.before = _without(self.before, self.stale)
            _write(self._file, self.before)

    def finish(self) -> None:
        """Keep the new record, but for documents that were not to be written this time."""
        if self.stale:
            self.now = _without(self.now, self.stale)
        if self.now != self.before:
            _write(self._file, self.now)


def record_file(app: Sphinx, name: str) -> Path:
    """Return where a record of this build's output folder is kept."""
    folder = os.path.relpath(app.outdir, app.doctreedir)
    mark = hashlib.blake2b(os.fsencode(folder), digest_size=4).hexdigest()
    return Path(app.doctreedir) / f"repodoc-{name}-{app.builder.name}-{mark}"


def read_record(file: Path, kind: type[Kind]) -> Kind:
    """Return the record in a file; an empty one if there is none."""
    try:
        return msgspec.msgpack.decode(file.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError):
        return kind()


def _without(record: Kind, docnames: set[str]) -> Kind:
    known = {name: digest for name, digest in record.digests.items() if name not in docnames}
    return msgspec.structs.replace(record, digests=known, state="")


def _write(file: Path, record: Record) -> None:
    """Keep a record; where that cannot be done, the next build writes more than it need."""
    try:
        replace_file(file, msgspec.msgpack.encode(record))
    except OSError:
        return
