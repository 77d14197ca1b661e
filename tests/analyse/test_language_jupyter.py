"""What is in a Jupyter notebook."""

import json

import pytest

from sphinx_repodoc.model.facts import OutlineKind
from tests.analyse.language_facts import facts_of, imports_of, kinds_of

NAME = "Jupyter Notebook"


def notebook(*cells: tuple[str, str | list[str]], language: str = "python") -> str:
    """Write a notebook as Jupyter does, one line of a cell on a line."""
    written = [{"cell_type": kind, "source": source} for kind, source in cells]
    metadata = {"kernelspec": {"language": language}}
    return json.dumps({"cells": written, "metadata": metadata}, indent=1)


TEXT = notebook(
    ("markdown", ["# Title\n", "\n", "What it is."]),
    ("code", ["import os\n", "\n", "def f(x):\n", "    !ls\n", "    return x"]),
    ("markdown", ["## Part\n", "[link](a.md)"]),
    ("code", ["%%time\n", "X = f(1)\n", "f?"]),
)


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_what_cells_define_has_the_lines_of_the_file() -> None:
    facts = facts_of(TEXT, NAME)
    assert [(s.kind, s.name, s.span.line, s.span.end_line) for s in facts.symbols] == [
        ("function", "f", line_of(TEXT, "def f"), line_of(TEXT, "return x")),
        ("constant", "X", line_of(TEXT, "X = f"), line_of(TEXT, "X = f")),
    ]
    (statement,) = facts.imports
    assert (statement.module, statement.line) == ("os", line_of(TEXT, "import os"))
    assert facts.errors == ()


def test_markdown_cells_are_outlined_and_document() -> None:
    facts = facts_of(TEXT, NAME)
    assert [(e.kind, e.text, e.level, e.span.line) for e in facts.outline] == [
        (OutlineKind.HEADING, "Title", 1, line_of(TEXT, "# Title")),
        (OutlineKind.HEADING, "Part", 2, line_of(TEXT, "## Part")),
        (OutlineKind.LINK, "link", 0, line_of(TEXT, "[link]")),
    ]
    assert facts.documentation == "What it is."
    assert facts.documentation_span
    assert facts.documentation_span.line == line_of(TEXT, "What it is.")


def test_a_cell_may_be_one_string() -> None:
    text = notebook(("code", "import a\nimport b\n"))
    assert imports_of(text, NAME) == [("a", []), ("b", [])]
    assert {each.line for each in facts_of(text, NAME).imports} == {line_of(text, "import a")}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        '{"cells": 1}',
        '{"cells": [1, {"source": ["x = 1"]}]}',
        notebook(("code", ["x <- 1"]), language="R"),
        notebook(("code", ["%%bash\n", "X=1"]), ("code", []), ("raw", ["X = 1"])),
        notebook(("code", ["%matplotlib inline\n", "!pip install x\n", "?f"])),
    ],
)
def test_what_holds_no_python_defines_nothing(text: str) -> None:
    assert kinds_of(text, NAME) == {}
