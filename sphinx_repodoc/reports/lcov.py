"""The tracefiles of lcov, as geninfo, Istanbul, llvm-cov and coverage.py write them."""

from collections import defaultdict

from sphinx_repodoc.errors import ReportError
from sphinx_repodoc.reports.record import Record, Records

Branch = tuple[str, int, str]
"""File, line, and what the tracefile calls the branch."""


def parse(content: bytes) -> Records:
    """Parse a tracefile; what several tests did with a file is added up.

    :raises ReportError: a line is not of the format
    """
    reader = _Reader()
    for number, line in enumerate(content.decode("utf-8", "surrogateescape").splitlines(), 1):
        keyword, _, value = line.strip().partition(":")
        try:
            reader.take(keyword, value)
        except (ValueError, IndexError) as error:
            raise ReportError(f"the line {line.strip()!r} is none of lcov's", number) from error
    reader.finish()
    return reader.records


class _Reader:
    def __init__(self) -> None:
        self.records = Records()
        self._name = ""
        self._record = Record()
        self._branches: dict[Branch, bool] = defaultdict(bool)

    def take(self, keyword: str, value: str) -> None:
        """Take a line in.

        :raises ValueError, IndexError: it is not of the format
        """
        if keyword == "SF":
            self._name = value
            self._record = self.records.files[value]
        elif keyword == "DA" and self._name:
            fields = value.split(",")
            self._record.note(int(fields[0]), was_run=float(fields[1]) > 0)
        elif keyword == "BRDA" and self._name:
            line, branch = value.split(",", 1)
            branch, _, taken = branch.rpartition(",")
            self._branches[self._name, int(line), branch] |= taken != "-" and int(taken) > 0
        elif keyword == "end_of_record":
            self._name = ""

    def finish(self) -> None:
        """Say from which lines a branch was never taken, now that all runs are added up."""
        for (name, line, _), was_taken in self._branches.items():
            if not was_taken:
                self.records.files[name].partial.add(line)
