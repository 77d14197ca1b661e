"""What ruff finds in Python files: one process for all that are not known from the store.

It reads no configuration and no cache of the repository, which may be anybody's, and changes
nothing. What a file's own ``noqa`` comments say, it heeds.
"""

import hashlib
import os
import re
import subprocess
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

import msgspec

from sphinx_repodoc.analyse.facts import VERSION
from sphinx_repodoc.analyse.store import Key, Store
from sphinx_repodoc.errors import ChangedError, LinterError
from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.files import FileKind, Problem, ProblemKind, SourceFile, Span
from sphinx_repodoc.model.findings import Finding

try:
    from ruff.__main__ import find_ruff_bin
except ImportError:
    find_ruff_bin = None

TIMEOUT = 300
"""Seconds that one process may take."""

LONGEST = 100_000
"""Characters of the arguments of one process: systems allow a million and more."""

OPTIONS = ("--isolated", "--no-cache", "--quiet", "--exit-zero", "--no-fix", "--output-format=json")

OLDEST, NEWEST = 7, 14
"""Minor versions of Python 3 that ruff can be told of."""

AT_LEAST = re.compile(r">=\s*3\.(\d+)")


class _Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    section: str
    codes: tuple[str, ...]


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    rules: tuple[_Rules, ...]
    old: tuple[str, ...]
    tests: dict[str, frozenset[str]]
    ours: dict[str, frozenset[str]]


class _Place(msgspec.Struct, frozen=True):
    row: int
    column: int


class _Diagnostic(msgspec.Struct, frozen=True):
    filename: str
    message: str
    location: _Place
    end_location: _Place
    code: str | None = None
    url: str | None = None


RULES = files("sphinx_repodoc.analyse").joinpath("ruff_rules.toml")

TABLE = msgspec.convert(tomllib.loads(RULES.read_text("utf-8")), _Table)

CODES = tuple(code for rules in TABLE.rules for code in rules.codes)

Read = Callable[[SourceFile], object]
"""Reads a file, and raises `ChangedError` if it is no longer what was scanned."""


@dataclass(frozen=True, slots=True)
class Ruff:
    """The linter that is installed beside this package."""

    program: str
    version: str
    target: str = ""
    """The oldest Python that the code is for, such as ``py311``; empty for ruff's own default."""

    @property
    def tool(self) -> str:
        """Its name and version."""
        return f"ruff {self.version}"

    @property
    def digest(self) -> str:
        """A digest of all that decides what is found in a file, its content aside."""
        return hashlib.sha256(f"{VERSION} {self.tool} {self.target}".encode()).hexdigest()


def find_ruff(pyproject: str = "") -> Ruff | None:
    """Return the linter of this Python environment, and of no other; None if there is none.

    :param pyproject: text of the repository's ``pyproject.toml``, which says for which Python it is
    """
    try:
        return Ruff(find_ruff_bin(), version("ruff"), _target(pyproject)) if find_ruff_bin else None
    except (FileNotFoundError, PackageNotFoundError):
        return None


def examine(
    ruff: Ruff, root: Path, known: Iterable[SourceFile], read: Read, folder: Path | None
) -> tuple[Mapping[SourceFile, tuple[Finding, ...]], tuple[Problem, ...]]:
    """Return what is found in each Python file among some, and what is in the way.

    :param read: tells whether a file is still what it was
    :param folder: of the store; None to keep nothing
    """
    groups: dict[Key, list[SourceFile]] = defaultdict(list)
    for file in known:
        if _is_python(file):
            groups[Key(file.blob, file.path.suffix)].append(file)
    store = Store(folder, ruff.digest) if folder else None
    found = dict(store.read_facts(groups)) if store else {}
    unknown = {key: group[0] for key, group in groups.items() if key not in found}
    problems: tuple[Problem, ...] = ()
    new: dict[Key, Facts] = {}
    try:
        for batch in _split(root, unknown):
            new |= _examine(ruff, root, batch, read)
    except LinterError as error:
        message = f"{error}: Python files are shown without what ruff finds; install another ruff"
        problems = (Problem(ProblemKind.LINTER, f"{message}, or set repodoc_ruff to False"),)
    if store:
        store.write_facts(new)
    found |= new
    told = {file: found[key].findings for key in found for file in groups[key]}
    return {file: findings for file, findings in told.items() if findings}, problems


