"""What is known of output folders: kept beside the doctrees, which several of them may share."""

import hashlib
import os
from pathlib import Path
from typing import TypeVar

import msgspec
from sphinx.application import Sphinx

from sphinx_repodoc.ext.generated.owned import replace_file

Kind = TypeVar("Kind", bound=msgspec.Struct)


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


def write_record(file: Path, record: msgspec.Struct) -> None:
    """Keep a record; where that cannot be done, the next build writes more than it need."""
    try:
        replace_file(file, msgspec.msgpack.encode(record))
    except OSError:
        return
