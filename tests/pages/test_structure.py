"""What is counted, what is public, and what of it is a keyword."""

from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model.evidence import NameLink
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.pages import Count, Keywords
from sphinx_repodoc.pages.keywords import find_keywords
from sphinx_repodoc.pages.references import find_references
from sphinx_repodoc.pages.relations import find_related, find_testing
from sphinx_repodoc.pages.structure import find_overview, find_structure
from tests.pages.conftest import SurveyTree

A, B, TEST = PurePosixPath("pkg/a.py"), PurePosixPath("pkg/b.py"), PurePosixPath("tests/test_a.py")


@pytest.mark.parametrize(
    ("text", "public", "undefined", "span"),
    [
        ("def f(): ...\ndef _g(): ...\nclass C:\n    def m(self): ...\n", ["f", "C"], [], None),
        ("__all__ = ['_g']\ndef f(): ...\ndef _g(): ...\n", ["_g"], [], Span(1, 1)),
        ("__all__ = ['f', 'g', 'f']\nfrom b import g\ndef f(): ...\n", ["f"], ["g"], Span(1, 1)),
        ("__all__ = []\ndef f(): ...\n", [], [], Span(1, 1)),
        ("def f(): ...\n__all__ = dir()\n", ["f"], [], None),
    ],
)  # fmt: skip
def test_names_are_public_by_declaration_or_else_by_convention(
    survey_tree: SurveyTree, text: str, public: list[str], undefined: list[str], span: Span | None
) -> None:
    overview = find_overview(survey_tree({"pkg/a.py": text}), A)
    assert overview
    assert [symbol.name for symbol in overview.public if symbol.name != "__all__"] == public
    assert list(overview.undefined) == undefined
    assert overview.exports_span == span


def test_what_a_public_name_says_more_of_does_not_hide_it(survey_tree: SurveyTree) -> None:
    pytest.importorskip("tree_sitter_rust")
    survey = survey_tree({"a.rs": "pub struct A;\nimpl A {}\nfn b() {}\n"})
    overview = find_overview(survey, PurePosixPath("a.rs"))
    assert overview
    assert [(symbol.name, symbol.kind) for symbol in overview.public] == [("A", "struct")]


def test_the_overview_names_the_word_that_exports(survey_tree: SurveyTree) -> None:
    pytest.importorskip("tree_sitter_javascript")
    texts = {"a.mjs": "export function f() {}\nexport const g = 1;\n", "b.cjs": "var f = 1;\n"}
    survey = survey_tree(texts)
    exporting, script = (find_overview(survey, PurePosixPath(name)) for name in texts)
    assert exporting
    assert script
    assert [symbol.name for symbol in exporting.public] == ["f", "g"]
    assert (exporting.exports_word, exporting.exports_span) == ("export", None)
    assert (script.public, script.exports_word) == ((), "")


def test_what_a_file_holds_is_counted_exactly(survey_tree: SurveyTree) -> None:
    text = "# class No: ...\nclass C:\n    def m(self): ...\n    def n(self): ...\nX = 'def x()'\n"
    markdown = "# A\n\n## B\n\n[link](x)\n\n```py\n# C\n```\n"
    survey = survey_tree({"pkg/a.py": text, "m.md": markdown, "empty.py": "", "x.json": "{}"})
    found = [find_overview(survey, path) for path in (A, PurePosixPath("m.md"))]
    assert [set(overview.counts) for overview in found if overview] == [
        {Count("class", 1), Count("method", 2), Count("constant", 1)},
        {Count("heading", 2), Count("code block", 1)},
    ]
    assert [find_overview(survey, PurePosixPath(n)) for n in ("empty.py", "x.json")] == [None, None]


def test_the_structure_says_where_bases_lead_and_what_is_wrong(survey_tree: SurveyTree) -> None:
    tree = {"pkg/__init__.py": "", "pkg/b.py": "class B: ...\n", "bad.py": "def f(:\n  x = = 1\n"}
    survey = survey_tree({**tree, "pkg/a.py": "from .b import B\n\n\nclass A(B): ...\n"})
    found, bad = find_structure(survey, A), find_structure(survey, PurePosixPath("bad.py"))
    assert found
    assert (found.names, found.omission) == ((NameLink("B", B, "B"),), "")
    assert [link.foreign for link in found.documented] == ["pkg.a.A"]
    assert bad
    assert bad.errors
    assert find_structure(survey, PurePosixPath("pkg/__init__.py")) is None


def names(keywords: Keywords | None) -> dict[str, list[tuple[str, int]]]:
    groups = keywords.groups if keywords else ()
    return {group.kind: [(k.name, k.line) for k in group.keywords] for group in groups}


def test_keywords_are_grouped_by_kind_and_sorted_by_name(survey_tree: SurveyTree) -> None:
    text = (
        "import os.path\nfrom re import *\nfrom . import b\n\n\n"
        "class Z:\n    def m(self): ...\n\n\nclass a:\n    def m(self): ...\n"
    )
    survey = survey_tree({"pkg/__init__.py": "", "pkg/a.py": text, "pkg/b.py": "", "m.md": "# T\n"})
    keywords = find_keywords(survey, A)
    assert names(keywords) == {
        "Classes": [("a", 10), ("Z", 6)],
        "Methods": [("m", 7), ("m", 11)],
        "Imports": [("b", 3), ("os.path", 1), ("re.*", 2)],
    }
    assert keywords
    found = {k.name: k for group in keywords.groups for k in group.keywords}
    assert found["b"].link == NameLink("b", B)
    assert (found["Z"].anchor, found["Z"].symbol) == ("symbol-Z", "Z")
    assert names(find_keywords(survey, PurePosixPath("m.md"))) == {"Headings": [("T", 1)]}
    assert find_keywords(survey, B) is None
    assert [find_references(survey, path).has_keywords for path in (A, B)] == [True, False]


