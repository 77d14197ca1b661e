"""Compare where the include directives of C lead with what a compiler says.

``python -m tests.oracles.includes FOLDER [-- FLAG...]`` runs ``gcc -MM`` with some flags on each
C file of a repository that builds here. It prints each header that only one of both reaches from a
file. The compiler follows only the branches that its macros choose; we follow all.
"""

import os
import shlex
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from sphinx_repodoc.model.relations import RelationKind
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.survey import Request, survey_repository


def find_compiled(
    folder: Path, path: PurePosixPath, flags: Sequence[str]
) -> frozenset[PurePosixPath] | None:
    """Return the files below a folder that a C file includes; None if it does not compile."""
    command = ["gcc", "-MM", "-MT", "x", *flags, path.name]
    result = subprocess.run(command, cwd=folder / path.parent, capture_output=True, check=False)
    if result.returncode:
        return None
    names = shlex.split(result.stdout.decode().replace("\\\n", " "))[1:]
    found = (Path(os.path.normpath(folder / path.parent / name)) for name in names)
    inside = (each.relative_to(folder) for each in found if each.is_relative_to(folder))
    return frozenset(map(PurePosixPath, inside)) - {path}


def find_reached(survey: Survey, path: PurePosixPath) -> frozenset[PurePosixPath]:
    """Return the files that a file includes, and those that these include."""
    seen: set[PurePosixPath] = set()
    pending = [path]
    while pending:
        for relation in survey.relations.get(pending.pop(), ()):
            if relation.kind is RelationKind.IMPORTS and relation.target not in seen:
                seen.add(relation.target)
                pending.append(relation.target)
    return frozenset(seen) - {path}


def compare(folder: Path, flags: Sequence[str]) -> tuple[Counter[str], Mapping[str, list[str]]]:
    """Count what both reach, and list what only one does."""
    survey = survey_repository(Request(folder), lambda _done, _all: None)
    counts: Counter[str] = Counter()
    differences: dict[str, list[str]] = {"-": [], "+": []}
    for path, file in survey.files.items():
        if file.language != "C" or path.suffix != ".c":
            continue
        theirs = find_compiled(folder, path, flags)
        if theirs is None:
            counts["files that do not compile alone"] += 1
            continue
        ours, tracked = find_reached(survey, path), theirs & survey.files.keys()
        counts["files"] += 1
        counts["both"] += len(ours & tracked)
        counts["headers that are not tracked"] += len(theirs - tracked)
        differences["-"] += [f"{path}: {each}" for each in sorted(tracked - ours)]
        differences["+"] += [f"{path}: {each}" for each in sorted(ours - tracked)]
    return counts, differences


def _lines(counts: Counter[str], differences: Mapping[str, list[str]]) -> Iterator[str]:
    for mark, found in differences.items():
        yield from (f"{mark} {each}" for each in found)
        headers = Counter(each.partition(": ")[2] for each in found)
        yield f"{mark} {len(found)}: {dict(headers.most_common(10))}"
    yield str(dict(counts))


if __name__ == "__main__":
    where, *given = sys.argv[1:]
    print(*_lines(*compare(Path(where).resolve(), given[1:])), sep="\n")
