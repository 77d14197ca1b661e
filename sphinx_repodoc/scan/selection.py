"""Which paths of a repository are published."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pathspec.pattern import RegexPattern

from sphinx_repodoc.errors import ConfigurationError
from sphinx_repodoc.model.files import ROOT, SkipReason
from sphinx_repodoc.model.languages import AddedLanguage
from sphinx_repodoc.scan.ignore import parse_patterns
from sphinx_repodoc.scan.inventory import Inventory


@dataclass(frozen=True, slots=True)
class Selection:
    """Which files of a repository are published, and how large they may be."""

    include: tuple[str, ...] = ("**",)
    """gitignore-style patterns, from the root; the last that matches a path, or a folder above
    it, decides."""
    exclude: tuple[str, ...] = ()
    """Likewise; what they match is left out of what `include` lets in."""
    max_bytes: int = 2_000_000
    max_lines: int = 50_000
    omit: tuple[PurePosixPath, ...] = ()
    """Folders in which Sphinx or this extension writes."""
    elsewhere: frozenset[PurePosixPath] = frozenset()
    """What other projects publish, if it is not let in here."""
    languages: tuple[AddedLanguage, ...] = ()
    """Those that the configuration adds; the last one that owns a file's name decides."""


def find_refused(
    root: Path, inventory: Inventory, selection: Selection
) -> dict[PurePosixPath, SkipReason]:
    """Return each path of `inventory` that is not to be published, and why.

    :raises ConfigurationError: if `selection` holds a line that is no pattern.
    """
    included = _compile("repodoc_include", selection.include)
    excluded = _compile("repodoc_exclude", selection.exclude)
    linked = _find_linked(root, inventory.paths)
    refused = {}
    for path in inventory.paths:
        name = f"{path}/" if path in inventory.submodules else str(path)
        if _find_omitted(path, selection):
            refused[path] = SkipReason.GENERATED_PAGE
        elif linked and not linked.isdisjoint(path.parents):
            refused[path] = SkipReason.OUTSIDE
        elif not _is_matched(name, included):
            is_elsewhere = path in selection.elsewhere and not _is_matched(name, excluded)
            refused[path] = SkipReason.ELSEWHERE if is_elsewhere else SkipReason.NOT_INCLUDED
        elif _is_matched(name, excluded):
            refused[path] = SkipReason.EXCLUDED
    return refused


def gather_omitted(
    skipped: Mapping[PurePosixPath, SkipReason], selection: Selection
) -> dict[PurePosixPath, SkipReason]:
    """Let each omitted folder stand for what is skipped in it; sort by path."""
    gathered = {}
    for path, reason in skipped.items():
        omitted = _find_omitted(path, selection)
        gathered[omitted or path] = SkipReason.GENERATED_PAGE if omitted else reason
    return dict(sorted(gathered.items(), key=lambda skip: os.fsencode(skip[0])))


def _compile(setting: str, patterns: Iterable[str]) -> tuple[RegexPattern, ...]:
    try:
        return tuple(parse_patterns(patterns))
    except ValueError as error:
        raise ConfigurationError(f"{setting}: {error}") from error


def _is_matched(name: str, patterns: Iterable[RegexPattern]) -> bool:
    decisive = (each.include for each in reversed(tuple(patterns)) if each.match_file(name))
    return bool(next(decisive, False))


def _find_linked(root: Path, paths: Iterable[PurePosixPath]) -> frozenset[PurePosixPath]:
    """Return the folders above `paths` that are symbolic links."""
    folders: set[PurePosixPath] = {ROOT}
    for path in paths:
        folder = path.parent
        while folder not in folders:
            folders.add(folder)
            folder = folder.parent
    folders.remove(ROOT)
    return frozenset(folder for folder in folders if (root / folder).is_symlink())


def _find_omitted(path: PurePosixPath, selection: Selection) -> PurePosixPath | None:
    """Return the omitted folder that `path` is or lies in."""
    if not selection.omit:
        return None
    return next((each for each in (path, *path.parents) if each in selection.omit), None)
