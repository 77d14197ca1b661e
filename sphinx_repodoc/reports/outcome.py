"""What one report says of the published files, and what could not be taken from it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from sphinx_repodoc.model.coverage import Coverage
from sphinx_repodoc.model.findings import Finding
from sphinx_repodoc.model.paths import quote_path
from sphinx_repodoc.model.words import counted

SHOWN = 3
"""How many files a warning names."""


@dataclass(slots=True)
class Outcome:
    """What one report says, by file."""

    report: str
    """Its name."""
    findings: dict[PurePosixPath, list[Finding]] = field(default_factory=lambda: defaultdict(list))
    coverage: dict[PurePosixPath, Coverage] = field(default_factory=dict)
    stale: set[PurePosixPath] = field(default_factory=set)
    """Files that are not as they were for the report: what it says of them is left out."""
    faults: list[str] = field(default_factory=list)
    """What is wrong with single entries, which are left out."""
    published: int = 0
    """How many of its places are in published files."""
    unpublished: int = 0
    placeless: int = 0
    """How many of its results are about no file."""

    def note_name(self, path: PurePosixPath | None) -> None:
        """Count a place that the report names."""
        if path is None:
            self.unpublished += 1
        else:
            self.published += 1

    def find_warnings(self) -> Iterator[str]:
        """Say what the maker of the report can mend."""
        if self.stale:
            names = sorted(map(quote_path, self.stale))
            more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
            yield (
                f"the report is of another state of {', '.join(names[:SHOWN])}{more}: "
                "what it says of that is left out; make it again"
            )
        if self.faults:
            more = f" (and {len(self.faults) - 1} more)" if len(self.faults) > 1 else ""
            yield f"an entry of the report is left out: {self.faults[0]}{more}"
        if self.unpublished and not self.published:
            yield (
                "no place that the report names is in a published file: "
                "have the tool write paths from the root of the repository"
            )

    @property
    def note(self) -> str:
        """What is left out on purpose; empty if nothing is."""
        left = []
        if self.published and self.unpublished:
            left.append(counted(self.unpublished, "place") + " in no published file")
        if self.placeless:
            left.append(counted(self.placeless, "result") + " about no file")
        return f"left out of {self.report}: {', '.join(left)}" if left else ""
