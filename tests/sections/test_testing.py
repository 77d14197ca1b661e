"""Testing & Usage."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model import pages
from sphinx_repodoc.model.command_lines import CommandLine, Option
from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.facts import TestCase
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.relations import MANY, Reach, Relation, RelationKind, Suite
from sphinx_repodoc.sections.command_lines import tables
from sphinx_repodoc.sections.content import BulletList, DefinitionList, Inline, Table
from sphinx_repodoc.sections.links import Links
from sphinx_repodoc.sections.lists import paragraph
from sphinx_repodoc.sections.testing import outline
from tests.sections.content_text import lead, plain

LINKS = Links(PurePosixPath("a.py"), frozenset({"structure"}), {}, has_listing=True)


def _text(cell: Sequence[Inline]) -> str:
    return plain(paragraph(*cell))


def test_an_option_is_a_row_that_leads_to_its_line() -> None:
    options = (
        Option(("-a", "--all"), Span(3, 4), default="False", help="Take ``all``."),
        Option(
            ("FILE",), Span(5, 5), value="int", is_argument=True, number="*",
            choices=("x", "y"), default="3", is_required=True, is_repeatable=True, is_hidden=True,
        ),
    )  # fmt: skip
    head, table = tables(
        [CommandLine("click", Span(1, 2), ("in", "do"), "f", "H.", options)], LINKS
    )
    assert isinstance(table, Table)
    assert plain(head) == "The command in do, declared with click by f (lines 1–2): H."
    first, second = ([*map(_text, row)] for row in table.rows)
    assert first == ["-a, --all", "", "lines 3–4", "Take all."]
    said = "int, any number, one of x, y, default 3, required, may be repeated, not in the help"
    assert second == ["FILE", said, "line 5", ""]
    assert lead(table.rows[0][2][0]) == "#L3"
    (plain_head, _) = tables([CommandLine("argparse", Span(1, 1), options=options)], LINKS)
    assert plain(plain_head) == "Declared with argparse (line 1)"


A, B, T = PurePosixPath("a.py"), PurePosixPath("b.py"), PurePosixPath("t.py")
WAY = (Relation(RelationKind.IMPORTS, T, B, 3), Relation(RelationKind.IMPORTS, B, A, 7))
TESTED_BY = (Relation(RelationKind.TESTED_BY, A, T, 3),)


ANYHOW = "directly or through other files, as far as imports could be followed"
KNOWN = f"Imports of {{}} whose cases are known lead to it, {ANYHOW}."
SHORTEST = (
    "The shortest way, each line leads to the next file: t.py, line 3 → b.py, line 7 → this file."
)


@pytest.mark.parametrize(
    ("tested_by", "reach", "said"),
    [
        ((), Reach(1, WAY), f"{KNOWN.format('1 test module')} {SHORTEST}"),
        (TESTED_BY, Reach(2), KNOWN.format("2 test modules")),
        (TESTED_BY, Reach(1), ""),
        ((), Reach(MANY + 1), KNOWN.format("more than 20 test modules")),
        ((), Reach(files=MANY), f"Its imports lead to 20 files, {ANYHOW}."),
        ((), None, f"No test imports it, {ANYHOW}."),
    ],
)
def test_the_test_map_says_what_single_imports_do_not(
    tested_by: tuple[Relation, ...], reach: Reach | None, said: str
) -> None:
    value = pages.Testing(A, None, (), (), tested_by, (), (), (), reach, is_unreached=reach is None)
    (rows,) = outline(value, LINKS)
    assert isinstance(rows, DefinitionList)
    found = [blocks for (head,), blocks in rows.rows if head == "Test map"]
    assert [" ".join(map(plain, blocks)) for blocks in found] == ([said] if said else [])


CASES = tuple(
    TestCase("", name, Span(line, line), name.replace(" ", ""))
    for line, name in ((3, "a b"), (5, "c"))
)
REST = "Another one: put its {} from the list below in the place of {}."


@pytest.mark.parametrize(
    ("names", "told", "listed"),
    [
        (("T::a", "T::c"), REST.format("name", "T::a"), ["T::a (line 3)", "T::c (line 5)"]),
        (("3", "5"), REST.format("line", "3"), ["a b (line 3)", "c (line 5)"]),
        (("", "c"), "", ["ab (line 3; maybe not by that command)", "c (line 5)"]),
    ],
)
def test_the_command_for_one_case_is_printed_once_with_what_to_put_for_another(
    names: tuple[str, ...], told: str, listed: list[str]
) -> None:
    runs = pages.CaseCommand(pages.Command("run", (Place(A),)), names)
    cases = tuple(replace(case, symbol=case.symbol * (names[0] != "3")) for case in CASES)
    value = pages.Testing(A, Suite("x", cases), (), (), (), (), (), case_command=runs)
    (rows,) = outline(value, LINKS)
    assert isinstance(rows, DefinitionList)
    command, cases_ = (blocks for _, blocks in rows.rows)
    assert [plain(block) for block in command[2:]] == ([told] if told else [])
    (found,) = cases_
    assert isinstance(found, BulletList)
    assert [" ".join(map(plain, each)) for each in found.items] == listed
