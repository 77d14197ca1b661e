"""Testing & Usage."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from sphinx_repodoc.model.command_lines import CommandLine, Option
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.sections.command_lines import tables
from sphinx_repodoc.sections.content import Inline, Table
from sphinx_repodoc.sections.links import Links
from sphinx_repodoc.sections.lists import paragraph
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
    assert first == ["-a, --all", "", "Take all.", "lines 3–4"]
    said = "int, any number, one of x, y, default 3, required, may be repeated, not in the help"
    assert second == ["FILE", said, "", "line 5"]
    assert lead(table.rows[0][3][0]) == "#L3"
    (plain_head, _) = tables([CommandLine("argparse", Span(1, 1), options=options)], LINKS)
    assert plain(plain_head) == "Declared with argparse (line 1)"
