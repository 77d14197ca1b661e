"""READMEs in the pages of their folders: whole builds."""

import base64
import os
import re
from pathlib import Path

import pytest

from tests.conftest import run_git
from tests.ext.conftest import MakeProject
from tests.ext.project import Project
from tests.html_links import broken_links

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'
README = """# Shop

Sells things: [carts](shop/cart.py#L7-L8), [usage](docs/usage.rst), [below](#more), [own][r].

<p align="center"><img src="shop/logo.png" width="90" alt="Logo"></p>

![Vector](shop/v.svg) [![CI](https://ci.org/b.svg)](https://ci.org) ![B](https://ci.org/c.svg)

## More

[r]: README.md#more
"""
REST = "Shop\n====\n\nSee |logo| and `a cart <cart.py>`_.\n\n.. |logo| image:: logo.png\n"
TREE: dict[str, str | bytes] = {
    "README.md": README,
    "shop/README.rst": REST,
    "shop/logo.png": PNG,
    "shop/v.svg": SVG,
    "docs/index.rst": "Home\n====\n\n.. toctree::\n\n   usage\n",
    "docs/usage.rst": "Usage\n=====\n",
}
INDEX, INNER = "repository/index", "repository/shop/index"


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    """A project with two READMEs."""
    return make_project(TREE, repodoc_pages="repository")


def test_links_lead_to_pages_documents_and_headings(project: Project) -> None:
    build = project.build()
    assert build.warnings == []
    (readme,) = build.body(INDEX).select(".repodoc-readme")
    hrefs = {a.get_text(strip=True): a["href"] for a in readme.select("a")}
    assert hrefs["carts"] == "shop/cart.py.html#L7"
    assert hrefs["usage"] == "../usage.html"
    assert hrefs["below"] == hrefs["own"] == "#readme-more"
    assert hrefs["CI"] == "https://ci.org"
    assert hrefs["B"] == "https://ci.org/c.svg"
    assert broken_links(Path(build.app.outdir)) == []


def test_a_readme_disturbs_neither_the_headings_nor_the_toctree(project: Project) -> None:
    build = project.build()
    titles = [h.get_text() for h in build.body(INDEX).select("h1, h2, h3")]
    assert [title.rstrip("¶") for title in titles][:2] == ["repo", "Overview"]
    assert not any("More" in title or "Shop" in title for title in titles)
    assert "From README.md (lines 1–11):" in build.text(INDEX)


@pytest.mark.parametrize("parallel", [1, 4])
def test_pictures_of_the_repository_are_shown(project: Project, parallel: int) -> None:
    build = project.build(parallel=parallel)
    for docname in (INDEX, INNER):
        sources = [str(i["src"]) for i in build.body(docname).select(".repodoc-readme img")]
        folder = Path(build.app.outdir, docname).parent
        assert sources
        assert all((folder / source).resolve().is_file() for source in sources)
        assert not any("ci.org" in source for source in sources)


@pytest.mark.parametrize(
    ("builder", "shown", "words"),
    [
        ("latex", r"\sphinxincludegraphics", r"\sphinxstyleemphasis{Vector}"),
        ("text", "[image: Logo]", "[image: Vector]"),
        ("man", "Logo", "Vector"),
    ],
)
def test_other_builders_show_a_picture_or_its_words(
    project: Project, builder: str, shown: str, words: str
) -> None:
    build = project.build(builder, version="1")
    assert build.warnings == []
    files = [path for path in Path(build.app.outdir).rglob("*") if path.suffix in SUFFIXES]
    text = "\n".join(path.read_text("utf-8") for path in files)
    assert shown in text
    assert words in text


SUFFIXES = {".tex", ".txt", ".1"}


@pytest.mark.parametrize("name", ["README.md", "shop/logo.png", "shop/v.svg"])
def test_touching_what_a_readme_shows_reads_nothing(project: Project, name: str) -> None:
    project.build()
    os.utime(project.root / name, (2_000_000_000, 2_000_000_000))
    assert project.build().read == []


@pytest.mark.parametrize(
    ("name", "content", "read"),
    [
        ("README.md", README + "\nMore.\n", {INDEX, "repository/README.md"}),
        ("shop/logo.png", PNG + b"\0", {INDEX, INNER, "repository/shop/logo.png"}),
    ],
)
def test_a_change_reads_the_page_that_shows_it(
    project: Project, name: str, content: str | bytes, read: set[str]
) -> None:
    project.build()
    data = content if isinstance(content, bytes) else content.encode()
    (project.root / name).write_bytes(data)
    changed = set(project.build().read)
    assert read <= changed
    assert "repository/shop/cart.py" not in changed


def test_a_file_that_comes_into_being_is_linked(make_project: MakeProject) -> None:
    project = make_project({"README.md": "# R\n\n[new](new.py)\n"}, repodoc_pages="repository")
    assert "new.py.html" not in project.build().hrefs(INDEX)
    (project.root / "new.py").write_text("x = 1\n")
    run_git(project.root, "add", "new.py")
    assert "new.py.html" in project.build().hrefs(INDEX)


def test_all_faults_of_a_readme_are_one_warning_that_can_be_suppressed(
    make_project: MakeProject,
) -> None:
    text = "A title\n====\n\n*x\n\n.. image:: gone.png\n"
    project = make_project({"shop/README.rst": text}, repodoc_pages="repository")
    (warning,) = project.build().warnings
    assert re.search(r"shop/README\.rst:2: .* 2 more faults \[repodoc\.readme\]$", warning)
    suppressed = project.build(suppress_warnings=["repodoc.readme"])
    assert suppressed.warnings == []


def test_directives_of_a_readme_reach_neither_the_project_nor_other_files(
    make_project: MakeProject,
) -> None:
    text = (
        "x\n\n.. py:function:: leak\n\n.. index:: leak\n\n.. include:: ../secret.txt\n\n"
        ".. [leak] y\n\n.. role:: leak\n\n.. default-role:: leak\n\n.. figure:: gone\n\n   Cap\n"
    )
    tree = {"shop/README.rst": text, "secret.txt": "SECRET\n", "docs/use.rst": "`x`\n===\n"}
    build = make_project(tree, repodoc_pages="repository", numfig=True).build()
    assert "SECRET" not in build.text(INNER)
    assert "leak" not in build.app.env.domains["py"].data["objects"]
    assert build.app.env.domains["citation"].data["citations"] == {}
    assert [w for w in build.warnings if "repodoc.readme" not in w and "toctree" not in w] == []


def test_a_folder_shown_in_a_page_of_the_authors_has_its_readme(make_project: MakeProject) -> None:
    page = "Pages\n=====\n\n.. repodoc:: shop/\n\n.. repodoc:: .\n   :sections: overview\n"
    project = make_project({**TREE, "docs/usage.rst": page})
    build = project.build()
    assert build.warnings == []
    assert len(build.body("usage").select(".repodoc-readme")) == 2
    assert broken_links(Path(build.app.outdir)) == []
