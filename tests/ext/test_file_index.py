"""The index of files and folders by name."""

from pathlib import Path

import pytest

from sphinx_repodoc.ext import file_index
from sphinx_repodoc.ext.domain import repo_domain
from sphinx_repodoc.ext.file_index import FileIndex
from tests.ext.conftest import MakeProject
from tests.ext.project import Build
from tests.html_links import broken_links


def listed(build: Build) -> dict[str, list[str]]:
    content, _ = FileIndex(repo_domain(build.app.env)).generate()
    return {
        letter: [f"{entry.name} ({entry.extra})" for entry in entries]
        for letter, entries in content
    }


def test_files_and_folders_are_listed_by_their_own_names(make_project: MakeProject) -> None:
    project = make_project({"-x/_y.py": ""}, repodoc_pages="repository")
    build = project.build()
    assert build.warnings == []
    found = listed(build)
    assert list(found) == ["Symbols", "C", "D", "E", "I", "L", "M", "R", "S", "T"]
    assert found["Symbols"] == ["-x/ ()", "__init__.py (shop/)", "_y.py (-x/)"]
    assert found["M"] == ["Makefile ()", "money.py (shop/)"]
    assert found["S"] == ["shop/ ()"]
    (link,) = build.page("repo-files").select('table a[href="repository/shop/money.py.html#"]')
    assert link.get_text() == "money.py"
    assert broken_links(Path(build.app.outdir)) == []


def test_what_one_page_cannot_hold_is_counted(
    make_project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = make_project({"shop/a/b/c.py": ""}, repodoc_pages="repository").build()
    monkeypatch.setattr(file_index, "LIMIT", 4)
    assert listed(build) == {
        "Symbols": ["12 more files and folders: on the pages of the folders in this list ()"],
        "A": ["a/ (shop/)"],
        "D": ["docs/ ()"],
        "S": ["shop/ ()"],
        "T": ["tests/ ()"],
    }
    monkeypatch.setattr(file_index, "LIMIT", 3)
    assert list(listed(build)) == ["Symbols", "D", "S", "T"]


def test_what_pages_of_ones_own_show_is_in_the_index(make_project: MakeProject) -> None:
    text = "Home\n====\n\n:ref:`repo-files`\n\n.. repodoc:: shop/cart.py\n   :sections: purpose\n"
    build = make_project({"docs/index.rst": text}).build()
    assert build.warnings == []
    assert "repo-files.html" in build.hrefs("index")
    assert listed(build) == {"C": ["cart.py (shop/)"]}


def test_nothing_shown_is_no_index(make_project: MakeProject) -> None:
    build = make_project().build()
    assert not Path(build.app.outdir, "repo-files.html").exists()
