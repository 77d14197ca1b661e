"""Open built pages in headless Chromium, and photograph them.

``python tests/browser/screenshots.py OUTDIR PAGE... --to DIR`` with pages as paths below OUTDIR.
"""

import argparse
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Scheme(StrEnum):
    """How light or dark a page is asked to be."""

    LIGHT = "light"
    DARK = "dark"
    """The reader's system prefers dark."""
    TOGGLED = "toggled"
    """The system prefers light, but the reader chose dark by the theme's own button."""


CHOOSE_DARK = "localStorage.setItem('theme', 'dark'); localStorage.setItem('mode', 'dark');"
"""What the buttons of furo (theme) and pydata (theme and mode) remember."""


@dataclass(frozen=True, slots=True)
class View:
    """A way of looking at a page."""

    width: int
    height: int
    scheme: Scheme

    def __str__(self) -> str:
        return f"{self.width}-{self.scheme}"


DESK, PHONE = (1280, 900), (390, 844)

VIEWS = (
    *(View(*DESK, scheme) for scheme in Scheme),
    *(View(*PHONE, scheme) for scheme in (Scheme.LIGHT, Scheme.DARK)),
)


def find_chromium() -> str | None:
    """Name the system's Chromium."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Start the system's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        yield browser
        browser.close()


@contextmanager
def open_page(browser: Browser, file: Path, view: View) -> Iterator[tuple[Page, list[str]]]:
    """Open a built page; the list holds the errors that are not the theme's own complaints."""
    dark = view.scheme is Scheme.DARK
    context = browser.new_context(
        viewport={"width": view.width, "height": view.height},
        color_scheme="dark" if dark else "light",
    )
    if view.scheme is Scheme.TOGGLED:
        context.add_init_script(CHOOSE_DARK)
    page, errors = context.new_page(), list[str]()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda line: errors.extend(_own_errors(line)))
    page.goto(file.resolve().as_uri())
    yield page, errors
    context.close()


def _own_errors(line: ConsoleMessage) -> list[str]:
    return [line.text] if line.type == "error" and "repodoc" in line.location["url"] else []


def take_screenshot(page: Page, outdir: Path, file: Path, view: View, folder: Path) -> Path:
    """Photograph the whole page into `folder`, named after its path and the view."""
    name = "-".join(file.relative_to(outdir).with_suffix("").parts)
    picture = folder / f"{name}-{view}.png"
    page.screenshot(path=picture, full_page=True)
    return picture


def main() -> None:
    """Photograph each page in every view, and print the names of the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("outdir", type=Path)
    parser.add_argument("pages", nargs="+", help="paths below OUTDIR")
    parser.add_argument("--to", type=Path, required=True, metavar="DIR")
    arguments = parser.parse_args()
    arguments.to.mkdir(parents=True, exist_ok=True)
    with open_browser() as browser:
        for name, view in product(arguments.pages, VIEWS):
            file = arguments.outdir / name
            with open_page(browser, file, view) as (page, _):
                print(take_screenshot(page, arguments.outdir, file, view, arguments.to))


if __name__ == "__main__":
    main()