def leave_out(
    findings: Iterable[Finding], own: Sequence[Finding], *, is_test: bool
) -> tuple[Finding, ...]:
    """Return the findings that are of use: in a test module, and beside those of our own rules."""
    silent = TABLE.tests["codes"] if is_test else frozenset()
    return tuple(
        finding
        for finding in findings
        if finding.rule not in silent and not any(_is_same(finding, each) for each in own)
    )


def _target(pyproject: str) -> str:
    """Return the Python that a project says it needs at least."""
    try:
        needed = tomllib.loads(pyproject)["project"]["requires-python"]
    except (tomllib.TOMLDecodeError, KeyError, TypeError):
        return ""
    match = AT_LEAST.search(needed) if isinstance(needed, str) else None
    return f"py3{min(max(int(match[1]), OLDEST), NEWEST)}" if match else ""


def _is_python(file: SourceFile) -> bool:
    """Whether ruff can be given a file: its answer must name it in UTF-8."""
    is_known = file.language == "Python" and file.kind is FileKind.TEXT and file.is_analysable
    return is_known and str(file.path).isprintable()


def _split(root: Path, unknown: Mapping[Key, SourceFile]) -> Iterator[dict[Key, SourceFile]]:
    """Yield the files in portions that one process can be given."""
    batch: dict[Key, SourceFile] = {}
    size = 0
    for key, file in unknown.items():
        length = len(os.fsencode(root / file.path)) + 1
        if batch and size + length > LONGEST:
            yield batch
            batch, size = {}, 0
        batch[key] = file
        size += length
    if batch:
        yield batch


def _examine(
    ruff: Ruff, root: Path, batch: Mapping[Key, SourceFile], read: Read
) -> dict[Key, Facts]:
    """Return what is found in the files of a portion that are still what they were.

    :raises LinterError: ruff died, hung, refused, or answered what nobody understands
    """
    by_name: dict[str, list[Finding]] = defaultdict(list)
    names = {key: os.fspath(root / file.path) for key, file in batch.items()}
    for diagnostic in _run(ruff, root, names.values()):
        if finding := _make(ruff, diagnostic):
            by_name[diagnostic.filename].append(finding)
    found = {}
    for key, file in batch.items():
        try:
            read(file)
        except ChangedError:
            continue
        lines = Span(1, file.lines)
        inside = tuple(each for each in by_name[names[key]] if each.span in lines)
        found[key] = Facts(findings=inside)
    return found


def _run(ruff: Ruff, root: Path, names: Iterable[str]) -> list[_Diagnostic]:
    target = f"--target-version={ruff.target}" if ruff.target else f"--ignore={','.join(TABLE.old)}"
    command = (ruff.program, "check", *OPTIONS, f"--select={','.join(CODES)}", target, "--")
    try:
        answer = subprocess.run(
            (*command, *names),
            cwd=root,
            env={"LC_ALL": "C.UTF-8"},  # without RUFF_ variables, which are options too
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
            timeout=TIMEOUT,
        )
        return msgspec.json.decode(answer.stdout, type=list[_Diagnostic])
    except subprocess.CalledProcessError as error:
        said = " ".join(os.fsdecode(error.stderr).split())
        raise LinterError(f"ruff failed ({said or error.returncode})") from error
    except (OSError, subprocess.TimeoutExpired, msgspec.MsgspecError) as error:
        raise LinterError(f"ruff failed ({error})") from error


def _make(ruff: Ruff, diagnostic: _Diagnostic) -> Finding | None:
    """Return what ruff says as a finding; None where it speaks of something else."""
    code = diagnostic.code or ""
    start, end = diagnostic.location, diagnostic.end_location
    last = end.row - 1 if end.column == 1 and end.row > start.row else end.row
    for rules in TABLE.rules:
        if any(re.fullmatch(rf"{prefix}\d*", code) for prefix in rules.codes):
            name = (diagnostic.url or code).rstrip("/").rpartition("/")[2]
            return Finding(
                rule=code,
                section=rules.section,
                span=Span(start.row, last),
                title=name[:1].upper() + name[1:].replace("-", " "),
                reason=diagnostic.message,
                reference=diagnostic.url or "",
                tool=ruff.tool,
            )
    return None


def _is_same(finding: Finding, own: Finding) -> bool:
    """Whether a finding of ours says the same of the same lines."""
    is_there = own.span.line <= finding.span.end_line and finding.span.line <= own.span.end_line
    return is_there and finding.rule in TABLE.ours.get(own.rule, ())
