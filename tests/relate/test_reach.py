"""How imports lead from tests to files."""

from collections.abc import Mapping
from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model.relations import Reach
from sphinx_repodoc.relate.imports import resolve
from sphinx_repodoc.relate.reach import find_reach
from sphinx_repodoc.relate.tests import find_suites
from tests.relate.conftest import Analyse

TEST = "def test_x(): ...\n"


def reach_in(analyse: Analyse, tree: Mapping[str, str]) -> dict[PurePosixPath, Reach]:
    repository = analyse(tree)
    dependencies = resolve(repository)
    suites = find_suites(repository, dependencies)
    return find_reach(dependencies, suites, repository.files)


REACHED = [
    ({"a.py": ""}, {"a": (1, "test_x:1")}),
    ({"a.py": "import b", "b.py": ""}, {"a": (1, "test_x:1"), "b": (1, "test_x:1 a:1")}),
    (
        {"a.py": "import b", "b.py": "import a"},
        {"a": (1, "test_x:1"), "b": (1, "test_x:1 a:1")},
    ),
    (
        {"a.py": "def f():\n    import b", "b.py": ""},
        {"a": (1, "test_x:1"), "b": (1, "test_x:1 a:2")},
    ),
    (
        {"a.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import b", "b.py": ""},
        {"a": (1, "test_x:1"), "b": (0, "")},
    ),
    (
        {"a.py": "import p.q.r", "p/__init__.py": "from . import s", "p/s.py": "",
         "p/q/__init__.py": "", "p/q/r.py": ""},
        {"a": (1, "test_x:1"), "p/__init__": (1, "test_x:1 a:1"),
         "p/q/__init__": (1, "test_x:1 a:1"), "p/q/r": (1, "test_x:1 a:1"),
         "p/s": (1, "test_x:1 a:1 p/__init__:1")},
    ),
    (
        {"a.py": "import b", "b.py": "", "test_y.py": f"import c\nimport b\n{TEST}", "c.py": ""},
        {"a": (1, "test_x:1"), "b": (2, "test_y:2"), "c": (1, "test_y:1")},
    ),
    ({"a.py": "", "conftest.py": "import c", "c.py": "", "d.py": ""},
     {"a": (1, "test_x:1"), "c": (0, ""), "conftest": (0, "")}),
    ({"a.py": "", "s.pyi": "import c", "c.py": ""},
     {"a": (1, "test_x:1"), "c": (0, ""), "s": (0, "")}),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "expected"), REACHED)
def test_a_file_is_reached_by_the_shortest_chain_of_imports(
    analyse: Analyse, tree: dict[str, str], expected: dict[str, tuple[int, str]]
) -> None:
    found = reach_in(analyse, {"test_x.py": f"import a\n{TEST}", **tree})
    ways = {
        str(path.with_suffix("")): (
            reach.tests,
            " ".join(f"{step.source.with_suffix('')}:{step.line}" for step in reach.way),
        )
        for path, reach in found.items()
        if not path.name.startswith("test_")
    }
    assert ways == expected


def test_a_test_counts_the_files_that_it_reaches_but_not_itself(analyse: Analyse) -> None:
    tree = {"a.py": "import b", "b.py": "import a", "test_x.py": f"import a\nimport test_y\n{TEST}",
            "test_y.py": f"import b\n{TEST}"}  # fmt: skip
    found = reach_in(analyse, tree)
    counts = {path.stem: (reach.tests, reach.files) for path, reach in found.items()}
    assert counts == {"a": (2, 0), "b": (2, 0), "test_x": (0, 3), "test_y": (1, 2)}


def test_nothing_is_reached_where_there_is_no_test(analyse: Analyse) -> None:
    assert reach_in(analyse, {"a.py": "import b", "b.py": "", "conftest.py": "import a"}) == {}


def test_a_test_beside_what_it_tests_is_no_test_module(analyse: Analyse) -> None:
    inline = "pub fn f() {}\nmod b;\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn t() {}\n}\n"
    assert reach_in(analyse, {"Cargo.toml": "", "src/lib.rs": inline, "src/b.rs": ""}) == {}
