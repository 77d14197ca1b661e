"""What the sections of findings say, and in which places."""

from pathlib import PurePosixPath

from sphinx_repodoc.model.complexity import Complexity
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.findings import Finding
from sphinx_repodoc.model.pages import Findings
from sphinx_repodoc.sections.content import DefinitionList, Table
from sphinx_repodoc.sections.findings import outline
from sphinx_repodoc.sections.links import Links
from tests.sections.content_text import plain


def test_the_most_complex_functions_are_listed_and_the_others_counted(links: Links) -> None:
    found = [Complexity(f"f{n}", Span(n, n + 1), 40 - n, 3, n % 2) for n in range(1, 13)]
    told, table, rest = outline(Findings(PurePosixPath("pkg/a.py"), (), tuple(found)), links)
    assert plain(told) == (
        "Each has a cyclomatic complexity above 10, or three nested loop statements or more. "
        "Rule complexity (reference)."
    )
    assert isinstance(table, Table)
    assert len(table.rows) == 10
    assert [plain(cell[0]) for cell in table.rows[0][1:]] == ["39", "3", "1"]
    assert plain(rest) == "2 more functions have that, too."
    assert len(outline(Findings(PurePosixPath("pkg/a.py"), (), tuple(found[:10])), links)) == 2


def test_a_place_is_named_once_however_often_a_rule_finds_it(links: Links) -> None:
    once = Finding("r", "security", Span(2, 2), "T", "f", "Why.")
    other = Finding("r", "security", Span(2, 2), "T", "g", "Why.")
    (rows,) = outline(Findings(PurePosixPath("pkg/a.py"), (once, once, other)), links)
    assert isinstance(rows, DefinitionList)
    assert plain(rows.rows[0][1][0]) == "f (line 2), g (line 2). Why. Rule r."
