"""The words of command lines, and the folder that each stands in."""

import shlex
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from posixpath import normpath
from typing import NamedTuple

AROUND = "\"'`(){}[];,&|<>@"
"""What may stand around a word of a command line, or before one in a makefile."""

ELSEWHERE = ("$", "-", "/", "~", "%", "{")
"""How the names of folders begin that are not known, or lie outside."""

INTO = frozenset({"cd", "pushd"})

THERE = "-C"
"""An option of git, make and others: what follows is taken from the folder that it names."""


class Word(NamedTuple):
    """A word of a command line, or the value of an option."""

    text: str
    line: int
    before: str
    """The word before it in that line."""
    folder: PurePosixPath | None
    """What it is relative to; None if that is not known."""

    @property
    def path(self) -> PurePosixPath | None:
        """The path that it may be."""
        return _join(self.folder, self.text)


def split_commands(
    lines: Iterable[tuple[str, int]], start: PurePosixPath, *, is_one_shell: bool
) -> Iterator[Word]:
    """Yield the words of command lines, each with the number of its line.

    :param start: the folder that the first line is run in
    :param is_one_shell: whether what a line enters holds for the next; a mere ``cd`` leads back
    """
    folder: PurePosixPath | None = start
    for words in _read(lines):
        around, before, is_inner = folder, "", False
        for written, number in words:
            word = written.strip(AROUND)
            yield Word(word, number, before, folder)
            if word.startswith("-") and "=" in word:
                yield Word(word.partition("=")[2].strip(AROUND), number, word, folder)
            if before in INTO or before == THERE:
                folder = _join(folder, word)
            is_inner |= before == THERE or (word in INTO and written != word)
            before = word
        if before in {"cd", "popd"}:
            folder = start if before == "cd" else None
        elif is_inner or not is_one_shell:
            folder = around


def _read(lines: Iterable[tuple[str, int]]) -> Iterator[list[tuple[str, int]]]:
    """Yield the words of each line with those that it goes on over."""
    words: list[tuple[str, int]] = []
    for line, number in lines:
        words += [(word, number) for word in _split(line)]
        if not line.endswith("\\"):
            yield words
            words = []
    yield words


def _join(folder: PurePosixPath | None, word: str) -> PurePosixPath | None:
    if folder is None or not word or word.startswith(ELSEWHERE):
        return None
    path = normpath(folder / word)
    return None if path.startswith("..") else PurePosixPath(path)


def _split(line: str) -> Iterable[str]:
    try:
        return shlex.split(line, comments=True)
    except ValueError:
        return line.split()  # quotes that go over several lines
