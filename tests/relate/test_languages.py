"""Where the imports of other languages than Python lead."""

from collections.abc import Mapping
from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model.relations import Dependency
from sphinx_repodoc.relate.imports import find_imported, resolve
from tests.relate.conftest import Analyse


def _show(dependency: Dependency) -> str:
    """Write where an import leads, and the files that it takes something from."""
    place = dependency.path or dependency.folder
    targets = [f"{target.path}::{target.symbol}" for target in dependency.targets]
    parts = [str(path) for path in dependency.parts]
    return " ".join([str(place) if place else dependency.origin, *targets, *parts])


HEADERS = {
    "include/lib/a.h": "",
    "include/lib/b.h": "",
    "src/b.h": "",
    "src/deep/c.h": "",
    "other/deep/c.h": "",
    "deps/stdio.h": "",
    "src/net/poll.h": "",
}

GO = {
    "go.mod": "module example.org/app\n\ngo 1.22\n",
    "main.go": "package main\n",
    "util/a.go": "package util\n",
    "util/b.go": "package util\n",
    "util/a_test.go": "package util\n",
    "empty/readme.txt": "",
}

CASES: list[tuple[Mapping[str, str], str, str, list[str]]] = [
    (HEADERS, "src/x.c", '#include "b.h"', ["src/b.h"]),
    (HEADERS, "src/x.c", '#include "../include/lib/b.h"', ["include/lib/b.h"]),
    (HEADERS, "src/x.c", '#include "lib/a.h"', ["include/lib/a.h"]),
    (HEADERS, "src/x.c", "#include <lib/a.h>", ["include/lib/a.h"]),
    (HEADERS, "src/x.c", "#include <a.h>", ["include/lib/a.h"]),
    (HEADERS, "src/x.c", '#include "deep/c.h"', ["src/deep/c.h"]),
    (HEADERS, "x.c", '#include "deep/c.h"', ["not found"]),
    (HEADERS, "src/x.c", "#include <stdio.h>", ["standard library"]),
    (HEADERS, "deps/x.c", '#include "stdio.h"', ["deps/stdio.h"]),
    (HEADERS, "x.c", "#include <poll.h>\n#include <vector>", ["standard library"] * 2),
    (HEADERS, "x.c", "#include <zlib.h>", ["third party"]),
    (HEADERS, "x.c", '#include "config.h"', ["not found"]),
    (HEADERS, "x.c", '#include "../../etc/passwd"', ["not found"]),
]


@pytest.mark.parametrize(("tree", "name", "text", "expected"), CASES)
def test_an_import_leads_to_a_file_or_a_folder(
    analyse: Analyse, tree: Mapping[str, str], name: str, text: str, expected: list[str]
) -> None:
    dependencies = resolve(analyse({**tree, name: f"{text}\n"}))
    assert [_show(each) for each in dependencies[PurePosixPath(name)]] == expected


def test_a_go_package_is_a_folder_and_all_its_files_are_imported(analyse: Analyse) -> None:
    names = ("fmt", "example.org/app/util", "example.org/app/none", "x.org/y")
    repository = analyse(
        {**GO, "x.go": "package main\n" + "".join(f'import "{name}"\n' for name in names)}
    )
    if PurePosixPath("go.mod") not in repository.facts:
        pytest.skip("go.mod is not analysed yet")
    found = resolve(repository)[PurePosixPath("x.go")]
    assert [_show(each) for each in found] == [
        "standard library",
        "util util/a.go util/b.go",
        "not found",
        "third party",
    ]
    assert sorted(map(str, find_imported(found[1]))) == ["util/a.go", "util/b.go"]
