"""Sidebars, trails and neighbours: what they show, and that they are never out of date."""

import os
import pickle
import re
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from bs4 import Tag
from sphinx import addnodes

from tests.ext.conftest import MakeProject
from tests.ext.project import Build, Project
from tests.html_links import broken_links

TREE = {
    "docs/index.rst": "Home\n====\n\n.. toctree::\n   :caption: Guide\n\n   guide\n",
    "docs/guide.rst": "Guide\n=====\n\nPart\n----\n\nText.\n",
    "shop/parts/screws/long.py": "x = 1\n",
    "shop/parts/nails.py": "x = 1\n",
    "other/deep/a.py": "x = 1\n",
}


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    """A repository with folders in folders, and two hand-written documents."""
    return make_project(TREE, repodoc_pages="repository")


def sidebar(build: Build, docname: str) -> Tag:
    """Return the navigation of a page in alabaster or in furo."""
    return build.page(docname).select(".sphinxsidebarwrapper, .sidebar-tree")[0]


def shown(build: Build, docname: str) -> list[str]:
    """Return the names in the sidebar of a page."""
    links = sidebar(build, docname).select("li[class*=toctree-l] > a")
    return [link.get_text() for link in links]


def pages(build: Build) -> dict[str, str]:
    """Return the generated pages by their paths."""
    folder = Path(build.app.outdir, "repository")
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*.html"))
    }


@pytest.mark.parametrize("theme", ["alabaster", "furo"])
@pytest.mark.parametrize(
    ("docname", "names"),
    [
        ("index", ["Guide", "REPO"]),
        ("guide", ["Guide", "REPO"]),
        ("repository/Makefile", ["Guide", "REPO", "docs", "other", "shop", "tests"]),
        (
            "repository/shop/parts/nails.py",
            ["Guide", "REPO", "docs", "other", "shop", "parts", "screws", "tests"],
        ),
        (
            "repository/other/index",
            ["Guide", "REPO", "docs", "other", "deep", "shop", "tests"],
        ),
    ],
)
def test_a_sidebar_shows_the_folders_around_the_page_and_no_others(
    project: Project, theme: str, docname: str, names: list[str]
) -> None:
    build = project.build(html_theme=theme)
    names = [project.root.name if name == "REPO" else name for name in names]
    found = [name for name in shown(build, docname) if name in {*names, "screws", "deep", "parts"}]
    assert found == names


@pytest.mark.parametrize("theme", ["alabaster", "furo"])
def test_the_folder_of_a_file_is_marked_as_the_readers_place(project: Project, theme: str) -> None:
    build = project.build(html_theme=theme)
    current = sidebar(build, "repository/shop/parts/nails.py").select("li.current > a")
    assert [link.get_text() for link in current][1:] == ["shop", "parts"]
    current = sidebar(build, "repository/shop/parts/index").select("li.current > a")
    assert [link.get_text() for link in current if "#" not in link["href"]][1:] == ["shop"]


def test_a_folder_without_folders_cannot_be_unfolded(project: Project) -> None:
    build = project.build(html_theme="furo")
    for docname in ("repository/Makefile", "repository/other/deep/index"):
        assert sidebar(build, docname).select("ul:empty") == []


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_the_links_of_sidebars_and_trails_resolve(project: Project, builder: str) -> None:
    build = project.build(builder)
    assert build.warnings == []
    assert broken_links(Path(build.app.outdir)) == []


def test_a_sidebar_of_many_folders_says_that_it_shows_some(make_project: MakeProject) -> None:
    tree = {f"many/f{number:03}/a.py": "x = 1\n" for number in range(100)}
    build = make_project(tree, repodoc_pages="repository", html_theme="furo").build()
    names = shown(build, "repository/many/f050/a.py")
    assert [name for name in names if name.startswith("f0")] == [f"f{n:03}" for n in range(30, 71)]
    assert names.count("… more folders") == 2
    links = sidebar(build, "repository/many/f050/a.py").find_all("a", string="… more folders")
    assert {link["href"] for link in links} == {"../index.html"}
    assert "f041 and more folders" in shown(build, "repository/many/index")


def test_a_trail_leads_to_each_folder_and_to_the_files_beside(project: Project) -> None:
    page = project.build().body("repository/shop/cart.py")
    (trail,) = page.select("nav[aria-label]")
    assert [link["href"] for link in trail.select("ol a")] == ["../index.html", "index.html"]
    assert [item.get_text() for item in trail.select("[aria-current]")] == ["cart.py", "cart.py"]
    assert trail.select("summary")[0].get_text() == "3 files in shop"
    names = [item.get_text() for item in trail.select("details li")]
    assert names == ["__init__.py", "cart.py", "money.py"]


