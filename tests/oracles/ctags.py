"""Compare what the analyser says is defined in files with what universal-ctags says.

``python -m tests.oracles.ctags LANGUAGE FOLDER...`` prints the differences of (name, kind, line),
how many each known class of them has, and recall and precision: raw, and where only our faults
count. ``ctags_kinds.toml`` says which kinds of both are the same, ``ctags_differences.toml`` what
the differences are.
"""

import json
import re
import subprocess
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from sphinx_repodoc.analyse.facts import find_facts
from sphinx_repodoc.model.facts import Symbol
from sphinx_repodoc.model.files import FileKind
from sphinx_repodoc.scan.files import Selection, read_text, scan
from tests.oracles.differences import (
    UNEXPLAINED,
    Difference,
    Explained,
    explain,
    read_classes,
)

KINDS = Path(__file__).with_name("ctags_kinds.toml")

Row = tuple[str, str, int]
"""Name, kind as ctags calls it, line."""


@dataclass(frozen=True)
class Peer:
    """What ctags calls a language and its kinds."""

    ctags: str
    letters: str
    """Of the kinds that ctags is to look for."""
    kinds: Mapping[str, str]
    """What ctags calls each kind of ours; kinds of neither are not compared."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What ctags calls names that it writes in another way."""
    separators: str = ""
    """What stands between a name and its owners, where ctags gives all of that for a name."""
    same: Mapping[str, str] = field(default_factory=dict)
    """What kinds of ctags are taken for another."""
    is_plain: bool = False
    """Whether names are compared without blanks and the arguments of templates."""
    anywhere: bool = False
    """Whether ctags gives the line of the name, which may be any of the definition."""


@dataclass
class Report:
    """What both found, and what only one of them did."""

    files: int = 0
    both: int = 0
    differences: list[Difference] = field(default_factory=list)

    def find_share(self, faults: Explained | None = None, *, is_ours: bool) -> float:
        """Return the share of the rows of one side that the other has too.

        :param faults: what to count as lacking; otherwise all differences
        """
        lacking = sum(difference.is_ours is is_ours for difference in self.differences)
        if faults:
            lacking = faults.count_faults(is_ours=is_ours)
        return self.both / (self.both + lacking) if lacking else 1.0


def read_peer(language: str) -> Peer:
    """Read what is known of a language.

    :raises KeyError: nothing is
    """
    return Peer(**tomllib.loads(KINDS.read_text("utf-8"))[language])


def compare_folder(folder: Path, language: str, report: Report) -> None:
    """Compare all files of a language that git tracks in a folder, or that lie in it."""
    peer = read_peer(language)
    listing = scan(folder, Selection())
    files = [
        file
        for file in listing.files.values()
        if file.language == language and file.kind is FileKind.TEXT and file.is_analysable
    ]
    theirs = run_ctags(folder, peer, [file.path for file in files])
    for file in files:
        text = read_text(folder, file)
        facts = find_facts(text, language)
        assert facts
        comparison = Comparison(text, facts.symbols, theirs.get(file.path, ()), peer)
        report.files += 1
        report.both += len(comparison.both)
        report.differences += comparison.list_differences(file.path)


def run_ctags(
    folder: Path, peer: Peer, paths: Sequence[PurePosixPath]
) -> Mapping[PurePosixPath, list[Row]]:
    """Return the rows of each file."""
    command = [
        *(
            "ctags",
            "--options=NONE",
            "--extras=-{anonymous}",
            "--output-format=json",
            "--fields=+neK",
            "-f",
            "-",
            "-L",
            "-",
        ),
        *(f"--language-force={peer.ctags}", f"--kinds-{peer.ctags}={peer.letters}"),
    ]
    listed = "".join(f"{path}\n" for path in paths)
    result = subprocess.run(
        command, cwd=folder, input=listed.encode(), capture_output=True, check=True
    )
    found: dict[PurePosixPath, list[Row]] = {}
    for line in result.stdout.decode(errors="replace").splitlines():
        tag = json.loads(line)
        kind = tag.get("kind", "")
        name = re.split(f"[{peer.separators}]", tag["name"])[-1] if peer.separators else tag["name"]
        name = peer.names.get(name, name)
        name = _plain(name) if peer.is_plain else name
        row = (name, peer.same.get(kind, kind), tag.get("line", 0))
        found.setdefault(PurePosixPath(tag["path"]), []).append(row)
    return found


