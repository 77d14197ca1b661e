"""What is in a justfile."""

import pytest

from sphinx_repodoc.model.facts import LineCounts
from tests.analyse.language_facts import declared_in, facts_of, heads_of, kinds_of

NAME = "Just"

TEXT = """# Head of the file.

set shell := ["bash", "-c"]
export A := "x"
long := '''
fake: no
'''
both := (A +
  "y")

alias b := build
import? 'more.just'
mod? web 'sub/web.just'
mod other

# first
# Build it.
build target='all' *flags: clean (lint "a:#b" (A + "x")) && done
    sh tools/x.sh {{target}}

    echo {{flags}}

[private]
hidden:
    true

[doc('Says: it')]
[group: 'x']
release version $env +files="a b":
    #!/bin/sh
[linux]
only:
[unix]
os:
    ls
[windows]
os:
    dir
@_help:
clean: # comment
lint what $way +more:
  echo {{what}}
done:
"""


def test_recipes_variables_aliases_and_modules_are_found() -> None:
    kinds = kinds_of(TEXT, NAME)
    recipes = ("build", "hidden", "release", "only", "os", "_help", "clean", "lint", "done")
    assert kinds == {
        **dict.fromkeys(("A", "long", "both"), "variable"),
        "b": "alias",
        **dict.fromkeys(("web", "other"), "module"),
        **dict.fromkeys(recipes, "recipe"),
    }
    build = next(s for s in facts_of(TEXT, NAME).symbols if s.name == "build")
    assert (build.documentation, build.span.line, build.span.end_line) == (
        "first\nBuild it.",
        18,
        21,
    )
    assert build.signature == """ target='all' *flags : clean (lint "a:#b" (A + "x")) && done"""
    assert heads_of(TEXT, NAME)[3:7] == ["b := build", "web", "other", f"build{build.signature}"]
    facts = facts_of(TEXT, NAME)
    assert facts.documentation == "Head of the file."
    assert {s.name for s in facts.symbols if not s.is_public} == {"hidden", "_help"}


def test_recipes_are_run_by_name_with_what_they_must_be_given() -> None:
    found = {
        d.name: (d.line, d.value, d.lines, d.documentation)
        for d in facts_of(TEXT, NAME).declarations
    }
    assert found == {
        "build": (18, "sh tools/x.sh {{target}}\necho {{flags}}", (19, 21), "Build it."),
        "release VERSION ENV": (29, "#!/bin/sh", (30,), "Says: it"),
        "os": (34, "ls", (35,), ""),
        "clean": (40, "", (), ""),
        "lint WHAT WAY MORE": (41, "echo {{what}}", (42,), ""),
        "done": (43, "", (), ""),
    }


def test_files_are_imported_and_modules_looked_for() -> None:
    assert [(i.keyword, i.module, i.line) for i in facts_of(TEXT, NAME).imports] == [
        ("import", "more.just", 12),
        ("mod", "sub/web.just", 13),
        ("mod", "other", 14),
    ]


@pytest.mark.parametrize(
    "text",
    ["", "\n", "set dotenv-load\n", "x := 'a:\nb:'\n", "  a:\n", "# a:\n", "a\n", "'a\n", "(:\n"],
)
def test_what_is_no_recipe_declares_none(text: str) -> None:
    assert declared_in(text, NAME) == []


def test_a_file_that_no_statement_ends_in_is_read_nevertheless() -> None:
    text = "(" * 2_000 + "'\n" + "b: c\n  ls\n" * 2_000
    assert declared_in(text, NAME)[0][1] == "b"


def test_lines_are_counted() -> None:
    assert facts_of("# c\n\na:\n  x\n", NAME).lines == LineCounts(code=2, comment=1, blank=1)
