"""Compare what the analyser says is defined in files with what universal-ctags says.

``python -m tests.oracles.ctags LANGUAGE FOLDER...`` prints recall and precision of (name, kind,
line) and the differences. ``ctags_kinds.toml`` says which kinds of both are the same.
"""

import json
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from sphinx_repodoc.analyse.facts import find_facts
from sphinx_repodoc.model.facts import Symbol
from sphinx_repodoc.model.files import FileKind
from sphinx_repodoc.scan.files import Selection, read_text, scan

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
    both: Counter[Row] = field(default_factory=Counter)
    ours: dict[PurePosixPath, Counter[Row]] = field(default_factory=dict)
    theirs: dict[PurePosixPath, Counter[Row]] = field(default_factory=dict)

    @property
    def recall(self) -> float:
        """The share of their rows that we have."""
        return _share(self.both.total(), sum(map(Counter.total, self.theirs.values())))

    @property
    def precision(self) -> float:
        """The share of our rows that they have."""
        return _share(self.both.total(), sum(map(Counter.total, self.ours.values())))


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
        facts = find_facts(read_text(folder, file), language)
        assert facts
        known = set(peer.kinds.values())
        rows = Counter(row for row in theirs.get(file.path, ()) if row[1] in known)
        symbols = [symbol for symbol in facts.symbols if symbol.kind in peer.kinds]
        ours = Counter(_rows_of(symbols, peer, rows))
        report.files += 1
        report.both += ours & rows
        report.ours[file.path] = ours - rows
        report.theirs[file.path] = rows - ours


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


def _rows_of(symbols: Iterable[Symbol], peer: Peer, theirs: Counter[Row]) -> Iterator[Row]:
    """Yield the rows of symbols, each with the line that ctags gives it if that is one of it."""
    left = theirs.copy()
    for symbol in symbols:
        kind = peer.kinds[symbol.kind]
        span = symbol.span
        lines = range(span.line, (span.end_line if peer.anywhere else span.line) + 1)
        name = _plain(symbol.name) if peer.is_plain else symbol.name
        rows = ((name, kind, line) for line in lines)
        row = next((row for row in rows if left[row]), (name, kind, span.line))
        left[row] -= 1
        yield row


def _plain(name: str) -> str:
    name = "".join(name.split())
    return name if name.startswith("operator") else name.partition("<")[0]


def _share(part: int, missing: int) -> float:
    return part / (part + missing) if part + missing else 1.0


def _differences(rows: Mapping[PurePosixPath, Counter[Row]], mark: str) -> Iterator[str]:
    for path, counter in rows.items():
        for name, kind, line in sorted(counter.elements(), key=lambda row: row[2]):
            yield f"{mark} {path}:{line}: {kind} {name}"


def main(language: str, folders: Iterable[str]) -> None:
    """Print what differs, and how much."""
    report = Report()
    for folder in folders:
        compare_folder(Path(folder), language, report)
    print(*_differences(report.theirs, "-"), *_differences(report.ours, "+"), sep="\n")
    for mark, rows in (("-", report.theirs), ("+", report.ours)):
        kinds = Counter(row[1] for counter in rows.values() for row in counter.elements())
        print(mark, dict(kinds.most_common()))
    print(f"{report.files} files, {report.both.total()} in both")
    print(f"recall {report.recall:.4f}, precision {report.precision:.4f}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