TESTED = {
    "pkg/__init__.py": "",
    "pkg/a.py": "from dataclasses import dataclass\n\ndef f(): ...\n\n@dataclass\nclass g: ...\n",
    "pkg/b.py": "from pkg.a import g\n",
    "tests/test_a.py": (
        "import pytest\n\nfrom pkg.a import f\n\n\n@pytest.fixture\ndef x(): ...\n\n\n"
        "def test_f(x):\n    assert f(x)\n"
    ),
}


def test_keywords_name_the_sections_that_speak_of_them(survey_tree: SurveyTree) -> None:
    survey = survey_tree(TESTED)
    speaking = {
        keyword.name: set(keyword.sections)
        for path in (A, TEST)
        for group in (find_keywords(survey, path) or Keywords(path, ())).groups
        for keyword in group.keywords
        if keyword.symbol
    }
    assert speaking["f"] >= {"source", "structure", "overview", "dependencies"}
    assert ("patterns" in speaking["f"], "patterns" in speaking["g"]) == (False, True)
    assert {name for name, sections in speaking.items() if "testing" in sections} == {"x", "test_f"}


def test_a_file_knows_its_tests_and_its_users_apart(survey_tree: SurveyTree) -> None:
    survey = survey_tree(TESTED)
    tested, test = find_testing(survey, A), find_testing(survey, TEST)
    assert tested
    assert ([r.target for r in tested.tested_by], [r.target for r in tested.users]) == ([TEST], [B])
    assert (tested.suite, tested.commands) == (None, ())
    assert test
    assert test.suite
    assert [case.name for case in test.suite.cases] == ["test_f"]
    assert [r.target for r in test.tests] == [A]
    (command,) = test.test_commands
    assert command.line == "python -m pytest tests/test_a.py"
    assert [place.span for place in command.evidence] == [Span(1, 1)]
    package = find_testing(survey, PurePosixPath("pkg/__init__.py"))
    assert package
    assert (package.tested_by, package.reach and package.reach.tests) == ((), 1)


def test_related_files_are_each_listed_once_but_not_the_file_itself(
    survey_tree: SurveyTree,
) -> None:
    survey = survey_tree({**TESTED, "alone/x.txt": ""})
    related = find_related(survey, A)
    assert related
    assert {f.path for f in related.files} == {B, TEST, PurePosixPath("pkg/__init__.py")}
    assert len(related.files) == 3
    assert find_related(survey, PurePosixPath("alone/x.txt")) is None


@pytest.mark.parametrize("more", [{}, {"pkg/m100.txt": "", "pkg/m090a.txt": ""}])
def test_of_a_long_folder_the_files_next_by_name_are_related_however_many_there_are(
    survey_tree: SurveyTree, more: dict[str, str]
) -> None:
    row = {f"pkg/m{number:03}.txt": "" for number in range(100)}
    related = find_related(survey_tree({**row, **more}), PurePosixPath("pkg/m030.txt"))
    assert related
    assert not related.is_whole
    expected = [PurePosixPath(f"pkg/m{number:03}.txt") for number in range(10, 51) if number != 30]
    assert [file.path for file in related.files] == expected


def test_a_close_file_far_off_in_a_long_folder_is_related(survey_tree: SurveyTree) -> None:
    row = {f"pkg/m{number:03}.txt": "" for number in range(100)}
    related = find_related(survey_tree({**row, "pkg/a.py": "", "pkg/z.py": "import a\n"}), A)
    assert related
    assert related.files[0].path == PurePosixPath("pkg/z.py")
    assert len(related.files) == 41


def test_what_is_left_out_of_many_keys_is_said_and_not_counted(survey_tree: SurveyTree) -> None:
    many = "".join(f"k{number} = 1\n" for number in range(501))
    survey = survey_tree({"deep.toml": f"[t]\n{many}", "flat.toml": many, "few.toml": "a = 1\n"})
    deep, flat, few = (
        find_structure(survey, PurePosixPath(f"{name}.toml")) for name in ("deep", "flat", "few")
    )
    assert deep
    assert deep.omission == "The keys are listed to a depth of 1: below it are too many."
    assert flat
    assert flat.omission == "The keys are not listed: there are too many."
    assert few
    assert few.omission == ""
    overviews = [find_overview(survey, PurePosixPath(f"{name}.toml")) for name in ("deep", "few")]
    assert [overview and overview.counts for overview in overviews] == [None, (Count("key", 1),)]


def test_a_table_has_rows_and_maybe_named_columns(survey_tree: SurveyTree) -> None:
    survey = survey_tree({"a.csv": "name,age\nx,1\ny,2\nz,3\n", "b.tsv": "1\t2\n3\t4\n"})
    a, b = (PurePosixPath(name) for name in ("a.csv", "b.tsv"))
    named, unnamed = (find_overview(survey, path) for path in (a, b))
    assert named
    assert named.counts == (Count("column", 2), Count("data row", 3))
    assert unnamed
    assert unnamed.counts == (Count("row", 2),)
    structure = find_structure(survey, b)
    assert structure
    assert structure.omission == (
        "The columns are not listed: whether the first row names them is not certain."
    )
