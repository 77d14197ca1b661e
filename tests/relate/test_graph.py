"""Layers and cycles of imports."""

from collections.abc import Mapping
from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model.history import Log
from sphinx_repodoc.model.relations import Named
from sphinx_repodoc.relate.graph import positions
from sphinx_repodoc.relate.imports import resolve
from sphinx_repodoc.relate.relations import relate
from tests.relate.conftest import Analyse


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (
            {"a.py": "import b", "b.py": "import c", "c.py": ""},
            {"a": (2, ""), "b": (1, ""), "c": (0, "")},
        ),
        ({"a.py": "import b", "b.py": "import a"}, {"a": (0, "b"), "b": (0, "a")}),
        (
            {"a.py": "import b", "b.py": "import a, c", "c.py": ""},
            {"a": (1, "b"), "b": (1, "a"), "c": (0, "")},
        ),
        ({"a.py": "import b", "b.py": "def f():\n    import a"}, {"a": (1, ""), "b": (0, "")}),
        (
            {
                "a.py": "import b",
                "b.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import a",
            },
            {"a": (1, ""), "b": (0, "")},
        ),
        (
            {"a.py": "try:\n    import b\nexcept ImportError: ...", "b.py": ""},
            {"a": (1, ""), "b": (0, "")},
        ),
        ({"a.py": "import os"}, {"a": (0, "")}),
        ({"a.py": "import a"}, {"a": (0, "")}),
        (
            {"p/__init__.py": "from . import a", "p/a.py": "from . import b", "p/b.py": ""},
            {"p/__init__": (2, ""), "p/a": (1, ""), "p/b": (0, "")},
        ),
        ({"a.py": ""}, {}),
    ],
)
def test_files_are_placed_above_what_they_import(
    analyse: Analyse, tree: Mapping[str, str], expected: Mapping[str, tuple[int, str]]
) -> None:
    placed = positions(resolve(analyse(tree)))
    shown = {
        str(path.with_suffix("")): (position.layer, " ".join(each.stem for each in position.cycle))
        for path, position in placed.items()
    }
    assert shown == expected


def test_the_order_of_the_files_does_not_matter(analyse: Analyse) -> None:
    tree = {"a.py": "import b", "b.py": "import c", "c.py": "import a, d", "d.py": ""}
    dependencies = resolve(analyse(tree))
    turned = dict(reversed(dependencies.items()))
    assert list(positions(turned).items()) == list(positions(dependencies).items())
    assert positions(turned)[PurePosixPath("a.py")].cycle == (
        PurePosixPath("b.py"),
        PurePosixPath("c.py"),
    )


@pytest.mark.parametrize(
    ("tree", "steps"),
    [
        ({"a.py": "import b", "b.py": "import os\nimport a\nimport a"}, "a 1 b 2"),
        ({"a.py": "import b", "b.py": "import c", "c.py": "import a, b"}, "a 1 b 1 c 1"),
        (
            {
                "a.py": "import d\nimport c\nimport b",
                "b.py": "import a",
                "c.py": "import a",
                "d.py": "import b",
            },
            "a 3 b 1",
        ),
        ({"a.py": "def f():\n    import b\nimport b", "b.py": "import a"}, "a 3 b 1"),
        ({"a.py": "import b", "b.py": "def f():\n    import a"}, ""),
        ({"a.py": "import b", "b.py": "__import__('a')"}, "a 1 b 1"),
        ({"a.py": "import b", "b.py": "f = lambda: __import__('a')"}, ""),
    ],
)
def test_the_shortest_way_round_is_given_by_its_lines(
    analyse: Analyse, tree: Mapping[str, str], steps: str
) -> None:
    found = positions(resolve(analyse(tree)))[PurePosixPath("a.py")].steps
    assert " ".join(f"{step.source.stem} {step.line}" for step in found) == steps


def test_to_declare_a_module_is_no_step_of_a_cycle(analyse: Analyse) -> None:
    tree = {"Cargo.toml": "[package]\nname = 'p'\n", "src/lib.rs": "mod a;\npub struct B;\n"}
    placed = positions(resolve(analyse({**tree, "src/a.rs": "use crate::B;\n"})))
    assert {path.name: (each.layer, each.cycle) for path, each in placed.items()} == {
        "lib.rs": (0, ()),
        "a.rs": (1, ()),
    }


def test_what_a_build_copies_is_not_imported(analyse: Analyse) -> None:
    repository = analyse({"Dockerfile": "FROM x\nCOPY a.py /a\n", "a.py": ""})
    dependencies = resolve(repository)
    (relation,) = relate(repository, dependencies, {}, {}, Log())[PurePosixPath("Dockerfile")]
    assert (relation.named, relation.is_import) == (Named.SOURCE, False)
    assert {each.layer for each in positions(dependencies).values()} == {0}
