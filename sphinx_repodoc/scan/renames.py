"""Where files have gone: by their content as long as nothing is committed, then by the log."""

import os
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path, PurePosixPath

from sphinx_repodoc.model.files import SourceFile
from sphinx_repodoc.scan import git

COMMITS = 500
"""How far back the log is searched for renamings."""

LOG = (
    *("-c", "log.diffMerges=first-parent", "-c", "diff.renameLimit=1000"),
    *("log", "--first-parent", "-m", f"--max-count={COMMITS}", "--find-renames"),
    *("--diff-filter=R", "--name-status", "-z", "--format=", "--relative"),
    *(f"-O{os.devnull}", "--no-color", "--no-ext-diff", "--no-textconv"),
)


def find_moved(
    committed: Mapping[PurePosixPath, str], files: Mapping[PurePosixPath, SourceFile]
) -> dict[PurePosixPath, PurePosixPath]:
    """Return for each committed path that is gone the new file of its content, if there is one."""
    new = {file.blob: path for path, file in files.items() if path not in committed and file.size}
    gone = ((path, blob) for path, blob in committed.items() if path not in files)
    return {path: new[blob] for path, blob in gone if blob in new}


def read_renames(root: Path, head: str) -> dict[PurePosixPath, PurePosixPath]:
    """Return what became of each path that the last commits renamed, in one question to git."""
    renames: dict[PurePosixPath, PurePosixPath] = {}
    with closing(git.stream(root, *LOG, head, "--")) as chunks:
        for old, new in _parse(b"".join(chunks)):
            renames.setdefault(old, renames.get(new, new))
    return renames


def _parse(output: bytes) -> Iterator[tuple[PurePosixPath, PurePosixPath]]:
    """Yield old and new path, the latest renaming first."""
    records = [record for record in output.split(b"\0") if record.strip()]
    for old, new in zip(records[1::3], records[2::3], strict=False):
        yield PurePosixPath(os.fsdecode(old)), PurePosixPath(os.fsdecode(new))
