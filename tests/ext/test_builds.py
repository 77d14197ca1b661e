"""Whole builds: by every builder, again, after edits, in parallel."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.conftest import MakeRepo, run_git
from tests.ext.conftest import MakeProject
from tests.ext.project import Build, Project
from tests.html_links import broken_links, duplicate_ids

BUILDERS = [
    "html",
    "dirhtml",
    "singlehtml",
    "latex",
    "epub",
    "text",
    "man",
    "texinfo",
    "xml",
    "pseudoxml",
    "gettext",
    "linkcheck",
]

WORKERS = [1, pytest.param(4, marks=pytest.mark.skipif(sys.platform == "win32", reason="no fork"))]

CART_PAGE = "The cart\n========\n\n.. repodoc:: shop/cart.py\n"

OTHER_PAGE = "Money\n=====\n\n.. repodoc-metadata:: shop/money.py\n"


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    """A project whose hand-written pages show two files."""
    index = "Home\n====\n\n.. toctree::\n\n   cart\n   money\n"
    pages = {"docs/index.rst": index, "docs/cart.rst": CART_PAGE, "docs/money.rst": OTHER_PAGE}
    return make_project(pages)


@pytest.mark.parametrize("builder", BUILDERS)
def test_every_builder_works_without_a_warning(make_project: MakeProject, builder: str) -> None:
    project = make_project(
        repodoc_pages="repository",
        version="1",
        epub_copyright="2024",
        linkcheck_ignore=[".*"],
    )
    assert project.build(builder).warnings == []


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_every_link_and_anchor_of_the_output_resolves(
    make_project: MakeProject, builder: str
) -> None:
    build = make_project(repodoc_pages="repository").build(builder)
    assert broken_links(Path(build.app.outdir)) == []


@pytest.mark.parametrize("parallel", WORKERS)
def test_a_build_without_a_change_reads_nothing(project: Project, parallel: int) -> None:
    assert project.build(parallel=parallel).read == ["cart", "index", "money"]
    assert project.build(parallel=parallel).read == []


@pytest.mark.parametrize("parallel", WORKERS)
def test_touching_a_file_reads_nothing(project: Project, parallel: int) -> None:
    project.build(parallel=parallel)
    os.utime(project.root / "shop/cart.py", (1, 1))
    assert project.build(parallel=parallel).read == []


@pytest.mark.parametrize("parallel", WORKERS)
def test_a_changed_docstring_reads_the_one_page_that_shows_it(
    project: Project, parallel: int
) -> None:
    project.build(parallel=parallel)
    cart = project.root / "shop/cart.py"
    cart.write_text(cart.read_text().replace("Holds lines.", "Holds many lines."))
    build = project.build(parallel=parallel)
    assert build.read == ["cart"]
    assert "Holds many lines." in build.text("cart")


@pytest.mark.parametrize("parallel", WORKERS)
def test_a_new_import_reads_the_pages_that_show_it_and_no_other(
    project: Project, parallel: int
) -> None:
    project.build(parallel=parallel)
    (project.root / "empty.py").write_text("import shop.cart\nimport shop.money\n")
    build = project.build(parallel=parallel)
    assert build.read == ["cart"]
    assert "empty.py (line 1)" in build.text("cart")


@pytest.mark.parametrize("builder", ["html", "dirhtml", "text", "xml", "singlehtml"])
def test_a_parallel_build_gives_the_same_files(make_project: MakeProject, builder: str) -> None:
    project = make_project(repodoc_pages="repository")
    serial = project.build(builder)
    files = output_files(serial)
    for folder in (serial.app.outdir, serial.app.doctreedir):
        shutil.rmtree(folder)
    parallel = project.build(builder, parallel=4)
    assert parallel.read == serial.read
    assert parallel.warnings == []
    assert output_files(parallel) == files


def output_files(build: Build) -> dict[str, bytes]:
    """Return the output of a build by name."""
    folder = Path(build.app.outdir)
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_a_removed_file_loses_its_page(make_project: MakeProject) -> None:
    project = make_project(repodoc_pages="repository")
    project.build()
    run_git(project.root, "rm", "--quiet", "Makefile")
    build = project.build()
    assert build.warnings == []
    assert not (project.root / "docs/repository/Makefile.rst").exists()
    assert "repository/Makefile" not in build.app.env.found_docs
    assert "Makefile" not in build.text("repository/index")


def test_an_excluded_file_is_nowhere(make_project: MakeProject) -> None:
    project = make_project(
        {"shop/secret_plan.py": "class Plan: pass\n"},
        repodoc_pages="repository",
        repodoc_exclude=["secret_*"],
    )
    outdir = Path(project.build().app.outdir)
    written = [path for path in outdir.rglob("*") if path.is_file()]
    assert not any("secret_plan" in path.name for path in written)
    assert not any(b"secret_plan" in path.read_bytes() for path in written)


def test_pages_are_added_to_the_root_document_once(make_project: MakeProject) -> None:
    project = make_project(repodoc_pages="repository")
    env = project.build().app.env
    assert env.toctree_includes["index"] == ["repository/index"]


def test_a_toctree_of_the_author_is_enough(make_project: MakeProject) -> None:
    index = "Home\n====\n\n.. toctree::\n\n   repository/index\n"
    project = make_project({"docs/index.rst": index}, repodoc_pages="repository")
    build = project.build()
    assert build.warnings == []
    assert build.app.env.toctree_includes["index"] == ["repository/index"]


def test_sidebars_stop_at_folders_but_the_order_of_pages_does_not(
    make_project: MakeProject,
) -> None:
    build = make_project(repodoc_pages="repository", html_theme="furo").build()
    page = build.page("repository/shop/cart.py")
    sidebar = page.find(class_="sidebar-tree")
    assert sidebar is not None
    shown = {link.get_text() for link in sidebar.find_all("a")}
    assert {"shop", "tests"} <= shown
    assert "money.py" not in shown
    following = page.find(class_="next-page")
    assert following is not None
    assert following["href"] == "money.py.html"


def test_a_file_that_an_author_lists_stays_in_the_sidebar(make_project: MakeProject) -> None:
    index = "Home\n====\n\n.. toctree::\n\n   repository/index\n   repository/shop/cart.py\n"
    project = make_project({"docs/index.rst": index}, repodoc_pages="repository", html_theme="furo")
    (sidebar,) = project.build().page("index").select(".sidebar-tree")
    shown = {link.get_text() for link in sidebar.find_all("a")}
    assert "shop/cart.py" in shown
    assert "money.py" not in shown


def test_generated_text_is_not_for_translators(make_project: MakeProject) -> None:
    build = make_project(repodoc_pages="repository").build("gettext")
    messages = [
        line
        for catalogue in Path(build.app.outdir).glob("*.pot")
        for line in catalogue.read_text().splitlines()
        if line.startswith("msgid ") and line != 'msgid ""'
    ]
    assert messages == ['msgid "Home"']


def test_the_search_index_holds_no_listing(make_project: MakeProject) -> None:
    tree = {"a.py": "x = 1\n# unfindable words\n"}
    build = make_project(tree, repodoc_pages="repository").build()
    assert "unfind" not in (Path(build.app.outdir) / "searchindex.js").read_text()


def test_long_listings_are_cut_for_latex(make_project: MakeProject) -> None:
    tree = {"long.py": "".join(f"x{n} = {n}\n" for n in range(2500))}
    build = make_project(tree, repodoc_pages="repository").build("latex")
    assert build.warnings == []
    latex = next(Path(build.app.outdir).glob("*.tex")).read_text()
    assert "firstnumber=2001" in latex


def test_markdown_projects_get_markdown_stubs(make_project: MakeProject) -> None:
    project = make_project(
        {"docs/index.md": "# Home\n\n```{repodoc-metadata} ../README.md\n```\n"},
        extensions=["sphinx_repodoc", "myst_parser"],
        source_suffix={".md": "markdown"},
        repodoc_pages="repository",
    )
    (project.root / "docs/index.rst").unlink()
    build = project.build()
    assert build.warnings == []
    assert "File Metadata" in build.text("index")
    assert "File Purpose" in build.text("repository/shop/cart.py")


def test_a_root_that_is_not_there_costs_a_warning_and_nothing_else(
    make_project: MakeProject, tmp_path: Path
) -> None:
    root = tmp_path / "nowhere"
    build = make_project(repodoc_root=str(root), repodoc_pages="repository").build()
    (warning,) = build.warnings
    assert f"{root}:: WARNING" in warning
    assert "set repodoc_root" in warning
    assert "[repodoc.root]" in warning
    assert "Home" in build.text("index")


def test_outside_git_the_folder_is_taken_as_it_is(make_project: MakeProject) -> None:
    tree = {".gitignore": "ignored.py\n", "ignored.py": "x = 1\n"}
    project = make_project(tree, git=False, repodoc_pages="repository")
    build = project.build()
    assert build.warnings == []
    assert "repository/shop/cart.py" in build.app.env.found_docs
    assert "repository/ignored.py" not in build.app.env.found_docs
    assert project.build().read == [], "what the build itself wrote is no part of the repository"


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_files_named_like_sections_have_no_id_of_theirs_twice(
    make_repo: MakeRepo, builder: str
) -> None:
    names = ("metadata", "source", "tree/a.py", "contents/keywords/b.py", "overview/README.md")
    root = make_repo({"docs/index.rst": "Home\n====\n", **dict.fromkeys(names, "X = 1\n")})
    build = Project(root, {"repodoc_pages": "repository"}).build(builder)
    outdir = Path(build.app.outdir)
    assert duplicate_ids(outdir) == []
    assert broken_links(outdir) == []
