"""Files analysed in child processes."""

import ctypes
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

import pytest

from sphinx_repodoc.analyse import children
from sphinx_repodoc.analyse.children import Limits
from sphinx_repodoc.analyse.facts import Analyser, find_facts
from sphinx_repodoc.analyse.languages import Language
from sphinx_repodoc.analyse.store import Store
from sphinx_repodoc.analyse.workers import Analysis, analyse, is_analysable
from sphinx_repodoc.errors import ChangedError
from sphinx_repodoc.model.files import FileKind, ProblemKind, SourceFile
from tests.secrets import SECRETS

Act = Callable[[], object]


def _file(name: str, language: str = "Python", blob: str = "") -> SourceFile:
    path = PurePosixPath(name)
    return SourceFile(path, FileKind.TEXT, blob=blob or f"blob of {name}", language=language)


FILES = [_file(f"f{number:02}.py") for number in range(12)]


def _read(file: SourceFile) -> str:
    return f"class {file.path.stem}: pass\n"


def _reader(acts: Mapping[str, Act]) -> Callable[[SourceFile], str]:
    """Read as usual, but act in the child when a file of that name is read."""

    def read(file: SourceFile) -> str:
        acts.get(file.path.name, lambda: None)()
        return _read(file)

    return read


def _run(acts: Mapping[str, Act]) -> dict[str, Analysis]:
    named = {f"{name}.py": act for name, act in acts.items()}
    found = list(analyse(FILES, _reader(named), processes=2, limits=Limits(seconds=0.5)))
    analyses = {analysis.path.name: analysis for analysis in found}
    assert len(analyses) == len(found)
    return analyses


@pytest.mark.parametrize("processes", [1, 2, 5, 50])
def test_every_file_is_analysed_as_in_this_process(processes: int) -> None:
    found = list(analyse(FILES, _read, processes=processes))
    assert {a.path: a.facts for a in found} == {
        file.path: find_facts(_read(file), "Python") for file in FILES
    }
    assert len(found) == len(FILES)


def _crash() -> None:
    ctypes.string_at(0)


def _exhaust() -> None:
    bytearray(1 << 40)


def _fail() -> None:
    raise ValueError("no such thing")


def _change() -> None:
    raise ChangedError("the file was changed")


DEATHS: list[tuple[str, Act, ProblemKind, str]] = [
    ("crashes", _crash, ProblemKind.ANALYSIS, "Segmentation fault"),
    ("is killed", lambda: os.kill(os.getpid(), signal.SIGKILL), ProblemKind.ANALYSIS, "Killed"),
    ("aborts", os.abort, ProblemKind.ANALYSIS, "Aborted"),
    ("exits", lambda: os._exit(3), ProblemKind.ANALYSIS, "exit code 3"),
    ("hangs", lambda: time.sleep(60), ProblemKind.ANALYSIS, "0.5 seconds"),
    ("takes all memory", _exhaust, ProblemKind.ANALYSIS, "MemoryError"),
    ("fails", _fail, ProblemKind.ANALYSIS, "ValueError: no such thing"),
    ("is changed", _change, ProblemKind.CHANGED, "the file was changed"),
]


@pytest.mark.parametrize(("name", "act", "kind", "message"), DEATHS, ids=[d[0] for d in DEATHS])
@pytest.mark.parametrize("culprits", [("f00",), ("f05",), ("f11",), ("f03", "f05", "f06")])
def test_a_file_that_ends_its_child_costs_itself_alone(
    name: str, act: Act, kind: ProblemKind, message: str, culprits: tuple[str, ...]
) -> None:
    found = _run(dict.fromkeys(culprits, act))
    assert len(found) == len(FILES)
    for file in FILES:
        analysis = found[file.path.name]
        if file.path.stem in culprits:
            assert analysis.facts is None
            assert analysis.problem
            assert analysis.problem.kind is kind
            assert message in analysis.problem.message
            assert analysis.problem.path == file.path
        else:
            assert analysis == Analysis(file.path, find_facts(_read(file), "Python"))


def test_a_child_that_dies_of_an_earlier_file_is_not_held_against_the_next() -> None:
    done: list[str] = []

    def read(file: SourceFile) -> str:
        done.append(file.path.name)
        if len(done) > 3:  # what three files did to the child kills it on the fourth
            os.kill(os.getpid(), signal.SIGSEGV)
        return _read(file)

    found = list(analyse(FILES, read))
    assert [analysis.problem for analysis in found] == [None] * len(FILES)


