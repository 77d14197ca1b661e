"""The house keeps its contracts and its measures."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path, PurePosixPath
from statistics import median, quantiles

import pytest
from sphinx.pycode import ModuleAnalyzer

from sphinx_repodoc.ext.config import declared_values
from sphinx_repodoc.ext.directives import RepodocDirective
from sphinx_repodoc.ext.domain import RepoDomain
from sphinx_repodoc.model.files import ProblemKind
from sphinx_repodoc.model.folder_pages import FolderPage
from sphinx_repodoc.model.pages import FilePage
from sphinx_repodoc.pages.page import FILE_PARTS, FOLDER_PARTS
from sphinx_repodoc.sections.order import FILE_SECTIONS, FOLDER_SECTIONS, Section
from tests.conftest import run_git

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "sphinx_repodoc").rglob("*.py"))
TESTS = sorted(file for file in (ROOT / "tests").rglob("*.py") if "cases" not in file.parts)
HOMELESS = {"utils", "util", "helpers", "common", "base", "misc", "tools", "core", "shared"}
TOP_LEVEL = {
    "sphinx_repodoc", "tests", "docs", "pyproject.toml", "tox.ini",
    "README.md", "LICENSE", "CHANGELOG.md",
}  # fmt: skip

Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_imports_keep_the_contracts() -> None:
    """In a process of its own: import-linter disables every logger that it finds."""
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache", "--no-logo"]
    linted = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert linted.returncode == 0, linted.stdout


@pytest.mark.parametrize("file", [*MODULES, *TESTS], ids=lambda file: str(file.relative_to(ROOT)))
def test_a_module_is_small_and_its_functions_are(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    lines = len(text.splitlines())
    assert lines <= 300
    assert [name for name, length in find_lengths(text) if length > 50] == []


def test_most_modules_and_functions_are_smaller_still() -> None:
    texts = [file.read_text(encoding="utf-8") for file in MODULES]
    lengths = [length for text in texts for _, length in find_lengths(text)]
    assert median(len(text.splitlines()) for text in texts) <= 100
    assert median(lengths) <= 8
    assert quantiles(lengths, n=10)[-1] <= 25


def test_a_long_function_is_seen_whole() -> None:
    text = "class A:\n    @decorated\n    async def f(self):\n        '''Say.'''\n        pass\n"
    assert list(find_lengths(text)) == [("f", 4)]


def test_no_module_is_named_after_having_no_home() -> None:
    paths = [file.relative_to(ROOT).with_suffix("") for file in [*MODULES, *TESTS]]
    assert [path for path in paths if not HOMELESS.isdisjoint(path.parts)] == []


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_module_says_in_a_sentence_what_is_here(file: Path) -> None:
    documentation = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    assert documentation.partition("\n\n")[0].endswith(".")


def test_nothing_new_stands_at_the_top_level() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    paths = run_git(ROOT, "ls-files", "-z").split("\0")
    names = {PurePosixPath(path).parts[0] for path in paths if path}
    assert {name for name in names if not name.startswith(".")} <= TOP_LEVEL


@pytest.mark.parametrize(
    ("sections", "page", "parts"),
    [(FILE_SECTIONS, FilePage, FILE_PARTS), (FOLDER_SECTIONS, FolderPage, FOLDER_PARTS)],
)
def test_each_section_stands_once_in_the_order_the_page_and_its_parts(
    sections: tuple[Section, ...],
    page: type[FilePage | FolderPage],
    parts: dict[str, object],
) -> None:
    names = [section.name for section in sections]
    assert ["path", *names] == [field.name for field in fields(page) if field.name != "ruled"]
    assert names == list(parts)
    assert len(set(names)) == len({section.title for section in sections}) == len(sections)
    assert all(section.note.endswith(".") for section in sections)


@pytest.mark.parametrize("kind", ProblemKind, ids=str)
def test_each_kind_of_problem_is_documented_and_occurs(kind: ProblemKind) -> None:
    documented = ModuleAnalyzer.for_module(ProblemKind.__module__).find_attr_docs()
    assert "".join(documented["ProblemKind", kind.name]).endswith(".")
    texts = [file.read_text(encoding="utf-8") for file in MODULES]
    assert any(f"ProblemKind.{kind.name}" in text for text in texts)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("directives", [f"`:{name}:`" for name in RepodocDirective.option_spec]),
        ("roles", [f"{{rst:role}} repo:{name}" for name in RepoDomain.roles]),
        ("directives", ["{section-reference} file", "{section-reference} folder"]),
        ("configuration", ["{configuration-reference}"]),
        ("warnings", ["{warning-reference}"]),
        ("command", ["{command-reference}"]),
    ],
)
def test_what_users_write_is_in_the_reference_or_generated_there(
    page: str, words: list[str]
) -> None:
    text = (ROOT / "docs" / "reference" / f"{page}.md").read_text(encoding="utf-8")
    assert words
    assert [word for word in words if word not in text] == []


def test_a_value_that_the_documentation_names_exists() -> None:
    known = {value.name for value in declared_values()}
    docs = ROOT / "docs"
    pages = [ROOT / "README.md", *docs.glob("*.md")]
    named = {
        name
        for folder in ("howto", "reference", "explanation")
        for page in (*pages, *(docs / folder).glob("*.md"))
        for name in re.findall(r"\brepodoc_[a-z_]+", page.read_text(encoding="utf-8"))
    }
    assert named
    assert named <= known


def find_lengths(text: str) -> Iterator[tuple[str, int]]:
    """Give the name of each function and its number of lines, decorators included."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, Function):
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            yield node.name, (node.end_lineno or first) - first + 1
