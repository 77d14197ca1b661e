"""After edits, each generated page is whole what a clean build writes."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import MakeRepo, run_git, write_tree
from tests.exactness.builds import Outcome, build
from tests.ext.conftest import CONTENTS, MakeProject
from tests.ext.project import Build, Project

FORKED = pytest.param(
    "furo", 2, marks=pytest.mark.skipif(sys.platform == "win32", reason="no fork")
)

DOCUMENTED = ("shop", "other", "another", "tests")

TREE = {
    "docs/index.rst": "Home\n====\n\n.. toctree::\n   :caption: Guide\n\n   guide\n   last\n",
    "docs/guide.rst": "Guide\n=====\n\nPart\n----\n\nText.\n",
    "docs/last.rst": "Last\n====\n\nText.\n",
    "shop/parts/screws/long.py": "x = 1\n",
    "shop/parts/nails.py": "x = 1\n",
    "other/deep/a.py": "x = 1\n",
    "another/a.py": "x = 1\n",
}

Edit = Callable[[Path], object]


def add_file(root: Path) -> None:
    write_tree(root, {"shop/parts/bolts.py": "x = 1\n"})


def add_folder(root: Path) -> None:
    write_tree(root, {"another/new/bolts.py": "x = 1\n"})


def delete_file(root: Path) -> None:
    run_git(root, "rm", "--quiet", "shop/money.py")


def delete_folder(root: Path) -> None:
    run_git(root, "rm", "--quiet", "-r", "--force", "shop/parts/screws")


def rename_file(root: Path) -> None:
    run_git(root, "mv", "shop/cart.py", "shop/trolley.py")


def move_folder(root: Path) -> None:
    run_git(root, "mv", "shop/parts", "other/parts")


def retitle_document(root: Path) -> None:
    write_tree(root, {"docs/last.rst": "Ende\n====\n\nText.\n"})


def add_document(root: Path) -> None:
    write_tree(root, {"docs/more.rst": "More\n====\n"})
    replace(root / "docs/index.rst", "   guide\n", "   guide\n   more\n")


def change_caption(root: Path) -> None:
    replace(root / "docs/index.rst", ": Guide", ": Manual")


def list_page(root: Path) -> None:
    replace(root / "docs/index.rst", "   last\n", "   repository/shop/__init__.py\n   last\n")


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


EDITS: tuple[Edit, ...] = (
    add_file,
    add_folder,
    delete_file,
    delete_folder,
    rename_file,
    move_folder,
    retitle_document,
    add_document,
    change_caption,
    list_page,
)


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    """A repository with folders in folders, and some hand-written documents."""
    return make_project(TREE, repodoc_pages="repository")


def pages(build: Build) -> dict[str, str]:
    """Return the generated pages by their paths."""
    folder = Path(build.app.outdir, "repository")
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*.html"))
    }


def build_anew(project: Project, parallel: int) -> dict[str, str]:
    """Return the pages of a build in empty folders; leave those that were there as they are."""
    kept, aside = project.root / "docs/_build", project.root / "docs/_kept"
    kept.rename(aside)
    found = pages(project.build(parallel=parallel))
    shutil.rmtree(kept)
    aside.rename(kept)
    return found


@pytest.mark.parametrize(("theme", "parallel"), [("alabaster", 1), FORKED])
def test_pages_after_an_edit_are_those_of_a_clean_build(
    project: Project, theme: str, parallel: int
) -> None:
    project.configuration = {**project.configuration, "html_theme": theme}
    found = pages(project.build(parallel=parallel))
    for edit in EDITS:
        before = found
        edit(project.root)
        run_git(project.root, "add", "--all", "--", *DOCUMENTED)
        found = pages(project.build(parallel=parallel))
        assert found != before, edit.__name__
        assert found == build_anew(project, parallel), edit.__name__
        assert project.build(parallel=parallel).written == [], edit.__name__


@pytest.fixture
def build_it(make_repo: MakeRepo) -> Callable[..., Outcome]:
    """Build by several builders that share doctrees, after an edit where one is given."""
    root = make_repo({**CONTENTS, **TREE})

    def make(edit: Edit | None = None, **options: Any) -> Outcome:
        if edit:
            edit(root)
            run_git(root, "add", "--all", "--", *DOCUMENTED)
        configuration = {"extensions": ["sphinx_repodoc"], "repodoc_pages": "repository"}
        return build(root, root.parent / "kept", configuration, **options)

    return make


def generated(outcome: Outcome) -> dict[str, bytes]:
    """Return the generated pages whole."""
    return {
        name: content
        for name, content in outcome.files.items()
        if name.startswith("repository/") and name.endswith(".html")
    }


def test_each_builder_writes_what_is_around_its_own_pages(
    build_it: Callable[..., Outcome], tmp_path: Path
) -> None:
    build_it(builder="dirhtml")
    build_it()
    build_it(add_folder)
    incremental = build_it(builder="dirhtml")
    shutil.rmtree(tmp_path / "kept")
    assert generated(incremental) == generated(build_it(builder="dirhtml"))


def test_a_build_for_paper_between_leaves_no_page_out_of_date(
    build_it: Callable[..., Outcome], tmp_path: Path
) -> None:
    build_it()
    build_it(add_file, builder="text")
    incremental = generated(build_it())
    shutil.rmtree(tmp_path / "kept")
    assert incremental == generated(build_it())


def test_a_build_that_was_broken_off_is_made_good_around_pages_too(
    build_it: Callable[..., Outcome], tmp_path: Path
) -> None:
    before = generated(build_it())
    build_it(retitle_document, interrupted=True)
    after = generated(build_it())
    assert after != before
    shutil.rmtree(tmp_path / "kept")
    assert generated(build_it()) == after


def test_pages_around_which_something_changed_are_written_and_not_read(
    build_it: Callable[..., Outcome],
) -> None:
    build_it()
    outcome = build_it(add_file)
    assert "repository/shop/parts/screws/long.py" in outcome.written - outcome.read
    assert "repository/other/deep/a.py" not in outcome.written


def test_the_headings_of_hand_written_documents_are_of_no_matter_where_they_are_not_shown(
    build_it: Callable[..., Outcome],
) -> None:
    build_it()
    outcome = build_it(rename_heading)
    assert "guide" in outcome.written
    assert "repository/other/deep/a.py" not in outcome.written


def rename_heading(root: Path) -> None:
    replace(root / "docs/guide.rst", "Part\n----", "Peace\n-----")
