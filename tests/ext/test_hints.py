"""Warnings that say where something has gone."""

import pytest

from tests.conftest import run_git
from tests.ext.conftest import MakeProject
from tests.ext.project import Project

GUIDE = """\
:orphan:

Guide
=====

:repo:file:`shop/money.py` :repo:symbol:`shop/money.py::Price` :repo:file:`shop/money.py#L1`

.. repodoc-metadata:: shop/money.py
"""


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    tree = {"docs/guide.rst": GUIDE, "lib/one.py": "x = 1\n", "lib/two.py": "y = 2\n"}
    return make_project(tree, repodoc_pages="repository")


def move(project: Project, source: str, target: str, *, is_committed: bool) -> None:
    run_git(project.root, "mv", source, target)
    if is_committed:
        run_git(project.root, "commit", "--quiet", "--message", "move")


@pytest.mark.parametrize("is_committed", [True, False])
@pytest.mark.parametrize("is_first", [True, False])
def test_what_has_moved_is_named(project: Project, *, is_committed: bool, is_first: bool) -> None:
    if not is_first:
        assert project.build().warnings == []
    move(project, "shop/money.py", "shop/coins.py", is_committed=is_committed)
    warnings = [line for line in project.build().warnings if "guide.rst" in line]
    assert [line.partition(": it has moved to ")[2].partition(" ")[0] for line in warnings] == [
        "shop/coins.py",
        "shop/coins.py",
        "shop/coins.py::Price",
        "shop/coins.py",
    ]


def test_a_file_that_has_moved_twice_is_named_as_it_is_now(project: Project) -> None:
    (project.root / "docs/guide.rst").write_text(".. repodoc:: shop/money.py\n")
    move(project, "shop/money.py", "shop/coins.py", is_committed=True)
    move(project, "shop/coins.py", "shop/notes.py", is_committed=True)
    warnings = "\n".join(project.build().warnings)
    assert (
        "shop/money.py does not exist in the repository: it has moved to shop/notes.py" in warnings
    )


def test_a_folder_that_has_moved_is_named(project: Project) -> None:
    (project.root / "docs/guide.rst").write_text(
        "G\n=\n\n.. repodoc:: lib/\n\n:repo:folder:`lib`\n"
    )
    move(project, "lib", "library", is_committed=False)
    warnings = "\n".join(project.build().warnings)
    assert warnings.count(": it has moved to library ") == 2


def test_where_an_excluded_file_has_gone_is_not_said(project: Project) -> None:
    move(project, "shop/money.py", "shop/secret.py", is_committed=True)
    build = project.build(repodoc_exclude=["secret.py"])
    assert build.warnings
    assert not any("secret" in line for line in build.warnings)


def test_a_symbol_that_has_moved_is_found_by_its_name(project: Project) -> None:
    (project.root / "docs/guide.rst").write_text(
        ":orphan:\n\nG\n=\n\n:repo:symbol:`shop/cart.py::Price`\n"
    )
    (warning,) = (line for line in project.build().warnings if "guide.rst" in line)
    assert "did you mean shop/money.py::Price" in warning
