"""Stores that are damaged, half-written, forbidden, or used by several builds at once."""

import multiprocessing
import os
import random
import signal
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from sphinx_repodoc.analyse.facts import find_facts
from sphinx_repodoc.analyse.store import FILE_NAME, SCHEMA, Key, Store
from sphinx_repodoc.analyse.store_file import is_writable
from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.files import ProblemKind

TEXT = '"""What it is."""\nimport a.b as c\ndef f(x: int) -> str: ...\n'
KEYS = [Key(f"{number:040}", "Python") for number in range(60)]
NEW = Key("f" * 40, "Python")

_context = multiprocessing.get_context("fork")


@pytest.fixture(scope="module")
def facts() -> Facts:
    found = find_facts(TEXT, "Python")
    assert found is not None
    return found


@pytest.fixture
def kept(tmp_path: Path, facts: Facts) -> Path:
    """Give the file of a store of some pages of the database."""
    Store(tmp_path, "1").write_facts(dict.fromkeys(KEYS, facts))
    return tmp_path / FILE_NAME


def build(folder: Path, facts: Facts, version: str = "1") -> Store:
    """Use a store as a build does; whatever it holds, no facts but the true ones come from it."""
    store = Store(folder, version)
    known = store.read_facts([*KEYS, NEW])
    assert set(known.values()) <= {facts}
    store.write_facts({key: facts for key in [*KEYS, NEW] if key not in known})
    return store


def check_healed(folder: Path, facts: Facts) -> None:
    """Check that after two builds, everything is kept and nothing is said."""
    build(folder, facts)
    last = Store(folder, "1")
    assert last.read_facts([*KEYS, NEW]).keys() == {*KEYS, NEW}
    assert last.problem is None
    assert [entry.name for entry in folder.iterdir()] == [FILE_NAME]


def _overwrite(path: Path) -> None:
    path.write_bytes(b"not a database, but long enough to be taken for one" * 99)


def _garble(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content.replace(b"What it is.", b"What it was", 1))


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _change_tables(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE facts (other TEXT)")
        connection.execute("PRAGMA user_version = 2")
    connection.close()


def _change_format(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.executescript(SCHEMA.replace("user_version = 2", "user_version = 3"))
    connection.close()


def _uncount(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM builds")
    connection.close()


@pytest.mark.parametrize(
    "damage", [_overwrite, _garble, _empty, _change_tables, _change_format, _uncount]
)
def test_a_damaged_store_is_made_anew_with_one_problem(
    kept: Path, facts: Facts, damage: Callable[[Path], None]
) -> None:
    damage(kept)
    store = build(kept.parent, facts)
    assert store.problem
    assert store.problem.kind is ProblemKind.STORE
    assert "damaged" in store.problem.message
    check_healed(kept.parent, facts)


def test_a_store_cut_off_anywhere_gives_no_false_facts_and_heals(kept: Path, facts: Facts) -> None:
    whole = kept.read_bytes()
    for size in {*range(0, 100, 9), *range(0, len(whole), 1999)}:
        kept.write_bytes(whole[:size])
        build(kept.parent, facts)
        check_healed(kept.parent, facts)


def test_a_store_with_wrong_bytes_gives_no_false_facts_and_heals(kept: Path, facts: Facts) -> None:
    whole, chance = kept.read_bytes(), random.Random(1)
    for number in range(60):
        content = bytearray(whole)
        end = 100 if number % 4 == 0 else len(content)
        for _ in range(1 + number % 5):
            content[chance.randrange(end)] = chance.randrange(256)
        kept.write_bytes(content)
        build(kept.parent, facts)
        check_healed(kept.parent, facts)


def test_a_folder_in_its_place_is_left_alone(tmp_path: Path, facts: Facts) -> None:
    (tmp_path / FILE_NAME / "mine").mkdir(parents=True)
    store = build(tmp_path, facts)
    assert store.problem
    assert "may not be written" in store.problem.message
    assert (tmp_path / FILE_NAME / "mine").is_dir()


@pytest.mark.parametrize("allowed", [os.R_OK, 0])
def test_a_store_that_may_not_be_written_is_read_all_the_same(
    kept: Path, facts: Facts, monkeypatch: pytest.MonkeyPatch, allowed: int
) -> None:
    connect = sqlite3.connect

    def connect_to_read(path: Path, **options: object) -> sqlite3.Connection:
        return connect(f"file:{path}?mode=ro", uri=True, **options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr("sqlite3.connect", connect_to_read)
    monkeypatch.setattr("os.access", lambda _path, wanted: wanted & allowed == wanted)
    before = kept.read_bytes()
    store = Store(kept.parent, "1")
    assert store.read_facts(KEYS) == dict.fromkeys(KEYS, facts)
    store.write_facts({})
    assert store.problem is None
    store.write_facts({NEW: facts})
    assert store.problem
    assert "it may not be written" in store.problem.message
    assert kept.read_bytes() == before


class Deadly(Mapping[Key, Facts]):
    """Facts of many files, the last of which kills the process that writes them."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def __getitem__(self, key: Key) -> Facts:
        return self._facts

    def __len__(self) -> int:
        return 20_000

    def __iter__(self) -> Iterator[Key]:
        yield from (Key(f"a{number:039}", "Python") for number in range(len(self)))
        os.kill(os.getpid(), signal.SIGKILL)


def test_what_a_killed_build_wrote_is_taken_back(kept: Path, facts: Facts) -> None:
    writer = _context.Process(target=Store(kept.parent, "1").write_facts, args=(Deadly(facts),))
    writer.start()
    writer.join()
    assert writer.exitcode == -signal.SIGKILL
    assert kept.with_name(f"{FILE_NAME}-journal").stat().st_size
    store = Store(kept.parent, "1")
    assert store.read_facts(KEYS) == dict.fromkeys(KEYS, facts)
    assert store.problem is None
    check_healed(kept.parent, facts)


def test_a_journal_that_belongs_to_no_store_is_no_harm(kept: Path, facts: Facts) -> None:
    writer = _context.Process(target=Store(kept.parent, "1").write_facts, args=(Deadly(facts),))
    writer.start()
    writer.join()
    kept.unlink()
    assert build(kept.parent, facts).problem is None
    check_healed(kept.parent, facts)


def _build_often(folder: Path, facts: Facts, version: str, harm: str) -> None:
    for number in range(14):
        store = Store(folder, version)
        assert set(store.read_facts(KEYS).values()) <= {facts}
        store.write_facts({KEYS[number]: facts})
        assert not store.problem or (harm and "damaged" in store.problem.message)
        if version == harm and number % 4 == 0:
            (folder / FILE_NAME).write_bytes(b"wrecked")


@pytest.mark.parametrize("harm", ["", "1"])
def test_builds_at_once_do_not_harm_each_other(tmp_path: Path, facts: Facts, harm: str) -> None:
    """Three builds, two of one version, from the moment when there is no store yet."""
    arguments = [(tmp_path, facts, version, harm) for version in ("1", "1", "2")]
    builds = [_context.Process(target=_build_often, args=each) for each in arguments]
    for each in builds:
        each.start()
    for each in builds:
        each.join()
    assert [each.exitcode for each in builds] == [0, 0, 0]
    assert harm or len(Store(tmp_path, "2").read_facts(KEYS)) == 14
    check_healed(tmp_path, facts)


def test_a_file_that_another_build_just_removed_is_not_taken_for_a_forbidden_one(
    kept: Path,
) -> None:
    kept.unlink()
    assert is_writable(kept)
    kept.mkdir()
    assert not is_writable(kept)
