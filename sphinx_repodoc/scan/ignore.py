"""The paths of a folder without git: a walk that keeps the rules of its .gitignore files."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from pathspec import GitIgnoreSpec
from pathspec.pattern import RegexPattern

from sphinx_repodoc.model.files import SkipReason
from sphinx_repodoc.scan.inventory import Inventory

_PRIVATE = frozenset({".git", ".hg", ".svn"})
"""Where version control keeps its own."""


class _Layer(NamedTuple):
    """The rules of one .gitignore file."""

    folder: str
    """Where the file lies, a slash at the end; empty for the root."""
    patterns: tuple[RegexPattern, ...]


def walk(root: Path, omit: frozenset[PurePosixPath] = frozenset()) -> Inventory:
    """Return the paths below `root` that no .gitignore file ignores; do not enter `omit`."""
    paths: list[str] = []
    ignored: list[str] = []
    repositories: list[str] = []
    pending: list[tuple[str, tuple[_Layer, ...]]] = [("", ())]
    while pending:
        folder, above = pending.pop()
        names = _read_folder(root / folder)
        if names is None or (folder and ".git" in names):
            (paths if names is None else repositories).append(folder)
            continue
        layers = (*above, *_read_layers(root, folder, names))
        for path, is_folder in _list_below(folder, names):
            if PurePosixPath(path) in omit or _is_ignored(layers, path, is_folder=is_folder):
                ignored.append(path)
            elif is_folder:
                pending.append((f"{path}/", layers))
            else:
                paths.append(path)
    return Inventory(
        paths=frozenset(map(PurePosixPath, paths + repositories)),
        skipped={PurePosixPath(path): SkipReason.IGNORED for path in ignored},
        submodules={PurePosixPath(path): "" for path in repositories},
    )


def parse_patterns(lines: Iterable[str]) -> Iterator[RegexPattern]:
    """Compile gitignore-style lines; empty ones and comments yield nothing.

    :raises ValueError: for a line that is no pattern.
    """
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        try:
            pattern = GitIgnoreSpec.from_lines([line]).patterns[0]
        except (ValueError, re.error) as error:
            raise ValueError(f"{line!r} is no gitignore pattern: {error}") from error
        if pattern.include is None:
            raise ValueError(f"{line!r} is no gitignore pattern: it matches nothing")
        yield pattern


def _read_folder(folder: Path) -> dict[str, bool] | None:
    """Return the names in `folder` and whether each is a folder; None if it cannot be listed."""
    try:
        with os.scandir(folder) as entries:
            return {entry.name: entry.is_dir(follow_symlinks=False) for entry in entries}
    except OSError:
        return None


def _read_layers(root: Path, folder: str, names: Mapping[str, bool]) -> Iterator[_Layer]:
    """Return the rules that begin in `folder`, if it has any; git follows no link to them."""
    rules = root / folder / ".gitignore"
    if ".gitignore" not in names or rules.is_symlink() or not rules.is_file():
        return
    with suppress(OSError):
        text = os.fsdecode(rules.read_bytes()).removeprefix("\ufeff")
        yield _Layer(folder, tuple(_parse_rules(text)))


def _parse_rules(text: str) -> Iterator[RegexPattern]:
    for line in text.split("\n"):
        with suppress(ValueError):  # to git, such a line matches nothing
            yield from parse_patterns([line])


def _list_below(folder: str, names: Mapping[str, bool]) -> Iterator[tuple[str, bool]]:
    return ((folder + name, is_folder) for name, is_folder in names.items() if name not in _PRIVATE)


def _is_ignored(layers: Iterable[_Layer], path: str, *, is_folder: bool) -> bool:
    """Whether the rules ignore `path`: the nearest file decides, in it the last line."""
    for layer in reversed(tuple(layers)):
        below = path[len(layer.folder) :]
        for pattern in reversed(layer.patterns):
            if _is_named(pattern, below, is_folder=is_folder):
                return bool(pattern.include)
    return False


def _is_named(pattern: RegexPattern, path: str, *, is_folder: bool) -> bool:
    """Whether `pattern` names this very path, rather than a folder above it.

    The folders above have been judged already. In pathspec's expressions the group ``ps_d``
    is the slash that ends the name of a folder.
    """
    if pattern.regex is None:
        return False
    if not pattern.regex.groups:
        return pattern.regex.search(path) is not None
    entry = f"{path}/" if is_folder else path
    matches = pattern.regex.finditer(entry)
    return any(match["ps_d"] is None or match.end("ps_d") == len(entry) for match in matches)