def test_a_trail_shows_some_of_many_files_and_says_so(make_project: MakeProject) -> None:
    tree = {f"many/f{number:03}.py": "x = 1\n" for number in range(100)}
    page = make_project(tree, repodoc_pages="repository").build().body("repository/many/f050.py")
    (trail,) = page.select("nav[aria-label]")
    names = [item.get_text() for item in trail.select("details li")]
    assert names == ["… more", *(f"f{number:03}.py" for number in range(40, 61)), "… more"]
    assert trail.select("summary")[0].get_text() == "Some files in many"
    assert {link["href"] for link in trail.find_all("a", string="… more")} == {"index.html"}


@pytest.mark.parametrize("builder", ["epub", "singlehtml", "text", "latex", "man"])
def test_a_trail_is_for_pages_alone(project: Project, builder: str) -> None:
    build = project.build(builder, version="1", epub_copyright="2024")
    written = [path for path in Path(build.app.outdir).rglob("*") if path.is_file()]
    assert not any(b"files in shop" in path.read_bytes() for path in written)


def test_the_page_of_a_person_has_no_trail(make_project: MakeProject) -> None:
    tree = {"docs/repository/Makefile.rst": "Make\n====\n\nBy hand.\n"}
    build = make_project(tree, repodoc_pages="repository").build()
    assert build.body("repository/Makefile").select("nav[aria-label]") == []


def test_pages_at_the_top_have_branches_too(make_project: MakeProject) -> None:
    project = make_project(TREE, repodoc_pages=".", html_theme="furo")
    for page in ("index", "guide"):
        (project.root / f"docs/{page}.rst").unlink()
    build = project.build()
    assert build.warnings == []
    assert broken_links(Path(build.app.outdir)) == []
    assert shown(build, "shop/parts/nails.py")[:6] == [
        "docs",
        "other",
        "shop",
        "parts",
        "screws",
        "tests",
    ]
    assert shown(build, "genindex") == ["docs", "other", "shop", "tests"]


ORDER = [
    "docs",
    "docs/conf.py",
    "docs/guide.rst",
    "docs/index.rst",
    "other",
    "other/deep",
    "other/deep/a.py",
    "shop",
    "shop/parts",
    "shop/parts/screws",
    "shop/parts/screws/long.py",
    "shop/parts/nails.py",
    "shop/__init__.py",
    "shop/cart.py",
    "shop/money.py",
    "tests",
    "tests/test_cart.py",
    "Makefile",
    "README.md",
    "empty.py",
    "logo.png",
    "keywords",
]
"""What the pages are about, in the order in which one leads to the next."""

OPF = "{http://www.idpf.org/2007/opf}"
"""Namespace of what lists the parts of an EPUB."""


def test_one_page_leads_to_the_next(project: Project) -> None:
    build = project.build(html_theme="furo")
    found, docname = [], "repository/index"
    while following := build.page(docname).select("a.next-page"):
        docname = Path(docname).parent.joinpath(str(following[0]["href"])).as_posix()
        docname = os.path.normpath(docname).removesuffix(".html")
        found.append(docname.removeprefix("repository/").removesuffix("/index"))
    assert found == ORDER


def test_a_single_page_holds_every_page_in_order(project: Project) -> None:
    build = project.build("singlehtml")
    spans = build.page("index").select("span[id^=document-repository]")
    names = [str(span["id"]).removeprefix("document-repository/") for span in spans]
    assert [name.removesuffix("/index") for name in names] == ["index", *ORDER]


def test_an_epub_holds_every_page_in_order(project: Project) -> None:
    build = project.build("epub", version="1", epub_copyright="2024")
    package = ET.parse(Path(build.app.outdir, "content.opf"))
    hrefs = {item.get("id"): unquote(item.get("href", "")) for item in package.iter(f"{OPF}item")}
    spine = [hrefs[item.get("idref")] for item in package.iter(f"{OPF}itemref")]
    pages = [href.removesuffix(".xhtml") for href in spine if href.startswith("repository/")]
    names_in_order = [page.removeprefix("repository/").removesuffix("/index") for page in pages]
    assert names_in_order == ["index", *ORDER]


def test_a_pdf_holds_every_page_in_order(project: Project) -> None:
    build = project.build("latex")
    text = next(Path(build.app.outdir).glob("*.tex")).read_text("utf-8")
    labels = re.findall(r"\\label\{\\detokenize\{repository/([^}:]+)::doc\}\}", text)
    assert [label.removesuffix("/index") for label in labels] == ["index", *ORDER]


def test_the_environment_is_kept_whole(project: Project) -> None:
    env = project.build().app.env
    (tree,) = env.tocs["repository/shop/index"].findall(addnodes.toctree)
    assert [docname for _, docname in tree["entries"]] == env.toctree_includes[
        "repository/shop/index"
    ]
    file = Path(env.doctreedir, "environment.pickle")
    kept = pickle.loads(file.read_bytes())
    assert {name: toc.pformat() for name, toc in kept.tocs.items()} == {
        name: toc.pformat() for name, toc in env.tocs.items()
    }
