"""A build that watches the source directory must find nothing new in it after a build."""

from pathlib import Path
from typing import Any

import pytest

from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.survey import survey_listing
from tests.conftest import MakeRepo, write_tree
from tests.ext.project import Project

TREE = {"docs/index.rst": "Title\n=====\n", "pkg/a.py": "def f(): ...\n", "README.md": "# Title\n"}


def times(folder: Path) -> dict[str, int]:
    """Return when each file and folder of the sources was changed, outputs aside."""
    return {
        str(path.relative_to(folder)): path.stat().st_mtime_ns
        for path in [folder, *folder.rglob("*")]
        if "_build" not in path.parts and path != folder / "_build"
    }


@pytest.fixture
def project(make_repo: MakeRepo) -> Project:
    return Project(make_repo(TREE), {"repodoc_pages": "repository"})


@pytest.mark.parametrize("builder", ["html", "dirhtml", "latex"])
def test_a_second_build_writes_nothing_among_the_sources(project: Project, builder: str) -> None:
    project.build(builder)
    before = times(project.root)
    assert project.build(builder).read == []
    assert times(project.root) == before


def test_an_edited_file_changes_no_stub(project: Project) -> None:
    project.build()
    before = times(project.root / "docs")
    write_tree(project.root, {"pkg/a.py": "def g(): ...\n"})
    assert "repository/pkg/a.py" in project.build().read
    assert times(project.root / "docs") == before


def test_no_output_tells_where_it_was_built(project: Project) -> None:
    build = project.build()
    root = str(project.root).encode()
    for file in Path(build.app.outdir).rglob("*"):
        assert not (file.is_file() and root in file.read_bytes()), file


def test_an_edit_that_no_document_shows_is_surveyed_once(
    make_repo: MakeRepo, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = f"{TREE['docs/index.rst']}\n.. repodoc-metadata:: README.md\n"
    project = Project(make_repo({**TREE, "docs/index.rst": index}), {})
    project.build()
    surveys = []

    def count(*arguments: Any) -> Survey:
        surveys.append(arguments)
        return survey_listing(*arguments)

    monkeypatch.setattr("sphinx_repodoc.ext.events.survey_listing", count)
    write_tree(project.root, {"pkg/a.py": "def g(): ...\n"})
    assert project.build().read == []
    assert len(surveys) == 1
    project.build()
    assert len(surveys) == 1
