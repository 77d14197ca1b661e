"""What reports say, on the pages; and which pages are read when a report says something else."""

import json
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from tests.ext.conftest import MakeProject
from tests.ext.project import Build

Lines = Mapping[str, tuple[Sequence[int], Sequence[int]]]


def write_coverage(root: Path, lines: Lines) -> None:
    files = {
        path: {"executed_lines": run, "missing_lines": missing, "missing_branches": [[7, 10]]}
        for path, (run, missing) in lines.items()
    }
    (root / "coverage.json").write_text(json.dumps({"files": files}))


def write_finding(root: Path, message: str) -> None:
    place = {"artifactLocation": {"uri": "shop/cart.py"}, "region": {"startLine": 11}}
    results = [
        {
            "ruleId": "G1",
            "message": {"text": f"{message} {number}"},
            "locations": [{"physicalLocation": place}],
            "relatedLocations": [{"physicalLocation": place, "message": {"text": "from here"}}],
        }
        for number in (1, 2)
    ]
    driver = {"name": "gosec", "version": "2"}
    log = {"version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}
    (root / "found.sarif").write_text(json.dumps(log))


def check_words(built: Build) -> None:
    text = built.text("r/shop/cart.py")
    assert (
        "Lines run5 of 6 executable lines (83.3 %), says coverage.json. Not run: line 11." in text
    )
    assert "Run, but not every branch: line 7." in text
    assert "G1 (warning) (line 11): Odd 1. See: line 11: from here (line 11): Odd 2." in text
    assert "Rule G1 of gosec 2, in found.sarif." in text
    assert built.hrefs("r/shop/cart.py")["#L11"] == "line 11"


def check_marks(built: Build) -> None:
    body = built.body("r/shop/cart.py")
    marks = {name: body.select(f".repodoc-{name}") for name in ("run", "partly", "missed")}
    assert {name: [line["id"] for line in lines] for name, lines in marks.items()} == {
        "run": ["L1", "L3", "L6", "L9"],
        "partly": ["L7"],
        "missed": ["L11"],
    }
    (legend,) = body.select(".repodoc-legend")
    assert legend.get_text().strip() == (
        "Beside the lines: ✓ run, ~ run, but not every branch, ✗ not run; by coverage.json."
    )


def check_folder(built: Build) -> None:
    folder = built.text("r/shop/index")
    share = "6 of 7 executable lines (85.7 %) in 2 files, subfolders included, says coverage.json."
    assert f"Lines run: {share}" in folder
    cells = [cell.get_text() for cell in built.body("r/shop/index").select("td")]
    assert cells[cells.index("cart.py") + 3] == "83.3\N{NO-BREAK SPACE}%"


def check_ruff(built: Build) -> None:
    assert "Security & Safety" not in built.text("r/tests/test_risk.py")
    rule = f"Rule S101 of ruff {version('ruff')} (reference)."
    assert f"Assert (line 1): Use of assert detected. {rule}" in built.text(
        "r/shop/risk.py"
    ).replace("Assert(", "Assert (")


def test_pages_show_reports_and_are_read_when_these_say_something_else(
    make_project: MakeProject,
) -> None:
    reports = ["*.sarif", "coverage.json"]
    tree = {"shop/risk.py": "assert 1\n", "tests/test_risk.py": "def test_it():\n    assert 1\n"}
    project = make_project(tree, repodoc_pages="r", repodoc_reports=reports)
    root = project.root
    write_coverage(root, {"shop/cart.py": ([1, 3, 6, 7, 9], [11]), "shop/money.py": ([1], [])})
    write_finding(root, "Odd")
    built = project.build()
    assert built.warnings == []
    check_words(built)
    check_marks(built)
    check_folder(built)
    check_ruff(built)

    assert project.build().read == []
    assert project.build(repodoc_ruff=False).read == ["r/shop/risk.py"]
    assert project.build().read == ["r/shop/risk.py"]
    write_finding(root, "Strange")
    assert project.build().read == ["r/shop/cart.py"]
    write_coverage(root, {"shop/cart.py": ([1, 3, 6, 7, 9], [11]), "shop/money.py": ([], [1])})
    assert project.build().read == ["r/index", "r/shop/index", "r/shop/money.py"]
    (root / "found.sarif").unlink()
    assert project.build().read == ["r/shop/cart.py"]


def test_a_named_report_that_is_not_there_is_warned_of(make_project: MakeProject) -> None:
    project = make_project(repodoc_reports=["coverage.json", "*.sarif", "**/*.info"])
    (warning,) = project.build().warnings
    assert "coverage.json:1: WARNING: the report cannot be read (No such file" in warning
    assert "take it out of repodoc_reports" in warning
