"""Parts written as HTML at once say the same as their nodes do, written by Sphinx."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from sphinx_repodoc.ext.writing import html, parts
from tests.ext.conftest import MakeProject
from tests.ext.project import Project

HOME = "Home\n====\n\n.. repodoc:: shop/cart.py\n\n.. repodoc-related:: shop/money.py\n"


def normal(page: Tag) -> str:
    """Return the body of a page as it is seen: without what has no bearing on that."""
    for raw in page.select("div.no-search:not([id])"):
        raw.unwrap()
    for element in page.select("[class]"):
        kept = sorted(set(element["class"]) - {"no-search", "simple", "doc"})
        element["class"] = " ".join(kept)
        if not kept:
            del element["class"]
    for span in page.select("span:not([class], [id])"):
        span.unwrap()
    soup = BeautifulSoup(str(page), "html.parser")
    soup.smooth()
    return " ".join(soup.prettify(formatter="minimal").split())


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_html_is_that_of_the_nodes(
    make_project: MakeProject, monkeypatch: pytest.MonkeyPatch, builder: str
) -> None:
    project: Project = make_project({"docs/index.rst": HOME}, repodoc_pages="repository")
    fast = project.build(builder)
    bodies = {path: body(path) for path in pages(fast.app.outdir)}
    for module in (html, parts):
        monkeypatch.setattr(module, "PAGE_BUILDERS", frozenset())
    slow = project.build(builder, html_title="again")
    assert len(bodies) > 5
    for path in pages(slow.app.outdir):
        assert body(path) == bodies[path], path


def pages(folder: Path) -> list[Path]:
    return sorted(path for path in Path(folder).rglob("*.html") if path.stem != "search")


def body(path: Path) -> str:
    (found,) = BeautifulSoup(path.read_text("utf-8"), "html.parser").select('[role="main"]')
    return normal(found)
