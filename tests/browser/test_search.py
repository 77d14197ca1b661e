"""A reader finds files and symbols by name in Sphinx's own search."""

from pathlib import Path

import pytest

from tests.browser.repository import NAME, REPOSITORY
from tests.conftest import write_tree
from tests.sites import build_site

pytest.importorskip("playwright", reason="playwright is not installed")

from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

MODULE = "src/package/module.py.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site by the command."""
    folder = tmp_path_factory.mktemp("search")
    write_tree(folder / "repository", REPOSITORY)
    return build_site(folder / "repository", folder / "site")


@pytest.mark.parametrize(
    ("query", "href"),
    [
        ("Outer", f"{MODULE}#symbol-Outer"),
        ("outer", f"{MODULE}#symbol-Outer"),
        ("Middle", f"{MODULE}#symbol-Outer.Middle"),
        ("Outer.Middle.Inner", f"{MODULE}#symbol-Outer.Middle.Inner"),
        ("test_outer", "tests/test_module.py.html#symbol-test_outer"),
        (NAME, f"{MODULE}#symbol-Outer.Middle.Inner.{NAME}"),
        ("module.py", MODULE),
        ("src/package/module.py", MODULE),
        ("data.bin", "data.bin.html"),
        ("deeper/still", "src/package/deep/er/and/deeper/still/index.html"),
    ],
)
def test_a_name_leads_to_its_page_and_anchor(
    site: Path, browser: Browser, query: str, href: str
) -> None:
    page = browser.new_page()
    page.goto(f"{(site / 'search.html').as_uri()}?q={query}")
    page.wait_for_selector("#search-results ul.search li a")
    page.wait_for_function(
        "document.querySelector('.search-summary')?.textContent.includes('found')"
    )
    found = [
        link.get_attribute("href") or "" for link in page.query_selector_all("ul.search > li > a")
    ]
    page.close()
    assert href in [link.removesuffix("#") for link in found]

    name, _, anchor = href.partition("#")
    assert not anchor or f'id="{anchor}"' in (site / name).read_text("utf-8")
