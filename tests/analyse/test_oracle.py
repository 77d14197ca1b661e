"""The analyser agrees with CPython's own parser."""

import sysconfig
from pathlib import Path

import pytest

import sphinx_repodoc
from tests.oracles.python_ast import Report, compare_file, compare_folders

LIBRARY = Path(sysconfig.get_path("stdlib"))
PACKAGES = ("asyncio", "concurrent", "email", "importlib", "json", "multiprocessing", "unittest")


def test_the_package_itself_is_read_as_cpython_reads_it() -> None:
    report = compare_folders(map(Path, sphinx_repodoc.__path__))
    assert report.differences == []
    assert report.compared["files"] > 20


@pytest.mark.parametrize("name", PACKAGES)
def test_the_standard_library_is_read_as_cpython_reads_it(name: str) -> None:
    report = compare_folders([LIBRARY / name])
    assert report.differences == []
    assert report.compared["definitions"]
    assert report.compared["imports"]


def test_the_comparison_notices_a_difference(tmp_path: Path) -> None:
    path = tmp_path / "wrapped.py"
    path.write_text("def f():\n    (a.\nb)\n    return a\n")
    report = Report()
    compare_file(path, report)
    assert report.differences
