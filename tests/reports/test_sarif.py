"""Findings from SARIF files, as tools write them and with every part that the standard has."""

from dataclasses import astuple
from pathlib import PurePosixPath
from typing import Any

import pytest

from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.reported import Reported
from tests.reports.conftest import CASES, Read
from tests.reports.logs import RUN, at, log, one

Row = tuple[int, int, str, str, str, str, str]


def rows(said: Reported, path: str = "shop/run.py") -> list[Row]:
    """Return lines, rule, section, severity, title and message of each finding in a file."""
    return [
        (*astuple(f.span), f.rule, f.section, f.severity, f.title, f.reason)
        for f in said.findings.get(PurePosixPath(path), ())
    ]


def test_what_ruff_and_bandit_write_is_merged_in_order_of_lines(read: Read) -> None:
    said = read({name: (CASES / name).read_bytes() for name in ("ruff.sarif", "bandit.sarif")})
    assert said.problems == ()
    assert said.notes == ()
    assert [(row[0], row[2], row[3], row[4], row[5]) for row in rows(said)] == [
        (4, "B403", "security", "note", "Blacklist"),
        (5, "B404", "security", "note", "Blacklist"),
        (11, "B301", "security", "warning", "Blacklist"),
        (11, "S301", "security", "error", "Suspicious pickle usage"),
        (16, "B101", "security", "note", "Assert used"),
        (16, "S101", "security", "error", "Assert"),
        (17, "B602", "security", "error", "Subprocess popen with shell equals true"),
        (17, "S602", "security", "error", "Subprocess popen with shell equals true"),
        (22, "ASYNC251", "performance", "error", "Blocking sleep in async function"),
        (30, "PERF401", "performance", "error", "Manual list comprehension"),
        (34, "B105", "security", "note", "Hardcoded password string"),
    ]
    finding = one(said, "S602")
    assert finding.tool == "ruff 0.17.5"
    assert finding.report == "ruff.sarif"
    assert finding.reference.endswith("/rules/subprocess-popen-with-shell-equals-true")


def test_every_part_of_the_standard_is_read(read: Read) -> None:
    content = (CASES / "every_part.sarif").read_bytes()
    said = read({"every.sarif": b"\xef\xbb\xbf" + content}, shop__old="x = 1\n")
    assert rows(said) == [
        (1, 1, "E1", "patterns", "error", "Extended", "**Marked.**"),
        (1, 35, "unknown", "patterns", "to review", "Unknown", "The whole file."),
        (3, 4, "H2", "performance", "error", "A named rule", "Said by all: x, {literally}."),
        (4, 5, "H1/1", "patterns", "error, rank 80 of 100", "A plain rule", "Own words on words."),
        (17, 17, "H3", "security", "warning, security severity 9.8", "H3", "From in."),
    ]
    assert rows(said, "shop/a b.py") == [
        (1, 2, "H1", "patterns", "note, rank 20 of 100", "A plain rule",
         "By the root and [brackets]."),
    ]  # fmt: skip
    assert len(said.findings) == 2
    finding = one(said, "H3")
    assert finding.tool == "Hand 1.2.3"
    assert finding.reference == ""
    assert finding.weaknesses == (20, 78, 89)
    way_in = Place(RUN, Span(14, 14))
    assert [(r.text, r.place) for r in finding.related] == [("in", way_in), ("elsewhere", None)]
    assert [(s.text, s.place) for s in finding.steps] == [
        ("comes in", way_in),
        ("", Place(RUN, Span(17, 17))),
    ]
    stale, broken = said.problems
    assert "of another state of shop/cart.py, shop/old.py: what it says" in stale.message
    assert "results[14]: Expected `array`" in broken.message
    assert said.notes == (
        "left out of every.sarif: 5 places in no published file, 1 result about no file",
    )


@pytest.mark.parametrize(
    ("region", "span"),
    [
        ({}, Span(1, 3)),
        ({"startLine": 2}, Span(2, 2)),
        ({"startLine": 1, "endLine": 3, "endColumn": 1}, Span(1, 2)),
        ({"startLine": 2, "endLine": 3, "endColumn": 2}, Span(2, 3)),
        ({"charOffset": 0}, Span(1, 1)),
        ({"charOffset": 5, "charLength": 1}, Span(1, 1)),
        ({"charOffset": 6, "charLength": 7}, Span(2, 3)),
        ({"byteOffset": 6, "byteLength": 5}, Span(2, 2)),
        ({"startLine": 2, "snippet": {"text": "12: y  =  2\n13: other"}}, Span(2, 2)),
        ({"startLine": 2, "snippet": {"text": "REDACTED"}}, Span(2, 2)),
        ({"startLine": 2, "snippet": {"text": "y = 3"}}, None),
        ({"startLine": 4}, None),
        ({"startLine": 3, "endLine": 2}, None),
        ({"charOffset": 100}, None),
        ({"byteOffset": 17, "byteLength": 9}, None),
    ],
    ids=str,
)
def test_a_region_is_its_lines_or_shows_that_the_report_is_stale(
    read: Read, region: dict[str, Any], span: Span | None
) -> None:
    said = read({"t.sarif": log(at("shop/a%20b.py", 0, **region))})
    found = [f.span for f in said.findings.get(PurePosixPath("shop/a b.py"), ())]
    assert found == ([span] if span else [])
    assert ["another state" in p.message for p in said.problems] == ([] if span else [True])


