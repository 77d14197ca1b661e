"""Keyword pages and file trees in whole builds."""

import sys
from pathlib import Path

import pytest

from sphinx_repodoc.pages import folder_keywords
from tests.ext.conftest import MakeProject
from tests.ext.project import Build
from tests.html_links import broken_links, duplicate_ids

LETTERS = {
    "letters/a.py": "def aa(): ...\n\n\ndef ab(): ...\n",
    "letters/b.py": "ba = 1\nca = 1\n",
    "Makefile": "",
}
WORKERS = [1, pytest.param(4, marks=pytest.mark.skipif(sys.platform == "win32", reason="no fork"))]


@pytest.fixture
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let two symbols fill a section, and three a page."""
    monkeypatch.setattr(folder_keywords, "SECTION_LIMIT", 2)
    monkeypatch.setattr(folder_keywords, "PAGE_LIMIT", 3)


def keyword_pages(build: Build) -> list[str]:
    return sorted(name for name in build.app.env.found_docs if "/keywords" in name)


def test_the_repository_has_a_keyword_page(make_project: MakeProject) -> None:
    build = make_project(repodoc_pages="repository").build()
    assert build.warnings == []
    assert keyword_pages(build) == ["repository/keywords"]
    assert build.hrefs("repository/keywords")["shop/cart.py.html#symbol-Cart.total"] == "total"
    assert build.hrefs("repository/keywords")["shop/cart.py.html#L9"] == "shop/cart.py, line 9"
    assert "total, method in Cart (shop/cart.py, line 9)" in build.text("repository/keywords")


@pytest.mark.usefixtures("_small")
@pytest.mark.parametrize("suffix", ["restructuredtext", "markdown"])
@pytest.mark.parametrize("builder", ["html", "dirhtml", "latex", "epub", "text", "singlehtml"])
def test_a_large_index_is_spread_over_pages(
    make_project: MakeProject, builder: str, suffix: str
) -> None:
    project = make_project(
        LETTERS,
        extensions=["sphinx_repodoc", "myst_parser"],
        source_suffix={".md": suffix} if suffix == "markdown" else {".rst": suffix},
        repodoc_pages="repository",
        version="1",
        epub_copyright="2024",
    )
    if suffix == "markdown":
        (project.root / "docs/index.rst").rename(project.root / "docs/index.md")
    build = project.build(builder)
    assert build.warnings == []
    assert {"repository/letters/keywords", "repository/letters/keywords-a"} < set(
        keyword_pages(build)
    )
    if builder in {"html", "dirhtml"}:
        assert broken_links(Path(build.app.outdir)) == []
        assert duplicate_ids(Path(build.app.outdir)) == []


@pytest.mark.usefixtures("_small")
def test_each_page_of_an_index_leads_to_the_others(make_project: MakeProject) -> None:
    build = make_project(LETTERS, repodoc_pages="repository").build()
    section = build.hrefs("repository/letters/index")
    assert section["keywords-a.html#keywords"] == "a"
    assert section["keywords.html#keywords-b"] == "b"
    first = build.hrefs("repository/letters/keywords")
    assert first["keywords-a.html#keywords"] == "a"
    assert first["#keywords-b"] == "b"
    assert build.hrefs("repository/letters/keywords-a")["keywords.html#keywords"] == "all keywords"
    file = build.hrefs("repository/letters/a.py")
    assert file["index.html#keywords"] == "letters/"
    assert file["../keywords.html#keywords"] == "all keywords"


@pytest.mark.usefixtures("_small")
def test_an_index_follows_the_files_and_stays_out_of_the_sidebar(
    make_project: MakeProject,
) -> None:
    build = make_project(LETTERS, repodoc_pages="repository").build()
    relations = build.app.env.collect_relations()
    order, name = [], "repository/letters/index"
    while name and name.startswith("repository/letters/"):
        order.append(name.removeprefix("repository/letters/"))
        name = relations[name][2] or ""
    assert order == ["index", "a.py", "b.py", "keywords", "keywords-a"]
    sidebar = build.page("repository/index").select_one(".sphinxsidebar")
    assert sidebar
    assert not sidebar.select('a[href*="keywords"]')


@pytest.mark.usefixtures("_small")
@pytest.mark.parametrize("parallel", WORKERS)
def test_a_new_symbol_reads_the_pages_that_list_it_and_no_other(
    make_project: MakeProject, parallel: int
) -> None:
    project = make_project(
        LETTERS,
        repodoc_pages="repository",
        repodoc_sections=["structure", "source"],
        repodoc_folder_sections=["keywords"],
    )
    project.build(parallel=parallel)
    assert project.build(parallel=parallel).read == []
    with (project.root / "letters/a.py").open("a") as file:
        file.write("\n\nac = 1\n")
    assert project.build(parallel=parallel).read == [
        "repository/index",
        "repository/keywords",
        "repository/keywords-a",
        "repository/letters/a.py",
        "repository/letters/index",
        "repository/letters/keywords",
        "repository/letters/keywords-a",
    ]
    (project.root / "letters/a.py").write_text("")
    build = project.build(parallel=parallel)
    assert "repository/letters/keywords" not in keyword_pages(build)
    assert not Path(build.app.outdir, "repository/letters/keywords.html").exists()


@pytest.mark.usefixtures("_small")
def test_a_keyword_page_says_where_it_stands(make_project: MakeProject) -> None:
    build = make_project(LETTERS, repodoc_pages="repository").build()
    trail = build.body("repository/letters/keywords-a").select_one("nav.repodoc-trail")
    assert trail
    assert trail.get_text().split("\n")[2:-2] == ["repo", "letters", "Keyword Index: a"]
    assert [link["href"] for link in trail.select("a")] == ["../index.html", "index.html"]


def test_no_keyword_page_where_folders_show_no_keywords(make_project: MakeProject) -> None:
    project = make_project(repodoc_pages="repository", repodoc_folder_sections=["contents"])
    assert keyword_pages(project.build()) == []


def test_a_page_of_ones_own_lists_names_by_their_beginning(make_project: MakeProject) -> None:
    text = "Home\n====\n\n.. repodoc-keywords:: shop\n   :prefix: CA\n"
    build = make_project({"docs/index.rst": text}).build()
    assert build.warnings == []
    assert "define 1 symbol with a name that starts with ca" in build.text("index")
    assert "Cart, class (cart.py, line 6)" in build.text("index")
    assert "total" not in build.text("index")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("shop", "shop has no symbol whose name starts with 'zz'"),
        ("shop/cart.py", "shop/cart.py is a file: the option prefix is for folders"),
    ],
)
def test_a_beginning_that_nothing_has_is_one_warning(
    make_project: MakeProject, path: str, message: str
) -> None:
    text = f"Home\n====\n\n.. repodoc-keywords:: {path}\n   :prefix: zz\n"
    (warning,) = make_project({"docs/index.rst": text}).build().warnings
    assert f"index.rst:4: WARNING: {message}" in warning


def test_a_name_of_a_keyword_page_collides_with_no_other(make_project: MakeProject) -> None:
    tree = {"keywords": "x\n", "keywords-a": "x\n", "shop/keywords/b.py": "b = 1\n"}
    build = make_project(tree, repodoc_pages="repository").build("dirhtml")
    assert build.warnings == []
    names = set(build.app.env.found_docs)
    assert {"repository/keywords~", "repository/keywords-a~", "repository/keywords"} < names
    assert "repository/shop/keywords~/index" in names
    assert broken_links(Path(build.app.outdir)) == []


def test_a_tree_can_be_opened_and_closed_and_is_a_list_elsewhere(
    make_project: MakeProject,
) -> None:
    project = make_project({"shop/deep/a.py": ""}, repodoc_pages="repository")
    build = project.build()
    (summary,) = [
        tag
        for tag in build.body("repository/index").select("details > summary")
        if "shop" in tag.text
    ]
    assert summary.get_text() == "shop/ (4 files)"
    assert summary.parent
    assert summary.parent.select_one('a[href="shop/deep/a.py.html"]')
    text = Path(project.build("text").app.outdir, "repository/index.txt").read_text()
    assert '* "shop/" (4 files)\n\n  * "deep/" (1 file)\n\n    * "a.py"\n' in text
