import tempfile
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_repodoc.model.files import SkipReason
from sphinx_repodoc.scan.ignore import parse_patterns, walk
from tests.conftest import MakeRepo, run_git, write_tree

FOLDERS = ("a", "b", "ab")
FILES = ("a", "b", "x.py", "y.log", "é.py")
SEGMENTS = ("a", "b", "ab", "*", "a*", "*.py", "?", "[ab]", "[!a]", "x.py", "é.py", "\\a")

places = st.lists(st.sampled_from(FOLDERS), max_size=2).map(lambda parts: "/".join([*parts, ""]))
paths = st.builds(
    lambda place, name: place.removeprefix("/") + name, places, st.sampled_from(FILES)
)
patterns = st.builds(
    lambda negation, start, segments, end: negation + start + "/".join(segments) + end,
    st.sampled_from(("", "", "!")),
    st.sampled_from(("", "", "/", "**/")),
    st.lists(st.sampled_from(SEGMENTS), min_size=1, max_size=2),
    st.sampled_from(("", "", "/", "/**")),
)
rules = st.lists(patterns, min_size=1, max_size=4).map("\n".join)


def names(root: Path) -> set[str]:
    return {str(path) for path in walk(root).paths}


@settings(max_examples=80, deadline=None)
@given(st.sets(paths, max_size=10), st.dictionaries(places, rules, max_size=3))
def test_the_walk_agrees_with_git(files: set[str], ignores: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        parents = {str(parent) for file in files for parent in PurePosixPath(file).parents}
        write_tree(root, dict.fromkeys(files - parents, ""))
        for place, text in ignores.items():
            if (root / place).is_dir():
                (root / place / ".gitignore").write_text(text)
        run_git(root, "init", "--quiet", "--template=")
        listed = run_git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
        assert names(root) == set(listed.split("\0")[:-1])


@pytest.mark.parametrize(
    ("rule", "ignored"),
    [
        ("", set()),
        ("# x", set()),
        ("*.log", {"x.log", "f/x.log"}),
        ("/*.log", {"x.log"}),
        ("f/", {"f"}),
        ("x.log/", set()),
        ("*\n!*/\n!*.py", {"x.log", "f/x.log", ".gitignore"}),
        ("*.log\n!f/", {"x.log", "f/x.log"}),
        ("*.log\n!f/x.log", {"x.log"}),
        ("f/**\n!f/x.py", {"f/x.log"}),
        ("*.log\r\n", {"x.log", "f/x.log"}),
        ("\ufefff", {"f"}),
        ("f\\", set()),
        ("[z-a]", set()),
    ],
)
def test_a_gitignore_file_is_kept(make_repo: MakeRepo, rule: str, ignored: set[str]) -> None:
    tree = {".gitignore": rule, "x.log": "", "x.py": "", "f/x.log": "", "f/x.py": ""}
    root = make_repo(tree, git=False)
    assert {str(path) for path in walk(root).skipped} == ignored


def test_a_nested_gitignore_file_decides_before_the_one_above(make_repo: MakeRepo) -> None:
    tree = {".gitignore": "*.log", "x.log": "", "f/.gitignore": "!*.log", "f/x.log": ""}
    assert names(make_repo(tree, git=False)) == {".gitignore", "f/.gitignore", "f/x.log"}


def test_an_ignored_folder_is_not_entered(make_repo: MakeRepo) -> None:
    root = make_repo({".gitignore": "f/", "f/.gitignore": "!*", "f/x": ""}, git=False)
    inventory = walk(root)
    assert inventory.skipped == {PurePosixPath("f"): SkipReason.IGNORED}
    assert inventory.paths == {PurePosixPath(".gitignore")}


def test_folders_of_version_control_are_neither_entered_nor_named(make_repo: MakeRepo) -> None:
    root = make_repo(
        {".hg/store": "", ".svn/entries": "", "f/.git": "gitdir: x", "f/x": ""}, git=False
    )
    (root / ".git").mkdir()
    inventory = walk(root)
    assert inventory.paths == {PurePosixPath("f")}
    assert inventory.submodules == {PurePosixPath("f"): ""}
    assert not inventory.skipped


def test_symbolic_links_are_named_and_never_followed(make_repo: MakeRepo) -> None:
    root = make_repo({"f/x": ""}, git=False)
    (root / "g").symlink_to("f")
    (root / "f" / "up").symlink_to("..")
    (root / ".gitignore").symlink_to("rules")
    (root / "rules").write_text("*")
    assert names(root) == {"f/x", "f/up", "g", ".gitignore", "rules"}


@pytest.mark.parametrize("line", ["f\\", "[z-a]", "/"])
def test_a_line_that_is_no_pattern_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="no gitignore pattern"):
        list(parse_patterns([line]))


@pytest.mark.parametrize("line", ["", "  ", "# comment"])
def test_a_line_without_a_pattern_yields_nothing(line: str) -> None:
    assert list(parse_patterns([line])) == []
