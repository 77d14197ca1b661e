"""Metadata, sources and URLs of each kind of file."""

import os
from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model.evidence import NameLink, RoleKind
from sphinx_repodoc.model.facts import LineCounts
from sphinx_repodoc.model.files import FileKind, Picture, SourceFile, Span
from sphinx_repodoc.model.listing import ListingLink
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.metadata import find_metadata, find_omission, find_source
from sphinx_repodoc.pages.places import find_lines_url, find_url
from sphinx_repodoc.pages.structure import find_structure
from tests.conftest import run_git, write_tree
from tests.pages.conftest import SurveyTree, survey_root

TREE: dict[str, str | bytes] = {
    "a.py": (
        "# SPDX-License-Identifier: MIT\n\n"
        "from pkg.b import (\n    f as g,\n    absent,\n)\nimport os\n\n\n"
        "class C:\n    def m(self):\n        pass\n\n    x = 1\n\n\ndef one(): ...\n"
    ),
    "pkg/__init__.py": "",
    "pkg/b.py": "def f(): ...\n",
    "doc.md": "# Title\n\nText.\n",
    "text.txt": "one\r\ntwo\r\n",
    "unknown": "words\n",
    "latin.py": "# -*- coding: latin-1 -*-\nx = 'é'\n".encode("latin-1"),
    "bom.py": b"\xef\xbb\xbfx = 1\n",
    "logo.png": b"\x89PNG\r\n\x1a\n\x00\x00",
    "icon.gif": b"GIF89a\x10\x00\x20\x00\x00",
    "empty.py": "",
    "long.py": "x = 1\n" * 50,
}  # fmt: skip
LINKS = {"inside": "pkg/b.py", "folder": "pkg", "out": "../x", "gone": "none", "root": "/etc"}
URL = "https://forge.example/{path}#L{line}-L{endline}"


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    """A repository with a file of each kind."""
    root = tmp_path_factory.mktemp("kinds")
    write_tree(root, TREE)
    for name, target in LINKS.items():
        (root / name).symlink_to(target)
    run_git(root, "init", "--quiet")
    run_git(root, "add", "--all")
    commit = "1" * 40
    run_git(root, "update-index", "--add", "--cacheinfo", f"160000,{commit},vendor/sub")
    (root / "vendor/sub").mkdir(parents=True)
    return survey_root(root, max_lines=40)


@pytest.mark.parametrize(
    ("name", "kind", "language", "counts"),
    [
        ("a.py", FileKind.TEXT, "Python", LineCounts(10, 1, 6)),
        ("doc.md", FileKind.TEXT, "Markdown", LineCounts(2, 0, 1)),
        ("text.txt", FileKind.TEXT, "", None),
        ("unknown", FileKind.TEXT, "", None),
        ("logo.png", FileKind.BINARY, "", None),
        ("inside", FileKind.SYMLINK, "", None),
        ("vendor/sub", FileKind.SUBMODULE, "", None),
    ],
)
def test_the_metadata_say_what_kind_of_file_it_is(
    survey: Survey, name: str, kind: FileKind, language: str, counts: LineCounts | None
) -> None:
    found = find_metadata(survey, PurePosixPath(name))
    assert (found.kind, found.language, found.counts) == (kind, language, counts)
    assert found.encoding == ("utf-8" if kind is FileKind.TEXT else "")


def test_the_metadata_say_how_the_text_is_written(survey: Survey) -> None:
    text, latin, bom = (
        find_metadata(survey, PurePosixPath(n)) for n in ("text.txt", "latin.py", "bom.py")
    )
    assert (text.size, text.lines, text.newline) == (10, 2, "\r\n")
    assert (latin.encoding, latin.has_bom) == ("iso8859-1", False)
    assert (bom.encoding, bom.has_bom) == ("utf-8", True)


def test_the_metadata_say_how_large_a_picture_is(survey: Survey) -> None:
    icon, logo = (find_metadata(survey, PurePosixPath(n)) for n in ("icon.gif", "logo.png"))
    assert (icon.picture, logo.picture) == (Picture("GIF", 16, 32), None)


def test_the_metadata_name_roles_and_licence(survey: Survey) -> None:
    assert find_metadata(survey, PurePosixPath("doc.md")).roles == (RoleKind.DOCUMENTATION,)
    found = find_metadata(survey, PurePosixPath("a.py"))
    assert (found.roles, found.licence, found.licence_line) == ((), "MIT", 1)


