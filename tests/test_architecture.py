"""The house keeps its contracts and its measures."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from statistics import median, quantiles

import pytest

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


def find_lengths(text: str) -> Iterator[tuple[str, int]]:
    """Give the name of each function and its number of lines, decorators included."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, Function):
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            yield node.name, (node.end_lineno or first) - first + 1
