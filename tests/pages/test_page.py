"""Pages put together, and their digests."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path, PurePosixPath
from types import NoneType
from typing import Any

import pytest

from sphinx_repodoc.model import folder_pages, pages
from sphinx_repodoc.model.digest import digest
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.folder_pages import Entry, FolderPage
from sphinx_repodoc.model.pages import FilePage
from sphinx_repodoc.pages.page import (
    FILE_PARTS,
    FOLDER_PARTS,
    file_page,
    folder_page,
)
from tests.conftest import MakeRepo, run_git
from tests.pages.conftest import SurveyTree, survey_root

TREE = {
    "shop/__init__.py": '"""A shop."""\n',
    "shop/cart.py": (
        '"""Carts."""\n\nfrom dataclasses import dataclass\nimport pickle\n\n\n@dataclass\n'
        "class Cart:\n    def total(self): ...\n\n\ndef load(f):\n    return pickle.load(f)\n"
    ),
    "tests/test_cart.py": "import pytest\nfrom shop.cart import Cart\n\n\ndef test_a(): Cart()\n",
}
CART = PurePosixPath("shop/cart.py")
PLAIN: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (bool, lambda value: not value),
    (int, lambda value: value + 1),
    (str, lambda value: f"{value}x"),
    (PurePosixPath, lambda value: value / "x"),
    (NoneType, lambda _value: Span(1, 1)),
)
"""How a value that holds no other is changed."""

SCRIPT = """
import sys
from pathlib import Path, PurePosixPath
from sphinx_repodoc.model.digest import digest
from sphinx_repodoc.pages.page import FILE_PARTS, file_page
from tests.pages.conftest import survey_root
survey = survey_root(Path(sys.argv[1]))
print(digest(file_page(survey, PurePosixPath(sys.argv[2]), FILE_PARTS)))
"""


def test_only_the_named_parts_are_found(survey_tree: SurveyTree) -> None:
    survey = survey_tree(TREE)
    page = file_page(survey, CART, ["metadata", "overview"])
    assert {name for name in FILE_PARTS if getattr(page, name)} == {"metadata", "overview"}
    folder = folder_page(survey, CART.parent, ["contents"])
    assert {name for name in FOLDER_PARTS if getattr(folder, name)} == {"contents"}
    with pytest.raises(KeyError):
        file_page(survey, CART, ["nothing"])
    with pytest.raises(KeyError):
        file_page(survey, CART.parent, FILE_PARTS)


def test_two_surveys_of_one_tree_give_one_digest_and_each_change_another(
    survey_tree: SurveyTree, make_repo: MakeRepo
) -> None:
    survey = survey_tree(TREE)
    page = file_page(survey, CART, FILE_PARTS)
    again = file_page(survey_root(survey.root), CART, FILE_PARTS)
    assert page == again
    changes = [*_changes(page), page]
    assert len(changes) > 100
    assert len({digest(changed) for changed in changes}) == len(changes)
    assert digest(page) == digest(again)


def test_the_digest_does_not_depend_on_the_process(make_repo: MakeRepo) -> None:
    root = make_repo(TREE)
    digests = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(root), str(CART)],
            env=os.environ | {"PYTHONHASHSEED": seed},
            cwd=Path(__file__).parent.parent.parent,
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert digests == {digest(file_page(survey_root(root), CART, FILE_PARTS))}


def test_names_of_any_bytes_have_a_digest(make_repo: MakeRepo) -> None:
    odd = os.fsdecode(b"od\xff d")
    package = {f"{odd}/__init__.py": "from .a import f\n", f"{odd}/a.py": "def f(): ...\n"}
    root = make_repo({**package, f"{odd}/examples/x.sh": "#!/bin/sh\n", "x.py": ""})
    (root / "link").symlink_to(f"{odd}/a.py")
    (root / "nowhere").symlink_to(f"{odd}/b")
    run_git(root, "add", "--all")
    survey = survey_root(root)
    digests = [digest(file_page(survey, path, FILE_PARTS)) for path in survey.files]
    digests += [digest(folder_page(survey, path, FOLDER_PARTS)) for path in survey.folders]
    assert len(set(digests)) == len(digests) == 6 + 3


def test_names_that_differ_in_their_bytes_alone_have_different_digests() -> None:
    names = [os.fsdecode(name) for name in (b"\xfe", b"\xff", "\N{REPLACEMENT CHARACTER}".encode())]
    assert len({digest(FilePage(PurePosixPath(name))) for name in names}) == 3
    assert digest(FilePage(PurePosixPath("a"))) != digest(FolderPage(PurePosixPath("a")))


@pytest.mark.parametrize("module", [pages, folder_pages])
def test_what_a_page_says_cannot_be_changed(module: Any) -> None:
    declared = [value for value in vars(module).values() if is_dataclass(value)]
    assert len(declared) > 5
    for value in declared:
        assert value.__dataclass_params__.frozen, value  # type: ignore[union-attr]
        assert not any(_is_mutable(field.type) for field in fields(value)), value


def _is_mutable(annotation: object) -> bool:
    return str(annotation).startswith(("list", "dict", "set"))


def _changes(value: Any) -> Iterator[Any]:
    """Give a value with each of the plain values in it changed, one at a time."""
    for kind, change in PLAIN:
        if isinstance(value, kind):
            yield change(value)
            return
    if isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from ((*value[:index], new, *value[index + 1 :]) for new in _changes(part))
        yield (*value, "x")
    else:
        for name in (field.name for field in fields(value)):
            yield from (replace(value, **{name: new}) for new in _changes(getattr(value, name)))


def test_each_plain_value_is_changed_once() -> None:
    entry = Entry(PurePosixPath("a"), "", None, 0, 1)
    assert [changed != entry for changed in _changes(entry)] == [True] * len(fields(entry))
