"""Docnames of generated pages."""

from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.ext.generated.docnames import MAX_BYTES, anchor_prefix, escape, find_docnames


def docnames(*files: str, prefix: str = "repo") -> dict[str, str]:
    paths = [PurePosixPath(file) for file in files]
    folders = {parent for path in paths for parent in path.parents}
    return {str(path): name for path, name in find_docnames(paths, folders, prefix).items()}


def test_a_page_keeps_the_suffix_of_its_file() -> None:
    assert docnames("src/a.py") == {
        ".": "repo/index",
        "src": "repo/src/index",
        "src/a.py": "repo/src/a.py",
    }


def test_the_prefix_may_be_the_top_of_the_source_directory() -> None:
    assert docnames("a.py", prefix=".") == {".": "index", "a.py": "a.py"}


@pytest.mark.parametrize("name", ["index", "INDEX", "keywords", "search", "genindex"])
def test_a_file_never_takes_the_name_of_a_page_that_exists_already(name: str) -> None:
    assert docnames(name)[name] == f"repo/{name}~"


def test_names_that_differ_by_case_only_get_different_pages() -> None:
    names = docnames("Readme", "readme", "a/x", "A/x")
    assert len({name.casefold() for name in names.values()}) == len(names)


@pytest.mark.parametrize(
    ("name", "escaped"),
    [
        ("a b", "a~20b"),
        ("50%#?.py", "50~25~23~3f.py"),
        ("a\nb", "a~0ab"),
        ("a~b", "a~7eb"),
        ("\udcff", "~ff"),
        ("naïve.py", "naïve.py"),
        ("__init__.py", "__init__.py"),
    ],
)
def test_what_means_something_to_a_url_is_escaped(name: str, escaped: str) -> None:
    assert escape(name) == escaped


def test_a_long_name_is_cut_and_told_from_its_like() -> None:
    first, second = escape("a" * 250 + "1"), escape("a" * 250 + "2")
    assert first != second
    assert len(first.encode()) <= MAX_BYTES


def test_an_anchor_prefix_holds_no_white_space() -> None:
    assert anchor_prefix(PurePosixPath("a b/c.py")) == "a~20b/c.py:"
