"""Which lines of a file were run, as a report says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Coverage:
    """The executable lines of a file by whether they were run, as one report says; sorted."""

    report: str
    """Its name."""
    covered: tuple[int, ...]
    missing: tuple[int, ...]
    partial: tuple[int, ...] = ()
    """Those of the covered lines from which not every branch was taken."""

    @property
    def ratio(self) -> "Ratio":
        """How many of the lines were run."""
        return Ratio(len(self.covered), len(self.covered) + len(self.missing))


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many of some lines were run."""

    covered: int
    total: int

    def __add__(self, other: "Ratio") -> "Ratio":
        return Ratio(self.covered + other.covered, self.total + other.total)


@dataclass(frozen=True, slots=True)
class Marks:
    """Which lines of a file were run by any of the runs that were reported; each sorted."""

    reports: tuple[str, ...] = ()
    covered: tuple[int, ...] = ()
    """By some report with every branch taken from them, as far as it knows branches."""
    partial: tuple[int, ...] = ()
    missing: tuple[int, ...] = ()

    @property
    def ratio(self) -> Ratio:
        """How many of the lines were run."""
        run = len(self.covered) + len(self.partial)
        return Ratio(run, run + len(self.missing))
