"""A repository documented by several projects has the links that one project has."""

from collections.abc import Mapping
from pathlib import Path
from posixpath import normpath
from types import SimpleNamespace
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest

from sphinx_repodoc.errors import ConfigurationError
from sphinx_repodoc.ext.shards import Shards, check_shards, relative_url
from tests.conftest import MakeRepo, run_git, write_tree
from tests.ext.project import Build, Project

TREE = {
    "docs/index.rst": "Title\n=====\n",
    "docs-core/index.rst": "Title\n=====\n",
    "docs-app/index.rst": "Title\n=====\n",
    "docs-tests/index.rst": "Title\n=====\n",
    "core/__init__.py": '"""The core."""\nfrom core.model import Model\n',
    "core/model.py": "import enum\n\n\nclass Model:\n    def f(self): ...\n\n\ndef make(): ...\n",
    "core/README.md": "# Core\n\nSee [the model](model.py) and [the command](../app/main.py).\n",
    "core/link": "only text\n",
    "app/__init__.py": "",
    "app/main.py": (
        "from core import Model\nfrom core.model import make as build\nimport secret\n\n\n"
        "class Special(Model):\n    x = build()\n"
    ),
    "app/extra.py": "from . import main\n\nmain.Special()\n",
    "tests/test_model.py": (
        "import pytest\nfrom core.model import Model\n\n\ndef test_it():\n    Model().f()\n"
    ),
    "secret.py": "from core import model\n",
}
PARTS = {
    "core": ["core/"],
    "app": ["app/", "!app/extra.py"],
    "tests": ["tests/", "app/extra.py"],
}
ALL = [pattern for patterns in PARTS.values() for pattern in patterns if "!" not in pattern]


def shard(root: Path, name: str, **configuration: Any) -> Project:
    others = {
        other: (f"https://{other}.example/", str(root / f"docs-{other}/_build/html/objects.inv"))
        for other in PARTS
        if other != name
    }
    defaults = {
        "extensions": ["sphinx_repodoc", "sphinx.ext.intersphinx"],
        "repodoc_pages": "repository",
        "repodoc_include": PARTS[name],
        "repodoc_exclude": ["secret.py"],
        "repodoc_shards": list(others),
        "intersphinx_mapping": others,
    }
    return Project(root, defaults | configuration, f"docs-{name}")


def whole(root: Path) -> Project:
    return Project(root, {"repodoc_pages": "repository", "repodoc_include": ALL})


def build_all(root: Path, builder: str = "html") -> dict[str, Build]:
    """Build each shard twice: at first, the inventories of the others are not there."""
    for name in PARTS:
        shard(root, name).build()
    return {name: shard(root, name).build(builder) for name in PARTS}


def links(build: Build, docname: str) -> set[tuple[str, str]]:
    """Return the links of a page's sections, wherever its project is, with their texts.

    Cross-References are left out: the indices of a folder are those of its files here.
    """
    page = f"{docname}.html"
    return {
        (normpath(urlsplit(urljoin(f"https://here.example/{page}", str(a["href"]))).path), fragment)
        for a in build.body(docname).select("section > section:not(#references) a[href]")
        for fragment in [str(a["href"]).partition("#")[2] + " " + a.get_text()]
    }


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("shards")
    write_tree(root, TREE)
    run_git(root, "init", "--quiet")
    run_git(root, "add", "--all")
    run_git(root, "commit", "--quiet", "--message", "first")
    return root


@pytest.fixture(scope="module")
def shards(root: Path) -> Mapping[str, Build]:
    return build_all(root)


def test_the_pages_of_shards_have_the_links_of_one_project(
    root: Path, shards: Mapping[str, Build]
) -> None:
    one = whole(root).build()
    seen = 0
    for build in shards.values():
        for path in build.app.env.domains["repo"].listing.files:  # type: ignore[attr-defined]
            docname = f"repository/{path}"
            assert links(build, docname) == links(one, docname), docname
            seen += 1
    assert seen == len(one.app.env.domains["repo"].listing.files) == 8  # type: ignore[attr-defined]
    assert [build.warnings for build in shards.values()] == [[], [], []]


def test_links_lead_to_the_page_the_line_and_the_symbol_in_the_shard(
    shards: Mapping[str, Build],
) -> None:
    found = shards["app"].hrefs("repository/app/main.py", "external")
    base = "https://core.example/repository/core/model.py.html"
    assert {base, f"{base}#symbol-Model", f"{base}#symbol-make"} <= found.keys()
    listed = shards["app"].body("repository/app/main.py").select(".repodoc-listing a[href]")
    assert f"{base}#symbol-make" in {a["href"] for a in listed}
    lines = shards["core"].hrefs("repository/core/model.py", "external")
    assert "https://app.example/repository/app/main.py.html#L2" in lines


