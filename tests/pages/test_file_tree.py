"""The file tree of a folder."""

from collections.abc import Iterator
from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model.files import ROOT
from sphinx_repodoc.model.indices import TreeFolder
from sphinx_repodoc.pages import file_tree
from sphinx_repodoc.pages.file_tree import find_tree
from tests.pages.conftest import SurveyTree

TREE = dict.fromkeys(["a.py", "-x/y.py", "pkg/b.py", "pkg/c.py", "pkg/deep/er/d.py"], "")


def lines(folder: TreeFolder, indent: str = "") -> Iterator[str]:
    for child in folder.folders:
        yield f"{indent}{child.path.name}/ {child.number}{'' if child.is_entered else ' …'}"
        yield from lines(child, f"{indent}  ")
    yield from (f"{indent}{path.name}" for path in folder.files)


def test_a_tree_shows_every_file_below_a_folder(survey_tree: SurveyTree) -> None:
    tree = find_tree(survey_tree(TREE), ROOT)
    assert tree
    assert list(lines(tree.top)) == [
        "-x/ 1",
        "  y.py",
        "pkg/ 3",
        "  deep/ 1",
        "    er/ 1",
        "      d.py",
        "  b.py",
        "  c.py",
        "a.py",
    ]


def test_a_folder_without_folders_needs_no_tree(survey_tree: SurveyTree) -> None:
    assert find_tree(survey_tree(TREE), PurePosixPath("pkg/deep/er")) is None


def test_a_tree_enters_as_many_levels_as_are_asked_for(survey_tree: SurveyTree) -> None:
    tree = find_tree(survey_tree(TREE), ROOT, 2)
    assert tree
    shown = ["-x/ 1", "  y.py", "pkg/ 3", "  deep/ 1 …", "  b.py", "  c.py", "a.py"]
    assert list(lines(tree.top)) == shown


def test_what_would_exceed_the_limit_is_counted_and_not_entered(
    survey_tree: SurveyTree, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_tree, "LIMIT", 4)
    tree = find_tree(survey_tree(TREE), ROOT)
    assert tree
    assert list(lines(tree.top)) == ["-x/ 1", "  y.py", "pkg/ 3 …", "a.py"]
