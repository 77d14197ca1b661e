"""Documents that are read anew although their own text is as it was, and those that are not."""

import os
import shutil
from pathlib import Path

import pytest

from tests.conftest import run_git
from tests.ext.conftest import MakeProject
from tests.ext.project import Project

GUIDE = "Guide\n=====\n\n.. repodoc-metadata:: {path}\n"


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    return make_project(repodoc_pages="repository")


@pytest.mark.parametrize("path", ["new.py", "../new.py", "new/", "shop/cart.py/"])
def test_a_directive_is_read_anew_once_its_path_is_there(project: Project, path: str) -> None:
    guide = project.root / "docs/guide.rst"
    guide.write_text(":orphan:\n\n" + GUIDE.format(path=path))
    assert any("guide.rst" in line for line in project.build().warnings)
    assert project.build().read == []
    shutil.rmtree(project.root / "shop")
    for name in ("new/b.py", "shop/cart.py/b.py") if path.endswith("/") else ("new.py",):
        (project.root / name).parent.mkdir(parents=True, exist_ok=True)
        (project.root / name).write_text("x = 1\n")
    run_git(project.root, "add", "--all")
    assert "guide" in project.build().read


def test_a_directive_whose_path_becomes_excluded_is_warned_of(project: Project) -> None:
    (project.root / "docs/guide.rst").write_text(":orphan:\n\n" + GUIDE.format(path="Makefile"))
    project.build()
    run_git(project.root, "rm", "--quiet", "--cached", "Makefile")
    (warning,) = project.build().warnings
    assert "Makefile is not published" in warning


def test_switching_to_another_branch_and_back_reads_nothing(project: Project) -> None:
    project.build()
    run_git(project.root, "checkout", "--quiet", "-b", "topic")
    (project.root / "shop/money.py").write_text("x = 1\n")
    run_git(project.root, "commit", "--quiet", "--all", "--message", "second")
    run_git(project.root, "checkout", "--quiet", "main")
    assert project.build().read == []


def test_a_new_checkout_in_the_same_place_reads_no_generated_page(project: Project) -> None:
    project.build()
    docs, kept = project.root / "docs", project.root.with_name("kept")
    run_git(project.root.parent, "clone", "--quiet", str(project.root), "clone")
    (docs / "_build").rename(kept)
    times = {name: (docs / name).stat().st_mtime for name in ("index.rst", "conf.py")}
    shutil.rmtree(project.root)
    (project.root.with_name("clone")).rename(project.root)
    kept.rename(docs / "_build")
    for name, time in times.items():
        os.utime(docs / name, (time, time))
    assert not (docs / "repository").exists()
    assert project.build().read == []


def test_a_commit_reads_only_the_pages_of_what_it_changes(make_project: MakeProject) -> None:
    project = make_project(repodoc_pages="repository")
    run_git(project.root, "remote", "add", "origin", "https://github.com/a/b.git")
    project.build()
    run_git(project.root, "commit", "--quiet", "--allow-empty", "--message", "nothing")
    assert project.build().read == []
    (project.root / "Makefile").write_text("all:\n\techo some\n")
    run_git(project.root, "commit", "--quiet", "--all", "--message", "make")
    assert set(project.build().read) <= {"repository/Makefile", "repository/index"}


def test_a_shallow_clone_is_told_of_without_a_warning(project: Project) -> None:
    run_git(project.root.parent, "clone", "--quiet", "--depth=1", project.root.as_uri(), "clone")
    clone = Project(project.root.with_name("clone"), project.configuration)
    build = clone.build()
    assert build.warnings == []
    assert "repodoc: the clone is shallow" in build.said
    assert "Last commit" not in build.text("repository/Makefile")
    (clone.root / "README.md").write_text("# Shop\n")
    assert "the clone is shallow" not in clone.build(repodoc_history=False).said


@pytest.mark.parametrize("prefix", ["api", "api/tree", ""])
@pytest.mark.parametrize("is_fresh", [True, False])
def test_pages_of_an_earlier_prefix_go(project: Project, prefix: str, *, is_fresh: bool) -> None:
    docs = project.root / "docs"
    project.build()
    (docs / "repository/mine.rst").write_text(":orphan:\n\nMine\n====\n")
    if is_fresh:
        shutil.rmtree(docs / "_build")
    build = project.build(repodoc_pages=prefix)
    assert [path.name for path in (docs / "repository").rglob("*")] == ["mine.rst"]
    assert build.warnings == []
    assert [name for name in build.app.env.found_docs if name.startswith("repository")] == [
        "repository/mine"
    ]
    if not is_fresh:
        written = [path.name for path in Path(build.app.outdir, "repository").rglob("*.html")]
        assert written in ([], ["mine.html"])


def test_pages_of_another_project_below_stay(project: Project) -> None:
    other = project.root / "docs/other"
    other.mkdir()
    (other / "conf.py").write_text("")
    (other / "index.rst").write_text("Other\n=====\n")
    Project(project.root, project.configuration, folder="docs/other").build()
    pages = sorted((other / "repository").rglob("*.rst"))
    project.build(exclude_patterns=["other"])
    assert pages
    assert sorted((other / "repository").rglob("*.rst")) == pages
