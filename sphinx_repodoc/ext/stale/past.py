"""What the repository once held, asked of git as soon as something is missing."""

import os
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path, PurePosixPath

from sphinx_repodoc.ext.hints import find_new_folder
from sphinx_repodoc.model.files import Folder, SkipReason
from sphinx_repodoc.model.survey import Listing
from sphinx_repodoc.scan.gone import Gone, is_ignored, read_gone

FEW = 3
"""How many paths are worth naming."""

ALIKE = 0.75
"""From which ratio of :mod:`difflib` a name resembles another."""


class Past:
    """The paths that are gone, and those that are there."""

    def __init__(self, root: Path, listing: Listing, store: Path | None) -> None:
        self._root = root
        self._listing = listing
        self._store = store

    def has(self, path: PurePosixPath) -> bool:
        """Whether a path is there, published or not, or may be where nobody can look."""
        listing, above = self._listing, path.parents
        is_missing = any(listing.skipped.get(p) is SkipReason.MISSING for p in (path, *above))
        is_inside = any(folder in listing.files for folder in above)  # a submodule or a link
        return os.path.lexists(self._root / path) or is_inside or is_missing

    def has_tail(self, path: PurePosixPath) -> bool:
        """Whether some file or folder deeper down may be what is called so."""
        tail = f"/{path.as_posix()}"
        return any(known.as_posix().endswith(tail) for known in self._by_name.get(path.name, ()))

    def find(self, path: PurePosixPath) -> Gone | None:
        """Return how a file or folder left the repository; None if it never did, or may be back."""
        gone = None if self.has(path) else self._gone.get(path) or self._find_folder(path)
        if not gone or is_ignored(self._root, path):
            return None
        is_known = gone.new in self._listing.files or gone.new in self._listing.folders
        return gone if is_known else Gone(gone.commit)

    def find_near(self, path: PurePosixPath) -> list[PurePosixPath]:
        """Return the few paths of the same name, and those that resemble it in the same folder."""
        same = self._by_name.get(path.name, [])
        folder = self._listing.folders.get(path.parent, Folder(path.parent))
        beside = {known.name: known for known in (*folder.folders, *folder.files)}
        alike = [beside[name] for name in get_close_matches(path.name, beside, cutoff=ALIKE)]
        return (same + alike if len(same) <= FEW else alike)[:FEW]

    def _find_folder(self, path: PurePosixPath) -> Gone | None:
        """Return how the last of what was in a folder left it; renamed, if all of that was."""
        last = self._folders.get(path)
        if not last:
            return None
        left = {
            old: gone.new
            for old, gone in self._gone.items()
            if path in old.parents and gone.commit == last.commit
        }
        renames = {old: new for old, new in left.items() if new}
        return Gone(last.commit, find_new_folder(renames, path) if renames == left else None)

    @cached_property
    def _gone(self) -> Mapping[PurePosixPath, Gone]:
        head = self._listing.head.commit
        # what is not committed is the latest, and comes first
        moved = {old: Gone("", new) for old, new in self._listing.moved.items()}
        return {**moved, **read_gone(self._root, head, self._store), **moved}

    @cached_property
    def _folders(self) -> Mapping[PurePosixPath, Gone]:
        """What left each folder last."""
        folders: dict[PurePosixPath, Gone] = {}
        for path, gone in self._gone.items():
            for folder in path.parents:
                folders.setdefault(folder, gone)
        return folders

    @cached_property
    def _by_name(self) -> Mapping[str, list[PurePosixPath]]:
        found: dict[str, list[PurePosixPath]] = {}
        for path in (*self._listing.files, *self._listing.folders):
            found.setdefault(path.name, []).append(path)
        return found
