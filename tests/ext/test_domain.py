"""The domain: roles, what they resolve to, and the inventory."""

from pathlib import Path

import pytest
from sphinx.util.inventory import InventoryFile

from tests.ext.conftest import MakeProject
from tests.ext.project import Build, Project

MORE = {
    "other/cart.py": "class Cart:\n    pass\n\n\ndef lonely():\n    pass\n",
}


def build_roles(make_project: MakeProject, *roles: str, **configuration: object) -> Build:
    text = "Home\n====\n\n" + "\n\n".join(roles) + "\n"
    project = make_project(
        {"docs/index.rst": text, **MORE}, repodoc_pages="repository", **configuration
    )
    return project.build()


@pytest.mark.parametrize(
    ("role", "href"),
    [
        (":repo:file:`shop/cart.py`", "repository/shop/cart.py.html"),
        (":repo:file:`../shop/cart.py`", "repository/shop/cart.py.html"),
        (":repo:file:`~shop/cart.py`", "repository/shop/cart.py.html"),
        (":repo:file:`the cart <shop/cart.py>`", "repository/shop/cart.py.html"),
        (":repo:file:`shop/cart.py#L6`", "repository/shop/cart.py.html#L6"),
        (":repo:file:`shop/cart.py#L6-L11`", "repository/shop/cart.py.html#L6-L11"),
        (":repo:file:`shop/cart.py#L7-L8`", "repository/shop/cart.py.html#L7"),
        (":repo:folder:`shop`", "repository/shop/index.html"),
        (":repo:folder:`shop/`", "repository/shop/index.html"),
        (":repo:folder:`.`", "repository/index.html"),
        (":repo:symbol:`shop/cart.py::Cart`", "repository/shop/cart.py.html#symbol-Cart"),
        (
            ":repo:symbol:`shop/cart.py::Cart.total`",
            "repository/shop/cart.py.html#symbol-Cart.total",
        ),
        (":repo:symbol:`Cart.total`", "repository/shop/cart.py.html#symbol-Cart.total"),
        (":repo:symbol:`total`", "repository/shop/cart.py.html#symbol-Cart.total"),
        (":repo:symbol:`lonely`", "repository/other/cart.py.html#symbol-lonely"),
        (":repo:symbol:`other/cart.py::Cart`", "repository/other/cart.py.html#symbol-Cart"),
        (":any:`shop/cart.py`", "repository/shop/cart.py.html"),
        (":any:`Cart.total`", "repository/shop/cart.py.html#symbol-Cart.total"),
    ],
)
def test_a_role_leads_where_it_says(make_project: MakeProject, role: str, href: str) -> None:
    build = build_roles(make_project, role)
    assert build.warnings == []
    assert href in build.hrefs("index")


@pytest.mark.parametrize(
    ("role", "warning"),
    [
        (":repo:file:`shop/crat.py`", "did you mean shop/cart.py"),
        (":repo:folder:`shp`", "did you mean shop"),
        (":repo:symbol:`Crat.total`", "did you mean shop/cart.py::Cart.total"),
        (":repo:symbol:`Cart`", "write one of other/cart.py::Cart, shop/cart.py::Cart"),
        (':repo:file:`"x`', "no document shows"),
    ],
)
def test_a_role_that_leads_nowhere_warns_and_suggests(
    make_project: MakeProject, role: str, warning: str
) -> None:
    build = build_roles(make_project, "Text.", role)
    (line,) = build.warnings
    assert "index.rst:6: WARNING" in line
    assert warning in line
    assert "[repodoc.reference]" in line


def test_everything_is_in_the_inventory(make_project: MakeProject) -> None:
    build = build_roles(make_project, "Text.")
    content = (Path(build.app.outdir) / "objects.inv").read_bytes()
    inventory = InventoryFile.loads(content, uri="https://x.org/")
    files = inventory.data["repo:file"]
    assert files["shop/cart.py"].uri == "https://x.org/repository/shop/cart.py.html"
    assert "shop" in inventory.data["repo:folder"]
    total = inventory.data["repo:symbol"]["shop/cart.py::Cart.total"]
    assert total.uri.endswith("cart.py.html#symbol-Cart.total")


