"""The use case: a repository in, its survey out."""

from dataclasses import fields, replace
from pathlib import Path, PurePosixPath

import pytest

from sphinx_repodoc.analyse.store import FILE_NAME
from sphinx_repodoc.errors import RootError
from sphinx_repodoc.model.files import ProblemKind
from sphinx_repodoc.model.relations import RelationKind
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.places import find_url
from sphinx_repodoc.survey import Request, list_repository, survey_repository
from tests.conftest import MakeRepo, run_git, write_tree

TREE = {
    "pkg/__init__.py": '"""A package."""\n',
    "pkg/a.py": "from pkg.b import f\n",
    "pkg/b.py": "def f(): ...\n",
    "README.md": "# Title\n",
    "data.json": "{}\n",
}
A, B = PurePosixPath("pkg/a.py"), PurePosixPath("pkg/b.py")


def survey(root: Path, store: Path | None = None, processes: int = 1) -> Survey:
    request = Request(root, store=store, processes=processes)
    return survey_repository(request, lambda _done, _total: None)


def parts(found: Survey) -> dict[str, object]:
    """Return all that a survey says."""
    return {part.name: getattr(found, part.name) for part in fields(found)}


def kept(store: Path) -> tuple[int, bytes]:
    """Return when the stored facts were written, and what they are."""
    file = store / FILE_NAME
    return file.stat().st_mtime_ns, file.read_bytes()


def test_a_survey_holds_facts_dependencies_and_relations(make_repo: MakeRepo) -> None:
    found = survey(make_repo(TREE))
    assert [str(path) for path in found.files] == sorted(TREE)
    assert list(found.facts) == list(found.files)
    assert [(d.path, d.statement.dotted) for d in found.dependencies[A]] == [(B, "pkg.b")]
    assert [r.target for r in found.relations[B] if r.kind is RelationKind.IMPORTED_BY] == [A]
    assert (found.positions[A].layer, found.positions[B].layer) == (1, 0)
    assert found.modules[A] == "pkg.a"
    assert found.problems == {}


def test_progress_counts_the_files_that_can_be_analysed(make_repo: MakeRepo) -> None:
    told: list[tuple[int, int]] = []
    survey_repository(Request(make_repo(TREE)), lambda done, total: told.append((done, total)))
    assert told == [(n, 5) for n in range(1, 6)]


def test_stored_facts_are_used_and_nothing_is_written_again(
    make_repo: MakeRepo, tmp_path: Path
) -> None:
    root, store = make_repo(TREE), tmp_path / "store"
    first = survey(root, store)
    before = kept(store)
    assert parts(survey(root, store)) == parts(first)
    assert kept(store) == before
    write_tree(root, {"pkg/b.py": "def g(): ...\n"})
    assert [s.name for s in survey(root, store).facts[B].symbols] == ["g"]
    assert kept(store) != before


def test_stored_facts_are_taken_for_the_content_whatever_its_path(
    make_repo: MakeRepo, tmp_path: Path
) -> None:
    root, store = make_repo(TREE), tmp_path / "store"
    survey(root, store)
    before = kept(store)
    run_git(root, "mv", "pkg/b.py", "pkg/c.py")
    found = survey(root, store)
    assert [s.name for s in found.facts[PurePosixPath("pkg/c.py")].symbols] == ["f"]
    assert kept(store) == before


def test_no_child_is_started_when_nothing_changed(make_repo: MakeRepo, tmp_path: Path) -> None:
    root, store = make_repo(TREE), tmp_path / "store"
    first = survey(root, store)
    assert parts(survey(root, store, processes=0)) == parts(first)
    assert survey(root, processes=0).facts == {}


def test_several_children_find_the_same(make_repo: MakeRepo) -> None:
    root = make_repo(TREE)
    one, two = survey(root), survey(root, processes=2)
    assert parts(one) == parts(two)
    assert list(one.facts) == list(two.facts)


def test_a_store_that_cannot_be_used_is_one_problem_and_costs_no_facts(
    make_repo: MakeRepo, tmp_path: Path
) -> None:
    root, file = make_repo(TREE), tmp_path / "file"
    file.write_text("in the way")
    found = survey(root, file)
    (problem,) = found.listing.problems
    assert problem.kind is ProblemKind.STORE
    assert str(file) in problem.message
    assert found.facts == survey(root).facts
    assert file.read_text() == "in the way"


def test_what_is_wrong_with_a_file_is_kept_by_its_path(make_repo: MakeRepo) -> None:
    tree = {"bad.py": "def f(): ...\n\nx = = 1\n", "deep.py": "(" * 5000, "good.py": ""}
    found = survey(make_repo(tree))
    bad, deep = PurePosixPath("bad.py"), PurePosixPath("deep.py")
    assert found.problems.keys() == {bad, deep}
    (problem,) = found.problems[bad]
    assert (problem.kind, problem.path, problem.line) == (ProblemKind.SYNTAX, bad, 3)
    assert [s.name for s in found.facts[bad].symbols] == ["f", "x"]
    assert found.problems[deep][0].path == deep


def test_a_template_that_wants_a_commit_is_of_no_use_without_one(make_repo: MakeRepo) -> None:
    template = "https://forge.example/{commit}/{path}"
    committed = make_repo(TREE)
    listing = list_repository(Request(committed, source_url=template))
    commit = run_git(committed, "rev-parse", "HEAD").strip()
    assert set(listing.commits.values()) == {commit}
    request = Request(make_repo(TREE, name="new", commit=False), source_url=template)
    assert survey_repository(request, lambda _done, _total: None).source_url == ""
    plain = replace(request, source_url="https://forge.example/{path}")
    assert survey_repository(plain, lambda _done, _total: None).source_url


def test_urls_name_paths_from_the_top_level_of_git(make_repo: MakeRepo) -> None:
    root = make_repo({"a b/c.py": "x = 1\n"})
    run_git(root, "remote", "add", "origin", "https://github.com/x/y")
    commit = run_git(root, "rev-parse", "HEAD").strip()
    url = f"https://github.com/x/y/blob/{commit}/a%20b/c.py"
    assert find_url(survey(root), PurePosixPath("a b/c.py")) == url
    assert find_url(survey(root / "a b"), PurePosixPath("c.py")) == url


def test_a_root_that_is_no_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RootError):
        survey(tmp_path / "nothing")
