"""Where the names that a file uses lead."""

from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model.evidence import NameLink
from sphinx_repodoc.pages.names import bindings, dotted_name, find_names
from tests.pages.conftest import SurveyTree

HERE = PurePosixPath("pkg/here.py")
OTHER = PurePosixPath("pkg/other.py")
INIT = PurePosixPath("pkg/__init__.py")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Base", "Base"),
        ("a.b.C", "a.b.C"),
        ("Generic[T]", "Generic"),
        ("app.route('/', x=1)", "app.route"),
        ("metaclass=ABCMeta", "ABCMeta"),
        ("metaclass=abc.Meta(x)[y]", "abc.Meta"),
        ("f(a == b)", "f"),
        ("größe", "größe"),
        ("__dunder__", "__dunder__"),
    ],
)
def test_an_expression_starts_with_a_dotted_name(text: str, name: str) -> None:
    assert dotted_name(text) == name


@pytest.mark.parametrize("text", ["", "(yield)", "'x'", "1", "*bases", ".a", "a..b", "[x][0]", "="])
def test_an_expression_that_starts_otherwise_has_no_dotted_name(text: str) -> None:
    assert dotted_name(text) == ""


def test_names_are_bound_by_imports_and_definitions(survey_tree: SurveyTree) -> None:
    text = (
        "import os.path\nimport json as j\nfrom . import other\nfrom .other import f as g, absent\n"
        "from re import match\n\n\ndef late():\n    from re import sub\n\n\nclass Own:\n"
        "    def inner(self): ...\n"
    )
    survey = survey_tree({str(INIT): "", str(OTHER): "def f(): ...\n", str(HERE): text})
    assert bindings(survey, HERE) == {
        "os.path": NameLink("os.path", foreign="os.path"),
        "j": NameLink("json", foreign="json"),
        "other": NameLink("other", OTHER),
        "g": NameLink("f", OTHER, "f"),
        "absent": NameLink("absent"),
        "match": NameLink("match", foreign="re.match"),
        "late": NameLink("late", HERE, "late"),
        "Own": NameLink("Own", HERE, "Own"),
    }


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("class A(Own): ...\nclass Own: ...\n", [NameLink("Own", HERE, "Own")]),
        ("from .other import K\nclass A(K[int]): ...\n", [NameLink("K", OTHER, "K")]),
        ("from . import other\nclass A(other.K): ...\n", [NameLink("other.K", OTHER, "K")]),
        ("import pkg.other as o\n@o.K.m\ndef f(): ...\n", [NameLink("o.K.m", OTHER, "K.m")]),
        ("import abc\nclass A(metaclass=abc.M): ...\n", [NameLink("abc.M", foreign="abc.M")]),
        ("import abc as x\nclass A(x.M): ...\n", [NameLink("x.M", foreign="abc.M")]),
        ("class A(Exception): ...\n", [NameLink("Exception", foreign="Exception")]),
        ("class A(Unknown, f().g): ...\n", []),
        ("from . import other\nclass A(other.Absent): ...\n", []),
        ("import a_package.b\nclass A(a_package.c): ...\n", []),
    ],
)  # fmt: skip
def test_a_base_or_decorator_leads_to_what_it_names(
    survey_tree: SurveyTree, text: str, links: list[NameLink]
) -> None:
    other = "class K:\n    def m(self): ...\n"
    survey = survey_tree({str(INIT): "", str(OTHER): other, str(HERE): text})
    (facts,) = [survey.facts[HERE]]
    texts = tuple(name for s in facts.symbols for name in (*s.bases, *s.decorators))
    assert list(find_names(survey, HERE, texts)) == links


@pytest.mark.parametrize(
    "text",
    [
        "try:\n    from fast import Base\nexcept ImportError:\n    from slow import Base\n",
        "from .other import Base\n\n\nclass Base: ...\n",
        "try:\n    from fast import OSError as Base\nexcept ImportError:\n    Base = OSError\n",
        "from .other import absent as Base\n",
        "if 1:\n    import a as Base\nelse:\n    import b as Base\n",
    ],
)
def test_a_name_that_is_bound_to_several_things_leads_nowhere(
    survey_tree: SurveyTree, text: str
) -> None:
    survey = survey_tree({str(INIT): "", str(OTHER): "class Base: ...\n", str(HERE): text})
    assert find_names(survey, HERE, ("Base",)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "try:\n    from a import OSError\nexcept ImportError:\n    from b import OSError\n",
        "from .other import OSError\n",
    ],
)
def test_a_name_that_hides_a_builtin_does_not_lead_to_it(
    survey_tree: SurveyTree, text: str
) -> None:
    survey = survey_tree({str(INIT): "", str(OTHER): "", str(HERE): text})
    assert find_names(survey, HERE, ("OSError",)) == ()


def test_a_name_of_a_builtin_that_the_file_binds_is_no_builtin(survey_tree: SurveyTree) -> None:
    survey = survey_tree({"a.py": "def print(): ...\n"})
    (link,) = find_names(survey, PurePosixPath("a.py"), ("print",))
    assert link == NameLink("print", PurePosixPath("a.py"), "print")
