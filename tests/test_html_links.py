"""The checker of built pages finds what is broken, and nothing else."""

from pathlib import Path

import pytest

from tests.conftest import write_tree
from tests.html_links import broken_links, duplicate_ids, main

SITE = {
    "index.html": "<h1 id='top-of-it'>Index</h1>",
    "a b.html": "<p id='ü'></p><a name=old></a>",
    "folder/index.html": "<p id=here></p>",
    "_static/style.css": "",
    "_static/template.html": "<a href='{{ url }}'>a theme's template</a>",
}

WHOLE = {
    "a page": "<a href='index.html'>",
    "a page and id": "<a href='index.html#top-of-it'>",
    "percent-encoded": "<a href='a%20b.html#%C3%BC'>",
    "not encoded": "<a href='a b.html#ü'>",
    "a name as anchor": "<a href='a%20b.html#old'>",
    "a folder": "<a href='folder/#here'><a href='folder'>",
    "up and down": "<a href='folder/../index.html'>",
    "from the root": "<a href='/index.html'>",
    "itself": "<a href=''><a href='#'><a href='#top'><p id=x><a href='#x'>",
    "an escaped character": "<p id='a&amp;b'><a href='#a&amp;b'>",
    "a file with a query": "<link href='_static/style.css?v=1'><script src='_static/style.css'>",
    "a file that has no ids": "<a href='_static/style.css#x'>",
    "elsewhere": "<a href='https://x.org/y#z'><a href='//x.org'><a href='mailto:a@b.c'>",
    "no link at all": "<a name='x'><a data-href='gone.html'><p>href='gone.html'</p>",
    "a link in a script": "<script>'<a href=\"gone.html\">'</script>",
    "a link in a comment": "<!-- <a href='gone.html'> -->",
    "an upper-case scheme": "<a href='JavaScript:x()'>",
    "never closed": "<div><p><a href='index.html'",
}

BROKEN = {
    "no page": ("<a href='gone.html'>", "gone.html: no such file"),
    "no id": ("<a href='index.html#gone'>", "index.html#gone: no such id"),
    "no own id": ("<a href='#gone'>", "#gone: no such id"),
    "no picture": ("<img src='gone.png'>", "gone.png: no such file"),
    "no index": ("<a href='_static/'>", "_static/: no such file"),
    "outside": ("<a href='../x.html'>", "../x.html: leaves the output"),
    "case": ("<a href='Index.html'>", "Index.html: no such file"),
    "encoded twice": ("<a href='a%2520b.html'>", "a%2520b.html: no such file"),
    "no URL": ("<a href='http[://x]'>", "http[://x]: no such file"),
    "no address": ("<a href='x://[y'>", "x://[y: Invalid IPv6 URL"),
    "upper case": ("<A HREF=gone.html>", "gone.html: no such file"),
    "after a stray end": ("</p></a><<a href='gone.html'>", "gone.html: no such file"),
}


@pytest.mark.parametrize("html", WHOLE.values(), ids=WHOLE)
def test_a_link_that_leads_somewhere_is_not_reported(tmp_path: Path, html: str) -> None:
    write_tree(tmp_path, {**SITE, "page.html": html})
    assert broken_links(tmp_path) == []


@pytest.mark.parametrize(("html", "fault"), BROKEN.values(), ids=BROKEN)
def test_a_link_that_leads_nowhere_is_reported(tmp_path: Path, html: str, fault: str) -> None:
    write_tree(tmp_path, {**SITE, "page.html": html})
    assert broken_links(tmp_path) == [f"page.html:1: {fault}"]


def test_a_broken_link_is_reported_with_its_first_line_once_a_page(tmp_path: Path) -> None:
    html = "<p>\n<a href='gone.html'>\n<a href='gone.html'>"
    write_tree(tmp_path, {"one.html": html, "folder/two.html": html})
    assert broken_links(tmp_path) == [
        "folder/two.html:2: gone.html: no such file",
        "one.html:2: gone.html: no such file",
    ]


def test_an_id_that_stands_twice_on_a_page_is_reported(tmp_path: Path) -> None:
    write_tree(tmp_path, {"one.html": "<p id=x><p id=y><p id=x>", "two.html": "<a id=x name=x>"})
    assert duplicate_ids(tmp_path) == ["one.html: x: 2 elements have this id"]


@pytest.mark.parametrize(
    ("tree", "exit_code"),
    [
        ({"index.html": "<a href='index.html'>"}, 0),
        ({"index.html": "<a href='gone.html'>"}, 1),
        ({"index.html": "<p id=x><p id=x>"}, 1),
        ({"notes.txt": "no page at all"}, 1),
    ],
)
def test_the_command_fails_where_something_is_wrong(
    tmp_path: Path, tree: dict[str, str], exit_code: int
) -> None:
    write_tree(tmp_path, tree)
    assert main([str(tmp_path)]) == exit_code
