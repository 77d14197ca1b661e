"""The pages of folders, and what is known of them."""

from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.files import ROOT, Span
from sphinx_repodoc.model.folder_pages import Share
from sphinx_repodoc.model.pages import FolderNote
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.architecture import find_architecture, find_note
from sphinx_repodoc.pages.folder import find_contents, find_folder_overview, find_folder_purpose
from sphinx_repodoc.pages.references import find_folder_references
from tests.conftest import run_git, write_tree
from tests.pages.conftest import SurveyTree, survey_root

TREE: dict[str, str | bytes] = {
    "a/__init__.py": '"""Package aa. More."""\n',
    "a/README.md": "# A\n\nWhat a is. More.\n\nNext.\n",
    "a/b/__init__.py": '"""Package b."""\n',
    "a/b/c/deep.py": "from a.b import x\n",
    "a/b/c/empty.txt": "",
    "noted/README.md": "Read me.\n",
    "silent/one.py": "",
    "tox.ini": "[tox]\n",
    "logo.png": b"\x89PNG\r\n\x1a\n\x00\x00",
}
DEEP = [
    *("a/README.md", "a/__init__.py", "a/b/__init__.py"),
    *("a/b/c/deep.py", "a/b/c/empty.txt"),
]
NOTES = {PurePosixPath("noted"): "Said in conf.py.", ROOT: "All."}


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    """A repository with folders in folders."""
    root = tmp_path_factory.mktemp("folders")
    write_tree(root, TREE)
    run_git(root, "init", "--quiet")
    run_git(root, "add", "--all")
    return survey_root(root, folder_notes=NOTES)


@pytest.mark.parametrize(
    ("folder", "text", "place"),
    [
        (".", "All.", None),
        ("noted", "Said in conf.py.", None),
        ("a/b", "Package b.", Place(PurePosixPath("a/b/__init__.py"), Span(1, 1))),
        ("a/b/c", "", None),
        ("silent", "", None),
    ],
)
def test_what_is_known_of_a_folder_has_its_place(
    survey: Survey, folder: str, text: str, place: Place | None
) -> None:
    path = PurePosixPath(folder)
    note = FolderNote(path, text, place)
    assert find_note(survey, path) == note
    purpose = find_folder_purpose(survey, path)
    assert (purpose.notes[:1] if purpose else ()) == ((note,) if text else ())


def test_all_that_speaks_of_a_folder_is_heard(survey: Survey) -> None:
    purpose = find_folder_purpose(survey, PurePosixPath("a"))
    assert purpose
    assert [str(note.place.path) for note in purpose.notes if note.place] == [
        "a/README.md",
        "a/__init__.py",
    ]
    assert [(share.name, share.files) for share in purpose.roles] == [
        ("documentation", 1),
        ("package initialiser", 1),
    ]
    assert purpose.files == 2
    assert [(name.kind, name.name) for name in purpose.names] == [("package", "a")]


def test_the_readme_is_heard_before_the_package(survey: Survey) -> None:
    note = find_note(survey, PurePosixPath("a"))
    assert note.place
    assert note.place.path == PurePosixPath("a/README.md")
    assert note.text.startswith("What a is.")


def test_the_architecture_names_each_enclosing_folder_from_the_root(survey: Survey) -> None:
    found = find_architecture(survey, PurePosixPath("a/b/c/deep.py"))
    assert found
    assert [str(note.path) for note in found.folders] == [".", "a", "a/b", "a/b/c"]
    assert (found.imports, found.imported_by) == (1, 0)
    assert found.position
    assert found.position.layer == 1
    alone = find_architecture(survey, PurePosixPath("tox.ini"))
    assert alone
    assert ([str(note.path) for note in alone.folders], alone.position) == (["."], None)


def test_files_are_counted_by_language_with_all_below(survey: Survey) -> None:
    assert find_folder_overview(survey, ROOT).shares == (
        Share("Python", 4, 3, 59),
        Share("Markdown", 2, 6, 38),
        Share("INI", 1, 1, 6),
        Share("binary", 1, 0, 10),
        Share("other text", 1, 0, 0),
    )
    below = find_folder_overview(survey, PurePosixPath("a/b"))
    assert [(s.name, s.files) for s in below.shares] == [("Python", 2), ("other text", 1)]


@pytest.mark.parametrize(
    ("depth", "folders", "files"),
    [
        (1, ["a/b"], DEEP[:2]),
        (2, ["a/b", "a/b/c"], DEEP[:3]),
        (3, ["a/b", "a/b/c"], DEEP),
        (9, ["a/b", "a/b/c"], DEEP),
    ],
)
def test_contents_enter_as_many_levels_as_asked(
    survey: Survey, depth: int, folders: list[str], files: list[str]
) -> None:
    contents = find_contents(survey, PurePosixPath("a"), depth)
    assert [str(entry.path) for entry in contents.folders] == folders
    assert [str(entry.path) for entry in contents.files] == files


def test_files_are_counted_by_role_and_those_without_one_too(survey: Survey) -> None:
    overview = find_folder_overview(survey, ROOT)
    assert overview.roles == (
        Share("documentation", 2, 6, 38),
        Share("package initialiser", 2, 2, 41),
        Share("configuration", 1, 1, 6),
    )
    assert overview.without_role == Share("none of these", 4, 1, 28)


def test_an_entry_is_described_in_its_own_words_or_by_its_role_or_not(survey: Survey) -> None:
    root = find_contents(survey, ROOT)
    inner = find_contents(survey, PurePosixPath("a"))
    deep = find_contents(survey, PurePosixPath("a/b/c"))
    described = {str(e.path): e for c in (root, inner, deep) for e in (*c.folders, *c.files)}
    assert described["a"].description == "What a is."
    assert (described["a"].files, described["a"].size) == (5, 88)
    assert described["noted"].description == "Said in conf.py."
    assert described["silent"].description == ""
    package = described["a/__init__.py"]
    assert package.description == "Package aa."
    assert package.place == Place(PurePosixPath("a/__init__.py"), Span(1, 1))
    assert described["tox.ini"].description.startswith("Configuration read by tox")
    assert described["tox.ini"].place == Place(PurePosixPath("tox.ini"))
    assert (described["logo.png"].description, described["logo.png"].place) == ("", None)
    assert (described["a/b/c/deep.py"].size, described["a/b/c/deep.py"].files) == (18, 0)


def test_references_name_the_subfolders(survey: Survey) -> None:
    found = find_folder_references(survey, ROOT)
    assert [str(folder) for folder in found.folders] == ["a", "noted", "silent"]
    assert find_folder_references(survey, PurePosixPath("silent")).folders == ()


def test_the_readme_for_the_forge_says_nothing_of_its_folder(survey_tree: SurveyTree) -> None:
    survey = survey_tree({".github/README.md": "The project.\n", "sub/README.md": "The part.\n"})
    notes = [find_note(survey, PurePosixPath(folder)).text for folder in (".github", "sub")]
    assert notes == ["", "The part."]
