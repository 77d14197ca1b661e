"""The published files, by the names that tools give them."""

import os
import posixpath
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath

from sphinx_repodoc.errors import ReportError
from sphinx_repodoc.model.files import ROOT, FileKind, SourceFile
from sphinx_repodoc.model.paths import quote_path

DRIVE = re.compile(r"[A-Za-z]:[\\/]")
"""How an absolute path of Windows begins."""

LINE_END = re.compile(r"\r\n|\r|\n")


class Text:
    """The text of a file, read when it is needed."""

    def __init__(self, file: SourceFile, read: Callable[[SourceFile], bytes]) -> None:
        self.file = file
        self._read = read

    @cached_property
    def content(self) -> bytes:
        """The bytes of the file."""
        return self._read(self.file)

    @cached_property
    def decoded(self) -> str:
        """The text, its line ends as they are, without byte order mark."""
        text = self.content.decode(self.file.encoding, errors="replace")
        return text.removeprefix("\ufeff")

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        return LINE_END.split(self.decoded)


class Tree:
    """The published texts below a root."""

    def __init__(
        self,
        root: Path,
        files: Mapping[PurePosixPath, SourceFile],
        read: Callable[[SourceFile], bytes],
    ) -> None:
        self.root = root
        self.files = files
        self._read = read
        self._texts: dict[PurePosixPath, Text] = {}

    def text(self, path: PurePosixPath) -> Text:
        """Return the text of a published file."""
        if path not in self._texts:
            self._texts[path] = Text(self.files[path], self._read)
        return self._texts[path]

    def find(self, name: str, base: PurePosixPath = ROOT) -> PurePosixPath | None:
        """Return the published text file that a tool means by a name; None if there is none.

        :param name: absolute, or from the base; Windows' separators are understood
        """
        for each in dict.fromkeys((name, name.replace("\\", "/"))):
            path = self._locate(each, base)
            if path is not None and self._is_text(path):
                return path
        return None

    def is_inside(self, name: str) -> bool:
        """Whether an absolute path lies below the root."""
        return posixpath.normpath(name).startswith(os.fspath(self.root).rstrip("/") + "/")

    def find_base(self, names: Collection[str], report: Path) -> PurePosixPath:
        """Return the folder that a report's relative names start from: where most of them exist.

        It is the root, or a folder above the report.

        :raises ReportError: two folders fit equally well
        """
        relative = [name for name in names if not _is_absolute(name)]
        fits = {
            base: sum(self.find(name, base) is not None for name in relative)
            for base in self._bases(report)
        }
        best = max(fits.values())
        bases = [base for base, number in fits.items() if number == best]
        if best and len(bases) > 1:
            folders = " and ".join(f"{quote_path(base)}/" for base in bases)
            raise ReportError(
                f"its paths may start from {folders}: have the tool write them from the root"
            )
        return bases[0]

    def _bases(self, report: Path) -> Iterator[PurePosixPath]:
        yield ROOT
        if report.is_relative_to(self.root):
            yield from list(PurePosixPath(report.relative_to(self.root)).parents)[:-1]

    def _locate(self, name: str, base: PurePosixPath) -> PurePosixPath | None:
        if "\0" in name or not name:
            return None
        if posixpath.isabs(name):
            inside = self.is_inside(name)
            return PurePosixPath(posixpath.relpath(name, self.root)) if inside else None
        path = PurePosixPath(posixpath.normpath(base / name))
        return None if path.parts[:1] == ("..",) else path

    def _is_text(self, path: PurePosixPath) -> bool:
        file = self.files.get(path)
        return file is not None and file.kind is FileKind.TEXT


def _is_absolute(name: str) -> bool:
    return posixpath.isabs(name) or DRIVE.match(name) is not None
