"""Which commits changed which file."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

LARGE_COMMIT = 25
"""How many files a commit may change before it says little of any two of them."""


@dataclass(frozen=True, slots=True)
class Horizon:
    """How much of the past is known."""

    commit: str = ""
    """The commit that it is the past of; empty where nothing is known."""
    mark: str = ""
    """Stands for all but the commits that the past is told by."""
    boundaries: tuple[str, ...] = ()
    """The commits whose parents are missing, sorted."""
    omission: str = ""
    """What cannot be said, and why; empty if nothing is missing."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit, as pages name it."""

    id: str
    """All its hexadecimal digits."""
    day: str
    """When it was committed, as ``YYYY-MM-DD`` in the committer's time zone."""
    time: int
    """The same in seconds since 1970."""
    subject: str
    """First line of its message."""


@dataclass(frozen=True, slots=True)
class Churn:
    """How many lines of a file changed lately."""

    since: str
    """The first day that counts."""
    commits: int
    added: int
    """Lines."""
    removed: int


@dataclass(frozen=True, slots=True)
class FileHistory:
    """What the commits say of one file; each field is empty where that cannot be known."""

    last: Commit
    first: Commit | None = None
    commits: int = 0
    """How many changed it, under whatever name."""
    authors: tuple[tuple[str, int], ...] = ()
    """Who made how many of them, those of the most first."""
    churn: Churn | None = None


@dataclass(frozen=True, slots=True)
class Log:
    """The commits of a repository, merges aside, the newest first."""

    commits: tuple[Commit, ...] = ()
    authors: tuple[str, ...] = ()
    """Who made each commit."""
    sizes: tuple[int, ...] = ()
    """How many files each commit changed."""
    changed: Mapping[PurePosixPath, tuple[int, ...]] = field(default_factory=dict)
    """For each file that there is now, the positions of the commits that changed it."""
    created: frozenset[PurePosixPath] = frozenset()
    """The files of which the oldest of these commits is the one that made them."""
    churn: Mapping[PurePosixPath, Churn] = field(default_factory=dict)
    is_whole: bool = True
    """Whether there are no commits before these."""

    def of(self, path: PurePosixPath) -> FileHistory:
        """Return what is known of a file that some of the commits changed."""
        numbers = self.changed[path]
        last = self.commits[numbers[0]]
        if not self.is_whole:
            return FileHistory(last)
        counted = Counter(self.authors[number] for number in numbers) if self.authors else {}
        return FileHistory(
            last=last,
            first=self.commits[numbers[-1]] if path in self.created else None,
            commits=len(numbers),
            authors=tuple(sorted(counted.items(), key=lambda found: (-found[1], found[0]))),
            churn=self.churn.get(path),
        )
