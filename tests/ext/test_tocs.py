"""Tables of contents of generated pages."""

import pickle

from docutils import nodes
from sphinx import addnodes

from tests.ext.conftest import MakeProject
from tests.ext.project import Build


def contents(build: Build, docname: str) -> list[tuple[str, str]]:
    """Return title and anchor of each entry for a page, its own first."""
    toc = pickle.loads(pickle.dumps(build.app.env.tocs[docname])).deepcopy()
    return [(entry.astext(), entry["anchorname"]) for entry in toc.findall(nodes.reference)]


def headings(build: Build, docname: str) -> list[tuple[str, str]]:
    """Return title and anchor of each section of a page as it was written."""
    sections = build.body(docname).select("section section")
    return [(str(s.h2.contents[0]), f"#{s['id']}") for s in sections if s.h2]


def test_a_page_has_its_sections_for_contents(make_project: MakeProject) -> None:
    build = make_project(repodoc_pages="repository").build()
    for docname, title in (("shop/cart.py", "shop/cart.py"), ("shop/index", "shop")):
        found = contents(build, f"repository/{docname}")
        assert found == [(title, ""), *headings(build, f"repository/{docname}")]
        assert len(found) > 3
        assert build.app.env.toc_num_entries[f"repository/{docname}"] == len(found)


def test_a_folder_keeps_its_toctree_below_its_title(make_project: MakeProject) -> None:
    build = make_project(repodoc_pages="repository").build()
    (tree,) = build.app.env.tocs["repository/shop/index"].findall(addnodes.toctree)
    assert "repository/shop/cart.py" in tree["includefiles"]


def test_sections_are_made_when_a_page_is_written(make_project: MakeProject) -> None:
    build = make_project(repodoc_pages="repository").build()
    doctree = build.app.env.get_doctree("repository/shop/cart.py")
    assert len(list(doctree.findall(nodes.section))) == 1
    assert len(headings(build, "repository/shop/cart.py")) > 5


def test_a_page_of_ones_own_is_read_with_its_sections(make_project: MakeProject) -> None:
    page = "Cart\n====\n\n.. repodoc:: shop/cart.py\n"
    files = {"docs/repository/shop/cart.py.rst": page}
    build = make_project(files, repodoc_pages="repository").build()
    found = contents(build, "repository/shop/cart.py")
    assert found[1:] == headings(build, "repository/shop/cart.py")


def test_notes_are_read_as_sections(make_project: MakeProject) -> None:
    build = make_project(repodoc_pages="repository", repodoc_empty="note").build()
    assert ("Security & Safety", "#security") in contents(build, "repository/shop/cart.py")
