"""What can be run in a folder."""

from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.files import ROOT, Span
from sphinx_repodoc.model.folder_parts import Workflow
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.workflow import find_workflow
from tests.conftest import run_git, write_tree
from tests.pages.conftest import survey_root

TREE = {
    "CONTRIBUTING.md": "How.\n",
    "sub/docs/CONTRIBUTING.rst": "How here.\n",
    "pyproject.toml": '[project]\nname = "x"\n[project.scripts]\nx = "x:main"\n',
    "tox.ini": "[testenv:lint]\n",
    "noxfile.py": "import nox\n\n\n@nox.session\ndef docs(session):\n    pass\n",
    "sub/package.json": '{"name": "y", "scripts": {"build": "make"}}\n',
    "sub/deep/Makefile": ".PHONY: a b\na: ; ls\nb:\n\tcd x\n\tls\n",
    "sub/deep/GNUmakefile": "include Makefile\n.PHONY: c\nc:\n\tcd x\n\tls\n",
    "sub/deep/other.json": '{"name": "z", "scripts": {"build": "make"}}\n',
    ".github/workflows/ci.yml": (
        "on: push\njobs:\n  all:\n    steps:\n      - run: sub && make tests\n"
        "  sub:\n    steps:\n      - run: cd sub && ls\n"
        "  deep:\n    steps:\n      - run: ls ./sub/deep/x\n"
    ),
    "sub/other.yml": "on: push\njobs:\n  no:\n    steps: []\n",
    "tests/test_p.py": "import pytest\n\n\ndef test_p():\n    pass\n",
    "tests/test_u.py": (
        "import unittest\n\n\nclass T(unittest.TestCase):\n    def test_a(self): ...\n"
        "    def test_b(self): ...\n"
    ),
}


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    """A repository in which much can be run."""
    root = tmp_path_factory.mktemp("workflow")
    write_tree(root, TREE)
    run_git(root, "init", "--quiet")
    run_git(root, "add", "--all")
    return survey_root(root)


def workflow(survey: Survey, path: str) -> Workflow:
    found = find_workflow(survey, PurePosixPath(path))
    assert found
    return found


def test_tasks_are_those_of_the_folder_itself(survey: Survey) -> None:
    assert [task.line for task in workflow(survey, ".").tasks] == ["tox run -e lint", "nox -s docs"]
    assert workflow(survey, ".").tasks[1].place == Place(PurePosixPath("noxfile.py"), Span(5, 5))
    (task,) = workflow(survey, "sub").tasks
    assert (task.line, task.value) == ("npm run build", "make")
    tasks = [(task.line, task.value) for task in workflow(survey, "sub/deep").tasks]
    assert tasks == [("make c", "cd x …")]  # Make reads the first of several by itself


def test_commands_come_with_the_package(survey: Survey) -> None:
    (command,) = workflow(survey, ".").commands
    assert (command.line, command.value) == ("x", "x:main")
    assert command.place == Place(PurePosixPath("pyproject.toml"), Span(4, 4))


@pytest.mark.parametrize(
    ("path", "jobs"),
    [
        (".", ["all", "sub", "deep"]),
        ("sub", ["sub", "deep"]),
        ("sub/deep", ["deep"]),
        ("tests", []),
    ],
)
def test_jobs_are_those_that_name_the_folder(survey: Survey, path: str, jobs: list[str]) -> None:
    assert [job.line for job in workflow(survey, path).jobs] == jobs


def test_tests_are_counted_by_framework(survey: Survey) -> None:
    found = workflow(survey, "tests")
    assert [(s.framework, s.modules, s.cases) for s in found.suites] == [
        ("pytest", 1, 1),
        ("unittest", 1, 2),
    ]
    assert found.test_command
    assert found.test_command.line == "python -m pytest tests"
    assert found.test_command.place == Place(PurePosixPath("tests/test_p.py"), Span(1, 1))
    everything = workflow(survey, ".").test_command
    assert everything
    assert everything.line == "python -m pytest"


@pytest.mark.parametrize(
    ("path", "guide"),
    [
        (".", "CONTRIBUTING.md"),
        ("tests", "CONTRIBUTING.md"),
        ("sub/deep", "sub/docs/CONTRIBUTING.rst"),
    ],
)
def test_the_nearest_guide_is_named(survey: Survey, path: str, guide: str) -> None:
    assert workflow(survey, path).guide == PurePosixPath(guide)


def test_nothing_is_said_where_nothing_can_be_run(tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tmp_path_factory.mktemp("idle")
    write_tree(root, {"a/b.txt": "x\n"})
    assert find_workflow(survey_root(root), ROOT) is None
