"""The listing of a repository: which files are published, what each is, why others are not."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from sphinx_repodoc.errors import ChangedError, GitError, RootError
from sphinx_repodoc.model.files import (
    ROOT,
    FileKind,
    Folder,
    Problem,
    ProblemKind,
    SkipReason,
    SourceFile,
)
from sphinx_repodoc.model.survey import Listing
from sphinx_repodoc.scan.content import compute_blob, open_regular, read_source
from sphinx_repodoc.scan.decode import decode_as, unify
from sphinx_repodoc.scan.git import find_top_level
from sphinx_repodoc.scan.ignore import walk
from sphinx_repodoc.scan.inventory import Inventory
from sphinx_repodoc.scan.renames import find_moved
from sphinx_repodoc.scan.selection import Selection, find_refused, gather_omitted
from sphinx_repodoc.scan.tracked import read_tracked

__all__ = ["Selection", "read_content", "read_text", "scan"]


def scan(root: Path, selection: Selection | None = None) -> Listing:
    """Read each file that is to be published once; say of the others why they are not.

    :raises RootError: if `root` cannot be listed.
    :raises ConfigurationError: if `selection` holds a line that is no pattern.
    """
    selection = selection or Selection()
    _check_root(root)
    inventory = _take_inventory(root, selection)
    refused = find_refused(root, inventory, selection)
    elsewhere = {path for path, why in refused.items() if why is SkipReason.ELSEWHERE}
    published = inventory.paths.difference(refused)
    found: dict[PurePosixPath, SourceFile] = {}
    for path in sorted(published | elsewhere, key=os.fsencode):
        file = _read_file(root, path, inventory, selection)
        if file is not None:
            found[path] = file
        else:
            refused[path] = SkipReason.MISSING
    files = {path: file for path, file in found.items() if path in published}
    return Listing(
        files=files,
        folders={folder.path: folder for folder in _build_folders(files)},
        skipped=gather_omitted({**inventory.skipped, **refused}, selection),
        head=inventory.head,
        problems=inventory.problems,
        elsewhere={path: file for path, file in found.items() if path in elsewhere},
        moved=find_moved(inventory.committed, files),
        recorded=tuple(path for path in found if path in inventory.committed),
    )


def read_text(root: Path, file: SourceFile) -> str:
    r"""Return the text of `file`, without byte order mark, every line end as ``"\n"``.

    :raises ChangedError: if it is no longer the file that was scanned.
    """
    return unify(decode_as(read_content(root, file), file.encoding))


def read_content(root: Path, file: SourceFile) -> bytes:
    """Return the bytes of `file`.

    :raises ChangedError: if it is no longer the file that was scanned.
    """
    try:
        with open_regular(root / file.path) as stream:
            content = stream.read()
    except OSError as error:
        raise ChangedError(f"the file cannot be read any more: {error.strerror}") from error
    if compute_blob(content) != file.blob:
        raise ChangedError("the file was changed while the documentation was built")
    return content


def _check_root(root: Path) -> None:
    try:
        os.scandir(root).close()
    except OSError as error:
        raise RootError(f"the repository root {root} cannot be listed: {error.strerror}") from error


def _take_inventory(root: Path, selection: Selection) -> Inventory:
    """Ask git where there is a work tree; walk where there is none, or git does not answer."""
    problems: tuple[Problem, ...] = ()
    if find_top_level(root):
        try:
            tracked = read_tracked(root)
        except GitError as error:
            message = f"the files are taken from the folder itself, since git refused: {error}"
            problems = (Problem(ProblemKind.GIT, message),)
        else:
            if tracked:
                return tracked
    return replace(walk(root, frozenset(selection.omit)), problems=problems)


def _read_file(
    root: Path, path: PurePosixPath, inventory: Inventory, selection: Selection
) -> SourceFile | None:
    """Return the file at `path`; None if there is none."""
    file: SourceFile | None
    if path in inventory.submodules:
        commit = inventory.submodules[path]
        file = SourceFile(path, FileKind.SUBMODULE, blob=commit, newline="", is_analysable=False)
    else:
        file = read_source(root, path, selection)
    return (
        None
        if file is None
        else replace(
            file,
            is_committed=inventory.committed.get(path) == file.blob,
            is_generated=path in inventory.generated,
            is_vendored=path in inventory.vendored,
        )
    )


def _build_folders(files: Iterable[PurePosixPath]) -> Iterator[Folder]:
    """Yield the folders that hold `files`, sorted as these are."""
    below: dict[PurePosixPath, list[PurePosixPath]] = defaultdict(list)
    inside: dict[PurePosixPath, set[PurePosixPath]] = defaultdict(set)
    for path in files:
        below[path.parent].append(path)
        for folder in path.parents[:-1]:
            inside[folder.parent].add(folder)
    for folder in sorted({ROOT, *below, *inside}, key=os.fsencode):
        subfolders = sorted(inside[folder], key=os.fsencode)
        yield Folder(folder, tuple(subfolders), tuple(below[folder]))
