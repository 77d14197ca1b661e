"""What the keyword index of a folder says, and over which pages it is spread."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, compress, groupby
from pathlib import PurePosixPath
from typing import NamedTuple

from sphinx_repodoc.model.files import ROOT
from sphinx_repodoc.model.indices import Bucket, Elsewhere, FolderKeywords
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.symbols import Names, name_key, names_below

SECTION_LIMIT = 200
"""Number of symbols up to which a folder's own page lists them all."""

PAGE_LIMIT = 1000
"""Number of symbols above which a keyword page leaves its largest buckets to pages of their own."""


class Piece(NamedTuple):
    """The symbols of one bucket."""

    prefix: str
    positions: range
    page: str | None
    """Prefix of the page of its own that lists it; None if it stays on this page."""


def find_folder_keywords(
    survey: Survey, path: PurePosixPath, prefix: str | None = None
) -> FolderKeywords | None:
    """List the symbols below a folder by name.

    :param prefix: what the names start with, on a keyword page; None for the section of the
        folder's own page, which leaves many symbols to keyword pages
    """
    names = names_below(survey).get(path, Names())
    if prefix is None:
        is_listed = len(names.keys) <= SECTION_LIMIT
        buckets = [
            _listed(survey, path, names, piece) if is_listed else _left(path, piece)
            for piece in _pieces(names, "")
        ]
        return FolderKeywords(path, None, len(names.keys), tuple(buckets)) if buckets else None
    prefix = name_key(prefix)
    buckets = [
        _listed(survey, path, names, piece) if piece.page is None else _left(path, piece)
        for piece in _pieces(names, prefix)
    ]
    if not buckets and (prefix or path != ROOT):
        return None
    return FolderKeywords(path, prefix, len(names.starting(prefix)), tuple(buckets))


def find_keyword_pages(survey: Survey) -> Iterator[tuple[PurePosixPath, str]]:
    """Yield folder and prefix of each keyword page; the repository has at least one."""
    below = names_below(survey)
    for path in survey.folders:
        names = below.get(path, Names())
        if path == ROOT or len(names.keys) > SECTION_LIMIT:
            for prefix in _pages(names, ""):
                yield path, prefix


def _pages(names: Names, prefix: str) -> Iterator[str]:
    yield prefix
    for piece in _pieces(names, prefix):
        if piece.page is not None:
            yield from _pages(names, piece.page)


def _pieces(names: Names, prefix: str) -> list[Piece]:
    """Part the names that start with a prefix by the character in which they first differ."""
    positions = names.starting(prefix)
    if not positions:
        return []
    keys = names.keys[positions.start : positions.stop]
    length = len(_common(keys)) + 1
    sizes = [
        (start, len(list(group))) for start, group in groupby(keys, key=lambda key: key[:length])
    ]
    staying = _staying(sizes, length)
    pieces, start = [], positions.start
    for first, size in sizes:
        inside = range(start, start + size)
        page = None if first in staying else _page(names, first, inside)
        pieces.append(Piece(first, inside, page))
        start += size
    return pieces


def _staying(sizes: Sequence[tuple[str, int]], length: int) -> set[str]:
    """Return the prefixes of the buckets that stay: the whole names, and the smallest that fit."""
    whole = [(prefix, size) for prefix, size in sizes if len(prefix) < length]
    parts = [(prefix, size) for prefix, size in sizes if len(prefix) == length]
    ordered = [*whole, *sorted(parts, key=lambda part: part[1])]
    fitting = (total <= PAGE_LIMIT for total in accumulate(size for _, size in ordered))
    staying = set(compress((prefix for prefix, _ in ordered), fitting))
    return staying.union(prefix for prefix, _ in whole)


def _page(names: Names, prefix: str, positions: range) -> str:
    """Return the prefix of a bucket's page: where it is parted again, all that is common."""
    if len(positions) <= PAGE_LIMIT:
        return prefix
    return _common(names.keys[positions.start : positions.stop])


def _common(keys: Sequence[str]) -> str:
    """Return what all of some sorted keys start with."""
    first, last = keys[0], keys[-1]
    pairs = enumerate(zip(first, last, strict=False))
    return first[: next((i for i, (one, other) in pairs if one != other), len(first))]


def _left(path: PurePosixPath, piece: Piece) -> Bucket:
    """Leave a bucket to the page of its own, or to the first page of the folder."""
    number = len(piece.positions)
    return Bucket(piece.prefix, number, (), (Elsewhere(path, piece.page or "", number),))


def _listed(survey: Survey, path: PurePosixPath, names: Names, piece: Piece) -> Bucket:
    """List a bucket; one name that is too frequent for a page is left to the subfolders."""
    number = len(piece.positions)
    symbols = names.symbols[piece.positions.start : piece.positions.stop]
    if number <= PAGE_LIMIT:
        return Bucket(piece.prefix, number, tuple(symbols), ())
    below = names_below(survey)
    own = tuple(symbol for symbol in symbols if symbol.path.parent == path)
    counts = [
        (folder, len(below[folder].equal(piece.prefix)))
        for folder in survey.folders[path].folders
        if folder in below
    ]
    elsewhere = tuple(
        Elsewhere(folder, _page_of(below[folder], piece.prefix), count)
        for folder, count in counts
        if count
    )
    return Bucket(piece.prefix, number, own, elsewhere)


def _page_of(names: Names, key: str) -> str | None:
    """Return the prefix of the keyword page that lists a key; None: the folder's own page does."""
    if len(names.keys) <= SECTION_LIMIT:
        return None
    page: str | None = ""
    prefix = ""
    while page is not None:
        prefix = page
        page = next(p.page for p in _pieces(names, prefix) if names.equal(key).start in p.positions)
    return prefix