@pytest.mark.parametrize(
    ("content", "number"),
    [
        ("x = 1\ny = 2\nz = 3\n", 1),
        ("\ufeffx = 1\r\ny = 2\r\nz = 3\r\n", 1),
        ("x = 0\n", 0),
        ("x = \ufffd\n", 1),
        ("", 1),
    ],
)
def test_a_file_that_a_report_embeds_is_as_it_was(read: Read, content: str, number: int) -> None:
    artifacts = [{"location": {"uri": "shop/a%20b.py"}, "contents": {"text": content}}]
    said = read({"t.sarif": log(at("shop/a%20b.py"), artifacts=artifacts)})
    assert (len(said.findings), len(said.problems)) == (number, 1 - number)


BASES = {
    "SRCROOT": {"uri": "shop/", "uriBaseId": "REPOROOT"},
    "REPOROOT": {"uri": "file:///c:/elsewhere/"},
    "HERE": {"uri": "file:///repo/"},
    "%SRCROOT%": {"uri": "file:///repo/shop/"},
    "OTHER": {"uri": "file:///elsewhere/"},
}


@pytest.mark.parametrize(
    ("uri", "base", "path"),
    [
        ("run.py", "SRCROOT", "shop/run.py"),
        ("run.py", "REPOROOT", "run.py"),
        ("run.py", "HERE", "run.py"),
        ("run.py", "%SRCROOT%", "shop/run.py"),
        ("b.py", "%SRCROOT%", None),
        ("run.py", "SOURCEROOT", "run.py"),
        ("run.py", "OTHER", None),
        ("run.py", "BUILDROOT", None),
        ("file:///repo/shop/../run.py", "", "run.py"),
        ("file://server/repo/run.py", "", None),
    ],
)
def test_bases_are_followed_as_the_run_declares_them(
    read: Read, uri: str, base: str, path: str | None
) -> None:
    result = at(uri)
    result["locations"][0]["physicalLocation"]["artifactLocation"]["uriBaseId"] = base
    text = log(result, originalUriBaseIds=BASES)
    said = read({"t.sarif": text}, run="x = 1\n", b="y = 1\n")
    assert [str(found) for found in said.findings] == ([path] if path else [])


@pytest.mark.parametrize(
    ("tool", "rule", "properties", "section"),
    [
        ("gosec", "G101", {}, "security"),
        ("Ruff", "S101", {}, "security"),
        ("ruff", "SIM102", {}, "patterns"),
        ("ruff", "C901", {}, "performance"),
        ("clang-tidy", "bugprone-use-after-move", {}, "security"),
        ("clang-tidy", "performance-move-const-arg", {}, "performance"),
        ("clang-tidy", "readability-braces", {}, "patterns"),
        ("CodeQL", "py/x", {"tags": ["security", "external/cwe/cwe-078"]}, "security"),
        ("CodeQL", "py/y", {"tags": ["efficiency", 3]}, "performance"),
        ("CodeQL", "py/z", {"tags": "maintainability"}, "patterns"),
        ("Semgrep OSS", "x", {"tags": ["CWE-78: OS Command Injection"]}, "security"),
        ("any", "x", {"security-severity": "5"}, "security"),
        ("any", "x", {"category": "performance"}, "performance"),
        ("semgrep", "dockerfile.security.missing-user.missing-user", {}, "security"),
        ("Semgrep OSS", "go.lang.correctness.x", {}, "patterns"),
        ("detekt", "detekt.performance.SpreadOperator", {}, "performance"),
    ],
)
def test_the_section_follows_from_the_tool_the_rule_or_its_tags(
    read: Read, tool: str, rule: str, properties: dict[str, Any], section: str
) -> None:
    driver = {"name": tool, "rules": [{"id": rule, "properties": properties}]}
    result = {**at("shop/run.py"), "ruleId": rule}
    assert one(read({"t.sarif": log(result, tool={"driver": driver})}), rule).section == section


@pytest.mark.parametrize(
    ("statuses", "number"),
    [([], 1), (["accepted"], 0), (["rejected"], 1), (["accepted", "underReview"], 1)],
)
def test_a_suppression_holds_if_nobody_questions_it(
    read: Read, statuses: list[str], number: int
) -> None:
    suppressions = [{"kind": "external", "status": status} for status in statuses]
    said = read({"t.sarif": log({**at("shop/run.py"), "suppressions": suppressions})})
    assert len(said.findings) == number


def test_what_two_reports_of_a_name_say_alike_is_said_once(read: Read) -> None:
    said = read({"t.sarif": log(at("shop/run.py"), at("shop/run.py"))})
    assert len(said.findings[RUN]) == 1


@pytest.mark.parametrize(
    ("report", "said"),
    [
        ("{", "the report is no JSON"),
        (
            '{"version": "2.1.0", "runs": 3}',
            "the report is not of its format: Expected `array | null`",
        ),
        (
            '{"version": "1.0.0", "runs": []}',
            "the report is in SARIF 1.0.0: have the tool write 2.1.0",
        ),
        ('{"runs": [], "x": ' + "[" * 100_000, "nested too deep"),
        (
            log(at("/elsewhere/a.py")),
            "no place that the report names is in a published",
        ),
        (log(at("C:\\x\\run.py")), "no place that the report names"),
        (log(externalPropertyFileReferences={"results": []}), "external property files"),
    ],
    ids=lambda text: text[:30],
)
def test_a_report_that_is_not_right_is_one_problem(read: Read, report: str, said: str) -> None:
    found = read({"bad.sarif": report, "good.sarif": log(at("shop/run.py"))})
    (problem,) = found.problems
    assert said in problem.message
    assert problem.path is not None
    assert problem.path.name == "bad.sarif"
    assert len(found.findings[RUN]) == 1
