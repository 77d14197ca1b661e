"""What is in a table of values with commas or tabs between them."""

import pytest

from sphinx_repodoc.analyse.keys import MAX_KEYS
from sphinx_repodoc.model.facts import LineCounts, OutlineKind
from tests.analyse.language_facts import facts_of

TABLES = [
    ("name,age\nAda,36\nBob,7\n", ["name", "age"], 2),
    ("name;share\nAda;1,5\nBob;2,5\n", ["name", "share"], 2),
    ("name|on\na|2024-01-31\nb|2024-02-01", ["name", "on"], 2),
    ("name,home\na,https://a.example\nb,https://b.example\n", ["name", "home"], 2),
    ("name,is_new\na,true\nb,FALSE\n", ["name", "is_new"], 2),
    ("price\n1.5\n-2\n", ["price"], 2),
    (",a,b\nx,1,2\ny,3,NA\n", ["", "a", "b"], 2),
    ('"full name",age\n"Lovelace, Ada",36\n"B ""b""",\n', ["full name", "age"], 2),
    ('text,age\n"two\n\nlines",1\nx,2\n', ["text", "age"], 2),
    ("#id, name\n1, a\n2, b\n", ["#id", "name"], 2),
    ("\na,b\n\nx,1\ny,2\n\n", ["a", "b"], 2),
]

WITHOUT_NAMES = [
    ("Ada,36\nBob,7\nEve,8\n", 3),
    ("1,2\n3,4\n5,6\n", 3),
    ("country,code\nGermany,DE\nFrance,FR\n", 3),  # as like as not a row of its own
    ("name,NA\nAda,1\nBob,2\n", 3),
    ("a,a\n1,2\n3,4\n", 3),
    ("a,\n1,2\n3,4\n", 3),
    ("year,2023\nx,1\ny,2\n", 3),
    ("name,age\nAda,36\n", 2),
    ("name,age\nAda,36\nBob\n", 3),
    ("a;b,c;d\n1;2,3;4\n5;6,7;8\n", 3),
    ("text\nHello, you\n2\n", 3),
    ("a,b\nx,\ny,n/a\n", 3),
]

NOTHING = [
    "",
    "\n\n",
    'a,b\n"1,2\n',
    "a,b\n# more\n1,2\n",
    "%% c\n\nname\n1\n2\n",
]


@pytest.mark.parametrize(("text", "names", "rows"), TABLES)
def test_columns_are_named_by_a_row_unlike_the_others(
    text: str, names: list[str], rows: int
) -> None:
    facts = facts_of(text, "CSV")
    assert [entry.text for entry in facts.outline] == names
    assert {entry.kind for entry in facts.outline} == {OutlineKind.COLUMN}
    assert facts.rows == rows


@pytest.mark.parametrize(("text", "rows"), WITHOUT_NAMES)
def test_in_doubt_every_row_counts_and_names_nothing(text: str, rows: int) -> None:
    facts = facts_of(text, "CSV")
    assert (facts.outline, facts.rows) == ((), rows)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_table_for_sure_yields_nothing(text: str) -> None:
    facts = facts_of(text, "CSV")
    assert (facts.outline, facts.rows) == ((), 0)


def test_tabs_alone_separate_in_a_file_that_is_named_after_them() -> None:
    facts = facts_of("a,b\tc\n1,2\t3\n4,5\t6\n", "TSV")
    assert [entry.text for entry in facts.outline] == ["a,b", "c"]


def test_blank_lines_between_rows_are_told_from_those_in_values() -> None:
    lines = facts_of('a,b\n\n"x\n\ny",1\n \nz,2\n', "CSV").lines
    assert lines == LineCounts(code=5, comment=0, blank=2)


def test_too_many_columns_are_not_listed() -> None:
    names = ",".join(f"c{n}" for n in range(MAX_KEYS + 1))
    values = ",".join(str(n) for n in range(MAX_KEYS + 1))
    facts = facts_of(f"{names}\n{values}\n{values}\n", "CSV")
    assert (facts.outline, facts.outline_depth, facts.rows) == ((), 0, 3)
