"""Which files imports lead to where they name files."""

from collections.abc import Mapping

import pytest

from sphinx_repodoc.analyse.languages import LANGUAGES
from sphinx_repodoc.scan.classify import find_language
from tests.relate.conftest import Analyse
from tests.relate.resolving import resolve_in

SHOP: Mapping[str, str] = {
    "lib/shop.rb": "",
    "lib/shop/cart.rb": "",
    "lib/set.rb": "",
    "gems/one/lib/one.rb": "",
    "gems/two/lib/two/lib.rb": "",
    "other/json.rb": "",
    "other/a.rb": "",
    "mk/rules.mk": "",
    "src/a.zig": "pub const A = 1;\n",
    "src/inc/b.f90": "",
    "Makefile": "all:\n",
    "app/main.sh": "",
    "app/CMakeLists.txt": "",
    "app/meson.build": "",
    "subprojects/zlib.wrap": "",
    "subprojects/sub/meson.build": "",
    "cmake/rules.cmake": "",
    "kong/tools/init.lua": "",
    "web/a.css": "",
    "web/a.js": "",
    "nix/default.nix": "",
    "Sources/Net/a.swift": "",
    "sub/Sources/Pipe/a.swift": "",
    "sub/Tests/Fakes/a.swift": "",
    "pkg/a.bzl": "def x(): pass\n",
    "sub/pkg/a.bzl": "",
    "own/MODULE.bazel": "",
    "own/b.bzl": "",
    "two.sh": "",
    "app/sub/two.sh": "",
    "top.php": "",
    "gems/one/lib/version.rb": "",
    "gems/two/lib/version.rb": "",
    "gems/two/lib/csv.rb": "",
    "a/both.lua": "",
    "both.lua": "",
}

CASES = [
    (
        "app/x.sh",
        "source ./main.sh\n. $DIR/main.sh\n. ~/.profile",
        ["app/main.sh", "app/main.sh", "not found"],
    ),
    ("x.sh", "source app/main.sh", ["app/main.sh"]),
    (
        "Dockerfile",
        "FROM python:3\nCOPY app /x\nADD app/main.sh /y\n",
        ["third party", "app", "app/main.sh"],
    ),
    (
        "x.lua",
        'local t = require "kong.tools"\nrequire("string")\nrequire "cjson"',
        ["kong/tools/init.lua", "standard library", "third party"],
    ),
    ("web/b.css", '@import "a.css";\n@import url(none.css);', ["web/a.css", "not found"]),
    (
        "web/x.html",
        '<script src="a.js"></script><link rel="stylesheet" href="/web/a.css">',
        ["web/a.js", "web/a.css"],
    ),
    ("x.swift", "import Net\nimport Foundation", ["Sources/Net", "third party"]),
    ("sub/a/x.swift", "import Pipe\nimport Fakes", ["sub/Sources/Pipe", "not found"]),
    ("pkg/x.bzl", 'load(":a.bzl", "x")\nload("//pkg:a.bzl", "x")', ["pkg/a.bzl pkg/a.bzl::x"] * 2),
    (
        "x.bzl",
        'load("@rules//c:d.bzl", "z")\nload("//none:a.bzl", "x")',
        ["third party", "not found"],
    ),
    ("lib/x.rb", "require_relative 'shop/cart'", ["lib/shop/cart.rb"]),
    ("bin/x.rb", "require_relative '../lib/shop'", ["lib/shop.rb"]),
    ("bin/x.rb", "require_relative 'none'", ["not found"]),
    ("bin/x.rb", "require 'shop/cart'\nrequire 'one'", ["lib/shop/cart.rb", "gems/one/lib/one.rb"]),
    ("bin/x.rb", "require 'set'", ["lib/set.rb"]),
    ("bin/x.rb", "require 'mkmf'\nrequire 'rack'", ["standard library", "third party"]),
    ("bin/x.rb", "require 'net/http'\nrequire 'net/ntlm'", ["standard library", "third party"]),
    ("bin/x.rb", "require 'net/http/persistent'\nrequire 'benchmark/ips'", ["third party"] * 2),
    ("bin/x.rb", "require 'lib'", ["third party"]),
    ("other/x.rb", "require 'a'", ["not found"]),
    ("bin/x.rb", "require 'shop/native'\nrequire 'minitest'", ["not found", "third party"]),
    ("bin/x.rb", "require 'set/native'\nrequire 'digest/md5'", ["not found", "standard library"]),
    ("sub/Makefile", "include ../mk/rules.mk\n", ["mk/rules.mk"]),
    ("sub/Makefile", "include $(TOP)/mk/rules.mk\n", ["mk/rules.mk"]),
    ("sub/Makefile", "-include local.mk\n", ["not found"]),
    ("src/x.zig", 'const A = @import("a.zig").A;', ["src/a.zig src/a.zig::A"]),
    (
        "src/x.zig",
        'const s = @import("std");\nconst t = @import("t");',
        ["standard library", "not found"],
    ),
    ("app/x.sh", ". /x.sh\n. ~/main.sh", ["not found", "not found"]),
    ("app/sub/x.sh", ". ./main.sh\n. two.sh", ["not found", "not found"]),
    (
        "Dockerfile",
        "FROM app\nCOPY dist /x\nCOPY --from=app / /",
        ["third party", "not found", "third party"],
    ),
    (
        "web/x.php",
        "<?php require __DIR__ . '/top.php';\nrequire 'top.php';",
        ["not found", "top.php"],
    ),
    (
        "web/x.html",
        '<script src="top.php"></script><script src="/top.php"></script>',
        ["not found", "top.php"],
    ),
    ("bin/x.rb", "require_relative 'lib/shop'", ["not found"]),
    ("lib/x.rb", "load 'shop.rb'\nload 'lib/shop.rb'", ["lib/shop.rb", "lib/shop.rb"]),
    ("lib/shop/x.rb", "load 'cart.rb'", ["not found"]),
    ("gems/one/lib/x.rb", "require 'version'", ["gems/one/lib/version.rb"]),
    ("bin/x.rb", "require 'version'", ["not found"]),
    ("bin/x.rb", "require 'csv'\nrequire 'rakefile'", ["standard library", "third party"]),
    ("a/x.lua", 'require "both"', ["not found"]),
    ("sub/x.bzl", 'load("//pkg:a.bzl", "x")', ["pkg/a.bzl pkg/a.bzl::x"]),
    ("own/x.bzl", 'load("//:b.bzl", "x")\nload("//pkg:a.bzl", "x")', ["own/b.bzl", "not found"]),
    ("src/x.f90", "program p\ninclude 'b.f90'\nend program", ["src/inc/b.f90"]),
]


