"""What ruff finds, and how seldom it is asked."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from sphinx_repodoc.analyse.ruff import CODES, TABLE, Ruff, examine, find_ruff, leave_out
from sphinx_repodoc.model.files import ProblemKind, SourceFile, Span
from sphinx_repodoc.model.findings import Finding
from sphinx_repodoc.scan.files import read_content, scan
from tests.conftest import MakeRepo, write_tree

RUN = """import pickle
import subprocess
import time

def load(stream):
    assert stream
    return pickle.load(stream)

async def wait():
    time.sleep(1)

def run(command):
    subprocess.run(command, shell=True)  # noqa: S602
"""
ALL_OFF = 'lint.ignore = ["ALL"]\nexclude = ["*"]\nforce-exclude = true\n'
Row = tuple[str, int, str, str]


@pytest.fixture
def ruff() -> Ruff:
    found = find_ruff()
    assert found is not None
    return found


@pytest.fixture
def counted(ruff: Ruff, tmp_path: Path) -> tuple[Ruff, Callable[[], list[list[str]]]]:
    """Give a linter that writes down of which files it is asked, and what it wrote."""
    log, program = tmp_path / "log", tmp_path / "counting"
    program.write_text(f'#!/bin/sh\necho "$@" >> {log}\nexec {ruff.program} "$@"\n')
    program.chmod(0o755)

    def read_log() -> list[list[str]]:
        lines = log.read_text().splitlines() if log.exists() else []
        log.unlink(missing_ok=True)
        names = (line.partition(" -- ")[2].split() for line in lines)
        return [sorted(Path(name).name for name in asked) for asked in names]

    return Ruff(str(program), ruff.version), read_log


def rows(ruff: Ruff, root: Path, store: Path | None = None) -> list[Row]:
    found, problems = examine(
        ruff, root, scan(root).files.values(), partial(read_content, root), store
    )
    assert problems == ()
    return sorted(
        (str(file.path), f.span.line, f.rule, f.section) for file in found for f in found[file]
    )


def test_it_is_asked_of_python_alone_whatever_the_repository_configures(
    ruff: Ruff, make_repo: MakeRepo
) -> None:
    config = {"ruff.toml": ALL_OFF, "pyproject.toml": f"[tool.ruff]\n{ALL_OFF}"}
    odd = {"bad.py": "assert (", "-x.py": "assert 1\n", "we ird.py": "assert 1\n", "a.js": "assert"}
    root = make_repo({"run.py": RUN, "build/script": f"#!/usr/bin/python\n{RUN}", **odd, **config})
    found = [
        (6, "S101", "security"), (7, "S301", "security"), (10, "ASYNC251", "performance"),
    ]  # fmt: skip
    assert rows(ruff, root) == [
        ("-x.py", 1, "S101", "security"),
        *(("build/script", line + 1, rule, section) for line, rule, section in found),
        *(("run.py", *each) for each in found),
        ("we ird.py", 1, "S101", "security"),
    ]


def test_a_finding_names_its_rule_and_where_that_is_documented(
    ruff: Ruff, make_repo: MakeRepo
) -> None:
    root = make_repo({"a.py": "exec(input())\n"})
    found, _ = examine(ruff, root, scan(root).files.values(), partial(read_content, root), None)
    assert list(found.values()) == [
        (
            Finding(
                rule="S102",
                section="security",
                span=Span(1, 1),
                title="Exec builtin",
                reason="Use of `exec` detected",
                reference="https://docs.astral.sh/ruff/rules/exec-builtin",
                tool=ruff.tool,
            ),
        )
    ]


def test_one_process_examines_what_is_not_known_and_none_what_is(
    counted: tuple[Ruff, Callable[[], list[list[str]]]], make_repo: MakeRepo, tmp_path: Path
) -> None:
    ruff, read_log = counted
    root, store = make_repo({"a.py": RUN, "same.py": RUN, "b.py": "x = 1\n"}), tmp_path / "store"
    first = rows(ruff, root, store)
    assert read_log() == [["a.py", "b.py"]]
    assert rows(ruff, root, store) == first
    assert read_log() == []
    write_tree(root, {"b.py": "assert 1\n"})
    assert rows(ruff, root, store) == sorted([*first, ("b.py", 1, "S101", "security")])
    assert read_log() == [["b.py"]]


@pytest.mark.parametrize(
    ("pyproject", "target"),
    [
        ('[project]\nrequires-python = ">=3.9"', "py39"),
        ('[project]\nrequires-python = ">= 3.12, <4"', "py312"),
        ('[project]\nrequires-python = ">=3.6"', "py37"),
        ('[project]\nrequires-python = ">=3.99"', "py314"),
        ('[project]\nrequires-python = "~=3.11"', ""),
        ("[project]\nrequires-python = 3", ""),
        ("project = 1", ""),
        ("[", ""),
        ("", ""),
    ],
)
def test_the_oldest_python_that_a_project_names_is_what_the_code_is_for(
    pyproject: str, target: str
) -> None:
    found = find_ruff(pyproject)
    assert found is not None
    assert found.target == target


def test_what_bears_on_speed_depends_on_the_oldest_python(ruff: Ruff, make_repo: MakeRepo) -> None:
    loop = "for x in y:\n    try:\n        x()\n    except KeyError:\n        print(x)\n"
    root = make_repo({"a.py": loop})
    targets = ("py310", "py311", "")
    old, new, unknown = (Ruff(ruff.program, ruff.version, target) for target in targets)
    assert rows(old, root) == [("a.py", 4, "PERF203", "performance")]
    assert rows(new, root) == rows(unknown, root) == []
    assert len({unknown.digest, old.digest, new.digest}) == 3


@pytest.mark.parametrize("script", ["exit 2", "kill -9 $$", "echo no", "echo '[{}]'"])
def test_a_linter_that_gives_no_answer_is_one_problem(
    make_repo: MakeRepo, tmp_path: Path, script: str
) -> None:
    program = tmp_path / "broken"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    root, store = make_repo({"a.py": RUN}), tmp_path / "store"
    read = partial(read_content, root)
    ruff = Ruff(str(program), "0")
    found, problems = examine(ruff, root, scan(root).files.values(), read, store)
    assert found == {}
    assert [problem.kind for problem in problems] == [ProblemKind.LINTER]
    assert "set repodoc_ruff to False" in problems[0].message


def test_nothing_is_said_or_kept_of_a_file_that_changed_meanwhile(
    counted: tuple[Ruff, Callable[[], list[list[str]]]], make_repo: MakeRepo, tmp_path: Path
) -> None:
    ruff, read_log = counted
    root = make_repo({"a.py": RUN})
    files: list[SourceFile] = list(scan(root).files.values())
    write_tree(root, {"a.py": "\n" + RUN})
    for _ in range(2):
        found, _ = examine(ruff, root, files, partial(read_content, root), tmp_path / "store")
        assert found == {}
    assert len(read_log()) == 2


def finding(rule: str, line: int) -> Finding:
    return Finding(rule, "security", Span(line, line), rule)


def test_a_test_may_assert_and_what_our_rules_say_is_said_once() -> None:
    found = [finding("S101", 1), finding("S301", 2), finding("S301", 5)]
    own = [finding("python/pickle", 2), finding("python/shell", 5)]
    told = leave_out(found, own, is_test=False)
    assert [(f.rule, f.span.line) for f in told] == [("S101", 1), ("S301", 5)]
    assert [f.rule for f in leave_out(found, [], is_test=True)] == ["S301", "S301"]


def test_what_is_left_out_is_asked_for() -> None:
    left_out = {code for codes in (*TABLE.ours.values(), *TABLE.tests.values()) for code in codes}
    assert all(code.startswith(CODES) for code in left_out)
