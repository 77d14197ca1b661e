"""The command ``sphinx-repodoc``."""

import os
import re
from pathlib import Path

import pytest

from sphinx_repodoc.cli import main
from tests.conftest import MakeRepo, run_git
from tests.html_links import broken_links
from tests.sites import page, words


def test_it_builds_a_site_and_says_where(
    make_repo: MakeRepo, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_repo({"a.py": "x = 1\n", "sub/b.md": "# B\n"})
    assert main([os.fspath(root), "-o", os.fspath(tmp_path / "out"), "-q"]) == 0
    assert f"The pages are in {tmp_path / 'out' / 'index.html'}" in capsys.readouterr().out
    assert words(page(tmp_path / "out", "index")).startswith("repo")
    assert broken_links(tmp_path / "out") == []


def test_it_says_at_the_end_what_it_did(
    make_repo: MakeRepo, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_repo({"a.py": "x = 1\n", "sub/b.md": "# B\n"})
    assert main([os.fspath(root), "-o", os.fspath(tmp_path / "out")]) == 0
    output = capsys.readouterr().out
    assert "surveying the repository... 100%" in output
    assert re.search(rf"repodoc: 2 files of {root}, surveyed in \d+\.\d s, are shown by 5", output)


def test_parallel_and_serial_sites_are_the_same(make_repo: MakeRepo, tmp_path: Path) -> None:
    tree = {f"pkg{n % 3}/m{n}.py": f'"""Module {n}."""\nimport pkg0.m0\n' for n in range(30)}
    root = make_repo(tree)
    for jobs in ("1", "4"):
        assert main([os.fspath(root), "-o", os.fspath(tmp_path / jobs), "-q", "-j", jobs]) == 0
    for path in (tmp_path / "1").rglob("*.html"):
        other = tmp_path / "4" / path.relative_to(tmp_path / "1")
        assert other.read_bytes() == path.read_bytes(), path


def test_it_lists_what_would_be_published_and_why_not(
    make_repo: MakeRepo, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_repo({"a.py": "", "b.py": "", ".gitignore": "ignored.txt\n"})
    (root / "ignored.txt").write_text("")
    (root / "new.txt").write_text("")
    assert main([os.fspath(root), "--list", "--exclude", "b.py"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        ".gitignore",
        "a.py",
        "b.py: excluded by repodoc_exclude",
        "ignored.txt: ignored by the ignore rules",
        "new.txt: not tracked by git",
    ]


def test_a_folder_that_is_not_there_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([os.fspath(tmp_path / "none")]) == 2
    assert "is not a folder" in capsys.readouterr().err


def test_an_unknown_theme_is_an_error(
    make_repo: MakeRepo, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_repo({"a.py": ""})
    arguments = [os.fspath(root), "-o", os.fspath(tmp_path / "out"), "--theme", "nosuch", "-q"]
    assert main(arguments) == 1
    assert "nosuch" in capsys.readouterr().err


@pytest.mark.parametrize("commits", [True, False])
def test_an_empty_repository_has_a_site(
    make_repo: MakeRepo, tmp_path: Path, *, commits: bool
) -> None:
    root = make_repo({}, commit=commits)
    assert main([os.fspath(root), "-o", os.fspath(tmp_path / "out"), "-q"]) == 0
    assert "There are no files here." in words(page(tmp_path / "out", "index"))


def test_the_output_in_the_repository_is_never_documented(
    make_repo: MakeRepo, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_repo({"a.py": "x = 1\n"}, git=False)
    monkeypatch.chdir(root)
    assert main(["-q"]) == 0
    assert main(["-q"]) == 0
    pages = {p.relative_to(root / "build/repodoc").as_posix() for p in root.rglob("*.html")}
    assert pages == {
        *("a.py.html", "genindex.html", "index.html", "search.html"),
        *("keywords.html", "repo-files.html"),
    }


def test_a_page_of_a_file_that_is_gone_goes_too(make_repo: MakeRepo, tmp_path: Path) -> None:
    root = make_repo({"a.py": "", "b.py": ""})
    arguments = [os.fspath(root), "-o", os.fspath(tmp_path / "out"), "-q"]
    assert main(arguments) == 0
    run_git(root, "rm", "-q", "b.py")
    assert main(arguments) == 0
    assert (tmp_path / "out/a.py.html").exists()
    assert not (tmp_path / "out/b.py.html").exists()
