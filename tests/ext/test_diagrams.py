"""Diagrams, where the project can draw them."""

from pathlib import Path

import pytest

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
