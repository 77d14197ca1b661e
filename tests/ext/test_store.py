"""The store of facts, as builds share it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sphinx_repodoc.analyse.store import FILE_NAME
from tests.conftest import MakeRepo, write_tree
from tests.ext.project import Project

TREE = {
    "docs/index.rst": "Title\n=====\n",
    "pkg/a.py": "def f(): ...\n",
    "pkg/bad.py": "x = = 1\n",
}
CONFIGURATION = {"repodoc_pages": "repository", "suppress_warnings": ["repodoc.syntax"]}


@pytest.fixture
def project(make_repo: MakeRepo) -> Project:
    return Project(make_repo(TREE), CONFIGURATION)


def pages(project: Project, builder: str = "html") -> dict[str, bytes]:
    """Return the pages that a builder wrote."""
    folder = project.root / "docs/_build" / builder
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*.html"))}


def test_the_store_is_in_the_doctree_directory(project: Project) -> None:
    project.build()
    assert (project.root / "docs/_build/doctrees-html" / FILE_NAME).is_file()


def test_builders_share_a_store_that_is_named_and_warm_builds_leave_it_alone(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.build(repodoc_store="../.cache")
    store = project.root / ".cache" / FILE_NAME
    before = store.stat().st_mtime_ns
    monkeypatch.setattr("sphinx_repodoc.analyse.workers.run_children", lambda files, *_: files)
    build = project.build("dirhtml", repodoc_store="../.cache")
    assert build.warnings == []
    assert store.stat().st_mtime_ns == before
    assert not (project.root / "docs/_build/doctrees-html" / FILE_NAME).exists()


def test_another_store_is_no_reason_to_read_anything_again(project: Project) -> None:
    project.build()
    assert project.build(repodoc_store="../.cache").read == []


def test_the_store_itself_is_never_documented(make_repo: MakeRepo) -> None:
    project = Project(make_repo(TREE, git=False), CONFIGURATION | {"repodoc_store": "../pkg"})
    project.build()
    assert "pkg/a.py.html" in str(pages(project).keys())
    assert FILE_NAME not in project.build().text("repository/pkg/index")


def _cut(store: Path) -> None:
    store.write_bytes(store.read_bytes()[:5000])


def _replace_by_folder(store: Path) -> None:
    store.unlink()
    store.mkdir()


@pytest.mark.parametrize("harm", [_cut, _replace_by_folder])
def test_a_store_of_no_use_is_one_warning_and_changes_no_page(
    project: Project, harm: Callable[[Path], None]
) -> None:
    project.build()
    harm(project.root / "docs/_build/doctrees-html" / FILE_NAME)
    write_tree(project.root, {"pkg/a.py": "def g(): ...\n"})
    build = project.build()
    (warning,) = build.warnings
    assert "[repodoc.store]" in warning
    assert sorted(build.read) == [
        *("repository/index", "repository/keywords"),
        *("repository/pkg/a.py", "repository/pkg/index"),
    ]
    after = pages(project)
    shutil.rmtree(project.root / "docs/_build")
    assert project.build().warnings == []
    assert pages(project) == after
