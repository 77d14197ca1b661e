"""What is known of differences from ctags is applied as it says."""

import tomllib
from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.analyse.facts import find_facts
from tests.oracles.ctags import Comparison, Peer
from tests.oracles.differences import CLASSES, DifferenceClass, explain, read_classes

PEER = Peer("Go", "f", {"function": "func", "struct": "struct"})
TEXT = "package a\n\ntype S struct{}\n\nfunc f() {}\n"
OTHERS = [("S", "type", 3), ("g", "func", 5)]


def _explain(*classes: DifferenceClass) -> list[str]:
    facts = find_facts(TEXT, "Go")
    assert facts
    compared = Comparison(TEXT, facts.symbols, OTHERS, PEER)
    return list(explain(compared.list_differences(PurePosixPath("a.go")), classes))


@pytest.mark.parametrize("language", tomllib.loads(CLASSES.read_text("utf-8")))
def test_every_class_of_differences_says_what_it_is_and_on_which_side(language: str) -> None:
    classes = read_classes(language)
    assert all(each.says and (each.theirs or each.ours) for each in classes)


def test_what_no_class_explains_is_counted_on_its_own() -> None:
    assert _explain() == ["-1 +2 ! what no class explains"]


@pytest.mark.parametrize(
    ("rule", "count"),
    [
        (
            DifferenceClass(says="paired", theirs=("type",), ours=("struct",), is_paired=True),
            "-0 +1",
        ),
        (DifferenceClass(says="named", theirs=("*",), name="^g$"), "-1 +0"),
        (DifferenceClass(says="written", ours=("function",), text=r"\bfunc NAME\b"), "-0 +1"),
        (DifferenceClass(says="within", ours=("*",), within=("",)), "-0 +2"),
    ],
)
def test_a_class_has_the_rows_that_fit_all_it_says(rule: DifferenceClass, count: str) -> None:
    assert f"{count} {rule.says}" in _explain(rule)
