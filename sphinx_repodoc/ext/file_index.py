"""The index of files and folders by name, which Sphinx shows as it shows its module index."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from pathlib import PurePosixPath
from typing import cast

from sphinx.domains import Index, IndexEntry

from sphinx_repodoc.ext.domain import RepoDomain
from sphinx_repodoc.ext.index import Candidate
from sphinx_repodoc.model.files import ROOT
from sphinx_repodoc.model.paths import quote_path

LIMIT = 2000
"""Number of entries above which the page leaves files, and then deep folders, to other pages.

Sphinx writes it anew in each build, and cannot part it.
"""

SYMBOLS = "Symbols"
"""Stands over names that start with no letter or digit."""


class FileIndex(Index):
    """Lists what the documents show of the repository by its own name."""

    name = "files"
    localname = "Repository Files"

    def generate(
        self, docnames: Iterable[str] | None = None
    ) -> tuple[list[tuple[str, list[IndexEntry]]], bool]:
        """Return letters, each with its entries, of which none are closed at first.

        :param docnames: the documents to which entries may lead; None for all
        """
        builder = cast("RepoDomain", self.domain).builder
        if builder and builder.format == "latex":
            return [], True  # Sphinx does not escape docnames there: LaTeX stops at a tilde
        index = cast("RepoDomain", self.domain).index
        wanted = None if docnames is None else frozenset(docnames)
        folders = [(path, found, True) for path, found in index.folders.items() if path != ROOT]
        files = [(path, found, False) for path, found in index.files.items()]
        shown = [
            (path, found[0], is_folder)
            for path, found, is_folder in (*folders, *files)
            if wanted is None or found[0][0].docname in wanted
        ]
        listed = _fitting(shown)
        by_letter: dict[str, list[IndexEntry]] = defaultdict(list)
        if len(listed) < len(shown):
            by_letter[SYMBOLS].append(_rest(len(shown) - len(listed)))
        for path, candidate, is_folder in sorted(listed, key=_order):
            entry = _entry(path, candidate, is_folder=is_folder, has_top=wanted is None)
            by_letter[_letter(path)].append(entry)
        return sorted(by_letter.items(), key=lambda group: (group[0] != SYMBOLS, group[0])), False


Shown = tuple[PurePosixPath, Candidate, bool]
"""A path, the document that shows it best, and whether it is a folder."""


def _fitting(shown: Collection[Shown]) -> Collection[Shown]:
    """Return all, or the folders, or those that are not too deep: as many as fit on a page."""
    if len(shown) <= LIMIT:
        return shown
    depths = Counter(len(path.parts) for path, _, is_folder in shown if is_folder)
    deepest, number = 0, 0
    while depths[deepest + 1] and number + depths[deepest + 1] <= LIMIT:
        deepest += 1
        number += depths[deepest]
    return [entry for entry in shown if entry[2] and len(entry[0].parts) <= deepest]


def _order(shown: Shown) -> tuple[str, str, bool]:
    path, _, is_folder = shown
    return path.name.casefold(), quote_path(path), is_folder


def _letter(path: PurePosixPath) -> str:
    first = path.name[0].upper()[:1]
    return first if first.isalnum() and first.isprintable() else SYMBOLS


def _rest(number: int) -> IndexEntry:
    text = f"{number:,} more files and folders: on the pages of the folders in this list"
    return IndexEntry(text, 0, "", "", "", "", "")


def _entry(
    path: PurePosixPath, candidate: Candidate, *, is_folder: bool, has_top: bool
) -> IndexEntry:
    """Return the entry of a path.

    :param has_top: whether a document as a whole can be linked to; where there are pages of paper,
        only anchors can, and the first section stands for the document
    """
    place, shown = candidate
    name = quote_path(PurePosixPath(path.name)) + "/" * is_folder
    folder = "" if path.parent == ROOT else f"{quote_path(path.parent)}/"
    anchor = place.anchor
    if not anchor and not has_top and shown.filled:
        anchor = shown.prefix + shown.filled[0]
    return IndexEntry(name, 0, place.docname, anchor, folder, "", "")
