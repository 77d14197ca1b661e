"""Which lines were run, and what tools found, in words."""

from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model.coverage import Coverage, Ratio
from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.findings import Finding, Remark
from sphinx_repodoc.model.pages import Findings
from sphinx_repodoc.sections import findings
from sphinx_repodoc.sections.coverage import SHOWN, merge, outline_file, percent_text
from sphinx_repodoc.sections.links import Links
from tests.sections.content_text import plain

PATH = PurePosixPath("pkg/a.py")


@pytest.mark.parametrize(
    ("covered", "total", "text"),
    [
        (0, 3, "0.0 %"),
        (1, 3, "33.3 %"),
        (2, 3, "66.6 %"),
        (1, 5000, "below 0.1 %"),
        (9999, 10000, "99.9 %"),
        (7, 7, "100.0 %"),
    ],
)
def test_only_all_is_a_hundred_percent_and_only_none_is_zero(
    covered: int, total: int, text: str
) -> None:
    assert percent_text(Ratio(covered, total)) == text


def test_lines_are_merged_over_what_cannot_be_run() -> None:
    assert list(merge([3, 4, 7, 9], {1, 3, 4, 7, 8, 9})) == [Span(3, 7), Span(9, 9)]
    assert list(merge([], {1})) == []


def test_places_that_are_not_listed_are_counted(links: Links) -> None:
    missing = tuple(range(2, 2 * SHOWN + 6, 2))
    covered = tuple(line + 1 for line in missing)
    (block,) = outline_file([Coverage("c.xml", covered, missing)], links)
    text = plain(block)
    assert text.count("line ") == SHOWN
    assert f"line {2 * SHOWN} and 2 more places." in text


def told(links: Links, *found: Finding) -> str:
    (block,) = findings.outline(Findings(PATH, found), links)
    return " ".join(plain(block).split())


def test_a_finding_says_whose_rule_it_is_and_how_one_comes_there(links: Links) -> None:
    place = Place(PATH, Span(2, 2))
    finding = Finding(
        rule="py/x",
        section="security",
        span=Span(4, 5),
        title="Bad `eval`",
        reason="Do not",
        severity="error",
        tool="T 1",
        report="t.sarif",
        weaknesses=(78,),
        related=(Remark("", None), Remark("hidden", None), Remark("seen", place)),
        steps=(Remark("in", place), Remark("", Place(PATH, Span(4, 4)))),
    )
    assert told(links, finding) == (
        "Bad eval (error) (lines 4–5): Do not. See: hidden line 2: seen "
        "On the way: line 2: in line 4 Rule py/x of T 1 (CWE-78), in t.sarif."
    )
    end = replace(finding, related=(), steps=finding.steps[:1])
    assert "On the way" not in told(links, end)
    plainer = replace(end, steps=(), reason="Why!", weaknesses=(), report="", tool="")
    other = replace(plainer, span=Span(7, 7))
    expected = "(lines 4–5), (line 7). Why! Rule py/x."
    assert expected in told(links, plainer, plainer, other)