def test_what_other_projects_document_is_nowhere_else(shards: Mapping[str, Build]) -> None:
    build = shards["app"]
    assert not (Path(build.app.outdir) / "repository/core").exists()
    contents = build.body("repository/index").select_one("#contents")
    assert contents is not None
    assert "core" not in contents.get_text()
    inventory = [name for name, *_ in build.app.env.domains["repo"].get_objects()]
    assert not any(name.startswith(("core", "tests")) for name in inventory)


def test_what_no_shard_shows_stays_unknown(shards: Mapping[str, Build]) -> None:
    for build in shards.values():
        pages = Path(build.app.outdir).rglob("*.html")
        assert not any("secret.py" in page.read_text("utf-8") for page in pages)


def test_a_changed_inventory_reads_the_pages_that_say_something_else(make_repo: MakeRepo) -> None:
    root = make_repo(TREE)
    build_all(root)
    build_all(root)
    assert shard(root, "core").build().read == []
    write_tree(root, {"app/main.py": "def f(): ...\n", "app/new.py": "import core\n"})
    run_git(root, "add", "--all")
    shard(root, "app").build()
    read = shard(root, "core").build().read
    assert "repository/core/__init__.py" in read
    assert "repository/core/README.md" not in read


def test_a_page_is_written_anew_when_it_moves_in_another_shard(make_repo: MakeRepo) -> None:
    root = make_repo(TREE)
    build_all(root)
    shard(root, "core").build(repodoc_pages="code")
    build = shard(root, "app").build()
    assert build.read == []
    found = build.hrefs("repository/app/main.py", "external")
    assert "https://core.example/code/core/model.py.html" in found


@pytest.mark.parametrize("builder", ["dirhtml", "singlehtml", "text", "latex"])
def test_other_builders_link_likewise(
    root: Path, shards: Mapping[str, Build], builder: str
) -> None:
    build = shard(root, "app").build(builder)
    assert build.warnings == []
    if builder != "text":
        output = "\n".join(
            file.read_text("utf-8")
            for file in Path(build.app.outdir).rglob("*")
            if file.suffix in {".html", ".tex"}
        )
        assert "https://core.example/repository/core/model.py.html" in output.replace("\\", "")


def test_a_role_may_name_lines_of_a_file_of_a_shard(make_repo: MakeRepo) -> None:
    text = (
        f"{TREE['docs-app/index.rst']}\n:repo:file:`core/model.py#L4` :repo:file:`core/model.py`\n"
    )
    root = make_repo(TREE | {"docs-app/index.rst": text})
    build = build_all(root)["app"]
    base = "https://core.example/repository/core/model.py.html"
    assert build.hrefs("index", "external").keys() == {base, f"{base}#L4"}


@pytest.mark.parametrize("builder", ["html", "text", "latex"])
def test_no_other_project_s_file_of_that_name_is_linked(make_repo: MakeRepo, builder: str) -> None:
    """Intersphinx would take any ``setup.py``."""
    root = make_repo(TREE)
    shard(root, "core").build()
    text = ".. repodoc-dependencies:: app/main.py\n"
    write_tree(root, {"docs/index.rst": f"Title\n=====\n\n{text}"})
    mapping = {"other": ("https://other.example/", str(root / "docs-core/_build/html/objects.inv"))}
    project = Project(root, {"extensions": ["sphinx_repodoc", "sphinx.ext.intersphinx"]})
    build = project.build(builder, intersphinx_mapping=mapping)
    assert build.warnings == []
    for file in Path(build.app.outdir).rglob("*"):
        assert not file.is_file() or b"other.example" not in file.read_bytes()


@pytest.mark.parametrize(
    ("names", "mapping", "said"),
    [
        (["core"], {"other": 1}, "names 'core': add it to intersphinx_mapping"),
        (["core"], None, "needs the extension sphinx.ext.intersphinx"),
    ],
)
def test_a_shard_that_intersphinx_does_not_know_is_an_error(
    names: list[str], mapping: dict[str, Any] | None, said: str
) -> None:
    check_shards([], None)
    with pytest.raises(ConfigurationError, match=said):
        check_shards(names, mapping)


@pytest.mark.parametrize(
    ("url", "place", "written"),
    [
        ("https://a.example/x.html", "repository/a.py.html", "https://a.example/x.html"),
        ("../core/x.html", "repository/a.py.html", "../../core/x.html"),
        ("../core/x.html", "repository/a.py/", "../../../core/x.html"),
        ("../core/x.html", "index.html", "../core/x.html"),
    ],
)
def test_the_url_of_an_inventory_may_be_relative(url: str, place: str, written: str) -> None:
    builder = SimpleNamespace(get_target_uri=lambda _docname: place)
    assert relative_url(builder, "any", url) == written  # type: ignore[arg-type]


def test_without_shards_nothing_changes() -> None:
    assert Shards().mark == ""
