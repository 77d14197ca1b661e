"""Languages in a project: those that are added, as the guide says, and those without a grammar."""

import ast
from pathlib import Path
from typing import Any

import pytest

from tests.ext.conftest import MakeProject

GUIDE = Path(__file__).parents[2] / "docs/howto/languages.md"

TERRAFORM = """# The private network.
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16" # resource "aws_vpc" "none" {}
}

variable "region" {}
"""


def _block(language: str) -> str:
    """Return the first block of code in a language that the guide shows."""
    _, _, rest = GUIDE.read_text("utf-8").partition(f"```{language}\n")
    return rest.partition("```")[0]


def _configuration() -> dict[str, Any]:
    _, _, value = _block("python").partition("=")
    return {"repodoc_languages": ast.literal_eval(value.strip())}


def test_the_guide_adds_a_language(make_project: MakeProject) -> None:
    pytest.importorskip("tree_sitter_hcl")
    project = make_project(
        {
            "docs/terraform.scm": _block("scheme"),
            "network/main.tf": TERRAFORM,
            "docs/index.rst": "Home\n====\n\n:repo:symbol:`network/main.tf::aws_vpc.main`\n",
        },
        repodoc_pages="repository",
        **_configuration(),
    )
    build = project.build()
    assert build.warnings == []
    assert "repository/network/main.tf.html#symbol-aws_vpc.main" in build.hrefs("index")
    text = build.text("repository/network/main.tf")
    assert 'resource "aws_vpc" "main" (lines 2–4): The private network.' in text
    assert 'variable "region" (line 6)' in text
    assert build.body("repository/network/main.tf").select(".highlight-terraform")


def test_a_language_without_its_grammar_is_no_warning(make_project: MakeProject) -> None:
    more = {"Wild": {"grammar": "tree_sitter_no_such", "suffixes": [".wild"]}}
    project = make_project(
        {"a.wild": "(wild)\n"}, repodoc_pages="repository", repodoc_languages=more
    )
    build = project.build()
    assert build.warnings == []
    said = "Wild files are analysed if tree-sitter-no-such is installed; it was not."
    assert said in build.text("repository/a.wild")


def test_a_language_that_cannot_be_used_is_one_warning(make_project: MakeProject) -> None:
    more = {"Wild": {"grammar": "tree_sitter_json", "suffixes": [".wild"], "queries": ["no.scm"]}}
    project = make_project(
        {"a.wild": "[1]\n", "b.wild": "[2]\n"},
        repodoc_pages="repository",
        repodoc_languages=more,
    )
    (warning,) = project.build().warnings
    assert "repodoc_languages: Wild files are not analysed" in warning
    assert "no.scm" in warning
    assert warning.endswith("[repodoc.language]")
