"""What is perhaps meant by a name that leads nowhere: where it has gone, or what resembles it."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from sphinx_repodoc.ext.domain import RepoDomain
from sphinx_repodoc.ext.index import nearest_names
from sphinx_repodoc.model.paths import parse_path, quote_path, split_lines


def find_hint(domain: RepoDomain, typ: str, target: str) -> str:
    """Return the end of the warning about a role's target: where it is now, or what is near."""
    name, separator, symbol = split_lines(target)[0], "", ""
    if typ == "symbol":
        name, separator, symbol = target.rpartition("::")
    if name and (moved := _find_moved(domain, name)):
        return f": it has moved to {quote_path(moved)}{separator}{symbol}"
    return _hint(domain.suggest(typ, target))


def find_path_hint(domain: RepoDomain, path: PurePosixPath) -> str:
    """Return the end of the warning about a path: where it is now, or what is near."""
    name, listing = quote_path(path), domain.listing
    if moved := _find_moved(domain, name):
        return f": it has moved to {quote_path(moved)}"
    return _hint(nearest_names(name, [quote_path(p) for p in (*listing.files, *listing.folders)]))


def find_new_folder(
    renames: Mapping[PurePosixPath, PurePosixPath], folder: PurePosixPath
) -> PurePosixPath | None:
    """Return the one folder into which what was below another has been renamed."""
    found = set()
    for old, new in renames.items():
        if folder in old.parents:
            below = old.relative_to(folder).parts
            found.add(PurePosixPath(*new.parts[: -len(below)]))
            if new.parts[-len(below) :] != below:
                return None
    return found.pop() if len(found) == 1 else None


def _hint(near: list[str]) -> str:
    return f": did you mean {' or '.join(near)}?" if near else ""


def _find_moved(domain: RepoDomain, name: str) -> PurePosixPath | None:
    """Return the published file or folder that a path which is gone has become."""
    listing = domain.listing
    try:
        path = parse_path(name)
    except ValueError:
        return None
    if path in listing.files or path in listing.folders:
        return None
    moved = domain.renames.get(path) or find_new_folder(domain.renames, path)
    return moved if moved in listing.files or moved in listing.folders else None
