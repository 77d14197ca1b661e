"""The generated pages can be read in every theme, on a desk and on a phone, by light and dark."""

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from tests.browser.repository import PAGES, REPOSITORY
from tests.conftest import run_git, write_tree
from tests.html_links import broken_links, duplicate_ids

pytest.importorskip("playwright", reason="playwright is not installed")

from playwright.sync_api import Browser, Page

from tests.browser.screenshots import (
    VIEWS,
    View,
    open_page,
    take_screenshot,
)

pytestmark = pytest.mark.browser

THEMES = os.environ.get("REPODOC_THEMES", "").split() or [
    *("furo", "pydata_sphinx_theme", "sphinx_rtd_theme", "sphinx_book_theme", "alabaster")
]
CHECKS = ("overflow", "headings", "tables", "room", "contrast", "names", "numbers")
CHECKS_FILE = Path(__file__).parent / "checks.js"

CONF = """\
extensions = ["sphinx_repodoc", "myst_parser"]
project = "Fixture"
repodoc_pages = "repository"
repodoc_root = "../repository"
suppress_warnings = ["repodoc.limit"]
"""
INDEX = "Index\n=====\n\n.. toctree::\n\n   repository/index\n"

Opened = tuple[Page, list[str]]


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a repository, and beside it a project that documents it."""
    folder = tmp_path_factory.mktemp("project")
    write_tree(folder / "repository", REPOSITORY)
    write_tree(folder / "docs", {"conf.py": CONF, "index.rst": INDEX})
    for command in ("init --quiet", "add --all", "commit --quiet --message=first"):
        run_git(folder / "repository", *command.split())
    return folder


@pytest.fixture(scope="session", params=THEMES)
def site(project: Path, request: pytest.FixtureRequest) -> Path:
    """Build the project with a theme, without a warning."""
    outdir = project / str(request.param)
    command = [sys.executable, "-m", "sphinx", "-b", "html", "-q", "-W", "--keep-going"]
    theme = ["-D", f"html_theme={request.param}", "-d", f"{outdir}.doctrees"]
    command += [*theme, str(project / "docs"), str(outdir)]
    built = subprocess.run(command, check=False, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    return outdir


@pytest.fixture(
    scope="module", params=product(PAGES, VIEWS), ids=lambda case: "-".join(map(str, case))
)
def opened(site: Path, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Opened]:
    """Open a page in a view, and keep a picture of it where asked."""
    name, view = request.param
    file = site / "repository" / f"{name}.html"
    with open_page(browser, file, view) as (page, errors):
        page.add_script_tag(path=CHECKS_FILE)
        _keep_picture(page, site, file, view, request.config.getoption("--screenshots", None))
        yield page, errors


def _keep_picture(page: Page, site: Path, file: Path, view: View, folder: Path | None) -> None:
    if folder:
        (folder / site.name).mkdir(parents=True, exist_ok=True)
        take_screenshot(page, site, file, view, folder / site.name)


@pytest.mark.parametrize("check", CHECKS)
def test_a_page_passes(opened: Opened, check: str) -> None:
    page, _ = opened
    assert page.evaluate(f"checks.{check}()") == []


def test_a_page_opens_without_an_error(opened: Opened) -> None:
    _, errors = opened
    assert errors == []


def test_the_links_of_a_site_resolve(site: Path) -> None:
    assert broken_links(site) == []
    assert duplicate_ids(site) == []


FAULTS = {
    "overflow": "<p style='width: 2000px'>wide</p>",
    "headings": "<h1>title</h1><h3>skipped</h3>",
    "tables": "<table><tr><td>1</td></tr></table>",
    "room": f"<table style='width: 9ch'><tr><th>a<tr><td>{'word ' * 20}</table>",
    "contrast": "<p class=repodoc-x style='color: rgb(0 0 0 / 30%)'>faint</p>",
    "names": "<a href='x'></a>",
    "numbers": "<span class=linenos>1</span>",
}


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_finds_its_fault_and_no_other(browser: Browser, check: str) -> None:
    page = browser.new_page()
    title = "" if check == "headings" else "<h1>title</h1>"
    page.set_content(f"<main><section>{title}{FAULTS[check]}</section></main>")
    page.add_script_tag(path=CHECKS_FILE)
    found = {name for name in CHECKS if page.evaluate(f"checks.{name}()")}
    page.close()
    assert found == {check}
