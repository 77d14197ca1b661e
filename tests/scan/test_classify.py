import pytest
from pygments.lexers import find_lexer_class_by_name, get_all_lexers

from sphinx_repodoc.scan.classify import Language, find_interpreter, find_language

UNKNOWN = Language()


@pytest.mark.parametrize(
    ("name", "language", "lexer"),
    [
        ("a.py", "Python", "python"),
        ("a.pyi", "Python", "python"),
        ("a.md", "Markdown", "markdown"),
        ("a.rst", "reStructuredText", "restructuredtext"),
        ("a.cpp", "C++", "cpp"),
        ("a.hpp", "C++", "cpp"),
        ("a.cu", "CUDA", "cuda"),
        ("a.h", "C", "c"),
        ("a.yml", "YAML", "yaml"),
        ("a.toml", "TOML", "toml"),
        ("a.R", "R", "r"),
        ("a.ipynb", "Jupyter Notebook", "json"),
        ("go.mod", "Go module", "text"),
        ("JUSTFILE", "Just", "text"),
        ("a.jsonc", "JSON", "json"),
        ("a.code-workspace", "JSON", "json"),
        ("composer.lock", "JSON", "json"),
        ("a.csv", "CSV", "text"),
        ("a.tsv", "TSV", "text"),
        ("a.jsonl", "JSON", "json"),
        ("a.sql", "SQL", "sql"),
        ("a.svg", "XML", "xml"),
        ("a.php5", "PHP", "php"),
        ("a.d.mts", "TypeScript", "typescript"),
        ("a.cts", "TypeScript", "typescript"),
        ("setup.cfg", "INI", "ini"),
        ("poetry.lock", "TOML", "toml"),
        ("Dockerfile", "Docker", "docker"),
        ("Dockerfile.dev", "Docker", "docker"),
        ("Makefile", "Makefile", "make"),
        ("Makefile.am", "Makefile", "make"),
        ("CMakeLists.txt", "CMake", "cmake"),
        ("BUILD", "Starlark", "python"),
        ("BUILD.bazel", "Starlark", "python"),
        ("defs.bzl", "Starlark", "python"),
        ("SConstruct", "Python", "python"),
        ("meson.build", "Meson", "meson"),
        (".bashrc", "Bash", "bash"),
        (".clang-format", "YAML", "yaml"),
        (".coveragerc", "INI", "ini"),
        (".gitlab-ci.yml", "YAML", "yaml"),
    ],
)
def test_a_name_that_leaves_no_choice_settles_the_language(
    name: str, language: str, lexer: str
) -> None:
    assert find_language(name, "", "") == (language, lexer)


@pytest.mark.parametrize(
    "name",
    [
        "a.txt",
        "README",
        "README.TXT",
        "LICENSE",
        "LICENSE.python",
        "CODEOWNERS",
        ".gitignore",
        "a",
        "a.",
        ".",
        "a.unknown",
        "a.in",
        "a.cl",
        "a.def",
        "a.inc",
        "a.cls",
        "a.tpl",
        "libx.so.1",
        "py.typed",
        "a\nb",
        "a.py~",
    ],
)
def test_a_name_that_tells_nothing_certain_gives_no_language(name: str) -> None:
    assert find_language(name, "", "Some words.\n") == UNKNOWN


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("a.h", "#include <stdio.h>\nint f(void);\n", "C"),
        ("a.h", "/// @param[in out] x\n/// @endcode\nint f(int x);\n", "C"),
        ("a.h", "#pragma once\nnamespace at {\n}\n", "C++"),
        ("a.h", "#import <Foundation/Foundation.h>\n", "Objective-C"),
        ("a.m", "#import <X.h>\n@implementation X\n@end\n", "Objective-C"),
        ("a.m", "function y = f(x)\n% doubles\ny = 2 * x;\nend\n", "Matlab"),
        ("a.scm", "; fold\n(define (fold f x) x)\n", "Scheme"),
        ("a.scm", "; tree-sitter\n(module (class_definition) @class)\n", ""),
        ("a.pl", "#!/usr/bin/perl\nmy $x = 1;\n", "Perl"),
        ("a.pl", ":- module(x, []).\nfoo(X) :- bar(X).\n", "Prolog"),
        ("a.inc", "<?php\necho 1;\n", "PHP"),
        ("a.d", "module a;\nimport std.stdio;\n", "D"),
        ("a.d", "pid$target::main:entry\n{\n}\n", ""),
        ("a.d", "main.o: main.c main.h\n", ""),
        ("a.ts", "import x from 'y'\n", "TypeScript"),
        ("a.ts", "<?xml version='1.0'?>\n<!DOCTYPE TS>\n", "XML"),
        ("a.unknown", "<?xml version='1.0'?>\n<a/>\n", "XML"),
        ("a.html", "<?xml version='1.0'?>\n<html/>\n", "HTML"),
        ("a.1", ".TH A 1\n.SH NAME\n", "Groff"),
    ],
)
def test_content_decides_where_formats_share_a_suffix(name: str, text: str, language: str) -> None:
    assert find_language(name, "", text).name == language


