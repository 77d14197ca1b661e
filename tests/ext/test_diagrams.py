"""Diagrams, where the project can draw them."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.ext.conftest import MakeProject

GRAPH = "[graph: Imports between the parts of shop, as listed below]"


@pytest.mark.parametrize(
    ("extensions", "command", "drawings"),
    [
        (["sphinx_repodoc", "sphinx.ext.graphviz"], "sh", 1),
        (["sphinx_repodoc", "sphinx.ext.graphviz"], "no-such-command", 0),
        (["sphinx_repodoc"], "sh", 0),
    ],
)
def test_a_diagram_stands_only_where_graphviz_can_draw_it(
    make_project: MakeProject, extensions: list[str], command: str, drawings: int
) -> None:
    configuration = {"graphviz_dot": command} if len(extensions) > 1 else {}
    project = make_project(
        {"docs/index.rst": "Home\n====\n\n.. repodoc-architecture:: shop\n"},
        extensions=extensions,
        **configuration,
    )
    build = project.build("text")
    text = Path(build.app.outdir, "index.txt").read_text("utf-8")
    assert text.count(GRAPH) == drawings
    assert "imports" in text
    assert build.warnings == []


DOT = """#!/bin/sh
code=$(cat)
for word in "$@"; do case $word in
-o*) echo "{drawing}" > "${{word#-o}}" ;;
esac; done
"""

DRAWING = """<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'svg11.dtd'>
<svg width='9pt' xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>
<g id='node1' class='node'><title>x&amp;y</title>
<a xlink:href='https://repodoc.invalid/1' xlink:title='x'><text>x</text></a></g></svg>"""


@pytest.mark.parametrize("drawing", [DRAWING, "<svg"])
def test_a_page_holds_the_drawing_with_links_to_other_pages(
    make_project: MakeProject, tmp_path: Path, drawing: str
) -> None:
    dot = tmp_path / "dot"
    dot.write_text(DOT.format(drawing=drawing))
    dot.chmod(0o755)
    project = make_project(
        {"docs/index.rst": "Home\n====\n\n.. repodoc-architecture:: .\n"},
        extensions=["sphinx_repodoc", "sphinx.ext.graphviz"],
        graphviz_dot=str(dot),
        repodoc_pages="code",
        repodoc_folder_sections=["contents"],
    )
    build = project.build("html")
    page = BeautifulSoup(Path(build.app.outdir, "index.html").read_text("utf-8"), "html.parser")
    if drawing != DRAWING:
        assert len(build.warnings) == 1
        assert "index.rst: WARNING: a diagram is left out" in build.warnings[0]
        assert page.select(".repodoc-diagram") == []
        return
    assert build.warnings == []
    assert not list(Path(build.app.outdir, "_images").iterdir())
    (diagram,) = page.select(".repodoc-diagram")
    assert diagram.svg
    assert (
        diagram.svg["aria-label"] == "Imports between the parts of the repository, as listed below"
    )
    assert [a["href"] for a in diagram.select("a")] == ["code/shop/index.html"]
    assert diagram.select("[id]") == []
    assert diagram.get_text().split() == ["x&y", "x"]
