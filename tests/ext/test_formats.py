"""Formats other than HTML: what their readers and checks ask for, as far as a test can tell."""

import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from sphinx_repodoc.ext.writing.latex import column_spec
from tests.conftest import MakeRepo
from tests.ext.project import Project

LONG = "x" * 6000
TREE = {
    "docs/index.rst": "Title\n=====\n",
    "a+b/c++.md": "# Title\n",
    "picture@2x.py": "import os\n",
    "~tilde (1).py": "",
    "long.txt": f"short\n{LONG}\nend\n",
}
CONFIGURATION = {
    "repodoc_pages": "repository",
    "copyright": "2024, the maintainers",
    "epub_show_urls": "no",
    "version": "1",
}


@pytest.fixture
def project(make_repo: MakeRepo) -> Project:
    return Project(make_repo(TREE), CONFIGURATION)


def test_an_epub_lists_each_page_once_and_in_order(project: Project) -> None:
    build = project.build("epub")
    assert build.warnings == []
    (book,) = Path(build.app.outdir).glob("*.epub")
    with zipfile.ZipFile(book) as archive:
        package = archive.read("content.opf").decode()
        assert archive.namelist()[0] == "mimetype"
        names = Counter(archive.namelist())
    kept = dict(re.findall(r'<item id="([^"]+)" href="([^"]+)"', package))
    order = re.findall(r'<itemref idref="([^"]+)"', package)
    assert {max(names.values()), max(Counter(order).values())} == {1}
    assert set(order) <= kept.keys()
    pages = {href for href in kept.values() if href.endswith(".xhtml")}
    assert pages - {"nav.xhtml"} == {kept[name] for name in order} - {"nav.xhtml"}
    assert sum("repository/" in page for page in pages) >= len(TREE)


def test_the_stylesheet_of_an_epub_has_only_selectors_that_its_readers_know(
    project: Project,
) -> None:
    full = project.build().app.outdir
    plain = project.build("epub").app.outdir
    text = Path(plain, "_static/repodoc.css").read_text("utf-8")
    assert not re.search(r":(has|is|not|where)\(", text)
    assert text.count("{") == text.count("}") > 10
    assert ".repodoc-listing pre {" in text
    assert ":is(" in Path(full, "_static/repodoc.css").read_text("utf-8")


def test_a_line_too_long_for_latex_is_cut_off_and_says_so(project: Project) -> None:
    build = project.build("latex")
    (book,) = Path(build.app.outdir).glob("*.tex")
    text = book.read_text("utf-8")
    assert "x" * 5000 + "… (1,000 more characters)" in text
    assert "x" * 5001 not in text
    assert LONG in project.build("text").app.outdir.joinpath("repository/long.txt.txt").read_text()


def test_latex_gets_no_index_of_files_whose_entries_lead_nowhere(project: Project) -> None:
    build = project.build("latex")
    (book,) = Path(build.app.outdir).glob("*.tex")
    assert "sphinxlineitemref" not in book.read_text("utf-8")


@pytest.mark.parametrize(
    ("widths", "spec"),
    [
        ((10, 5), "ll"),
        ((10, 5, 200), r"ll\X{74}{100}"),
        ((40, 5, 200), r"\X{26}{100}l\X{57}{100}"),
        ((500, 27), r"\X{69}{100}\X{22}{100}"),
    ],
)
def test_long_columns_share_what_short_ones_leave(widths: tuple[int, ...], spec: str) -> None:
    assert column_spec(widths) == spec


@pytest.mark.parametrize("builder", ["text", "man", "texinfo", "singlehtml", "linkcheck"])
def test_every_format_is_built_without_a_warning(project: Project, builder: str) -> None:
    project.configuration = CONFIGURATION | {"linkcheck_ignore": ["https?://.*"]}
    build = project.build(builder, man_pages=[("index", "title", "Title", ["Ada"], 1)])
    assert build.warnings == []
    assert build.app.statuscode == 0
