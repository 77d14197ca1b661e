"""Files in a folder that are ours: listed in a manifest, and only these ever deleted."""

import os
from collections.abc import Set as AbstractSet
from pathlib import Path, PurePosixPath

MANIFEST = ".repodoc-manifest"
"""Lists our files in the folder that holds it, a name a line."""


def read_manifest(folder: Path) -> set[str]:
    """Return the names of our files; none outside the folder, whatever the manifest says."""
    try:
        text = (folder / MANIFEST).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return set()
    names = {PurePosixPath(line) for line in text.splitlines() if line}
    return {str(name) for name in names if not name.is_absolute() and ".." not in name.parts}


def write_manifest(folder: Path, names: AbstractSet[str]) -> None:
    """Record the names of our files.

    :raises OSError: the folder cannot be written
    """
    write_if_changed(folder / MANIFEST, "".join(f"{name}\n" for name in sorted(names)))


def write_if_changed(file: Path, text: str) -> None:
    """Write a file unless it holds the text already, so that its modification time stays.

    :raises OSError: it cannot be written
    """
    content = text.encode()
    if file.is_file() and file.read_bytes() == content:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def replace_file(file: Path, content: bytes) -> None:
    """Write a file so that it is never seen half-written.

    :raises OSError: it cannot be written
    """
    made = file.with_name(f"{file.name}.{os.getpid()}")
    made.write_bytes(content)
    made.replace(file)


def delete_files(folder: Path, names: AbstractSet[str]) -> None:
    """Delete files below a folder, and the folders that they leave empty."""
    for name in sorted(names, reverse=True):
        file = folder / name
        file.unlink(missing_ok=True)
        for parent in file.parents:
            if parent == folder or not parent.is_dir() or any(parent.iterdir()):
                break
            parent.rmdir()
