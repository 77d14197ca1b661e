"""The control: what plain Sphinx leaves behind under the same kind of edits, without us."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import write_tree
from tests.exactness.builds import Outcome, build

Build = Callable[[], Outcome]

DOCUMENTS = {
    "docs/conf.py": "",
    "docs/index.rst": "Home\n====\n\n.. toctree::\n\n   one\n   two\n",
    "docs/one.rst": "One\n===\n\nWords.\n\nPart\n----\n\nAn apple.\n",
    "docs/two.rst": "Two\n===\n\nOther words.\n\n:doc:`one`\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_tree(tmp_path / "repo", DOCUMENTS)
    return tmp_path / "repo"


@pytest.fixture
def build_it(root: Path) -> Build:
    """Build in the folders that the next build finds again, without the extension."""
    configuration = {"extensions": [], "html_theme": "alabaster"}
    return lambda: build(root, root.parent / "kept", configuration)


def write(root: Path, name: str, text: str) -> None:
    (root / "docs" / name).write_text(text)


def test_pages_of_removed_documents_stay(root: Path, build_it: Build) -> None:
    build_it()
    (root / "docs/two.rst").unlink()
    write(root, "index.rst", "Home\n====\n\n.. toctree::\n\n   one\n")
    assert {"two.html", "_sources/two.rst.txt"} <= build_it().files.keys()


def test_sidebars_and_neighbours_of_unchanged_pages_stay_as_they_were(
    root: Path, build_it: Build
) -> None:
    build_it()
    write(root, "two.rst", "New title\n=========\n")
    built = build_it()
    assert built.read == {"two"}
    page = built.files["one.html"].decode()
    assert "New title" not in page
    assert page.count(">Two<") == 2, "in the sidebar, and as the next page"


def test_documents_that_two_builders_share_are_told_apart_by_time_alone(
    root: Path, build_it: Build
) -> None:
    write_tree(root, {"docs/text.txt": "Old words.\n"})
    write(root, "one.rst", "One\n===\n\n.. literalinclude:: text.txt\n")
    build_it()
    write_tree(root, {"docs/text.txt": "New words.\n"})
    configuration = {"extensions": [], "html_theme": "alabaster"}
    assert build(root, root.parent / "kept", configuration, builder="text").read == {"one"}
    assert ">Old<" in build_it().body("one")


def test_the_title_of_another_document_stays_in_a_link(root: Path, build_it: Build) -> None:
    assert ">One<" in build_it().body("two")
    write(root, "one.rst", "Another title\n=============\n")
    assert ">One<" in build_it().body("two")


def test_the_search_index_loses_index_entries_of_unchanged_documents(
    root: Path, build_it: Build
) -> None:
    write(root, "one.rst", "One\n===\n\n.. index:: apple\n")
    build_it()
    index = root.parent / "kept/html/searchindex.js"
    assert '"apple"' in index.read_text()
    write(root, "two.rst", "Two\n===\n\n.. index:: pear\n")
    build_it()
    assert '"pear"' in index.read_text()
    assert '"apple"' not in index.read_text()


def test_of_two_descriptions_of_an_object_the_document_read_later_wins(
    root: Path, build_it: Build
) -> None:
    write(root, "two.rst", "Two\n===\n\n.. py:function:: f()\n\n:py:func:`f`\n")
    build_it()
    write(root, "one.rst", "One\n===\n\n.. py:function:: f()\n")
    built = build_it().files["objects.inv"]
    shutil.rmtree(root.parent / "kept")
    assert build_it().files["objects.inv"] != built