def test_another_project_links_here_by_intersphinx(
    make_project: MakeProject, tmp_path: Path
) -> None:
    inventory = Path(build_roles(make_project, "Text.").app.outdir) / "objects.inv"
    other = tmp_path / "other" / "docs"
    other.mkdir(parents=True)
    (other / "index.rst").write_text(
        "Other\n=====\n\n:repo:file:`shop/cart.py` and :repo:symbol:`shop/cart.py::Cart`\n"
    )
    build = Project(
        other.parent,
        {
            "extensions": ["sphinx_repodoc", "sphinx.ext.intersphinx"],
            "intersphinx_mapping": {"shop": ("https://shop.org", str(inventory))},
        },
    ).build()
    assert [line for line in build.warnings if "repodoc.reference" in line] == []
    assert build.hrefs("index", "external").keys() >= {
        "https://shop.org/repository/shop/cart.py.html",
        "https://shop.org/repository/shop/cart.py.html#symbol-Cart",
    }


def test_a_page_of_the_project_that_documents_a_symbol_is_linked(
    make_project: MakeProject,
) -> None:
    api = ".. py:class:: shop.cart.Cart\n"
    build = build_roles(make_project, api)
    links = build.hrefs("repository/shop/cart.py")
    assert "documentation" in links["../../index.html#shop.cart.Cart"]


def test_what_nobody_documents_leads_to_the_forge_or_is_plain(make_project: MakeProject) -> None:
    page = "Home\n====\n\n.. repodoc:: shop/cart.py\n   :sections: dependencies\n"
    url = "https://forge.example.org/blob/{commit}/{path}#L{line}"
    build = make_project({"docs/index.rst": page}, repodoc_source_url=url).build()
    assert build.warnings == []
    links = build.hrefs("index", "external")
    assert any(href.endswith("/shop/cart.py#L3") for href in links)
    assert any(href.endswith("/shop/__init__.py#L3") for href in links)
    assert any(href.endswith("/shop/money.py") for href in links)


def test_merging_what_parallel_readers_saw_loses_nothing(make_project: MakeProject) -> None:
    project = make_project(MORE, repodoc_pages="repository")
    parallel = project.build(parallel=4).app.env.domains["repo"].data["documents"]
    assert "repository/shop/cart.py" in parallel
    assert "repository/other/index" in parallel


def test_a_page_lists_the_documents_that_mention_its_file(make_project: MakeProject) -> None:
    index = "Home\n====\n\n.. toctree::\n\n   about\n"
    project = make_project(
        {"docs/index.rst": index, "docs/about.rst": "About it\n========\n\nNothing.\n"},
        repodoc_pages="repository",
    )
    assert "Mentioned in" not in project.build().text("repository/shop/cart.py")
    about = project.root / "docs/about.rst"
    about.write_text("About it\n========\n\n:repo:symbol:`Cart.total`\n")
    build = project.build()
    assert "repository/shop/cart.py" not in build.read
    assert build.hrefs("repository/shop/cart.py")["../../about.html"] == "About it"
    about.write_text("About it\n========\n\n.. repodoc-metadata:: shop/cart.py\n")
    assert "Mentioned in: About it" in project.build().text("repository/shop/cart.py")
    about.write_text("About it\n========\n\nNothing.\n")
    assert "Mentioned in" not in project.build().text("repository/shop/cart.py")


def test_what_others_document_is_linked_by_intersphinx(
    make_project: MakeProject, tmp_path: Path
) -> None:
    other = tmp_path / "python" / "docs"
    other.mkdir(parents=True)
    (other / "index.rst").write_text(
        "Python\n======\n\n.. py:module:: dataclasses\n\n.. py:function:: dataclass()\n"
    )
    inventory = Path(Project(other.parent).build().app.outdir) / "objects.inv"
    build = make_project(
        repodoc_pages="repository",
        extensions=["sphinx_repodoc", "sphinx.ext.intersphinx"],
        intersphinx_mapping={"python": ("https://py.org", str(inventory))},
    ).build()
    assert build.warnings == []
    links = build.hrefs("repository/shop/money.py", "external")
    assert "https://py.org/index.html#dataclasses.dataclass" in links
    assert "https://py.org/index.html#module-dataclasses" in links
