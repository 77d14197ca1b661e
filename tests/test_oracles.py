"""The oracles say of what they compare or run what is so."""

import tomllib
from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.analyse.facts import find_facts
from tests.oracles.commands import put_name
from tests.oracles.ctags import Comparison, Peer
from tests.oracles.differences import CLASSES, DifferenceClass, explain, read_classes
from tests.oracles.verdicts import Printed, Title, judge

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


PYTEST = "a/t.py::C::test_x[1] PASSED [ 50%]\na/t.py::test_y FAILED [100%]\n"
UNITTEST = "test_x (a.t.C.test_x) ... ok\ntest_y (a.t.C.test_y)\nWhat it does. ... FAIL\n"
BATS = "1..2\nok 1 adds up in 3ms\nnot ok 2 takes away # skip\n"


@pytest.mark.parametrize(
    ("title", "line", "names", "status", "output", "word"),
    [
        ("file", "python -m pytest a/t.py", ["C::test_x", "test_y"], 1, PYTEST, "as said"),
        ("file", "python -m pytest a/t.py", ["C::test_x", "test_z"], 1, PYTEST, "else"),
        ("file", "python -m pytest b/t.py", [], 1, PYTEST, "else"),
        ("case", "python -m pytest a/t.py::C::test_x", [], 1, PYTEST, "else"),
        ("case", "python -m pytest a/t.py::C::test_x", [], 0, PYTEST[:30], "as said"),
        ("file", "python -m unittest a.t", ["C.test_x", "C.test_y"], 1, UNITTEST, "as said"),
        ("case", "python -m unittest a.t.C.test_y", [], 1, UNITTEST, "else"),
        ("case", "python -m unittest a.t.C.test_x", [], 0, UNITTEST[:30], "as said"),
        (
            "case",
            "cd x && go test ./. -run '^TestA$'",
            ["TestA"],
            0,
            "=== RUN   TestA\n",
            "as said",
        ),
        ("case", "cd x && go test ./. -run '^TestA$'", ["TestA"], 0, "ok x [no tests]\n", "lost"),
        ("file", "bats t.bats", ["adds up", "takes away"], 1, BATS, "as said"),
        ("case", "bats -f '^up$' t.bats", ["up"], 1, BATS, "else"),
        ("file", "npm test", ["adds up"], 0, "  - adds up (3 ms)\n", "as said"),
        ("file", "npm test", ["adds up"], 0, "PASS page (3 tests)\n", "as said"),
        ("file", "npm test", ["adds up"], 1, "", "else"),
        ("help", "x --help", ["--all", "-a"], 0, "-a, --all  All.", "as said"),
        ("help", "x --help", ["--all"], 0, "--all-of-it", "else"),
        ("help", "x --help", ["--all"], 127, "", "lost"),
        ("run", "x", [], 2, "usage: x", "failed"),
        ("run", "x", [], 1, "python: No module named x", "lost"),
        ("task", "x", [], 127, "", "lost"),
        ("task", "x", [], None, "", "long"),
        ("task", "x", [], 0, "", "as said"),
    ],
)
def test_a_command_is_judged_by_what_came_of_it(
    title: str, line: str, names: list[str], status: int | None, output: str, word: str
) -> None:
    printed = Printed(PurePosixPath("page"), Title(title), line, tuple(names))
    assert judge(printed, status, output)[0] == word


@pytest.mark.parametrize(
    ("line", "name", "put"),
    [
        ("python -m pytest a/one.py::one", "two", "python -m pytest a/one.py::two"),
        ("bats -f '^one$' one.bats", "two", "bats -f '^two$' one.bats"),
    ],
)
def test_a_name_is_put_in_the_place_of_the_one_that_a_command_has(
    line: str, name: str, put: str
) -> None:
    assert put_name(line, "one", name) == put
