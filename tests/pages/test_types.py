"""Where bases lead in other languages than Python, and which domains document their names."""

from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model.evidence import NameLink
from sphinx_repodoc.pages.names import find_documented, find_foreign, find_names
from tests.pages.conftest import SurveyTree

TREE = {
    "a.go": "package p\ntype Base struct{}\nfunc Free() {}\n",
    "b.go": "package p\ntype Other struct{}\ntype Twice struct{}\n",
    "c.go": "package p\ntype Twice struct{}\n",
    "sub/d.go": "package q\ntype Far struct{}\n",
}


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("Base", ("a.go", "Base")),
        ("p.Base", None),
        ("Other", ("b.go", "Other")),
        ("Other[int]", ("b.go", "Other")),
        ("Twice", None),
        ("Far", None),
        ("Free", None),
        ("*Base", None),
        ("", None),
    ],
)
def test_a_type_leads_to_the_only_one_of_its_name_in_sight(
    survey_tree: SurveyTree, written: str, link: tuple[str, str] | None
) -> None:
    survey = survey_tree(TREE)
    found = find_names(survey, PurePosixPath("a.go"), (written,))
    assert [(str(each.path), each.symbol) for each in found] == ([link] if link else [])


def test_a_name_of_python_is_none_of_another_language(survey_tree: SurveyTree) -> None:
    survey = survey_tree({"a.go": "package p\n"})
    assert find_names(survey, PurePosixPath("a.go"), ("Exception", "object")) == ()


def test_the_domain_of_the_language_documents_its_names(survey_tree: SurveyTree) -> None:
    text = "#include <zlib.h>\nint f(void) { return 0; }\nstruct s { int m; };\n#define M 1\n"
    survey = survey_tree({"a.c": text})
    path = PurePosixPath("a.c")
    assert find_foreign(survey, path) == ()
    assert find_documented(survey, path) == (
        NameLink("f", foreign="f", domain="c", role="func"),
        NameLink("s", foreign="s", domain="c", role="struct"),
        NameLink("M", foreign="M", domain="c", role="macro"),
    )