@pytest.mark.parametrize(
    ("name", "interpreter", "language"),
    [
        ("tool", "python3.12", "Python"),
        ("tool", "sh", "Bash"),
        ("tool", "node", "JavaScript"),
        ("tool", "lua", "Lua"),
        ("tool", "unheard-of", ""),
        ("tool.t", "perl", "Perl"),
        ("tool.run", "bash", "Bash"),
        ("tool.py", "sh", "Python"),
        ("tool.txt", "sh", ""),
    ],
)
def test_a_shebang_line_decides_where_the_name_does_not(
    name: str, interpreter: str, language: str
) -> None:
    assert find_language(name, interpreter, "").name == language


@pytest.mark.parametrize(
    ("content", "interpreter"),
    [
        (b"#!/bin/sh\n", "sh"),
        (b"#! /usr/bin/python3.12 -I\n", "python3.12"),
        (b"#!/usr/bin/env python3\r\n", "python3"),
        (b"#!/bin/env python3\n", "python3"),
        (b"#!/usr/bin/env -S uv run --script\n", "uv"),
        (b"#!/usr/bin/env -S -i PATH=/bin bash -e\n", "bash"),
        (b"#!/usr/bin/env\n", ""),
        (b"#!\n", ""),
        (b"", ""),
        (b"# /bin/sh\n", ""),
        (b'#![doc = "/bin/sh"]\n', ""),
        (b"\xef\xbb\xbf#!/bin/sh\n", ""),
        (b"#!/bin/\xff\n", ""),
        (b"#!@PERL@\n", ""),
        (b"#!/usr/bin/env {{ python }}\n", ""),
    ],
)
def test_the_shebang_line_names_the_program(content: bytes, interpreter: str) -> None:
    assert find_interpreter(content) == interpreter


def test_every_language_comes_with_a_lexer_that_pygments_knows() -> None:
    suffixes = {
        f"a{glob[1:]}"
        for _, _, globs, _ in get_all_lexers(plugins=False)
        for glob in globs
        if glob.startswith("*.")
    }
    lexers = {find_language(name, "", "").lexer for name in suffixes}
    assert len(lexers) > 300
    assert all(find_lexer_class_by_name(lexer) for lexer in lexers)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ('{\n  "semi": false\n}\n', "JSON"),
        ('// a\n/* b */\n{ // c\n "d": 1 }', "JSON"),
        ("{}", "JSON"),
        ("semi: false\n", "YAML"),
        ("# a\nsemi: false\n", "YAML"),
        ("{ semi: false }\n", ""),
        ("", ""),
    ],
)
def test_a_tool_that_reads_two_languages_leaves_the_choice_to_the_text(
    text: str, language: str
) -> None:
    assert find_language(".prettierrc", "", text).name == language


@pytest.mark.parametrize("text", ["//" * 5000, "// a\n" * 2000, "/*" * 5000, "/**/ " * 2000])
def test_comments_without_end_are_read_in_no_time(text: str) -> None:
    assert find_language(".eslintrc", "", text).name == "YAML"
