"""Facts kept between builds."""

import multiprocessing
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from sphinx_repodoc.analyse.facts import find_facts
from sphinx_repodoc.analyse.store import FILE_NAME, Key, Store
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
    Store(tmp_path, "1").write_facts([KEY], {KEY: facts})
    store = Store(tmp_path, "1")
    assert store.read_facts([KEY, OTHER]) == {KEY: facts}
    assert store.problem is None


def test_a_store_that_is_not_there_holds_nothing_and_is_no_problem(tmp_path: Path) -> None:
    store = Store(tmp_path / "new", "1")
    assert store.read_facts([KEY]) == {}
    assert store.problem is None
    assert not (tmp_path / "new").exists()


def test_facts_of_another_version_are_not_given_and_are_replaced(
    tmp_path: Path, facts: Facts
) -> None:
    Store(tmp_path, "1").write_facts([KEY], {KEY: facts})
    newer = Store(tmp_path, "2")
    assert newer.read_facts([KEY]) == {}
    newer.write_facts([OTHER], {OTHER: facts})
    assert newer.read_facts([KEY, OTHER]) == {OTHER: facts}
    assert newer.problem is None


def test_what_neither_this_build_nor_the_last_used_is_dropped(tmp_path: Path, facts: Facts) -> None:
    store = Store(tmp_path, "1")
    third, fourth = Key("2" * 40, "Python"), Key("3" * 40, "Python")
    store.write_facts([KEY], {KEY: facts})
    store.write_facts([OTHER], {OTHER: facts})
    assert store.read_facts([KEY, OTHER]).keys() == {KEY, OTHER}
    store.write_facts([OTHER, third], {third: facts})
    store.write_facts([OTHER, fourth], {fourth: facts})
    assert store.read_facts([KEY, OTHER, third, fourth]).keys() == {OTHER, third, fourth}


def _overwrite(path: Path) -> None:
    path.write_bytes(b"not a database, but long enough to be taken for one" * 99)


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _garble(path: Path) -> None:
    content = path.read_bytes()
    assert content.count(b"What it is.") == 1
    path.write_bytes(content.replace(b"What it is.", b"What it was"))


def _swap_tables(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE facts (other TEXT)")
        connection.execute("CREATE TABLE analyser (other TEXT)")
    connection.close()


@pytest.mark.parametrize("damage", [_overwrite, _truncate, _garble, _swap_tables])
def test_a_damaged_store_is_made_anew_with_one_problem(
    tmp_path: Path, facts: Facts, damage: Callable[[Path], None]
) -> None:
    Store(tmp_path, "1").write_facts([KEY], {KEY: facts})
    damage(tmp_path / FILE_NAME)
    store = Store(tmp_path, "1")
    assert store.read_facts([KEY]) == {}
    assert store.problem
    assert store.problem.kind is ProblemKind.STORE
    store.write_facts([KEY], {KEY: facts})
    healed = Store(tmp_path, "1")
    assert healed.read_facts([KEY]) == {KEY: facts}
    assert healed.problem is None


def test_a_store_that_cannot_be_opened_is_done_without(tmp_path: Path, facts: Facts) -> None:
    (tmp_path / "file").write_text("no folder")
    store = Store(tmp_path / "file", "1")
    assert store.read_facts([KEY]) == {}
    store.write_facts([KEY], {KEY: facts})
    assert store.problem
    assert store.problem.kind is ProblemKind.STORE
    assert (tmp_path / "file").read_text() == "no folder"


def test_a_store_that_another_process_holds_is_done_without(
    tmp_path: Path, facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sphinx_repodoc.analyse.store.PATIENCE", 0.1)
    Store(tmp_path, "1").write_facts([KEY], {KEY: facts})
    other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    store = Store(tmp_path, "1")
    store.write_facts([OTHER], {OTHER: facts})
    other.close()
    assert store.problem
    assert Store(tmp_path, "1").read_facts([KEY, OTHER]).keys() == {KEY}


def _write_many(folder: Path, start: int) -> None:
    facts = find_facts(TEXT, "Python")
    assert facts is not None
    for number in range(start, start + 20):
        key = Key(f"{number:040}", "Python")
        store = Store(folder, "1")
        store.write_facts([key], {key: facts})
        assert store.problem is None


def test_two_processes_at_once_do_not_harm_each_other(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write_many, args=(tmp_path, start)) for start in (0, 100)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    store = Store(tmp_path, "1")
    assert store.read_facts([Key(f"{n:040}", "Python") for n in range(200)])
    assert store.problem is None
