"""Citations in documents of what has gone from the repository."""

from pathlib import Path, PurePosixPath

import pytest
from docutils.core import publish_doctree

from sphinx_repodoc.ext.stale.citations import find_citations
from sphinx_repodoc.ext.stale.forge_links import find_path
from sphinx_repodoc.ext.stale.past import Past
from sphinx_repodoc.model.citations import Citation
from sphinx_repodoc.model.files import Head
from sphinx_repodoc.model.survey import Listing, Survey
from sphinx_repodoc.scan.files import Selection, scan
from tests.conftest import MakeRepo, run_git, write_tree
from tests.ext.conftest import MakeProject
from tests.ext.project import Build, Project

FORGE = "https://github.com/shop/shop"


def find(text: str) -> list[Citation]:
    settings = {"doctitle_xform": False}
    return list(find_citations(publish_doctree(text, "doc.rst", settings_overrides=settings)))


@pytest.mark.parametrize(
    ("text", "kind", "cited"),
    [
        ("``src/a.py``", "path", "src/a.py"),
        ("``src/a.py:12``", "path", "src/a.py:12"),
        ("``./a.py#L12``", "path", "./a.py#L12"),
        ("``src/a.py::Cart::total[1]``", "path", "src/a.py::Cart::total[1]"),
        ("``./a.py::Cart.total``", "path", "./a.py::Cart.total"),
        ("``src/lib/``", "path", "src/lib/"),
        ("``shop.cart.Cart``", "name", "shop.cart.Cart"),
        ("``shop.cart.Cart()``", "name", "shop.cart.Cart"),
        (f"`x <{FORGE}/blob/main/a.py#L3>`_", "url", f"{FORGE}/blob/main/a.py#L3"),
        ("`x <../src/a.py>`_", "link", "../src/a.py"),
        ("One\ntwo\n``src/a.py``", "path", "src/a.py"),
        ("In Python 3.11\n--------------\n\nx\n\nNow\n---\n\n``src/a.py``", "path", "src/a.py"),
    ],
)
def test_what_may_be_of_the_repository_is_cited(text: str, kind: str, cited: str) -> None:
    found = find(text)
    line = 1 + text[: text.rindex("``src/a.py``" if "\n" in text else text[0])].count("\n")
    assert [tuple(each) for each in found] == [(kind, cited, line, "")]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "``make``",
            "``setup.py:12``",
            "``test_a.py::test``",
            "``/etc/passwd``",
            "``~/a/b.py``",
            "``path/<name>/a.py``",
            "``a/*.py``",
        ),
        *("``cat src/a.py``", "``src\\a.py``", "``https://a.example/src/a.py``", "``3.11``"),
        *("src/a.py", "`x <https://a.example/src>`_", "``shop.cart.*``", "``{a}/b``"),
        "``src/a.py`` was removed.",
        "It had been in ``src/a.py`` before.",
        "1.2 (2020)\n==========\n\n``src/a.py``",
        "Top\n===\n\nVersion 1.2\n-----------\n\nNews\n~~~~\n\n``src/a.py``",
    ],
)
def test_what_is_no_path_or_is_told_of_the_past_is_not_cited(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("url", "found"),
    [
        (f"{FORGE}/blob/main/a/b.py", ("a/b.py", 0)),
        (f"{FORGE}/blob/fix/it/b.py#L3-L9", ("b.py", 9)),
        (f"{FORGE}/blob/HEAD/b%20c.py?plain=1#L3", ("b c.py", 3)),
        ("https://github.com/Shop/Shop/tree/master/a/", ("a", 0)),
        (f"{FORGE}/blob/v1.2/a.py", None),
        (f"{FORGE}/blob/0123456789/a.py", None),
        (f"{FORGE}/issues/1", None),
        (f"{FORGE}2/blob/main/a.py", None),
        ("https://github.com/other/shop/blob/main/a.py", None),
        (f"{FORGE}/blob/main/../a.py", None),
    ],
)
def test_a_link_to_the_forge_shows_a_path_of_what_is_newest(
    url: str, found: tuple[str, int] | None, tmp_path: Path
) -> None:
    head = Head("0" * 40, "fix/it", "git@github.com:shop/shop.git")
    survey = Survey(tmp_path, Listing({}, {}, {}, head), {}, {}, {}, {})
    path, line = find_path(survey, url)
    assert (path and (str(path), line)) == found


@pytest.mark.parametrize(
    ("gone", "near"),
    [
        ("shop/carts.py", ["shop/cart.py"]),
        ("shop/cart", []),
        ("shop/zebra.py", []),
        ("lib/card.py", []),
        ("old/deep/cart.py", ["shop/cart.py"]),
        ("old/few.py", ["a/few.py", "b/few.py", "c/few.py"]),
        ("old/many.py", []),
        ("d/man.py", ["d/many.py"]),
    ],
)
def test_what_is_near_has_the_name_of_few_or_one_like_it_in_the_same_folder(
    make_repo: MakeRepo, gone: str, near: list[str]
) -> None:
    few = [f"{folder}/few.py" for folder in "abc"]
    many = [f"{folder}/many.py" for folder in "abcd"]
    root = make_repo(dict.fromkeys(["shop/cart.py", *few, *many], ""))
    found = Past(root, scan(root, Selection()), None).find_near(PurePosixPath(gone))
    assert [str(path) for path in found] == near


