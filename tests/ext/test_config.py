"""Configuration values: what they may be, and what becomes of them."""

from dataclasses import fields
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from sphinx.config import Config

from sphinx_repodoc.errors import ConfigurationError
from sphinx_repodoc.ext.config import Settings, declared_values, find_root

WRONG: dict[str, list[Any]] = {
    "root": [1, None, ["."]],
    "pages": [None, "/absolute", "../out", "a/../b", Path("pages")],
    "toctree": ["yes", 1, None],
    "include": ["**", None, [1], {"**"}],
    "exclude": ["*.py", [None], 0],
    "sections": ["metadata", ["nothing"], ["metadata", "contents"], None, [["metadata"]]],
    "folder_sections": ["contents", ["source"], [0], {"contents": 1}],
    "empty": ["", "none", None, True, ["omit"]],
    "source_url": ["https://forge.example/", 1, None],
    "max_bytes": [0, -1, 1.5, True, "9", None],
    "max_lines": [0, -1, 1.5, True, "9", None],
    "ruff": ["ruff", 1, None],
    "reports": ["a.sarif", None, [Path("a.sarif")]],
    "shards": ["core", None, [1]],
    "store": [None, 1, ["a"]],
    "languages": [
        *([], {"A": 1}, {"A": {"suffixes": [".a"]}}, {"A": {"grammar": "x"}}),
        {"A": {"grammar": "x", "suffixes": ".a"}},
        {"A": {"grammar": "x", "suffix": [".a"]}},
    ],
    "rules": ["rules.toml", [1], None],
    "redact": [0, "yes", None],
    "secrets": ["error", True, None],
    "history": ["yes", 1, None],
    "authors": ["yes", 1, None],
    "stale": ["yes", 1, None],
    "stale_exclude": ["news", None, [1]],
    "folder_notes": [[], {"a": 1}, {1: "a"}, "a", None],
}
RIGHT: dict[str, list[Any]] = {
    "rules": [[], ["rules.toml"]],
    "redact": [True, False],
    "secrets": ["warn", "fail"],
    "root": ["", "..", "/srv", Path("..")],
    "pages": ["", "repository", "a/b", "."],
    "toctree": [True, False],
    "include": [[], ["src/**", "!x"], ("a",)],
    "exclude": [[], ["*.py"]],
    "sections": [[], ["references", "metadata"], ("source",)],
    "folder_sections": [[], ["contents"]],
    "empty": ["omit", "note"],
    "source_url": ["", "https://forge.example/{commit}/{path}#L{line}"],
    "max_bytes": [1, 10**9],
    "max_lines": [1, 10**9],
    "ruff": [True, False],
    "reports": [[], ["*.sarif", "/tmp/coverage.json"]],
    "shards": [[], ["core", "app"]],
    "store": ["", "../.cache", Path("cache")],
    "languages": [{}, {"A": {"grammar": "x", "suffixes": [".a"], "queries": ("a.scm",)}}],
    "history": [True, False],
    "authors": [True, False],
    "stale": [True, False],
    "stale_exclude": [[], ["news*"]],
    "folder_notes": [{}, {"src/": "The library"}],
}


def settings(**changed: Any) -> Settings:
    config = Config()
    for value in declared_values():
        config.add(value.name, value.default, "env", frozenset())
    for name, value in changed.items():
        config[f"repodoc_{name}"] = value
    return Settings.of(config)


@pytest.mark.parametrize(
    ("name", "value"),
    [(name, value) for name, values in WRONG.items() for value in values],
    ids=repr,
)
def test_a_wrong_value_is_named_with_what_it_may_be(name: str, value: Any) -> None:
    with pytest.raises(ConfigurationError) as raised:
        settings(**{name: value})
    message = str(raised.value)
    assert message.startswith(f"repodoc_{name} is {value!r}, but must be ")
    assert not message.endswith("must be ")


@pytest.mark.parametrize(
    ("name", "value"),
    [(name, value) for name, values in RIGHT.items() for value in values],
    ids=repr,
)
def test_a_right_value_is_kept(name: str, value: Any) -> None:
    assert getattr(settings(**{name: value}), name) == value


def test_the_message_lists_the_sections_there_are() -> None:
    with pytest.raises(ConfigurationError, match="overview, purpose, contents, tree, concepts"):
        settings(folder_sections=["source"])


def test_each_value_is_declared_once_and_tried_here() -> None:
    names = [value.name.removeprefix("repodoc_") for value in declared_values()]
    assert names == [field.name for field in fields(Settings)]
    assert set(names) == WRONG.keys() == RIGHT.keys()
    assert all(value.description.endswith((".", "wanted.")) for value in declared_values())


def test_the_defaults_are_right_and_nobody_s_to_change() -> None:
    assert settings() == Settings()
    first = {value.name: value.default for value in declared_values()}
    first["repodoc_include"].append("x")
    first["repodoc_folder_notes"]["a"] = "x"
    assert Settings().include == ["**"]
    assert {value.name: value.default for value in declared_values()}["repodoc_folder_notes"] == {}


def test_notes_are_kept_by_path() -> None:
    notes = settings(folder_notes={"src/": "The library", ".": "All"}).notes()
    assert notes == {PurePosixPath("src"): "The library", PurePosixPath(): "All"}


@pytest.mark.parametrize(
    ("root", "top_level", "expected"),
    [
        ("", "top", "top"),
        ("", None, "."),
        ("..", "top", "."),
        ("sub", None, "docs/sub"),
        ("{tmp}/elsewhere", "top", "elsewhere"),
    ],
)
def test_the_root_is_what_is_configured_or_git_s_or_the_folder_above(
    tmp_path: Path, root: str, top_level: str | None, expected: str
) -> None:
    here = tmp_path.resolve()
    chosen = settings(root=root.replace("{tmp}", str(here)))
    found = find_root(
        chosen, here / "docs", here / "source", here / top_level if top_level else None
    )
    assert found == here / expected


def test_the_root_is_absolute_and_free_of_links(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    found = find_root(settings(root="link"), tmp_path, tmp_path, None)
    assert found == (tmp_path / "real").resolve()