@pytest.mark.parametrize(("name", "text", "expected"), CASES)
def test_an_import_leads_to_the_file_that_it_names(
    analyse: Analyse, name: str, text: str, expected: list[str]
) -> None:
    assert resolve_in(analyse, SHOP, name, text) == expected


OPTIONAL = [
    ("x.nix", "import ./nix {}", ["nix/default.nix"]),
    (
        "CMakeLists.txt",
        "ADD_SUBDIRECTORY(app)\ninclude(rules)",
        ["app/CMakeLists.txt", "cmake/rules.cmake"],
    ),
    (
        "sub/CMakeLists.txt",
        "add_subdirectory(app)\ninclude(app/CMakeLists.txt)",
        ["not found", "app/CMakeLists.txt"],
    ),
    (
        "sub/CMakeLists.txt",
        "include(${CMAKE_CURRENT_LIST_DIR}/app/CMakeLists.txt)",
        ["not found"],
    ),
    (
        "CMakeLists.txt",
        "project(OWN)\nfind_package(OWN)\nFIND_PACKAGE(ZLIB)\nadd_subdirectory(none)",
        ["not found", "third party", "not found"],
    ),
    (
        "meson.build",
        "subdir('app')\nlibrary('a', 'src/a.zig')\nsubproject('zlib')\nsubproject('sub')",
        [
            "app/meson.build",
            "src/a.zig",
            "subprojects/zlib.wrap",
            "subprojects/sub/meson.build",
        ],
    ),
    (
        "app/meson.build",
        "find_program('main.sh')\nfind_program('sed')\nimport('fs')\ndependency('zlib')",
        ["app/main.sh", "third party", "standard library", "third party"],
    ),
    (
        "app/meson.build",
        "files('none.c')\nsubdir('none')\nsubproject('none')",
        ["not found", "not found", "third party"],
    ),
]
"""In languages whose grammars need not be installed."""


@pytest.mark.parametrize(("name", "text", "expected"), OPTIONAL)
def test_an_import_leads_to_the_file_that_it_names_where_the_grammar_is_installed(
    analyse: Analyse, name: str, text: str, expected: list[str]
) -> None:
    if missing := LANGUAGES[find_language(name.rpartition("/")[2], "", text).name].missing:
        pytest.skip(f"{missing} is not installed")
    assert resolve_in(analyse, SHOP, name, text) == expected
