import codecs
import os
from pathlib import Path, PurePosixPath

import pytest

from sphinx_repodoc.errors import ChangedError, ConfigurationError, RootError
from sphinx_repodoc.model.files import SkipReason, SourceFile
from sphinx_repodoc.scan.files import Selection, read_text, scan
from tests.conftest import MakeRepo, run_git

NAMES = [
    "a b",
    " a",
    "a ",
    'a"b',
    "a'b",
    "a\nb",
    "a\tb",
    "a#b",
    "a%20b",
    "a\\b",
    "a?b",
    "*",
    "-a",
    ":a",
    ":(top)a",
    "!a",
    "a.PY",
    "a.py",
    "é",
    "e\u0301",
    "\U0001f600",
    "n" * 250,
    os.fsdecode(b"\xff\xfe"),
    "f o/o#o/a",
    os.fsdecode(b"\xe9/a"),
]


def write_awkward(root: Path) -> None:
    for number, name in enumerate(NAMES):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{number}\n")


def read_one(root: Path, selection: Selection | None = None) -> SourceFile:
    """Scan a folder of one file."""
    (file,) = scan(root, selection).files.values()
    return file


@pytest.mark.parametrize("with_git", [True, False])
def test_names_of_any_bytes_come_through_whole(
    make_repo: MakeRepo,
    with_git: bool,  # noqa: FBT001 - a table's column
) -> None:
    root = make_repo({}, git=with_git)
    write_awkward(root)
    if with_git:
        (root / ".gitattributes").write_text("* linguist-vendored\n")
        run_git(root, "add", "--all")
        run_git(root, "commit", "--quiet", "--message", "names")
    listing = scan(root)
    files = [file for file in listing.files.values() if file.path.name != ".gitattributes"]
    assert [str(file.path) for file in files] == sorted(NAMES, key=os.fsencode)
    assert [read_text(root, file) for file in files] == [
        f"{NAMES.index(str(file.path))}\n" for file in files
    ]
    assert {file.is_committed for file in files} == {with_git}
    assert {file.is_vendored for file in files} == {with_git}
    assert not listing.skipped
    assert not listing.problems


@pytest.mark.parametrize("with_git", [True, False])
def test_untracked_names_of_any_bytes_are_skipped(
    make_repo: MakeRepo,
    with_git: bool,  # noqa: FBT001 - a table's column
) -> None:
    root = make_repo({".gitignore": "" if with_git else "*\n!.gitignore\n"}, git=with_git)
    write_awkward(root)
    listing = scan(root)
    assert [str(path) for path in listing.files] == [".gitignore"]
    tops = {PurePosixPath(name).parts[0] for name in NAMES}
    assert [str(path) for path in listing.skipped] == sorted(tops, key=os.fsencode)


def test_a_listing_is_sorted_and_the_same_each_time(make_repo: MakeRepo) -> None:
    root = make_repo({"b/a": "", "b.a": "", "a": "", "b/c/d": "", "B": ""})
    listing = scan(root)
    assert [str(path) for path in listing.files] == ["B", "a", "b.a", "b/a", "b/c/d"]
    assert [str(path) for path in listing.folders] == [".", "b", "b/c"]
    top = listing.folders[PurePosixPath()]
    assert [str(path) for path in top.files] == ["B", "a", "b.a"]
    assert [str(path) for path in top.folders] == ["b"]
    assert listing == scan(root)


def test_the_root_folder_is_there_even_if_nothing_else_is(tmp_path: Path) -> None:
    listing = scan(tmp_path)
    assert list(listing.folders) == [PurePosixPath()]
    assert not listing.files


def test_a_root_that_is_no_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for root in (tmp_path / "file", tmp_path / "nothing"):
        with pytest.raises(RootError, match=root.name):
            scan(root)


