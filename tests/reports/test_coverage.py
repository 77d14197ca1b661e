"""Which lines were run, from reports in every format."""

import json
from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model.coverage import Coverage
from tests.reports.conftest import CASES, Read

CART = PurePosixPath("shop/cart.py")
LINES = ((4, 6, 8, 9, 10, 13, 17), (7, 14), (6,))


@pytest.mark.parametrize("name", ["coverage.json", "cobertura.xml", "lcov.info"])
def test_one_run_says_the_same_in_every_format(read: Read, name: str) -> None:
    said = read({name: (CASES / name).read_bytes()})
    assert said.problems == ()
    assert said.coverage == {CART: (Coverage(name, *LINES),)}


def cobertura(lines: str, sources: str = "", filename: str = "shop/cart.py") -> str:
    head = '<?xml version="1.0"?><!DOCTYPE coverage SYSTEM "http://x.example/coverage-04.dtd">'
    class_ = f'<class filename="{filename}"><methods/><lines>{lines}</lines></class>'
    return f"{head}<coverage><sources>{sources}</sources><classes>{class_}</classes></coverage>"


def trace(*lines: str, name: str = "shop/cart.py") -> str:
    return "\n".join(["TN:", f"SF:{name}", *lines, "end_of_record", ""])


HIT = '<line number="6" hits="1"/>'


@pytest.mark.parametrize(
    ("report", "covered", "missing", "partial"),
    [
        (cobertura(HIT + '<line number="6" hits="0"/>'), (6,), (), ()),
        (cobertura(HIT, "<source>/repo</source>"), (6,), (), ()),
        (cobertura(HIT, "<source>.</source>"), (6,), (), ()),
        (cobertura(HIT, "<source>/repo/shop</source>", "cart.py"), (6,), (), ()),
        (cobertura(HIT, "<source>/a</source><source>/repo/shop/</source>", "cart.py"),
         (6,), (), ()),
        (cobertura(HIT, "<source>/a</source>", "/repo/shop/cart.py"), (6,), (), ()),
        (cobertura('<line number="6" hits="2" branch="true" condition-coverage="50% (1/2)"/>'),
         (6,), (), (6,)),
        (cobertura('<line number="6" hits="0" branch="true" condition-coverage="0% (0/2)"/>'),
         (), (6,), ()),
        (trace("DA:6,1", "DA:7,0", name="/repo/shop/cart.py"), (6,), (7,), ()),
        (trace("DA:6,1") + trace("DA:6,0", "DA:7,3"), (6, 7), (), ()),
        (trace("DA:6,1", "DA:7,0") + trace("DA:6,0", "DA:8,0", name="./shop/cart.py"),
         (6,), (7, 8), ()),
        (trace("DA:6,1,c2lnbg", "BRDA:6,0,0,-", "BRDA:6,0,1,1"), (6,), (), (6,)),
        (trace("DA:6,1", "BRDA:6,0,0,1", "BRDA:6,0,1,0") + trace("DA:6,1", "BRDA:6,0,1,2"),
         (6,), (), ()),
    ],
)  # fmt: skip
def test_what_tools_may_write_is_understood(
    read: Read, report: str, covered: object, missing: object, partial: object
) -> None:
    (found,) = read({"c": report}).coverage[CART]
    assert (found.covered, found.missing, found.partial) == (covered, missing, partial)


BOMB = '<?xml version="1.0"?><!DOCTYPE c [<!ENTITY a "aa">]><coverage>&a;</coverage>'


@pytest.mark.parametrize(
    ("report", "line", "said"),
    [
        (trace("DA:20,1"), 0, "of another state of shop/cart.py"),
        (trace("DA:2,1"), 0, "of another state of shop/cart.py"),
        (trace("DA:0,1"), 0, "of another state of shop/cart.py"),
        (trace("DA:x,1"), 3, "'DA:x,1' is none of lcov's"),
        (trace("DA:6"), 3, "'DA:6' is none of lcov's"),
        (trace("DA:6,1", name="/elsewhere/shop/cart.py"), 0, "no place that the report names"),
        (trace("DA:6,1", name="../shop/cart.py"), 0, "no place that the report names"),
        (cobertura('<line number="6"/>'), 1, "no number of hits"),
        (cobertura(HIT, "<source>/elsewhere</source>"), 0, "no place that the report names"),
        ("<coverage>\n<", 2, "no XML"),
        (BOMB, 1, "declares entities"),
        ("<html/>", 0, "not Cobertura's"),
        ("hello", 0, "no report in SARIF"),
        ("", 0, "no report in SARIF"),
        ('{\n"files": {"a" 3', 2, "no JSON"),
        ('{"files": {}}', 0, "names no file"),
        ('{"total": 3}', 0, "missing required field `files`"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_report_that_is_not_right_is_one_problem_at_its_line(
    read: Read, report: str, line: int, said: str
) -> None:
    found = read({"bad": report, "good": trace("DA:6,1")})
    (problem,) = found.problems
    assert said in problem.message
    assert problem.line == line
    assert found.coverage == {CART: (Coverage("good", (6,), ()),)}


@pytest.mark.parametrize(
    ("report", "path"),
    [
        ("packages/x/coverage/lcov.info", "packages/x/cart.py"),
        ("coverage/lcov.info", "cart.py"),
    ],
)
def test_relative_paths_start_where_most_of_them_lead_somewhere(
    read: Read, report: str, path: str
) -> None:
    more = {"packages__x__cart": "x = 1\n", "packages__x__b": "y = 1\n", "cart": "z = 1\n"}
    names = ("cart.py", "b.py")
    said = read({report: "".join(trace("DA:1,1", name=name) for name in names)}, **more)
    assert PurePosixPath(path) in said.coverage


def test_paths_that_may_start_from_two_folders_are_refused(read: Read) -> None:
    more = {"packages__cart": "x = 1\n", "cart": "z = 1\n"}
    said = read({"packages/lcov.info": trace("DA:1,1", name="cart.py")}, **more)
    assert said.coverage == {}
    assert "may start from ./ and packages/" in said.problems[0].message


def test_each_report_of_a_file_stands_for_itself(read: Read) -> None:
    json_ = json.dumps({"files": {"shop/cart.py": {"executed_lines": [6], "missing_lines": [7]}}})
    said = read({"a.json": json_, "b.info": trace("DA:6,0", "DA:7,1")})
    assert said.coverage[CART] == (Coverage("a.json", (6,), (7,)), Coverage("b.info", (7,), (6,)))
