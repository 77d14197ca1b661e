"""Working with This Folder, and Role."""

from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.files import ROOT, Span
from sphinx_repodoc.model.folder_pages import FolderPurpose, PackageName, Share
from sphinx_repodoc.model.folder_parts import Runnable, Suites, Workflow
from sphinx_repodoc.model.pages import FolderNote
from sphinx_repodoc.sections import purpose, workflow
from sphinx_repodoc.sections.content import Block
from sphinx_repodoc.sections.links import Links
from tests.sections.content_text import plain

P = PurePosixPath("p")
PLACE = Place(P / "t.py", Span(3, 3))
RUN = "Run those for pytest from the root of the repository: python -m pytest p (p/t.py, line 3)."
LINKS = Links(P, frozenset({"contents"}), {"contents": "Contents"})


def words(blocks: list[Block]) -> list[str]:
    return [" ".join(plain(block).split()) for block in blocks]


def test_each_thing_to_run_says_where_it_is_declared() -> None:
    value = Workflow(
        P,
        (Suites("pytest", 2, 1, PLACE), Suites("unittest", 1, 3, PLACE)),
        Runnable("python -m pytest p", "", PLACE),
        (Runnable("npm run x", "mocha", Place(P / "package.json"), "Tests it."),),
        (Runnable("cmd", "p:main", Place(P / "pyproject.toml")),),
        (Runnable("lint", "", PLACE),),
        PurePosixPath("CONTRIBUTING.md"),
    )
    assert words(workflow.outline(value, LINKS)) == [
        (
            "Tests found, subfolders included: 1 test case for pytest in 2 files "
            "(first p/t.py, line 3), 3 test cases for unittest in 1 file "
            "(first p/t.py, line 3)."
        ),
        RUN,
        "Tasks, to be run in this folder:",
        "npm run x: Tests it.: mocha (p/package.json)",
        "Commands that installing the package adds:",
        "cmd: p:main (p/pyproject.toml)",
        "Jobs whose commands name this folder, or are run in it:",
        "lint (p/t.py, line 3)",
        "How to contribute: CONTRIBUTING.md.",
    ]


@pytest.mark.parametrize(
    ("path", "title"),
    [(ROOT, "Jobs of the forge:"), (P, "Jobs whose commands name this folder, or are run in it:")],
)
def test_the_root_lists_every_job(path: PurePosixPath, title: str) -> None:
    value = Workflow(path, (), None, (), (), (Runnable("x", "", PLACE),), None)
    assert words(workflow.outline(value, LINKS))[0] == title


def test_a_role_has_its_names_and_counts() -> None:
    value = FolderPurpose(
        P,
        (FolderNote(P, "Said.", None),),
        (PackageName("distribution", "d", Place(P / "pyproject.toml")),),
        (Share("test module", 12, 0, 0),),
        14,
    )
    assert words(purpose.outline_folder(value, LINKS)) == [
        "Said.",
        "Its names: distribution d (p/pyproject.toml).",
        "Roles of the 14 files directly in it: test module: 12 (Contents).",
    ]


def test_sets_of_tests_are_not_called_cases() -> None:
    value = Workflow(P, (Suites("Test", 1, 2, PLACE),), None, (), (), (), None)
    assert "2 test sets for Test in 1 file" in words(workflow.outline(value, LINKS))[0]
