"""The wheel holds all that the package needs to run, and nothing else."""

import tomllib
from email import message_from_string
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

import pytest
from flit_core import buildapi

import sphinx_repodoc
from tests.lowest import find_floors

ROOT = Path(__file__).parent.parent
KINDS = ("py.typed", "*.py", "*.scm", "*.toml", "*.css")
"""Code, markers, queries, rules and styles."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    """Build the wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        name = buildapi.build_wheel(str(folder))
    return ZipFile(folder / name)


def test_the_wheel_holds_every_file_of_the_package(wheel: ZipFile) -> None:
    files = [file for file in (ROOT / "sphinx_repodoc").rglob("*") if file.is_file()]
    needed = {file.relative_to(ROOT).as_posix() for file in files if file.suffix != ".pyc"}
    assert needed - set(wheel.namelist()) == set()


@pytest.mark.parametrize("kind", KINDS)
def test_the_wheel_holds_files_of_each_kind(wheel: ZipFile, kind: str) -> None:
    assert [name for name in wheel.namelist() if PurePosixPath(name).match(kind)]


def test_the_wheel_holds_the_package_and_its_metadata_alone(wheel: ZipFile) -> None:
    folders = {PurePosixPath(name).parts[0] for name in wheel.namelist()}
    version = sphinx_repodoc.__version__
    assert folders == {"sphinx_repodoc", f"sphinx_repodoc-{version}.dist-info"}


def test_the_metadata_say_what_the_package_says(wheel: ZipFile) -> None:
    folder = f"sphinx_repodoc-{sphinx_repodoc.__version__}.dist-info"
    metadata = message_from_string(wheel.read(f"{folder}/METADATA").decode())
    assert metadata["Version"] == sphinx_repodoc.__version__
    entry_points = wheel.read(f"{folder}/entry_points.txt").decode()
    assert "sphinx-repodoc=sphinx_repodoc.cli:main" in entry_points


def test_every_dependency_has_a_floor_to_be_tested_at() -> None:
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(pyproject)["project"]
    dependencies = [*project["dependencies"], *project["optional-dependencies"]["languages"]]
    assert len(list(find_floors(pyproject))) == len(dependencies)


def test_a_floor_is_the_lower_bound_alone() -> None:
    pyproject = (
        '[project]\ndependencies = ["a >=1.2,<3", "b", "c <4", "d[e] >=5; python_version>\'3\'"]'
    )
    assert list(find_floors(pyproject)) == ["a==1.2", "d==5"]
