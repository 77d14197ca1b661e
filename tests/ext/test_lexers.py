"""Listings in the right language, and files that their lexers cannot take."""

import pytest
from pygments.lexers import get_lexer_by_name
from pygments.token import Error

from tests.ext.conftest import MakeProject

ODD = {
    "odd.c": "int a = $$$ ??? ` @;\n",
    "odd.py": "a = $ ? `\n",
    "odd.rs": "fn f() { ` $ § }\n",
    "odd.go": "package p\n§ ` ¤\n",
    "odd.java": "class A { § ` # }\n",
    "odd.json": "{'a': §}\n",
    "odd.toml": "a = § ?\n",
    "odd.yaml": "a: @b\n\t%\n",
    "odd.tsx": "const a = <§>` #\n",
    "BUILD.bazel": "rule(name = `$`)\n",
}


def test_lexers_refuse_these_texts() -> None:
    """What the next test builds is hard on lexers."""
    names = {"odd.c": "c", "odd.py": "python", "odd.go": "go", "odd.java": "java"}
    for name, alias in names.items():
        tokens = {token for token, _ in get_lexer_by_name(alias).get_tokens(ODD[name])}
        assert Error in tokens, name


@pytest.mark.parametrize("builder", ["html", "latex", "text", "singlehtml"])
def test_a_text_that_its_lexer_cannot_take_is_no_warning(
    make_project: MakeProject, builder: str
) -> None:
    suppressed = ["repodoc.syntax"]
    project = make_project(ODD, repodoc_pages="repository", suppress_warnings=suppressed)
    assert project.build(builder).warnings == []


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("a.cu", "cuda"),
        ("a.tsx", "tsx"),
        ("a.mjs", "javascript"),
        ("a.f90", "fortran"),
        ("BUILD.bazel", "python"),
        ("a.unknown", "text"),
    ],
)
def test_a_listing_is_in_the_language_of_the_file(
    make_project: MakeProject, name: str, language: str
) -> None:
    build = make_project({name: "x = 1\n"}, repodoc_pages="repository").build()
    assert build.body(f"repository/{name}").select(f".highlight-{language}")