@pytest.mark.parametrize(
    ("include", "exclude", "published"),
    [
        (("**",), (), ["a.py", "f/b.py", "f/g/c.md", "f/g/d.py"]),
        (("f/",), (), ["f/b.py", "f/g/c.md", "f/g/d.py"]),
        (("*.py",), (), ["a.py", "f/b.py", "f/g/d.py"]),
        (("/*.py",), (), ["a.py"]),
        (("f", "!f/g"), (), ["f/b.py"]),
        (("**", "!f/g/"), (), ["a.py", "f/b.py"]),
        (("**",), ("f/g",), ["a.py", "f/b.py"]),
        (("**",), ("f/", "!f/b.py"), ["a.py", "f/b.py"]),
        (("f/",), ("*.py", "", "# a comment"), ["f/g/c.md"]),
        ((), (), []),
    ],
)
def test_patterns_choose_what_is_published(
    make_repo: MakeRepo,
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    published: list[str],
) -> None:
    root = make_repo({"a.py": "", "f/b.py": "", "f/g/c.md": "", "f/g/d.py": ""})
    listing = scan(root, Selection(include, exclude))
    assert [str(path) for path in listing.files] == published
    assert len(listing.skipped) == 4 - len(published)
    assert {path for folder in listing.folders.values() for path in folder.files} == {
        *listing.files
    }


def test_a_choice_is_told_apart_from_an_exclusion(make_repo: MakeRepo) -> None:
    listing = scan(make_repo({"a": "", "b": "", "c": ""}), Selection(("a", "b"), ("b",)))
    assert listing.skipped == {
        PurePosixPath("b"): SkipReason.EXCLUDED,
        PurePosixPath("c"): SkipReason.NOT_INCLUDED,
    }


@pytest.mark.parametrize("pattern", ["a\\", "[z-a]", "/"])
def test_what_is_no_pattern_is_an_error_that_names_the_setting(
    make_repo: MakeRepo, pattern: str
) -> None:
    root = make_repo({"a": ""})
    with pytest.raises(ConfigurationError, match="repodoc_exclude"):
        scan(root, Selection(exclude=("a", pattern)))
    with pytest.raises(ConfigurationError, match="repodoc_include"):
        scan(root, Selection(include=(pattern,)))


@pytest.mark.parametrize("with_git", [True, False])
def test_generated_pages_are_left_out_as_a_folder(
    make_repo: MakeRepo,
    with_git: bool,  # noqa: FBT001 - a table's column
) -> None:
    root = make_repo({"docs/a": "", "docs/pages/b": "", "docs/pages/c/d": ""}, git=with_git)
    (root / "docs" / "pages" / "new").touch()
    listing = scan(root, Selection(omit=(PurePosixPath("docs/pages"), PurePosixPath("none"))))
    assert [str(path) for path in listing.files] == ["docs/a"]
    assert listing.skipped == {PurePosixPath("docs/pages"): SkipReason.GENERATED_PAGE}


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", ""),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (codecs.BOM_UTF8 + "é".encode(), "é"),
        ("\ufeffa\r\nb".encode("utf-16-le"), "a\nb"),
        (b"# coding: koi8-r\n\xc1", "# coding: koi8-r\nа"),  # noqa: RUF001 - Cyrillic is meant
        (b"a\x0c\x1cb", "a\x0c\x1cb"),
    ],
)
def test_text_has_one_kind_of_line_end_and_no_mark(
    tmp_path: Path, content: bytes, text: str
) -> None:
    (tmp_path / "a").write_bytes(content)
    assert read_text(tmp_path, read_one(tmp_path)) == text


def test_a_file_that_changed_since_the_scan_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("one")
    file = read_one(tmp_path)
    path.write_text("two")
    with pytest.raises(ChangedError, match="changed"):
        read_text(tmp_path, file)
    path.unlink()
    with pytest.raises(ChangedError, match="No such file"):
        read_text(tmp_path, file)
    path.symlink_to("b")
    (tmp_path / "b").write_text("one")
    with pytest.raises(ChangedError, match="symbolic links"):
        read_text(tmp_path, file)
