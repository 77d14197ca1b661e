"""What a coverage report says, before its names are mapped to files."""

from collections import defaultdict
from dataclasses import dataclass, field


@dataclass(slots=True)
class Record:
    """What one report says of the lines of one file."""

    lines: dict[int, bool] = field(default_factory=dict)
    """Number of each executable line to whether it was run."""
    partial: set[int] = field(default_factory=set)
    """Lines from which a branch was not taken."""

    def note(self, line: int, *, was_run: bool) -> None:
        """Add what is said of a line; what one run of several did is done."""
        self.lines[line] = self.lines.get(line, False) or was_run


@dataclass(slots=True)
class Records:
    """What one report says of all its files, by the names that it gives them."""

    files: dict[str, Record] = field(default_factory=lambda: defaultdict(Record))
    sources: list[str] = field(default_factory=list)
    """Folders that the names may start from; empty where the report names none."""
