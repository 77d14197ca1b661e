import codecs
import os
import socket
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from sphinx_repodoc.model.files import FileKind, Problem, ProblemKind, SourceFile
from sphinx_repodoc.scan.files import Selection, read_text, scan
from tests.conftest import MakeRepo


def read_one(root: Path, selection: Selection | None = None) -> SourceFile:
    """Scan a folder of one file."""
    (file,) = scan(root, selection).files.values()
    return file


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(os.fspath(path))


@pytest.mark.parametrize(
    ("make", "reason"),
    [(Path.mkdir, "folder"), (make_pipe, "pipe"), (make_socket, "socket")],
)
def test_what_cannot_be_read_is_named_and_the_rest_is_whole(
    make_repo: MakeRepo,
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[Path], None],
    reason: str,
) -> None:
    root = make_repo({"a": "", "b": ""})
    monkeypatch.chdir(root)
    Path("a").unlink()
    make(Path("a"))
    files = scan(root).files
    assert [file.kind for file in files.values()] == [FileKind.UNREADABLE, FileKind.TEXT]
    (problem,) = files[PurePosixPath("a")].problems
    assert (problem.kind, problem.path) == (ProblemKind.UNREADABLE, PurePosixPath("a"))
    assert reason in problem.message


def test_a_folder_whose_name_is_too_long_to_open_is_unreadable(tmp_path: Path) -> None:
    descriptor = os.open(tmp_path, os.O_RDONLY)
    for _ in range(17):
        os.mkdir("d" * 250, dir_fd=descriptor)
        below = os.open("d" * 250, os.O_RDONLY, dir_fd=descriptor)
        os.close(descriptor)
        descriptor = below
    os.close(descriptor)
    file = read_one(tmp_path)
    assert file.kind is FileKind.UNREADABLE
    assert [problem.kind for problem in file.problems] == [ProblemKind.UNREADABLE]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.py", b"", {"kind": FileKind.TEXT, "lines": 0, "newline": "", "language": "Python"}),
        ("a.py", b"x = 1", {"lines": 1, "newline": "", "size": 5, "is_analysable": True}),
        ("a.md", b"# a\r\n\r\nb\r\n", {"lines": 3, "newline": "\r\n", "language": "Markdown"}),
        ("a", b"a\rb\nc", {"lines": 3, "newline": "mixed", "language": "", "lexer": "text"}),
        ("a", b"#!/usr/bin/env python3\n", {"interpreter": "python3", "language": "Python"}),
        ("a.txt", codecs.BOM_UTF8 + b"a\n", {"has_bom": True, "encoding": "utf-8", "lines": 1}),
        ("a.txt", "\ufeffa\nb".encode("utf-16-le"), {"encoding": "utf-16-le", "lines": 2}),
        ("a.py", b"\0", {"kind": FileKind.BINARY, "language": "", "is_analysable": False}),
        ("a.png", b"\x89PNG\0", {"kind": FileKind.BINARY, "lines": 0, "newline": ""}),
    ],
)
def test_a_file_is_what_its_bytes_say(
    tmp_path: Path, name: str, content: bytes, expected: dict[str, object]
) -> None:
    (tmp_path / name).write_bytes(content)
    file = read_one(tmp_path)
    assert {field: getattr(file, field) for field in expected} == expected
    assert not file.problems


def test_the_executable_bit_is_that_on_disk(make_repo: MakeRepo) -> None:
    root = make_repo({"a": "", "b": ""})
    (root / "b").chmod(0o755)
    assert [file.is_executable for file in scan(root).files.values()] == [False, True]


def test_undecodable_text_is_shown_as_latin_1_and_the_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"x = 1\ny = '\xe9'\n")
    file = read_one(tmp_path)
    assert (file.kind, file.encoding, file.is_analysable) == (FileKind.TEXT, "iso8859-1", True)
    assert [(problem.kind, problem.line) for problem in file.problems] == [
        (ProblemKind.ENCODING, 2)
    ]
    assert read_text(tmp_path, file) == "x = 1\ny = 'é'\n"