GUIDE = """\
:orphan:

Guide
=====

Prices are in
``shop/money.py``, see ``shop/money.py::Price`` and `there <{forge}/blob/main/shop/money.py#L7>`_.

- ``shop.cart.Cart.total`` :py:meth:`shop.cart.Cart.total` ``shop/cart.py::Cart.total``
- ``shop.money.Price`` ``lib/old`` ``lib/old/one.py:1``

``shop/cart.py:11`` ``shop/gone.py``
``shop/invoice.py`` ``lib/mixed``

Quiet: ``path/to/file.py`` ``shop/never.py`` ``shop.cart.Cart.never`` ``shop.cart.Never``
``tests/later.py`` ``shop.cart.Basket.total`` ``shop.star.total`` ``shop.lazy.total``
``shop/version.py`` ``cart.py`` {forge}/blob/v1/shop/money.py

.. versionchanged:: 2
   Not ``shop/money.py``.
"""

PAGE = """\
---
orphan: true
---

# Page

Prices are in
`shop/money.py`.
See `shop.late.early`.
"""

STALE = [
    *["guide.rst:7: {money}"] * 3,
    *["guide.rst:9: {total}: did you mean shop.cart.Cart.total_sum?"] * 2,
    "guide.rst:9: {total}: did you mean shop/cart.py::Cart.total_sum?",
    "guide.rst:10: {money}",
    "guide.rst:10: lib/old is gone since {now}: it is lib/new now",
    "guide.rst:10: lib/old/one.py is gone since {now}: it is lib/new/one.py now",
    "guide.rst:12: shop/cart.py has no line 11: its last one is 10",
    "guide.rst:12: shop/gone.py is gone since {now}",
    "guide.rst:13: shop/invoice.py is gone since {now}: did you mean shop/invoices.py?",
    "guide.rst:13: lib/mixed is gone since {now}",  # a part of it was deleted
    "page.md:8: {money}",
]


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    tree = {
        "docs/guide.rst": GUIDE.replace("{forge}", FORGE),
        "docs/page.md": PAGE,
        "docs/changes.rst": ":orphan:\n\nChanges\n=======\n\n``shop/money.py``\n",
        "shop/late.py": "early = 1\n",
        "shop/basket.py": "",
        "shop/version.py": "version = 1\n",
        "shop/star.py": "from shop.cart import *\n\ntotal = 1\n",
        "shop/lazy.py": "total = 1\n\n\ndef __getattr__(name): ...\n",
        "shop/gone.py": "gone = 'entirely'\nand_nothing = 'like it'\n",
        "shop/invoice.py": "invoice = 'of one day'\n",
        "shop/invoices.py": "from decimal import Decimal\n",
        "lib/mixed/three.py": "three = 'which is moved'\n",
        "lib/mixed/four.py": "four = 'which is not'\n",
        "lib/old/one.py": "one = 1\n",
        "lib/old/two.py": "two = 2\n",
    }
    project = make_project(
        tree, repodoc_stale=True, nitpicky=False, extensions=["myst_parser", "sphinx_repodoc"]
    )
    run_git(project.root, "remote", "add", "origin", f"{FORGE}.git")
    return project


def age(project: Project) -> str:
    """Rename, delete and edit what the guide cites; return the names of the commits."""
    root = project.root
    run_git(root, "mv", "shop/money.py", "shop/coins.py")
    run_git(root, "mv", "lib/old", "lib/new")
    run_git(root, "mv", "lib/mixed/three.py", "lib/three.py")
    run_git(root, "rm", "--quiet", "shop/gone.py", "shop/invoice.py", "lib/mixed/four.py")
    for name in ("cart", "star", "lazy"):
        path = root / "shop" / f"{name}.py"
        path.write_text(path.read_text().replace("total", "total_sum").replace("\n\n\n", "\n\n"))
    run_git(root, "rm", "--quiet", "shop/version.py")
    write_tree(root, {".gitignore": "version.py\n"})
    run_git(root, "commit", "--quiet", "--all", "--message", "age")
    return run_git(root, "rev-parse", "HEAD")[:10]


def stale(build: Build) -> list[str]:
    lines = [line for line in build.warnings if "[repodoc.stale]" in line]
    return [line.partition("/docs/")[2].replace(" WARNING:", "") for line in lines]


def test_dead_citations_are_warnings_in_every_build_of_what_changed(project: Project) -> None:
    assert project.build("dummy").warnings == []
    now = f"commit {age(project)}"
    words = {
        "now": now,
        "money": f"shop/money.py is gone since {now}: it is shop/coins.py now",
        "total": f"shop/cart.py has no total since {now}",
    }
    incremental = project.build("dummy")
    assert stale(incremental) == [f"{line.format(**words)} [repodoc.stale]" for line in STALE]
    assert "guide" not in incremental.read
    write_tree(project.root, {"shop/late.py": "soon = 1\n"})
    late = "page.md:9: shop/late.py has no early since the last commit [repodoc.stale]"
    assert stale(project.build("pseudoxml", parallel=2)) == [*stale(incremental), late]
    assert stale(project.build("xml", repodoc_stale=False)) == []