def test_no_child_is_started_when_the_store_knows_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = list(analyse(FILES, _read, Store(tmp_path, "1")))
    started: list[object] = []
    monkeypatch.setattr(children, "_start", lambda *given: started.append(given))
    again = list(analyse(FILES, _read, Store(tmp_path, "1")))
    assert sorted(again, key=str) == sorted(first, key=str)
    assert started == []


def test_only_what_the_store_does_not_know_is_read(tmp_path: Path) -> None:
    list(analyse(FILES[:-1], _read, Store(tmp_path, "1")))
    acts = {file.path.name: _fail for file in FILES[:-1]}
    found = list(analyse(FILES, _reader(acts), Store(tmp_path, "1")))
    assert [analysis.problem for analysis in found] == [None] * len(FILES)


def test_a_failure_is_not_stored(tmp_path: Path) -> None:
    list(analyse(FILES, _reader({"f03.py": _fail}), Store(tmp_path, "1")))
    found = list(analyse(FILES, _read, Store(tmp_path, "1")))
    assert [analysis.problem for analysis in found] == [None] * len(FILES)


def test_what_was_found_is_kept_when_the_build_breaks_off(tmp_path: Path) -> None:
    broken_off = analyse(FILES, _read, Store(tmp_path, "1"))
    for _ in range(3):
        next(broken_off)
    broken_off.close()  # type: ignore[attr-defined] # it is a generator
    assert len(list(tmp_path.iterdir())) == 1


def test_files_of_equal_content_are_analysed_once() -> None:
    files = [_file("a.py", blob="same"), _file("b.py", blob="same")]
    found = list(analyse(files, _reader({"b.py": _fail})))
    assert [analysis.problem for analysis in found] == [None, None]
    assert found[0].facts == found[1].facts


NOT_ANALYSABLE = [
    SourceFile(PurePosixPath("a.bin"), FileKind.BINARY, language="Python"),
    SourceFile(PurePosixPath("link.py"), FileKind.SYMLINK, language="Python"),
    SourceFile(PurePosixPath("large.py"), FileKind.TEXT, language="Python", is_analysable=False),
]
UNKNOWN = [_file("a.txt", ""), _file("a.f90", "No such language")]


@pytest.mark.parametrize("file", [*NOT_ANALYSABLE, *UNKNOWN], ids=lambda file: file.path.name)
def test_what_no_analyser_can_take_is_not_analysable(file: SourceFile) -> None:
    assert not is_analysable(file)


@pytest.mark.parametrize("file", NOT_ANALYSABLE, ids=lambda file: file.path.name)
def test_what_is_no_text_within_the_limits_is_left_out(file: SourceFile) -> None:
    assert list(analyse([file], _fail)) == []  # type: ignore[arg-type] # it is never called


@pytest.mark.parametrize("file", UNKNOWN, ids=lambda file: file.path.name)
def test_every_text_is_looked_through_for_secrets(tmp_path: Path, file: SourceFile) -> None:
    _, value = SECRETS["private-key"]
    for store in (Store(tmp_path, "1"), Store(tmp_path, "1")):
        (found,) = analyse([file], lambda _: value, store)
        assert (found.facts, found.problem) == (None, None)
        assert [secret.kind for secret in found.secrets] == ["private-key"]


def test_a_text_is_looked_through_though_its_analysis_fails() -> None:
    _, value = SECRETS["private-key"]
    deadly = Analyser({"Python": Language("Python", lambda _: os._exit(3))})
    (found,) = analyse(FILES[:1], lambda _: value, analyser=deadly)
    assert found.facts is None
    assert found.problem
    assert found.is_searched
    assert [secret.kind for secret in found.secrets] == ["private-key"]


@pytest.mark.parametrize(("act", "is_searched"), [(_fail, False), (_change, True)])
def test_a_text_that_cannot_be_looked_through_is_told_of(act: Act, is_searched: bool) -> None:  # noqa: FBT001
    (found,) = analyse(FILES[:1], _reader({"f00.py": act}))
    assert (found.is_searched, found.secrets) == (is_searched, ())
    assert found.problem


def test_no_child_outlives_the_analysis() -> None:
    broken_off = analyse(FILES, _reader({"f02.py": lambda: time.sleep(60)}), processes=2)
    next(broken_off)
    assert multiprocessing.active_children()
    broken_off.close()  # type: ignore[attr-defined] # it is a generator
    assert multiprocessing.active_children() == []


def test_a_thread_beside_brings_no_warning() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        found = _run({})
    finally:
        stop.set()
        thread.join()
    assert [analysis.problem for analysis in found.values()] == [None] * len(FILES)