@pytest.mark.parametrize(
    ("name", "path"),
    [("inside", "pkg/b.py"), ("folder", "pkg"), ("out", None), ("gone", None), ("root", None)],
)
def test_a_symbolic_link_leads_to_what_is_published(
    survey: Survey, name: str, path: str | None
) -> None:
    found = find_metadata(survey, PurePosixPath(name))
    assert (found.target, found.target_path) == (LINKS[name], path and PurePosixPath(path))


@pytest.mark.parametrize(
    ("name", "omission"),
    [
        ("a.py", ""),
        ("empty.py", "The file is empty."),
        ("logo.png", "The file is binary."),
        ("inside", "The file is a symbolic link."),
        ("vendor/sub", "This is a submodule: another repository"),
        ("long.py", "The file is not listed: "),
    ],
)
def test_what_is_not_listed_says_why(survey: Survey, name: str, omission: str) -> None:
    path = PurePosixPath(name)
    source = find_source(survey, path)
    assert source.omission.startswith(omission)
    assert source.is_listed is not bool(omission)


def test_an_unreadable_file_says_so() -> None:
    file = SourceFile(PurePosixPath("a"), FileKind.UNREADABLE)
    assert find_omission(file) == "The file could not be read."


def test_a_language_without_analyser_is_named(survey: Survey) -> None:
    found = [find_structure(survey, PurePosixPath(name)) for name in ("text.txt", "unknown")]
    assert [structure and structure.omission for structure in found] == [
        "The structure was not analysed: the language of the file is not known."
    ] * 2


def test_definitions_and_imports_of_the_listing_are_linked(survey: Survey) -> None:
    path, other = PurePosixPath("a.py"), PurePosixPath("pkg/b.py")
    source = find_source(survey, path)
    assert source.spans == (Span(10, 14), Span(11, 12))
    assert source.links == (
        ListingLink(10, "C", anchor="symbol-C"),
        ListingLink(11, "m", anchor="symbol-C.m"),
        *[link for link in source.links if link.anchor == "symbol-C.x"],
        ListingLink(17, "one", anchor="symbol-one"),
        ListingLink(3, "pkg.b", link=NameLink("pkg.b", other)),
        ListingLink(4, "f", link=NameLink("f", other, "f")),
    )


def test_a_url_shows_the_very_content_or_there_is_none(survey_tree: SurveyTree) -> None:
    tree = {"a b#.py": "x = 1\n", "old.py": "", os.fsdecode(b"\xff"): ""}
    survey = survey_tree(tree, source_url=URL)
    committed, changed = PurePosixPath("a b#.py"), PurePosixPath("old.py")
    assert find_url(survey, committed) == "https://forge.example/a%20b%23.py"
    assert find_url(survey, PurePosixPath(os.fsdecode(b"\xff"))) == "https://forge.example/%FF"
    assert find_metadata(survey, committed).url == find_url(survey, committed)
    write_tree(survey.root, {"old.py": "new\n", "added.py": ""})
    run_git(survey.root, "add", "added.py")
    later = survey_root(survey.root, source_url=URL)
    assert [find_url(later, path) for path in (changed, PurePosixPath("added.py"))] == ["", ""]
    assert find_url(survey, changed) == "https://forge.example/old.py"
    assert find_url(replace(survey, source_url=""), changed) == ""


@pytest.mark.parametrize(
    ("template", "url", "lines"),
    [
        (URL, "https://forge.example/a", "https://forge.example/a#L3-L4"),
        ("https://x/{path}#lines-{line}", "https://x/a", "https://x/a#lines-3"),
        ("https://x/{path}", "https://x/a", "https://x/a"),
        ("https://x/{path}#top", "https://x/a#top", "https://x/a#top"),
        ("https://x/{path}?from={line}&to={endline}", "https://x/a", "https://x/a?from=3&to=4"),
        ("https://x/#/{path}:{line}", "https://x/#/a", "https://x/#/a:3"),
        ("https://x/?path={path}&line={line}", "https://x/?path=a", "https://x/?path=a&line=3"),
    ],
)
def test_a_template_is_filled_with_and_without_lines(
    survey_tree: SurveyTree, template: str, url: str, lines: str
) -> None:
    survey = survey_tree({"a": ""}, source_url=template)
    path = PurePosixPath("a")
    assert find_url(survey, path) == find_lines_url(survey, path, "", "") == url
    assert find_lines_url(survey, path, "3", "4") == lines


def test_a_submodule_has_no_url(survey: Survey) -> None:
    assert find_url(replace(survey, source_url=URL), PurePosixPath("vendor/sub")) == ""
