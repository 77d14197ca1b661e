"""The JSON report of coverage.py."""

import msgspec

from sphinx_repodoc.errors import ReportError
from sphinx_repodoc.reports.json import decode
from sphinx_repodoc.reports.record import Records


class _File(msgspec.Struct):
    executed_lines: list[int]
    missing_lines: list[int]
    missing_branches: list[tuple[int, int]] = []


class _Report(msgspec.Struct):
    files: dict[str, _File]


def parse(content: bytes) -> Records:
    """Parse a report of ``coverage json``.

    :raises ReportError: it is none
    """
    records = Records()
    for name, file in decode(content, _Report).files.items():
        record = records.files[name]
        for line in file.executed_lines:
            record.note(line, was_run=True)
        for line in file.missing_lines:
            record.note(line, was_run=False)
        record.partial.update(abs(source) for source, _ in file.missing_branches)
    if not records.files:
        raise ReportError("the report names no file: run the tests under coverage.py first")
    return records
