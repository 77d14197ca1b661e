"""Tables in text: values with commas or the like between them (RFC 4180), or tabs."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sphinx_repodoc.analyse.keys import MAX_KEYS
from sphinx_repodoc.analyse.lines import describe_lines, split_lines
from sphinx_repodoc.model.facts import Facts, LineCounts, OutlineEntry, OutlineKind
from sphinx_repodoc.model.files import Span

DELIMITERS = ",;\t|"
"""What may stand between the values; no file says which of them does."""

VALUE = re.compile(r"[^\w\s]*\d|\S+@\S+$|\w+://|(true|false|yes|no)$", re.IGNORECASE)
"""How begins what names no column: numbers, dates, addresses, truth values."""

MISSING = frozenset({"", "inf", "n/a", "na", "nan", "nil", "none", "null", "undefined", "unknown"})
"""What stands for a value that is not there, in lower case."""

COMMENTS = ("#", "%")


@dataclass(frozen=True, slots=True)
class Row:
    """The values of a row, and its lines."""

    values: Sequence[str]
    span: Span


def find_facts(text: str, delimiters: str = DELIMITERS) -> Facts:
    """Find the number of rows, and the columns where the first row surely names them."""
    lines = split_lines(text)
    facts = describe_lines(lines, {})
    tables = [table for each in delimiters if (table := _read(lines, each))]
    if len({len(table) for table in tables}) != 1:
        return facts
    table = _choose(tables)
    if _may_have_comments(table or tables[0]):
        return facts
    names = _find_names(table)
    outline = names if len(names) <= MAX_KEYS else ()
    filled = max(sum(row.span.end_line - row.span.line + 1 for row in t) for t in tables)
    return replace(
        facts,
        outline=outline,
        outline_depth=0 if len(names) > MAX_KEYS else None,
        rows=len(tables[0]) - bool(outline),
        lines=LineCounts(filled, 0, len(lines) - filled),
    )


def _read(lines: Sequence[str], delimiter: str) -> Sequence[Row]:
    """Read the rows that are not blank; none where the quotes do not fit."""
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    end = 0
    try:
        for values in reader:
            if any(value.strip() for value in values) or len(values) > 1:
                rows.append(Row(values, Span(end + 1, reader.line_num)))
            end = reader.line_num
    except csv.Error:
        return ()
    return rows


def _choose(tables: Sequence[Sequence[Row]]) -> Sequence[Row]:
    """Return the one table whose rows are of one length; none where that leaves a choice."""
    widths = [{len(row.values) for row in table} for table in tables]
    even = [table for table, width in zip(tables, widths, strict=True) if len(width) == 1]
    wide = [table for table in even if len(table[0].values) > 1]
    if not wide and len(even) == len(tables):
        return tables[0]
    return wide[0] if len(wide) == 1 else ()


def _may_have_comments(table: Sequence[Row]) -> bool:
    """Whether some rows may be comments, which the RFC does not know, but some readers do."""
    widths = {len(row.values) for row in table}
    is_even = len(widths) == 1 and widths != {1}
    return not is_even and any(row.values[0].startswith(COMMENTS) for row in table)


def _find_names(table: Sequence[Row]) -> tuple[OutlineEntry, ...]:
    """Return the columns if the first row names them: nothing in it is a value, but below is.

    The votes of ``csv.Sniffer`` would not do: columns of codes of one length win those, too.
    """
    first, *others = table or (None,)
    if not first or len(others) < 2:
        return ()
    names = [value.strip() for value in first.values]
    columns = zip(*(row.values for row in others), strict=True)
    if not _are_names(names) or not any(map(_holds_values, columns)):
        return ()
    return tuple(OutlineEntry(OutlineKind.COLUMN, name, first.span, level=1) for name in names)


def _are_names(names: Sequence[str]) -> bool:
    """Whether each may name a column; the first, of the rows' own names, often has none."""
    named = names if names[0] else names[1:]
    return len(set(names)) == len(names) and all(map(_is_name, named))


def _is_name(text: str) -> bool:
    is_plain = text.isprintable() and '"' not in text
    return is_plain and text.casefold() not in MISSING and not VALUE.match(text)


def _holds_values(column: Sequence[str]) -> bool:
    """Whether all that is in a column is a value, as no name is."""
    texts = [text.strip() for text in column]
    given = [text for text in texts if text.casefold() not in MISSING]
    return bool(given) and all(map(VALUE.match, given))