class Comparison:
    """What is defined in one file, as both say."""

    def __init__(
        self, text: str, symbols: Sequence[Symbol], rows: Sequence[Row], peer: Peer
    ) -> None:
        self._text = text
        self._lines = text.split("\n")
        self._symbols = symbols
        self._rows = rows
        known = set(peer.kinds.values())
        self._theirs = Counter(row for row in rows if row[1] in known)
        self._ours: list[tuple[Symbol, str]] = []
        self.both: list[Row] = []
        for symbol in sorted(symbols, key=_length):
            if symbol.kind in peer.kinds:
                self._note(symbol, peer)
        self._ours.sort(key=lambda row: row[0].span.line)

    def list_differences(self, path: PurePosixPath) -> Iterator[Difference]:
        """Yield what only ctags has, then what only we have."""
        names: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for symbol, name in self._ours:
            names[name].append((symbol.span.line, symbol.kind))
        for name, kind, line in sorted(self._theirs.elements(), key=lambda row: row[2]):
            yield Difference(
                *(path, line, kind, name, False, self._line(line), self._text),
                within=self._find_within(line, name),
                others=frozenset(
                    s.kind for s in self._symbols if s.name == name and s.span.line == line
                ),
                nearby=frozenset(other for at, other in names[name] if at != line),
            )
        for symbol, name in self._ours:
            line = symbol.span.line
            yield Difference(
                *(path, line, symbol.kind, name, True, self._line_of(symbol), self._text),
                within=self._find_within(line, symbol.name),
                others=frozenset(
                    kind for other, kind, at in self._rows if (other, at) == (name, line)
                ),
                nearby=frozenset(
                    kind for other, kind, at in self._theirs if other == name and at != line
                ),
            )

    def _note(self, symbol: Symbol, peer: Peer) -> None:
        """Find the row of a symbol: that of its line, or of any of its lines."""
        kind, span = peer.kinds[symbol.kind], symbol.span
        lines = range(span.line, (span.end_line if peer.anywhere else span.line) + 1)
        name = _plain(symbol.name) if peer.is_plain else symbol.name
        row = next((row for line in lines if self._theirs[row := (name, kind, line)]), None)
        if row:
            self._theirs[row] -= 1
            self.both.append(row)
        else:
            self._ours.append((symbol, name))

    def _line(self, line: int) -> str:
        return self._lines[line - 1] if 0 < line <= len(self._lines) else ""

    def _line_of(self, symbol: Symbol) -> str:
        """Return the first line of a symbol with its name, which may follow that of its type."""
        lines = self._lines[symbol.span.line - 1 : symbol.span.end_line]
        return next((line for line in lines if symbol.name in line), lines[0] if lines else "")

    def _find_within(self, line: int, name: str) -> str:
        """Return the kind of the innermost symbol around a line that is not of that name there."""
        around = (
            symbol
            for symbol in self._symbols
            if symbol.span.line <= line <= symbol.span.end_line
            and (symbol.name, symbol.span.line) != (name, line)
        )
        inner = max(around, key=lambda symbol: symbol.span.line, default=None)
        return inner.kind if inner else ""


def _length(symbol: Symbol) -> int:
    return symbol.span.end_line - symbol.span.line


def _plain(name: str) -> str:
    name = "".join(name.split())
    return name if name.startswith("operator") else name.partition("<")[0]


def main(language: str, folders: Iterable[str]) -> None:
    """Print what differs, and how much."""
    report = Report()
    for folder in folders:
        compare_folder(Path(folder), language, report)
    explained = explain(report.differences, read_classes(language))
    for difference, known in explained.rows:
        print(difference, f"({known.says if known else UNEXPLAINED})")
    print(*explained, sep="\n")
    print(f"{report.files} files, {report.both} in both")
    for word, faults in (("raw", None), ("decided", explained)):
        recall, precision = (report.find_share(faults, is_ours=side) for side in (False, True))
        print(f"{word}: recall {recall:.4f}, precision {precision:.4f}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
