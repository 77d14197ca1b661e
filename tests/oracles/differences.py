"""What is known of the rows that only one of two readers has, in classes with a sentence each."""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

CLASSES = Path(__file__).with_name("ctags_differences.toml")

UNEXPLAINED = "what no class explains"


@dataclass(frozen=True)
class Difference:
    """A definition that only one of both has."""

    path: PurePosixPath
    line: int
    kind: str
    """In the words of the one that has it."""
    name: str
    is_ours: bool
    """Whether we have it, and ctags does not."""
    text: str
    """The line it is on."""
    source: str
    """All of the file."""
    within: str = ""
    """The kind of our innermost symbol around the line; empty for none."""
    others: frozenset[str] = frozenset()
    """What the one that lacks it has of that name on the line, in its own words."""
    nearby: frozenset[str] = frozenset()
    """What the one that lacks it has of that name on other lines, as differences too."""

    def __str__(self) -> str:
        return f"{'+' if self.is_ours else '-'} {self.path}:{self.line}: {self.kind} {self.name}"


@dataclass(frozen=True, kw_only=True)
class DifferenceClass:
    """A class of differences: what all its rows have in common, and why they differ."""

    says: str
    theirs: tuple[str, ...] = ()
    """Of what kinds the rows are that only ctags has; ``*`` stands for any."""
    ours: tuple[str, ...] = ()
    """Of what kinds the rows are that only we have."""
    is_paired: bool = False
    """Whether the other has the name on the same line, as one of the kinds of its side."""
    is_moved: bool = False
    """Whether the other has the name on another line, and lacks that too."""
    within: tuple[str, ...] = ()
    """Of what kinds our innermost symbol around it is; the empty one: there is none."""
    name: str = ""
    """What is found in the name."""
    text: str = ""
    """What is found in the line, where ``NAME`` stands for the name."""
    source: str = ""
    """What is found in the file."""
    is_our_fault: bool = False

    def has(self, difference: Difference) -> bool:
        """Whether a difference belongs here."""
        own, other = (self.ours, self.theirs) if difference.is_ours else (self.theirs, self.ours)
        text = self.text.replace("NAME", re.escape(difference.name))
        found = difference.others if self.is_paired else difference.nearby
        return (
            _is_among(difference.kind, own)
            and (not self.within or difference.within in self.within)
            and (not self.is_paired or any(_is_among(kind, other) for kind in found))
            and (not self.is_moved or bool(found))
            and re.search(self.name, difference.name) is not None
            and re.search(text, difference.text) is not None
            and re.search(self.source, difference.source, re.MULTILINE) is not None
        )


@dataclass(frozen=True)
class Explained:
    """The differences of a language, each with the class that it belongs to, if one."""

    rows: tuple[tuple[Difference, DifferenceClass | None], ...]

    def count_faults(self, *, is_ours: bool) -> int:
        """Count the rows of one side that are our fault, as all are that nothing explains."""
        return sum(
            difference.is_ours is is_ours and (each is None or each.is_our_fault)
            for difference, each in self.rows
        )

    def __iter__(self) -> Iterator[str]:
        """Write how many rows each class has: those of ctags, and ours; faults of ours marked."""
        counts: dict[tuple[str, str], Counter[bool]] = defaultdict(Counter)
        for difference, each in self.rows:
            key = (each.says, "! " * each.is_our_fault) if each else (UNEXPLAINED, "! ")
            counts[key][difference.is_ours] += 1
        for (says, mark), count in sorted(counts.items(), key=lambda row: -row[1].total()):
            yield f"-{count[False]} +{count[True]} {mark}{says}"


def read_classes(language: str) -> tuple[DifferenceClass, ...]:
    """Read the classes of a language, in the order in which they are tried."""
    tables = tomllib.loads(CLASSES.read_text("utf-8")).get(language, ())
    return tuple(DifferenceClass(**_frozen(table)) for table in tables)


def explain(differences: Iterable[Difference], classes: Iterable[DifferenceClass]) -> Explained:
    """Find the first class that each difference belongs to."""
    known = tuple(classes)
    return Explained(
        tuple(
            (difference, next((each for each in known if each.has(difference)), None))
            for difference in differences
        )
    )


def _frozen(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(v) if isinstance(v, list) else v for key, v in table.items()}


def _is_among(kind: str, kinds: tuple[str, ...]) -> bool:
    return kind in kinds or "*" in kinds
