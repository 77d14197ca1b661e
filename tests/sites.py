"""Whole sites built by the command, in this process, and their pages as a reader sees them."""

import re
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from sphinx_repodoc.cli import main


def build_site(root: Path, output: Path) -> Path:
    """Build the site of a repository; return the folder of its pages."""
    assert main([str(root), "-o", str(output), "--theme", "alabaster", "--quiet"]) == 0
    return output


def page(site: Path, docname: str) -> Tag:
    """Return the body of a page."""
    soup = BeautifulSoup((site / f"{docname}.html").read_text("utf-8"), "html.parser")
    (body,) = soup.select('[role="main"]')
    return body


def section(site: Path, docname: str, name: str) -> Tag:
    """Return one section of a page."""
    (found,) = page(site, docname).select(f'section[id="{name}"]')
    return found


def sections(site: Path, docname: str) -> list[str]:
    """Return the names of the sections of a page, in order."""
    return [str(found["id"]) for found in page(site, docname).select("section > section")]


def listing(site: Path, docname: str) -> str:
    """Return the text of the listing of a page, without line numbers."""
    (pre,) = page(site, docname).select(".repodoc-listing pre")
    return pre.get_text()


def plain(text: str) -> str:
    """Return what a terminal shows, without colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def words(tag: Tag) -> str:
    """Return the text of a tag, white space folded."""
    return " ".join(tag.get_text().split())
