"""Where the time of a build goes, from one more build under the profiler."""

import marshal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.bench.measure import sphinx_command
from tests.bench.projects import WRITERS, Paths, make_project

Shares = dict[str, float]

PARTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "survey": (
        ("sphinx_repodoc/survey.py", "list_repository"),
        ("sphinx_repodoc/survey.py", "survey_listing"),
    ),
    "page values": (("sphinx_repodoc/pages/page.py", "file_page"),),
    "reading": (("sphinx/builders/__init__.py", "read"),),
    "writing": (("sphinx/builders/__init__.py", "write"),),
    "highlighting": (
        ("sphinx/highlighting.py", "highlight_block"),
        ("sphinx_repodoc/ext/writing/listing.py", "format_listing"),
    ),
    "search index": (
        ("sphinx/builders/html/__init__.py", "index_page"),
        ("sphinx/builders/html/__init__.py", "load_indexer"),
        ("sphinx/builders/html/__init__.py", "dump_search_index"),
    ),
}
"""The functions whose time, with all that they call, is a part; none of a part calls another."""


def find_shares(tree: Path, paths: Paths, folder: Path) -> dict[str, Shares]:
    """Profile a clean build of each project: parts of the whole, from 0 to 1."""
    return {
        name: _shares(make_project(write, tree, paths, folder / name))
        for name, write in WRITERS.items()
    }


def _shares(project: Path) -> Shares:
    profile = project / "profile"
    command = [sys.executable, "-m", "cProfile", "-o", str(profile), "-m"]
    subprocess.run([*command, *sphinx_command(project)], check=True, capture_output=True)
    # What cProfile writes is this marshalled dict; pstats gives it by the functions' names alone.
    calls = marshal.loads(profile.read_bytes())
    times = [(file, name, figures[3]) for (file, _, name), figures in calls.items()]
    whole = max(seconds for _, _, seconds in times)
    return {
        part: sum(_seconds(times, *function) for function in functions) / whole
        for part, functions in PARTS.items()
    }


def _seconds(times: Sequence[tuple[str, str, float]], suffix: str, function: str) -> float:
    """Cumulative seconds of `function` in the file that ends in `suffix`; the longest of a name."""
    return max(
        (seconds for file, name, seconds in times if name == function and file.endswith(suffix)),
        default=0.0,
    )
