"""One file of the work tree, read once: what it is, its blob id, its text."""

import codecs
import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from sphinx_repodoc.model.files import FileKind, Problem, ProblemKind, SourceFile
from sphinx_repodoc.scan.classify import Language, find_interpreter, find_language
from sphinx_repodoc.scan.decode import (
    LAST_RESORT,
    Decoding,
    LineEnds,
    count_lines,
    decode,
    find_mark,
    is_text,
)
from sphinx_repodoc.scan.licences import find_licence
from sphinx_repodoc.scan.pictures import find_picture
from sphinx_repodoc.scan.selection import Selection

_HEAD = 1 << 16
"""Bytes by which a file is judged, and characters by which a language is."""

_PIECE = 1 << 20
"""Bytes of a large file that are in memory at one time."""

_UTF_8 = frozenset({"Go", "JSON", "Python", "Rust", "Swift", "TOML", "YAML", "Zig"})
"""Languages whose texts must be UTF-8, unless they declare another encoding."""

_NO_LINES = LineEnds(0, "")

_SPECIAL = {
    stat.S_IFDIR: "a folder, not a file",
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the bytes of a file are."""

    size: int
    blob: str
    head: bytes
    """Enough of the beginning to know the language by, or the size of a picture."""
    decoding: Decoding | None
    """None for a binary file."""
    lines: LineEnds = _NO_LINES


def read_source(root: Path, path: PurePosixPath, selection: Selection) -> SourceFile | None:
    """Read the file at `path` and say what it is and what is wrong with it; None if it is gone."""
    try:
        return _read(root / path, path, selection)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return _describe_unreadable(path, f"cannot be read: {error.strerror}")


def open_regular(location: Path) -> BinaryIO:
    """Open a file for reading; follow no symbolic link and wait for no pipe."""
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    return os.fdopen(os.open(location, flags), "rb")


def compute_blob(content: bytes) -> str:
    """Return the id that git gives to a file of this content."""
    return hashlib.sha1(_begin(len(content)) + content, usedforsecurity=False).hexdigest()


def _read(location: Path, path: PurePosixPath, selection: Selection) -> SourceFile:
    status = location.lstat()
    if stat.S_ISLNK(status.st_mode):
        target = os.readlink(location)  # noqa: PTH115 - a Path would tidy it, and change its id
        return _describe_link(path, target)
    if not stat.S_ISREG(status.st_mode):
        return _describe_unreadable(path, f"is {_SPECIAL[stat.S_IFMT(status.st_mode)]}")
    with open_regular(location) as stream:
        is_large = status.st_size > selection.max_bytes
        reading = _read_pieces(stream) if is_large else _read_whole(stream)
    return _describe(path, reading, selection, is_executable=bool(status.st_mode & stat.S_IXUSR))


def _read_whole(stream: BinaryIO) -> _Reading:
    content = stream.read()
    size, blob = len(content), compute_blob(content)
    if not is_text(content):
        return _Reading(size, blob, content, None)
    decoding = decode(content)
    return _Reading(size, blob, content[:_HEAD], decoding, count_lines((decoding.text,)))


def _read_pieces(stream: BinaryIO) -> _Reading:
    """Read a file that is too large to be held in memory."""
    size = os.fstat(stream.fileno()).st_size
    digest = hashlib.sha1(_begin(size), usedforsecurity=False)
    head = stream.read(_HEAD)
    stream.seek(0)

    def read() -> Iterator[bytes]:
        while piece := stream.read(_PIECE):
            digest.update(piece)
            yield piece

    encoding = find_mark(head)[0] if find_mark(head)[1] else LAST_RESORT
    lines = count_lines(codecs.iterdecode(read(), encoding, errors="replace"))
    if stream.tell() != size:
        raise OSError(errno.EBUSY, "it changed while it was read")
    decoding = _decode_head(head) if is_text(head) else None
    return _Reading(size, digest.hexdigest(), head, decoding, lines)


def _decode_head(head: bytes) -> Decoding:
    """Decode the beginning of a text; where it is cut off, a character may be."""
    cuts = range(4 if len(head) == _HEAD else 1)
    decodings = [decode(head[: len(head) - cut]) for cut in cuts]
    return min(decodings, key=lambda decoding: bool(decoding.complaint))


def _begin(size: int) -> bytes:
    """Return what git hashes before the content."""
    return b"blob %d\0" % size


def _describe(
    path: PurePosixPath, reading: _Reading, selection: Selection, *, is_executable: bool
) -> SourceFile:
    """Put together what the bytes and the name tell."""
    file = SourceFile(
        path,
        FileKind.BINARY,
        size=reading.size,
        blob=reading.blob,
        newline="",
        is_executable=is_executable,
        picture=find_picture(path.suffix, reading.head),
        is_analysable=False,
    )
    decoding = reading.decoding
    if decoding is None:
        return file
    interpreter = find_interpreter(reading.head)
    added = [each for each in selection.languages if each.owns(path.name)]
    language = (
        Language(added[-1].name, added[-1].lexer)
        if added
        else find_language(path.name, interpreter, decoding.text[:_HEAD])
    )
    excess = _find_excess(reading, selection)
    return replace(
        file,
        kind=FileKind.TEXT,
        language=language.name,
        lexer=language.lexer,
        encoding=decoding.encoding,
        has_bom=decoding.has_bom,
        newline=reading.lines.newline,
        lines=reading.lines.count,
        interpreter=interpreter,
        licence=find_licence(path, decoding.text),
        is_analysable=not excess,
        problems=tuple(_find_problems(path, decoding, language.name, excess)),
    )


def _find_excess(reading: _Reading, selection: Selection) -> str:
    """Return by how much a text is too large; empty for one within the limits."""
    if reading.size > selection.max_bytes:
        return f"{reading.size:,} bytes, more than repodoc_max_bytes ({selection.max_bytes:,})"
    if reading.lines.count > selection.max_lines:
        return (
            f"{reading.lines.count:,} lines, more than repodoc_max_lines ({selection.max_lines:,})"
        )
    return ""


def _find_problems(
    path: PurePosixPath, decoding: Decoding, language: str, excess: str
) -> Iterator[Problem]:
    if decoding.complaint and (decoding.is_declared or language in _UTF_8):
        message = (
            f"the file {decoding.complaint}; it is shown as {decoding.encoding}: "
            "convert it, or declare its encoding in its first line"
        )
        yield Problem(ProblemKind.ENCODING, message, path, decoding.line)
    if excess:
        message = f"the file is {excess}: its text is neither shown nor analysed"
        yield Problem(ProblemKind.LIMIT, message, path)


def _describe_link(path: PurePosixPath, target: str) -> SourceFile:
    content = os.fsencode(target)
    return SourceFile(
        path,
        FileKind.SYMLINK,
        size=len(content),
        blob=compute_blob(content),
        newline="",
        target=target,
        is_analysable=False,
    )


def _describe_unreadable(path: PurePosixPath, reason: str) -> SourceFile:
    problem = Problem(ProblemKind.UNREADABLE, f"the file {reason}", path)
    return SourceFile(
        path, FileKind.UNREADABLE, newline="", is_analysable=False, problems=(problem,)
    )
