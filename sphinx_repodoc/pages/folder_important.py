"""What the section Important Files of a folder says."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from pathlib import PurePosixPath

from sphinx_repodoc.model.evidence import Place, RoleKind
from sphinx_repodoc.model.folder_parts import Important, ImportantFile, Reason
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.model.words import counted
from sphinx_repodoc.pages.folder_graph import count_users, find_importers, place_of
from sphinx_repodoc.pages.purpose import find_purpose
from sphinx_repodoc.pages.tally import roles_of

MOST = 12
"""Number of files of each sort that are shown."""

PLACES = 3
"""Number of imports that are shown of each."""

BEGINNINGS = (RoleKind.COMMAND, RoleKind.SCRIPT, RoleKind.PROGRAM)
"""Roles of the files in which programs begin."""

ASIDE = frozenset({RoleKind.TEST, RoleKind.EXAMPLE, RoleKind.BENCHMARK, RoleKind.VENDORED})
"""Roles of the files that are run or read for another purpose than the folder's own."""


def find_important(survey: Survey, path: PurePosixPath) -> Important | None:
    """Rank the files below a folder: where programs begin, then by what their imports say."""
    entries = _entries(survey).get(path, [])
    used = _used(survey).get(path, [])
    if not entries and not used:
        return None
    return Important(
        path=path,
        entries=tuple(_describe(survey, each) for each in entries[:MOST]),
        more_entries=max(0, len(entries) - MOST),
        used=tuple(_describe(survey, each) for each in used[:MOST]),
        more_used=max(0, len(used) - MOST),
    )


@lru_cache(maxsize=1)
def _entries(survey: Survey) -> Mapping[PurePosixPath, list[PurePosixPath]]:
    """Return the files below each folder in which programs begin.

    Installed commands come first, then what imports the most files.
    """
    roles = roles_of(survey)
    found: dict[PurePosixPath, list[PurePosixPath]] = defaultdict(list)

    def order(path: PurePosixPath) -> tuple[bool, int, PurePosixPath]:
        return RoleKind.COMMAND not in roles[path], -len(_imported_by(survey, path)), path

    for path in sorted((p for p in survey.files if _is_beginning(p, roles[p])), key=order):
        for folder in path.parents:
            found[folder].append(path)
    return dict(found)


def _imported_by(survey: Survey, path: PurePosixPath) -> Mapping[PurePosixPath, Place]:
    """Return the first line that imports each of the files that a file imports."""
    found: dict[PurePosixPath, Place] = {}
    for relation in survey.relations.get(path, ()):
        if relation.is_import:
            found.setdefault(relation.target, place_of(relation))
    return found


@lru_cache(maxsize=1)
def _used(survey: Survey) -> Mapping[PurePosixPath, list[PurePosixPath]]:
    """Return the imported files below each folder, that which ranks highest first."""
    importers, ranks = find_importers(survey), survey.ranks.files
    found: dict[PurePosixPath, list[PurePosixPath]] = defaultdict(list)
    here = survey.files.keys() & importers
    for path in sorted(here, key=lambda path: (-ranks.get(path, 0), path)):
        for folder in path.parents:
            found[folder].append(path)
    return dict(found)


def _is_beginning(path: PurePosixPath, roles: tuple[RoleKind, ...]) -> bool:
    is_entry = path.name == "__main__.py" or not set(BEGINNINGS).isdisjoint(roles)
    return is_entry and ASIDE.isdisjoint(roles)


def _describe(survey: Survey, path: PurePosixPath) -> ImportantFile:
    purpose = find_purpose(survey, path)
    roles = purpose.roles if purpose else ()
    reasons = [Reason(role.sentence, role.evidence) for role in roles if role.kind in BEGINNINGS]
    if path.name == "__main__.py":
        reasons.insert(0, Reason("What Python runs when it is given the folder.", (Place(path),)))
    if reasons and (imported := tuple(_imported_by(survey, path).values())):
        reasons.append(
            Reason(f"Its imports lead to {counted(len(imported), 'file')}", imported[:PLACES])
        )
    importers = find_importers(survey).get(path, ())
    if importers:
        reasons.append(
            Reason(f"Imports lead to it from {count_users(path, importers)}", importers[:PLACES])
        )
    return ImportantFile(path, purpose.summary if purpose else "", tuple(reasons))
