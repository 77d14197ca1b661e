"""Which folders the imports of Go lead to."""

from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model.history import Log
from sphinx_repodoc.model.relations import RelationKind
from sphinx_repodoc.relate.imports import find_imported, resolve
from sphinx_repodoc.relate.relations import relate
from sphinx_repodoc.relate.tests import find_suites
from tests.relate.conftest import Analyse
from tests.relate.resolving import resolve_in

GO = {
    "go.mod": "module example.org/app\n\ngo 1.22\n\nrequire x.org/y v1.0.0\n",
    "main.go": "package main\n",
    "util/a.go": "package util\n",
    "util/b.go": "package util\n",
    "util/a_test.go": "package util\n",
    "empty/readme.txt": "",
}


def test_a_go_package_is_a_folder_and_all_its_files_are_imported(analyse: Analyse) -> None:
    names = ("fmt", "example.org/app/util", "example.org/app/none", "x.org/y")
    text = "package main\n" + "".join(f'import "{name}"\n' for name in names)
    repository = analyse({**GO, "x.go": text})
    assert resolve_in(analyse, GO, "x.go", text) == [
        "standard library",
        "util util/a.go util/b.go",
        "not found",
        "third party",
    ]
    found = resolve(repository)[PurePosixPath("x.go")]
    assert sorted(map(str, find_imported(found[1]))) == ["util/a.go", "util/b.go"]


def test_a_test_that_imports_a_package_does_not_test_each_of_its_files(analyse: Analyse) -> None:
    text = (
        'package main\nimport ("testing"; "example.org/app/util")\n'
        "func TestA(t *testing.T) { util.A() }\n"
    )
    repository = analyse({**GO, "x_test.go": text})
    dependencies = resolve(repository)
    found = relate(repository, dependencies, find_suites(repository, dependencies), {}, Log())
    kinds = {(str(r.target), r.kind) for r in found[PurePosixPath("x_test.go")]}
    assert kinds == {("util/a.go", RelationKind.IMPORTS), ("util/b.go", RelationKind.IMPORTS)}


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("x.go", 'import "C"', "not found"),
        ("x.go", 'import "net/http"', "standard library"),
        ("x.go", 'import "appengine"', "not found"),
        ("x.go", 'import "x.org/y/z"', "third party"),
        ("x.go", 'import "x.org/yz"', "not found"),
        ("one/x.go", 'import "x.org/y"', "not found"),
        ("x.go", 'import "example.org/app/tool"', "not found"),
        ("x.go", 'import "example.org/app/gen"', "gen gen/a.go"),
        ("x.go", 'import "example.org/two"', "not found"),
        ("one/x.go", 'import "example.org/two"', "one one/a.go one/x.go"),
    ],
)
def test_only_what_others_can_import_is_part_of_a_package(
    analyse: Analyse, name: str, text: str, expected: str
) -> None:
    tree = {
        **GO,
        "tool/main.go": "package main\nfunc main() {}\n",
        "gen/a.go": "package gen\n",
        "gen/b.go": "//go:build ignore\n\npackage main\n\nfunc main() {}\n",
        "gen/c.go": "// +build ignore\n\npackage main\n",
        "one/go.mod": "module example.org/two\n",
        "one/a.go": "package two\n",
        "two/go.mod": "module example.org/two\n",
        "two/a.go": "package two\n",
    }
    assert resolve_in(analyse, tree, name, f"package x\n{text}") == [expected]


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ({}, "not found"),
        ({"go.work": "go 1.22\n"}, "util util/a.go util/b.go"),
        ({"sub/go.mod": "module s\nreplace example.org/app => ../\n"}, "util util/a.go util/b.go"),
        ({"sub/go.mod": "module s\nreplace example.org/app => ../x\n"}, "not found"),
        ({"sub/go.mod": "module s\nreplace example.org/app => x.org/app v1\n"}, "not found"),
    ],
)
def test_another_module_is_the_one_that_is_published_unless_it_is_told(
    analyse: Analyse, added: dict[str, str], expected: str
) -> None:
    tree = {**GO, "sub/go.mod": "module s\nrequire example.org/app v1.0.0\n", **added}
    text = 'package s\nimport "example.org/app/util"'
    assert resolve_in(analyse, tree, "sub/x.go", text) == [expected]
