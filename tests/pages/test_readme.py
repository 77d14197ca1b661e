"""The README of a folder, and where its links lead."""

from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model.files import ROOT
from sphinx_repodoc.model.readme import Readme, ReadmeLink
from sphinx_repodoc.pages.readme import find_readme, slug
from tests.pages.conftest import SurveyTree

URL = "https://forge.org/o/r/blob/main/{path}"
TREE: dict[str, str | bytes] = {
    "a.py": "x = 1\n",
    "docs/usage.md": "# Usage\n\n## How to\n\nText.\n",
    "logo.png": b"\x89PNG\r\n\x1a\n\x00\x00",
    "hidden/secret.txt": "s\n",
}


def found(survey_tree: SurveyTree, tree: dict[str, str | bytes], folder: PurePosixPath) -> Readme:
    readme = find_readme(survey_tree({**TREE, **tree}, exclude=("hidden",), source_url=URL), folder)
    assert readme
    return readme


@pytest.mark.parametrize(
    ("target", "link"),
    [
        ("a.py", ReadmeLink("", PurePosixPath("a.py"))),
        ("./a.py#L1", ReadmeLink("", PurePosixPath("a.py"), fragment="#L1")),
        ("/a.py?raw=1#L1-L2", ReadmeLink("", PurePosixPath("a.py"), fragment="#L1-L2")),
        ("docs/", ReadmeLink("", PurePosixPath("docs"), is_folder=True)),
        (".", ReadmeLink("", ROOT, is_folder=True)),
        ("docs/usage.md#nowhere", ReadmeLink("", PurePosixPath("docs/usage.md"))),
        (
            "docs/usage.md#how-to",
            ReadmeLink("", PurePosixPath("docs/usage.md"), fragment="#L3", is_heading=True),
        ),
        ("hidden/secret.txt", ReadmeLink("", url=URL.replace("{path}", "hidden/secret.txt"))),
        ("../../issues", ReadmeLink("", url="https://forge.org/o/r/issues")),
        ("gone.py", ReadmeLink("", is_missing=True)),
    ],
)
def test_a_relative_link_leads_into_the_repository_or_to_the_forge(
    survey_tree: SurveyTree, target: str, link: ReadmeLink
) -> None:
    readme = found(survey_tree, {"README.md": f"# R\n\n[x]({target})\n"}, ROOT)
    (only,) = readme.links
    assert only.target == target
    assert (only.path, only.is_folder, only.fragment) == (link.path, link.is_folder, link.fragment)
    assert (only.is_heading, only.is_missing) == (link.is_heading, link.is_missing)
    assert only.url.replace("/../", "/") == link.url or only.url == link.url


@pytest.mark.parametrize(
    "target", ["https://e.org/a.py", "//e.org/a.py", "mailto:a@e.org", "#usage", "http://[bad"]
)
def test_a_link_to_another_site_or_within_the_readme_is_none_of_ours(
    survey_tree: SurveyTree, target: str
) -> None:
    assert found(survey_tree, {"README.md": f"# R\n\n[x]({target})\n"}, ROOT).links == ()


def test_a_picture_is_known_by_its_content(survey_tree: SurveyTree) -> None:
    text = "Title\n=====\n\n.. image:: ../logo.png\n\n.. include:: ../a.py\n"
    readme = found(survey_tree, {"docs/README.rst": text}, PurePosixPath("docs"))
    by_target = {link.target: link for link in readme.links}
    assert len(by_target["../logo.png"].blob) == 40
    assert by_target["../a.py"] == ReadmeLink("../a.py", PurePosixPath("a.py"))


@pytest.mark.parametrize(
    ("names", "chosen", "language"),
    [
        (["README"], "README", ""),
        (["readme.txt"], "readme.txt", ""),
        (["README.rst", "README.txt"], "README.rst", "reStructuredText"),
        (["Readme.md", "README.rst", "README"], "Readme.md", "Markdown"),
    ],
)
def test_markup_is_preferred_to_plain_text(
    survey_tree: SurveyTree, names: list[str], chosen: str, language: str
) -> None:
    readme = found(survey_tree, dict.fromkeys(names, "Text.\n"), ROOT)
    assert (str(readme.path), readme.language, readme.omission) == (chosen, language, "")


def test_a_file_that_only_sounds_like_one_is_no_readme(survey_tree: SurveyTree) -> None:
    tree = {"README.py": "x = 1\n", "README.png": b"\0", "NOREADME.md": "x\n"}
    assert find_readme(survey_tree(tree), ROOT) is None


def test_a_readme_above_the_limits_says_why_it_is_not_shown(survey_tree: SurveyTree) -> None:
    readme = find_readme(survey_tree({"README.md": "x\n" * 9}, max_lines=5), ROOT)
    assert readme
    assert "9 lines" in readme.omission
    assert readme.links == ()


@pytest.mark.parametrize(
    ("heading", "fragment"),
    [
        ("How to", "how-to"),
        ("What's new?", "whats-new"),
        ("a_b - C", "a_b---c"),
        ("Über `x.y`", "über-xy"),
    ],
)
def test_a_heading_has_the_fragment_that_forges_give_it(heading: str, fragment: str) -> None:
    assert slug(heading) == fragment
