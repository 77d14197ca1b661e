"""Links, stems, and all relations together."""

from collections.abc import Mapping
from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model.history import Log
from sphinx_repodoc.model.relations import RelationKind
from sphinx_repodoc.relate.imports import resolve
from sphinx_repodoc.relate.links import find_links
from sphinx_repodoc.relate.relations import relate
from sphinx_repodoc.relate.stems import find_same_stems
from sphinx_repodoc.relate.tests import find_suites
from tests.relate.conftest import Analyse

PLACES = (
    *("README.md", "conf.py", "docs/conf.py", "docs/index.rst", "docs/guide/a b.md"),
    *("docs/guide/start.txt", "docs/img/x.png", "src/code.py"),
)


def links(analyse: Analyse, name: str, text: str) -> list[tuple[str, int]]:
    repository = analyse({**dict.fromkeys(PLACES, ""), name: text})
    return [
        (str(link.target), link.line) for link in find_links(repository.files, repository.facts)
    ]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("docs/x.md", "[a](index.rst)", "docs/index.rst"),
        ("docs/x.md", "[a](../README.md#part)", "README.md"),
        ("docs/x.md", "[a](guide/a%20b.md?raw=1)", "docs/guide/a b.md"),
        ("docs/x.md", "[a](<guide/a b.md>)", "docs/guide/a b.md"),
        ("docs/x.md", "[a](/README.md)", "README.md"),
        ("docs/x.md", "[a](/guide/start.txt)", "docs/guide/start.txt"),
        ("docs/x.md", "[a](path:index.rst)", "docs/index.rst"),
        ("docs/x.md", "{doc}`guide/start`", "docs/guide/start.txt"),
        ("x.md", '<img src="docs/img/x.png">', "docs/img/x.png"),
        ("x.md", "![a](./docs/../docs/img/x.png)", "docs/img/x.png"),
        ("docs/x.rst", ":doc:`/guide/start`", "docs/guide/start.txt"),
        ("docs/x.rst", ":doc:`text <guide/start>`", "docs/guide/start.txt"),
        ("docs/x.rst", ":download:`/../src/code.py`", "src/code.py"),
        ("docs/x.rst", ".. literalinclude:: ../src/code.py", "src/code.py"),
        ("docs/x.rst", ".. include:: /../README.md", "README.md"),
        ("docs/x.rst", ".. image:: /img/x.png", "docs/img/x.png"),
        ("docs/x.rst", ".. toctree::\n\n   guide/start", "docs/guide/start.txt"),
        ("docs/x.rst", "`a <index.rst>`_", "docs/index.rst"),
    ],
)
def test_a_link_leads_to_a_file(analyse: Analyse, name: str, text: str, expected: str) -> None:
    assert [target for target, _ in links(analyse, name, text)] == [expected]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("docs/x.md", "[a](http://example.org/index.rst)"),
        ("docs/x.md", "[a](//example.org/index.rst)"),
        ("docs/x.md", "[a](mailto:index.rst)"),
        ("docs/x.md", "[a](#part) [b](missing.md) [c](../../README.md) [d](.) [e]()"),
        ("docs/x.md", "[a](x.md)"),
        ("docs/x.md", "`[a](index.rst)`"),
        ("docs/x.rst", ":ref:`index.rst` :py:mod:`index`"),
        ("docs/x.rst", ":doc:`guide/start.txt`"),
        ("docs/x.rst", ".. code-block:: index.rst"),
        ("docs/x.rst", "`a <http:index.rst>`_"),
    ],
)
def test_what_leads_to_no_file_is_no_link(analyse: Analyse, name: str, text: str) -> None:
    assert links(analyse, name, text) == []


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("a.py a.pyi a.md", "a.md-a.py a.md-a.pyi a.py-a.pyi"),
        ("p/a.py tests/test_a.py", "p/a.py-tests/test_a.py"),
        ("p/_a.py tests/a_test.py", "p/_a.py-tests/a_test.py"),
        ("p/a.py tests/test_a.py slow/test_a.py", "p/a.py-slow/test_a.py p/a.py-tests/test_a.py"),
        ("p/a.py q/a.py tests/test_a.py", ""),
        ("p/a.py q/a.py", ""),
        ("p/a.py q/a.md", ""),
        ("p/a.py tests/test_b.py", ""),
        ("p/a.py tests/test_a.js", ""),
        ("p/__init__.py p/__init__.pyi", ""),
        ("p/__init__.py tests/test_init.py", ""),
    ],
)
def test_files_of_one_stem_belong_together(names: str, expected: str) -> None:
    found = find_same_stems([PurePosixPath(name) for name in names.split()])
    pairs = {tuple(sorted((str(it.source), str(it.target)))) for it in found}
    assert " ".join(sorted("-".join(pair) for pair in pairs)) == expected


def test_a_folder_of_a_thousand_files_of_one_stem_is_no_family() -> None:
    assert list(find_same_stems([PurePosixPath(f"a.{n}") for n in range(1000)])) == []


def relations_of(analyse: Analyse, tree: Mapping[str, str]) -> dict[str, list[str]]:
    repository = analyse(tree)
    dependencies = resolve(repository)
    found = relate(repository, dependencies, find_suites(repository, dependencies), {}, Log())
    return {
        str(path): [f"{it.kind} {it.target}:{it.line} {' '.join(it.names)}".strip() for it in each]
        for path, each in found.items()
    }


def test_each_relation_is_known_from_both_sides_and_sorted(analyse: Analyse) -> None:
    tree = {
        "a.py": "def f(): ...\n",
        "a.md": "# A\n\n[code](a.py) [code](a.py)\n",
        "b.py": "\nfrom a import (\n    f,\n)\nimport a\n",
        "test_a.py": "from a import f\n\ndef test_f(): ...\n",
        "c.py": "",
    }
    assert relations_of(analyse, tree) == {
        "a.md": ["same stem a.py:0", "same stem test_a.py:0", "links to a.py:3"],
        "a.py": [
            "imported by b.py:2 f",
            "imported by b.py:5",
            "imported by test_a.py:1 f",
            "tested by test_a.py:1 f",
            "same stem a.md:0",
            "same stem test_a.py:0",
            "linked from a.md:3",
        ],
        "b.py": ["imports a.py:2 f", "imports a.py:5"],
        "test_a.py": [
            "imports a.py:1 f",
            "tests a.py:1 f",
            "same stem a.md:0",
            "same stem a.py:0",
        ],
    }


def test_no_relation_holds_for_a_folder_alone(analyse: Analyse) -> None:
    assert relations_of(analyse, {"p/a.py": "", "p/b.py": ""}) == {}


def test_an_import_of_several_lines_is_proven_by_those_of_the_names_that_lead_to_a_file(
    analyse: Analyse,
) -> None:
    text = "from p import (\n    a,\n    b,\n    c,\n)\n"
    tree = {"p/__init__.py": "c = 1\n", "p/a.py": "", "p/b.py": "", "test_x.py": text}
    repository = analyse(tree)
    relations = relate(repository, resolve(repository), {}, {}, Log())
    found = relations[PurePosixPath("test_x.py")]
    lines = {str(r.target): r.line for r in found if r.kind is RelationKind.IMPORTS}
    assert lines == {"p/__init__.py": 1, "p/a.py": 2, "p/b.py": 3}
