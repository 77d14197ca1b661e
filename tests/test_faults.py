"""The seventeen known faults of the pages that these replace: none comes back."""

import os
import re
from pathlib import Path

import pytest

from sphinx_repodoc.cli import main
from tests.conftest import MakeRepo, run_git
from tests.html_links import broken_links
from tests.sites import build_site, listing, page, section, sections, words

IDIOMS = '''"""Text about ABC, GPU, parallel work and pickle; class Ghost: and def ghost(): too."""

# class Commented: import nothing
# running tests in parallel on the GPU with pickle and eval(
from collections import (
    OrderedDict,
    defaultdict as dd,
)
from . import sibling
from .sibling import (helper,
                      other)

TEXT = "class Quoted(ABC): def quoted(): eval(x) import os"


class First:
    def run(self):
        return TEXT


class Second:
    def run(self):
        return dd, OrderedDict, sibling, helper, other
'''

FENCED = "# Title\n\n````markdown\n```python\nx = 1\n```\n````\n\nAfter the fence.\n\n```\nopen\n"

TREE: dict[str, str | bytes] = {
    "pkg/__init__.py": "",
    "pkg/idioms.py": IDIOMS,
    "pkg/sibling.py": "def helper(): pass\n\n\ndef other(): pass\n",
    "pkg/many.py": "".join(f"def function_{n}():\n    pass\n\n\n" for n in range(600)),
    "fenced.md": FENCED,
    "guide.md": "# Guide\n\nRun `python guide.md`, they say.\n",
    "a/b/c/d/deep.py": "import pkg.sibling\n",
    "Dockerfile": "FROM scratch\n",
    "BUILD": "cc_library()\n",
    "no_suffix": "plain\n",
    "latin.txt": "caf\xe9\n".encode("latin-1"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of a repository that holds what the old pages stumbled over."""
    folder = tmp_path_factory.mktemp("faults")
    root = folder / "repo"
    for name, content in TREE.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    run_git(root, "init", "--quiet")
    run_git(root, "add", "--all")
    run_git(root, "commit", "--quiet", "--message", "first")
    return build_site(root, folder / "site")


def test_01_the_plural_of_class_is_classes(site: Path) -> None:
    text = words(section(site, "pkg/idioms.py", "keywords"))
    assert "Classes" in text
    assert "Classs" not in text


def test_02_no_encoding_is_broken(site: Path) -> None:
    for path in site.rglob("*.html"):
        assert "â" not in path.read_text("utf-8")


def test_03_a_fence_in_a_source_does_not_end_the_listing(site: Path) -> None:
    assert listing(site, "fenced.md") == FENCED


def test_04_names_in_comments_and_strings_are_no_definitions(site: Path) -> None:
    for name in ("structure", "keywords", "overview"):
        text = re.sub(r"^.*Written in", "", words(section(site, "pkg/idioms.py", name)))
        assert not {"Ghost", "ghost", "Commented", "Quoted", "quoted"} & set(
            re.findall(r"\w+", text)
        )


def test_05_no_import_is_lost_or_cut(site: Path) -> None:
    text = words(section(site, "pkg/idioms.py", "dependencies"))
    assert "collections: OrderedDict, defaultdict as dd (lines 5–7)" in text
    assert ".: sibling (line 9)" in text
    assert ".sibling: helper, other (lines 10–11)" in text


def test_06_a_word_in_a_comment_is_no_gpu_or_parallel_computing(site: Path) -> None:
    assert "performance" not in sections(site, "pkg/idioms.py")


def test_07_the_letters_abc_are_no_abstract_base_class(site: Path) -> None:
    assert "patterns" not in sections(site, "pkg/idioms.py")


def test_08_a_document_is_not_run(site: Path) -> None:
    assert "testing" not in sections(site, "guide.md")


def test_09_methods_stand_under_their_classes_each_of_them(site: Path) -> None:
    entries = section(site, "pkg/idioms.py", "structure").select("ul.repodoc-symbols > li")
    classes = [entry for entry in entries if "class" in words(entry).split()[:1]]
    assert ["run(self)" in words(entry.select("ul")[0]) for entry in classes] == [True, True]


def test_10_a_keyword_leads_to_the_definition(site: Path) -> None:
    keywords = section(site, "pkg/idioms.py", "keywords")
    hrefs = {str(a["href"]) for a in keywords.select("a")}
    assert {"#symbol-First.run", "#symbol-Second.run"} <= hrefs
    for href in ("#symbol-First.run", "#symbol-Second.run"):
        assert page(site, "pkg/idioms.py").select(f'[id="{href[1:]}"]')


def test_11_no_list_is_cut(site: Path) -> None:
    for name in ("structure", "keywords"):
        text = words(section(site, "pkg/many.py", name))
        assert len(set(re.findall(r"function_\d+", text))) == 600


def test_12_its_own_output_is_not_documented_again(make_repo: MakeRepo) -> None:
    root = make_repo({"a.py": "x = 1\n"}, git=False)
    site = build_site(root, root / "site")
    build_site(root, root / "site")
    assert sorted(p.name for p in site.glob("*.py.html")) == ["a.py.html"]
    assert not list(site.rglob("*.html.html"))


def test_13_a_page_follows_its_file(make_repo: MakeRepo, tmp_path: Path) -> None:
    root = make_repo({"a.py": '"""Old words."""\n'})
    build_site(root, tmp_path / "site")
    (root / "a.py").write_text('"""New words."""\n')
    text = words(page(build_site(root, tmp_path / "site"), "a.py"))
    assert "New words." in text
    assert "Old words." not in text


def test_14_what_nothing_examined_is_not_called_safe(site: Path) -> None:
    for path in site.rglob("*.html"):
        assert "concern" not in path.read_text("utf-8").lower()
    assert "security" not in sections(site, "Dockerfile")


def test_15_links_of_deep_folders_lead_where_they_say(site: Path) -> None:
    assert broken_links(site) == []
    text = words(section(site, "a/b/c/d/deep.py", "dependencies"))
    assert "pkg.sibling" in text


@pytest.mark.parametrize("name", ["Dockerfile", "BUILD", "no_suffix"])
def test_16_no_file_is_dropped_for_its_suffix(site: Path, name: str) -> None:
    assert listing(site, name) == TREE[name]


def test_17_undecodable_bytes_are_shown_and_said(
    make_repo: MakeRepo, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    root = make_repo({"latin.txt": TREE["latin.txt"], "latin.py": b"# caf\xe9\n"})
    assert main([os.fspath(root), "-o", os.fspath(tmp_path / "site"), "--quiet"]) == 0
    assert listing(tmp_path / "site", "latin.txt") == "café\n"
    assert "iso8859-1" in words(section(tmp_path / "site", "latin.txt", "metadata"))
    assert "latin.py" in (warning := capfd.readouterr().err)
    assert "[repodoc.encoding]" in warning
