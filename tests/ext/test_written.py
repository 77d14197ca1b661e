"""Which pages are written anew although their documents are not read."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sphinx_repodoc.ext.rebuild.written import Recorder
from tests.conftest import MakeRepo, run_git
from tests.exactness.builds import Outcome, build
from tests.ext.conftest import CONTENTS

Build = Callable[..., Outcome]


@pytest.fixture
def root(make_repo: MakeRepo) -> Path:
    return make_repo(CONTENTS)


@pytest.fixture
def build_it(root: Path) -> Build:
    """Build the repository with generated pages, by several builders that share doctrees."""

    def make(pages: str = "repository", **options: Any) -> Outcome:
        configuration = {"extensions": ["sphinx_repodoc"], "repodoc_pages": pages}
        return build(root, root.parent / "kept", configuration, **options)

    return make


def write_guide(root: Path, text: str, title: str = "Guide") -> None:
    (root / "docs/guide.rst").write_text(f":orphan:\n\n{title}\n{'=' * len(title)}\n\n{text}\n")


def replace_in(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def test_each_builder_writes_what_another_has_read(root: Path, build_it: Build) -> None:
    build_it()
    replace_in(root / "shop/cart.py", "Holds lines.", "Holds many lines.")
    assert "repository/shop/cart.py" in build_it(builder="text").read
    built = build_it()
    assert built.read == set()
    assert "Holds many lines." in built.body("repository/shop/cart.py")


def test_what_a_build_that_was_broken_off_left_is_made_good(root: Path, build_it: Build) -> None:
    before = build_it().body("repository/shop/money.py")
    replace_in(root / "shop/money.py", "An amount.", "A sum of money.")
    build_it(interrupted=True)
    assert "A sum of money." in build_it().body("repository/shop/money.py")
    replace_in(root / "shop/money.py", "A sum of money.", "An amount.")
    build_it(interrupted=True)
    assert build_it().body("repository/shop/money.py") == before


def test_a_build_without_a_change_writes_nothing(build_it: Build) -> None:
    assert build_it().written
    assert build_it().written == set()


def test_the_source_of_a_page_that_is_gone_goes_too(root: Path, build_it: Build) -> None:
    assert "_sources/repository/Makefile.rst.txt" in build_it().files
    run_git(root, "rm", "--quiet", "Makefile")
    assert [name for name in build_it().files if "Makefile" in name] == []


@pytest.mark.parametrize("builder", ["text", "xml", "dirhtml"])
def test_every_builder_of_pages_deletes_those_of_what_is_gone(
    root: Path, build_it: Build, builder: str
) -> None:
    assert [name for name in build_it(builder=builder).files if "Makefile" in name]
    run_git(root, "rm", "--quiet", "Makefile")
    assert [name for name in build_it(builder=builder).files if "Makefile" in name] == []


def test_a_page_shows_the_new_title_of_a_document_that_mentions_it(
    root: Path, build_it: Build
) -> None:
    write_guide(root, ":repo:file:`shop/cart.py`")
    assert "Guide" in build_it().body("repository/shop/cart.py")
    write_guide(root, ":repo:file:`shop/cart.py`", "Handbook")
    built = build_it()
    assert built.read == {"guide"}
    assert "Handbook" in built.body("repository/shop/cart.py")


def test_a_role_leads_to_where_its_symbol_has_moved(root: Path, build_it: Build) -> None:
    write_guide(root, ":repo:symbol:`Price`")
    assert "money.py.html#symbol-Price" in build_it().body("guide")
    replace_in(root / "shop/money.py", "class Price:", "class Money:")
    replace_in(root / "shop/__init__.py", "__all__", "class Price:\n    pass\n\n\n__all__")
    built = build_it()
    assert "guide" not in built.read
    assert "__init__.py.html#symbol-Price" in built.body("guide")


def test_a_role_whose_lines_become_a_symbol_leads_to_all_of_them(
    root: Path, build_it: Build
) -> None:
    write_guide(root, ":repo:file:`shop/money.py#L7-L11`")
    assert 'money.py.html#L7"' in build_it().body("guide")
    replace_in(root / "shop/money.py", "    cents: int\n", "    cents: int\n    tax: int\n")
    built = build_it()
    assert "guide" not in built.read
    assert 'money.py.html#L7-L11"' in built.body("guide")


@pytest.mark.parametrize("role", [":repo:symbol:`Price`", ":any:`Price`"])
def test_a_role_whose_symbol_goes_is_warned_of(root: Path, build_it: Build, role: str) -> None:
    write_guide(root, role)
    assert build_it().writing == {}
    replace_in(root / "shop/money.py", "class Price:", "class Money:")
    built = build_it()
    assert "guide" not in built.read
    assert "Price" in built.writing["ROOT/docs/guide.rst"][0]


def test_a_page_links_to_documentation_that_has_been_added(root: Path, build_it: Build) -> None:
    build_it()
    write_guide(root, ".. py:class:: shop.money.Price")
    built = build_it()
    assert built.read == {"guide"}
    assert 'href="../../guide.html#shop.money.Price"' in built.body("repository/shop/money.py")


def test_a_page_links_to_the_document_that_shows_a_file_now(root: Path, build_it: Build) -> None:
    build_it()
    guide = "Guide\n=====\n\n.. repodoc:: shop/money.py\n   :sections: source\n"
    (root / "docs/repository/shop/money.py.md").write_text("")
    (root / "docs/guide.rst").write_text(guide)
    assert "repository/shop/cart.py" in build_it().written


def test_a_page_whose_file_changed_meanwhile_is_written_again(root: Path, build_it: Build) -> None:
    build_it()
    money = root / "shop/money.py"
    text = money.read_text()
    replace_in(money, "An amount.", "A sum of money.")
    with pytest.MonkeyPatch.context() as patch:
        write = Recorder.on_env_updated

        def change_back(recorder: Recorder, *arguments: Any) -> set[str]:
            money.write_text(text)
            return write(recorder, *arguments)

        patch.setattr(Recorder, "on_env_updated", change_back)
        assert "changed during the build" in build_it().body("repository/shop/money.py")
    replace_in(money, "An amount.", "A sum of money.")
    built = build_it()
    assert built.read == set()
    assert "A sum of money." in built.body("repository/shop/money.py")


def test_a_new_file_costs_no_page_that_does_not_name_it(root: Path, build_it: Build) -> None:
    build_it()
    (root / "tests/alone.py").write_text("x = 1\n")
    run_git(root, "add", "tests")
    written = build_it().written
    assert "repository/tests/alone.py" in written
    assert "repository/shop/money.py" not in written


def test_a_file_that_has_lines_now_costs_no_page_that_links_to_its_namesake(
    root: Path, build_it: Build
) -> None:
    for folder in ("shop/parts", "other"):
        (root / folder).mkdir()
        (root / folder / "models.py").write_text("")
        (root / folder / "user.py").write_text("from . import models\n")
    run_git(root, "add", "shop", "other")
    build_it()
    (root / "other/models.py").write_text("# A line\n")
    written = build_it().written
    assert {"repository/other/models.py", "repository/other/user.py"} <= written
    assert "repository/shop/parts/user.py" not in written


def test_the_root_document_lists_no_pages_that_another_builder_gave_up(build_it: Build) -> None:
    assert "toctree-wrapper" in build_it().body("index")
    build_it(pages="", builder="text")
    assert "toctree-wrapper" not in build_it(pages="").body("index")