@pytest.mark.parametrize(
    ("content", "limits", "words"),
    [
        (b"12345", {"max_bytes": 4}, "5 bytes, more than repodoc_max_bytes (4)"),
        (b"1\n2\n3", {"max_lines": 2}, "3 lines, more than repodoc_max_lines (2)"),
    ],
)
def test_a_text_above_a_limit_keeps_what_is_known_and_says_so(
    tmp_path: Path, content: bytes, limits: dict[str, int], words: str
) -> None:
    (tmp_path / "a.py").write_bytes(content)
    whole = read_one(tmp_path)
    file = read_one(tmp_path, Selection(**limits))  # type: ignore[arg-type] # only the limits are given
    assert not file.is_analysable
    assert [problem.kind for problem in file.problems] == [ProblemKind.LIMIT]
    assert words in file.problems[0].message
    facts = ("kind", "size", "blob", "language", "lines", "newline", "encoding")
    assert [getattr(file, fact) for fact in facts] == [getattr(whole, fact) for fact in facts]


@pytest.mark.parametrize("limits", [{"max_bytes": 5}, {"max_lines": 3}])
def test_a_text_at_the_limit_is_analysed(tmp_path: Path, limits: dict[str, int]) -> None:
    (tmp_path / "a").write_bytes(b"1\n2\n3")
    assert read_one(tmp_path, Selection(**limits)).is_analysable  # type: ignore[arg-type] # as above


@pytest.mark.parametrize(
    ("content", "lines", "encoding"),
    [
        (b"x" * 5_000_000, 1, "utf-8"),
        (b"line\r\n" * 500_000, 500_000, "utf-8"),
        ("é\n".encode() * 1_000_000, 1_000_000, "utf-8"),
        (b"\xe9\n" * 1_500_000, 1_500_000, "iso8859-1"),
        (codecs.BOM_UTF16_BE + "é\n".encode("utf-16-be") * 600_000, 600_000, "utf-16-be"),
    ],
)
def test_a_large_text_is_measured_in_pieces(
    tmp_path: Path, content: bytes, lines: int, encoding: str
) -> None:
    (tmp_path / "a").write_bytes(content)
    file = read_one(tmp_path)
    assert (file.size, file.lines, file.encoding) == (len(content), lines, encoding)
    assert ProblemKind.LIMIT in {problem.kind for problem in file.problems}
    whole = read_one(tmp_path, Selection(max_bytes=len(content), max_lines=lines))
    assert (whole.blob, whole.newline) == (file.blob, file.newline)


def test_a_large_binary_file_is_no_problem(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\0" * 3_000_000)
    file = read_one(tmp_path)
    assert (file.kind, file.size, file.problems) == (FileKind.BINARY, 3_000_000, ())


def test_problems_name_no_path_of_the_machine(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"\xe9")
    os.mkfifo(tmp_path / "b")
    problems: list[Problem] = []
    for file in scan(tmp_path, Selection(max_bytes=0)).files.values():
        problems += file.problems
    assert len(problems) == 3
    assert not any(os.fspath(tmp_path) in problem.message for problem in problems)


@pytest.mark.parametrize(
    ("name", "content", "number"),
    [
        ("a.py", b"\xe9", 1),
        ("a.c", b"\xe9", 0),
        ("a.lua", b"-- coding: utf-8\n\xe9", 1),
        ("a", codecs.BOM_UTF8 + b"\xe9", 1),
    ],
)
def test_an_encoding_is_wrong_only_if_one_is_declared_or_the_language_has_one(
    tmp_path: Path, name: str, content: bytes, number: int
) -> None:
    (tmp_path / name).write_bytes(content)
    (file,) = scan(tmp_path).files.values()
    assert [problem.kind for problem in file.problems] == [ProblemKind.ENCODING] * number
    assert file.encoding == "iso8859-1"
