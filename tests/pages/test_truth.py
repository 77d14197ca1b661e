"""Sentences that would be easy to say and false."""

from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.pages.keywords import find_keywords
from sphinx_repodoc.pages.page import file_page
from sphinx_repodoc.pages.purpose import find_purpose
from sphinx_repodoc.pages.relations import find_testing
from sphinx_repodoc.pages.structure import find_overview, find_structure
from tests.pages.conftest import SurveyTree

GUARD = 'if __name__ == "__main__":\n    pass\n'


@pytest.mark.parametrize(
    ("name", "text", "lines"),
    [
        ("src/shop/__main__.py", "", ["cd src && python -m shop"]),
        ("src/shop/cart.py", GUARD, ["cd src && python -m shop.cart"]),
        ("src/shop/__init__.py", GUARD, []),
        ("flat/__main__.py", "", ["python -m flat"]),
        ("bench/run.py", f"import bench.tools\n{GUARD}", ["python -m bench.run"]),
        (
            "bench/my-run.py",
            f"import bench.tools\n{GUARD}",
            ["PYTHONPATH=. python bench/my-run.py"],
        ),
        (
            "bench/both.py",
            f"import flat, tools\n{GUARD}",
            ["PYTHONPATH=. python bench/both.py"],
        ),
        ("bench/beside.py", f"import tools\n{GUARD}", ["python bench/beside.py"]),
        ("bench/relative.py", f"from . import tools\n{GUARD}", []),
        ("top.py", f"import flat\n{GUARD}", ["python top.py"]),
    ],
)
def test_a_command_starts_where_the_imports_of_the_program_do(
    survey_tree: SurveyTree, name: str, text: str, lines: list[str]
) -> None:
    tree = {"src/shop/__init__.py": "", "flat/__init__.py": "", "bench/tools.py": ""}
    testing = find_testing(survey_tree({**tree, name: text}), PurePosixPath(name))
    commands = testing.commands if testing else ()
    assert [command.line for command in commands] == lines


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("from .cart import A as B, _c, __d__\n", "; it re-exports 2 names."),
        ("from .cart import A\n__all__ = ['Z']\n", "."),
        ("from .cart import *\n", "."),
        ("from .cart import *\nfrom .cart import A\n", "; it re-exports at least 1 name."),
        ("def f():\n    from .cart import A\n", "."),
        ("if TYPE_CHECKING:\n    from .cart import A\n", "."),
    ],
)
def test_a_package_re_exports_the_public_names_that_it_has_once_imported(
    survey_tree: SurveyTree, text: str, end: str
) -> None:
    survey = survey_tree({"shop/__init__.py": text, "shop/cart.py": "A = _c = __d__ = 1\n"})
    purpose = find_purpose(survey, PurePosixPath("shop/__init__.py"))
    assert purpose
    assert purpose.roles[0].sentence == f"Initialiser of the package shop{end}"


def test_a_package_in_a_package_goes_by_its_whole_name(survey_tree: SurveyTree) -> None:
    survey = survey_tree({"src/shop/__init__.py": "", "src/shop/till/__init__.py": ""})
    purpose = find_purpose(survey, PurePosixPath("src/shop/till/__init__.py"))
    assert purpose
    assert purpose.roles[0].sentence == "Initialiser of the package shop.till."


def test_names_with_leading_underscores_are_not_public_by_convention(
    survey_tree: SurveyTree,
) -> None:
    survey = survey_tree({"a.py": "__version__ = '1'\n_b = C = 1\n"})
    overview = find_overview(survey, PurePosixPath("a.py"))
    assert overview
    assert [symbol.name for symbol in overview.public] == ["C"]


def test_keywords_name_only_the_sections_that_speak_of_them(survey_tree: SurveyTree) -> None:
    cart = "__all__ = ['a']\ndef a(): ...\ndef b(): ...\nclass _C:\n    def a(self): ...\n"
    survey = survey_tree({"cart.py": cart, "user.py": "from cart import a\n"})
    keywords = find_keywords(survey, PurePosixPath("cart.py"))
    assert keywords
    sections = {k.symbol: k.sections for group in keywords.groups for k in group.keywords}
    assert sections["a"] == ("source", "overview", "structure", "dependencies")
    assert sections["b"] == sections["_C.a"] == ("source", "structure")


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("# Shop\n\nSells.\n\n## More\n", "Sells."),
        ("# 1.1\n\nReleased today.\n\n# 1.0\n\nReleased long ago.\n", ""),
        ("# Changes\n\n## 1.0\n\nReleased long ago.\n", ""),
        ("# Shop\n\nIt sells:\n\n- all\n", "It sells …"),
    ],
)
def test_a_document_speaks_for_itself_before_its_sections_do(
    survey_tree: SurveyTree, text: str, summary: str
) -> None:
    purpose = find_purpose(survey_tree({"a.md": text}), PurePosixPath("a.md"))
    assert purpose
    assert purpose.summary == summary


def test_that_a_file_is_binary_is_said_once(survey_tree: SurveyTree) -> None:
    assert find_structure(survey_tree({"a.png": b"\x89PNG\0"}), PurePosixPath("a.png")) is None


@pytest.mark.parametrize(("end", "is_told"), [("\n", True), (" ", False)])
def test_the_one_line_of_a_minified_file_shows_nothing(
    survey_tree: SurveyTree, end: str, *, is_told: bool
) -> None:
    survey = survey_tree({"a.js": f"eval(a);{end}" * 600})
    page = file_page(survey, PurePosixPath("a.js"), ["performance", "security"])
    assert (page.security is not None) is is_told
    assert page.ruled == ((("performance", "JavaScript"),) if is_told else ())
