"""How much of what is below each folder: counted once for a survey, from the files upwards."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePosixPath

from sphinx_repodoc.model.evidence import RoleKind
from sphinx_repodoc.model.files import FileKind, SourceFile
from sphinx_repodoc.model.folder_pages import Share
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.purpose import find_purpose

NO_ROLE = "none of these"
"""Stands for the role of the files that have none."""


@dataclass(slots=True)
class Amount:
    """A number of files, and their lines and bytes."""

    files: int = 0
    lines: int = 0
    size: int = 0

    def add(self, other: "Amount") -> None:
        """Add another amount to this one."""
        self.files += other.files
        self.lines += other.lines
        self.size += other.size


@dataclass(slots=True)
class Tally:
    """What is in a folder and all below it."""

    total: Amount = field(default_factory=Amount)
    languages: dict[str, Amount] = field(default_factory=lambda: defaultdict(Amount))
    roles: dict[str, Amount] = field(default_factory=lambda: defaultdict(Amount))

    def add(self, other: "Tally") -> None:
        """Add what is in a subfolder."""
        self.total.add(other.total)
        for mine, others in ((self.languages, other.languages), (self.roles, other.roles)):
            for name, amount in others.items():
                mine[name].add(amount)


@lru_cache(maxsize=1)
def tally(survey: Survey) -> Mapping[PurePosixPath, Tally]:
    """Count the files, lines and bytes below each folder, by language and by role."""
    tallies: dict[PurePosixPath, Tally] = defaultdict(Tally)
    for path in sorted(survey.folders, key=lambda path: len(path.parts), reverse=True):
        folder = survey.folders[path]
        own = tallies[path]
        for child in folder.folders:
            own.add(tallies[child])
        for child in folder.files:
            _count(own, survey.files[child], roles_of(survey)[child])
    return dict(tallies)


@lru_cache(maxsize=1)
def roles_of(survey: Survey) -> Mapping[PurePosixPath, tuple[RoleKind, ...]]:
    """Return what each file is for."""
    purposes = {path: find_purpose(survey, path) for path in survey.files}
    return {
        path: tuple(dict.fromkeys(role.kind for role in purpose.roles)) if purpose else ()
        for path, purpose in purposes.items()
    }


def count_roles(survey: Survey, files: Iterable[PurePosixPath]) -> tuple[Share, ...]:
    """Return how many of some files have each role, that of the most first."""
    counted = Tally()
    for path in files:
        if roles_of(survey)[path]:
            _count(counted, survey.files[path], roles_of(survey)[path])
    return to_shares(counted.roles)


def to_shares(amounts: Mapping[str, Amount]) -> tuple[Share, ...]:
    """Return amounts as shares, that of the most files first."""
    shares = (Share(name, a.files, a.lines, a.size) for name, a in amounts.items())
    return tuple(sorted(shares, key=lambda share: (-share.files, share.name)))


def _count(counted: Tally, file: SourceFile, roles: Iterable[RoleKind]) -> None:
    amount = Amount(1, file.lines, file.size)
    counted.total.add(amount)
    counted.languages[_language(file)].add(amount)
    for role in roles or (NO_ROLE,):
        counted.roles[str(role)].add(amount)


def _language(file: SourceFile) -> str:
    """Name the language of a file, or what it is where it has none."""
    if file.language or file.kind is FileKind.TEXT:
        return file.language or "other text"
    return str(file.kind)
