"""Stub pages in a folder that is ours."""

from pathlib import Path, PurePosixPath

import pytest

from sphinx_repodoc.ext.generated.owned import MANIFEST
from sphinx_repodoc.ext.generated.stubs import (
    TIME,
    Markup,
    choose_markup,
    delete_stubs,
    write_stubs,
)
from sphinx_repodoc.model.files import Problem, ProblemKind

SUFFIXES = [".rst", ".md"]


def write(folder: Path, *names: str) -> list[Problem]:
    markup = choose_markup({".rst": "restructuredtext"})
    assert markup
    pages = {name: markup.page(PurePosixPath(name)) for name in names}
    return list(write_stubs(folder, pages, markup.suffix, SUFFIXES).problems)


def stubs(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.rst")}


def test_a_stub_holds_the_directive_for_its_path(tmp_path: Path) -> None:
    assert write(tmp_path, "src/a.py") == []
    assert ".. repodoc:: src/a.py\n" in (tmp_path / "src/a.py.rst").read_text()


def test_the_folder_keeps_itself_out_of_git(tmp_path: Path) -> None:
    write(tmp_path, "a.py")
    assert (tmp_path / ".gitignore").read_text() == "*\n"


def test_a_shared_folder_keeps_the_stubs_alone_out_of_git(tmp_path: Path) -> None:
    markup = choose_markup({".rst": "restructuredtext"})
    assert markup is not None
    write_stubs(tmp_path, {"src/a.py": "text"}, markup.suffix, SUFFIXES, is_shared=True)
    _, *names = (tmp_path / ".gitignore").read_text().splitlines()
    assert names == ["/.gitignore", "/.repodoc-manifest", "/src/a.py.rst"]


def test_a_persons_gitignore_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("_build/\n")
    write(tmp_path, "a.py")
    assert (tmp_path / ".gitignore").read_text() == "_build/\n"


def test_an_unchanged_stub_keeps_its_modification_time(tmp_path: Path) -> None:
    write(tmp_path, "a.py")
    before = (tmp_path / "a.py.rst").stat().st_mtime_ns
    write(tmp_path, "a.py", "b.py")
    assert (tmp_path / "a.py.rst").stat().st_mtime_ns == before


def test_a_stub_of_what_is_gone_is_deleted_with_its_empty_folder(tmp_path: Path) -> None:
    write(tmp_path, "src/a.py", "b.py")
    write(tmp_path, "b.py")
    assert stubs(tmp_path) == {"b.py.rst"}
    assert not (tmp_path / "src").exists()


def test_a_page_that_a_person_wrote_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.py.md").write_text("# Mine\n")
    write(tmp_path, "a.py", "b.py")
    write(tmp_path, "b.py")
    assert (tmp_path / "a.py.md").read_text() == "# Mine\n"
    assert stubs(tmp_path) == {"b.py.rst"}


@pytest.mark.parametrize("text", ["Mine\n====\n", "\xff"])
def test_a_stub_that_a_person_has_changed_is_left_alone(tmp_path: Path, text: str) -> None:
    write(tmp_path, "a.py", "b.py")
    (tmp_path / "a.py.rst").write_text(text, "latin-1")
    write(tmp_path, "a.py", "b.py")
    assert (tmp_path / "a.py.rst").read_text("latin-1") == text
    write(tmp_path, "b.py")
    assert stubs(tmp_path) == {"a.py.rst", "b.py.rst"}


def test_a_stub_whose_writing_was_broken_off_is_written_again(tmp_path: Path) -> None:
    write(tmp_path, "a.py")
    whole = (tmp_path / "a.py.rst").read_text()
    for length in (0, 10):
        (tmp_path / "a.py.rst").write_text(whole[:length])
        write(tmp_path, "a.py")
        assert (tmp_path / "a.py.rst").read_text() == whole


def test_all_stubs_are_of_one_time(tmp_path: Path) -> None:
    write(tmp_path, "a.py")
    write(tmp_path, "b.py")
    times = {path.stat().st_mtime for path in tmp_path.glob("*.rst")}
    assert times == {TIME}


def test_stubs_that_are_not_wanted_any_more_go_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "repository"
    write(folder, "src/a.py", "b.py", "c.py")
    (folder / "b.py.rst").write_text("mine")
    (folder / "mine.rst").write_text("mine")
    delete_stubs(folder)
    assert {path.name for path in folder.iterdir()} == {"b.py.rst", "mine.rst"}
    write(folder, "c.py")
    (folder / "b.py.rst").unlink()
    (folder / "mine.rst").unlink()
    delete_stubs(folder)
    assert not folder.exists()


def test_a_manifest_of_other_files_is_none_of_stubs(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text("a.html\n")
    (tmp_path / "a.html").write_text("<p>")
    delete_stubs(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {MANIFEST, "a.html"}


def test_only_what_the_manifest_lists_is_deleted(tmp_path: Path) -> None:
    outside = tmp_path / "outside.rst"
    outside.write_text("mine")
    folder = tmp_path / "repository"
    write(folder, "a.py")
    (folder / MANIFEST).write_text("../outside.rst\n/etc/hostname\na.py.rst\n")
    (folder / "mine.rst").write_text("mine")
    write(folder)
    assert outside.exists()
    assert stubs(folder) == {"mine.rst"}


def test_a_stub_that_cannot_be_written_costs_one_problem(tmp_path: Path) -> None:
    (tmp_path / "src").write_text("a file where a folder must be")
    problems = write(tmp_path, "src/a.py", "b.py")
    assert [problem.kind for problem in problems] == [ProblemKind.STUB]
    assert stubs(tmp_path) == {"b.py.rst"}


@pytest.mark.parametrize(
    ("source_suffix", "suffix"),
    [
        ({".rst": "restructuredtext"}, ".rst"),
        ({".txt": None}, ".txt"),
        ({".md": "markdown"}, ".md"),
        ({".md": "markdown", ".rst": "restructuredtext"}, ".rst"),
    ],
)
def test_stubs_are_written_in_a_markup_that_the_project_reads(
    source_suffix: dict[str, str | None], suffix: str
) -> None:
    markup = choose_markup(source_suffix)
    assert isinstance(markup, Markup)
    assert markup.suffix == suffix


def test_without_a_parser_there_is_no_markup() -> None:
    assert choose_markup({".ipynb": "myst-nb"}) is None
