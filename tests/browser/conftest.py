"""The browser, and the option that keeps what it shows."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--screenshots", type=Path, metavar="DIR", help="keep a picture of each page")


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Start Chromium once for all tests: Playwright cannot run twice in a process."""
    from tests.browser.screenshots import (
        find_chromium,
        open_browser,
    )

    if not find_chromium():
        pytest.skip("Chromium is not installed")
    with open_browser() as browser:
        yield browser
