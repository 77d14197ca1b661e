"""Facts kept between builds."""

import sqlite3
from pathlib import Path

import pytest

from sphinx_repodoc.analyse.facts import find_facts
from sphinx_repodoc.analyse.store import FILE_NAME, MEMORY, PERIOD, Key, Store
from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.files import ProblemKind

TEXT = '''\
"""What it is."""
from __future__ import annotations
import a.b as c
__all__ = ["f"]
async def f(x: int) -> str: ...
'''
KEY = Key("0" * 40, "Python")
OTHER = Key("1" * 40, "Python")


@pytest.fixture
def facts() -> Facts:
    found = find_facts(TEXT, "Python")
    assert found is not None
    return found


def test_what_was_written_is_read_back_equal(tmp_path: Path, facts: Facts) -> None:
    Store(tmp_path, "1").write_facts({KEY: facts})
    store = Store(tmp_path, "1")
    assert store.read_facts([KEY, OTHER]) == {KEY: facts}
    assert store.problem is None


def test_a_store_that_is_not_there_holds_nothing_and_is_no_problem(tmp_path: Path) -> None:
    store = Store(tmp_path / "new", "1")
    assert store.read_facts([KEY]) == {}
    assert store.problem is None
    assert not (tmp_path / "new").exists()


def test_several_versions_keep_their_facts_side_by_side(tmp_path: Path, facts: Facts) -> None:
    Store(tmp_path, "1").write_facts({KEY: facts})
    newer = Store(tmp_path, "2")
    assert newer.read_facts([KEY]) == {}
    newer.write_facts({OTHER: facts})
    assert newer.read_facts([KEY, OTHER]) == {OTHER: facts}
    assert Store(tmp_path, "1").read_facts([KEY, OTHER]) == {KEY: facts}
    assert newer.problem is None


def test_what_no_build_uses_for_long_is_dropped(
    tmp_path: Path, facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sphinx_repodoc.analyse.store.MEMORY", 4)
    monkeypatch.setattr("sphinx_repodoc.analyse.store.PERIOD", 2)
    unused = Key("f" * 40, "Python")
    Store(tmp_path, "1").write_facts({KEY: facts, unused: facts})
    sizes = []
    for number in range(20):
        store = Store(tmp_path, "1")
        assert store.read_facts([KEY]) == {KEY: facts}
        store.write_facts({Key(f"{number:040}", "Python"): facts})
        sizes.append((tmp_path / FILE_NAME).stat().st_size)
    assert Store(tmp_path, "1").read_facts([unused]) == {}
    assert max(sizes[12:]) <= max(sizes[:12])


def test_branches_that_share_a_store_do_not_drive_each_other_out(
    tmp_path: Path, facts: Facts
) -> None:
    branches = [{Key(f"{branch}{n:039}", "Python"): facts for n in range(5)} for branch in "abc"]
    for number in range(PERIOD + MEMORY):
        for branch in branches:
            store = Store(tmp_path, "1")
            assert len(store.read_facts(branch.keys())) == (5 if number else 0)
            store.write_facts({Key(f"d{number:039}", "Python"): facts} if number else branch)


def test_a_store_that_is_only_read_is_not_written(tmp_path: Path, facts: Facts) -> None:
    Store(tmp_path, "1").write_facts({KEY: facts})
    before = (tmp_path / FILE_NAME).stat().st_mtime_ns
    for _ in range(40):
        store = Store(tmp_path, "1")
        store.read_facts([KEY])
        store.write_facts({})
    assert (tmp_path / FILE_NAME).stat().st_mtime_ns == before
    assert [entry.name for entry in tmp_path.iterdir()] == [FILE_NAME]


def test_a_store_that_cannot_be_opened_is_done_without(tmp_path: Path, facts: Facts) -> None:
    (tmp_path / "file").write_text("no folder")
    store = Store(tmp_path / "file", "1")
    assert store.read_facts([KEY]) == {}
    store.write_facts({KEY: facts})
    assert store.problem
    assert store.problem.kind is ProblemKind.STORE
    assert (tmp_path / "file").read_text() == "no folder"


def test_a_store_that_another_process_holds_is_done_without(
    tmp_path: Path, facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sphinx_repodoc.analyse.store.PATIENCE", 0.1)
    Store(tmp_path, "1").write_facts({KEY: facts})
    other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    store = Store(tmp_path, "1")
    store.write_facts({OTHER: facts})
    other.close()
    assert store.problem
    assert Store(tmp_path, "1").read_facts([KEY, OTHER]).keys() == {KEY}
