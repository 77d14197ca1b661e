"""What single tools write otherwise than the standard has it, or than one would say it."""

from typing import Any

import pytest

from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.findings import Remark
from tests.reports.conftest import Read
from tests.reports.logs import RUN, at, log, one


def test_the_locations_of_cppcheck_are_the_way_to_the_last_one(read: Read) -> None:
    result = at("shop/run.py", 3)
    result["locations"] = [at("shop/run.py", line)["locations"][0] for line in (1, 1, 2, 3)]
    tool = {"driver": {"name": "Cppcheck"}}
    other = {**result, "ruleId": "o"}
    said = read({"t.sarif": log(result, tool=tool), "o.sarif": log(other)})
    finding = one(said, "r")
    assert finding.span == Span(3, 3)
    assert [step.place for step in finding.steps] == [Place(RUN, Span(n, n)) for n in (1, 2, 3)]
    assert [f.span.line for f in said.findings[RUN] if f.rule == "o"] == [1, 2, 3]


def test_what_codeql_says_again_of_places_is_left_out(read: Read) -> None:
    def related(uri: str, text: str) -> dict[str, Any]:
        return {**at(uri, 2)["locations"][0], **({"message": {"text": text}} if text else {})}

    result = {
        **at("shop/run.py"),
        "message": {"text": "From [a user](1).\nFrom [a user](2).\nA [String](3)."},
        "relatedLocations": [
            related("shop/run.py", "a user"),
            related("shop/run.py", ""),
            related("file:/", "String"),
        ],
    }
    finding = one(read({"t.sarif": log(result)}), "r")
    assert finding.reason == "From a user. A String."
    assert finding.related == (Remark("a user", Place(RUN, Span(2, 2))),)


@pytest.mark.parametrize(
    ("rule", "result", "row"),
    [
        ({"id": "a.b.no-exempt", "shortDescription": {"text": "Semgrep Finding: a.b.no-exempt"}},
         {}, ("No exempt", "m", "warning")),
        ({"id": "a.b.no-exempt", "name": "a.b.no-exempt"}, {}, ("No exempt", "m", "warning")),
        ({"id": "core.NullDereference"}, {}, ("core.NullDereference", "m", "warning")),
        ({"id": "nullPointer"}, {}, ("Null pointer", "m", "warning")),
        ({"id": "MagicNumber2"}, {}, ("Magic number2", "m", "warning")),
        ({"id": "DL3007"}, {}, ("DL3007", "m", "warning")),
        ({"id": "C", "shortDescription": {"text": "Be M"}}, {"message": {"text": "Be M."}},
         ("Be M", "", "warning")),
        ({"id": "r"}, {"message": {"text": "Type: x\nY\nSeverity:  LOW\nLink: [L](u)"}},
         ("R", "Type: x; Y; Severity: LOW; Link: L", "warning")),
        ({"id": "r"}, {"message": {"text": "Wrapped\nNote: lines"}},
         ("R", "Wrapped Note: lines", "warning")),
        ({"id": "r"}, {"rank": 0.8}, ("R", "m", "warning")),
        ({"id": "r"}, {"rank": 0}, ("R", "m", "warning, rank 0 of 100")),
    ],
)  # fmt: skip
def test_a_title_is_in_words_and_a_message_says_more(
    read: Read, rule: dict[str, Any], result: dict[str, Any], row: tuple[str, str, str]
) -> None:
    tool = {"driver": {"name": "T", "rules": [rule]}}
    said = log({**at("shop/run.py"), "ruleId": rule["id"], **result}, tool=tool)
    finding = one(read({"t.sarif": said}), rule["id"])
    assert (finding.title, finding.reason, finding.severity) == row


def test_snyk_lists_weaknesses_in_words_of_its_own(read: Read) -> None:
    rules = [{"id": "r", "properties": {"cwe": ["CWE-798", "CWE-259", 3]}}]
    said = read({"t.sarif": log(at("shop/run.py"), tool={"driver": {"name": "T", "rules": rules}})})
    assert one(said, "r").weaknesses == (259, 798)


def test_a_result_about_no_file_asks_for_no_other_paths(read: Read) -> None:
    said = read({"t.sarif": log({"ruleId": "r", "message": {"text": "m"}})})
    assert said.problems == ()
    assert said.notes == ("left out of t.sarif: 1 result about no file",)


def test_taxonomies_may_lie_in_files_of_their_own(read: Read) -> None:
    text = log(at("shop/run.py"), externalPropertyFileReferences={"taxonomies": []})
    assert read({"t.sarif": text}).problems == ()
