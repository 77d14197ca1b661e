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

RUST = {
    "Cargo.toml": '[package]\nname = "my-app"\n[[bin]]\nname = "t"\npath = "tools/t.rs"\n'
    '[dependencies]\nother = { path = "crates/one" }\n',
    "src/lib.rs": "pub mod a;\npub use a::Thing as Renamed;\npub mod inner { pub struct Deep; }\n"
    'pub use self::a::b::*;\n#[path = "odd/place.rs"] mod placed;\nmacro! { mod hidden; }\n',
    "src/a.rs": "pub mod b;\npub struct Thing;\n",
    "src/a/b.rs": "pub fn f() {}\npub use super::super::a::b::*;\n",
    "src/odd/place.rs": "pub fn p() {}\n",
    "src/hidden.rs": "pub fn h() {}\n",
    "src/main.rs": "mod own;\nfn main() {}\n",
    "src/own/mod.rs": "pub const X: u8 = 1;\n",
    "tools/t.rs": "fn main() {}\n",
    "crates/one/Cargo.toml": '[package]\nname = "one"\n',
    "crates/one/src/lib.rs": "pub fn g() {}\n",
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
    (
        RUST,
        "src/a.rs",
        "pub mod b;\npub struct Thing;\nuse crate::Renamed;",
        ["src/a/b.rs", "src/lib.rs src/a.rs::Thing"],
    ),
    (
        RUST,
        "src/a.rs",
        "use self::b::f;\nuse super::a::b;",
        ["src/a/b.rs src/a/b.rs::f", "src/a.rs src/a/b.rs::"],
    ),
    (RUST, "tests/x.rs", "use my_app::a::b::{f, self};", ["src/a/b.rs src/a/b.rs::f src/a/b.rs::"]),
    (RUST, "tests/x.rs", "use my_app::f;", ["src/lib.rs src/a/b.rs::f"]),
    (RUST, "tests/x.rs", "use my_app::inner::Deep;", ["src/lib.rs src/lib.rs::inner.Deep"]),
    (RUST, "tests/x.rs", "use my_app::hidden::h;", ["src/hidden.rs src/hidden.rs::h"]),
    (RUST, "src/a/b.rs", "use crate::placed::p;", ["src/odd/place.rs src/odd/place.rs::p"]),
    (
        RUST,
        "src/main.rs",
        "mod own;\nuse own::X;",
        ["src/own/mod.rs", "src/own/mod.rs src/own/mod.rs::X"],
    ),
    (
        RUST,
        "src/main.rs",
        "use my_app::a;\nuse other::g;",
        ["src/lib.rs src/a.rs::", "crates/one/src/lib.rs crates/one/src/lib.rs::g"],
    ),
    (
        RUST,
        "tools/t.rs",
        "mod none;\nuse crate::none;",
        ["not found", "tools/t.rs tools/t.rs::none"],
    ),
    (RUST, "src/a/b.rs", "use std::fs;\nuse serde::De;", ["standard library", "third party"]),
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
