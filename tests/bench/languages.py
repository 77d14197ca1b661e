"""How fast the files of each language are analysed, beside how fast the grammar parses them.

``python -m tests.bench.languages FOLDER...`` prints a table of the languages that have a grammar
and files in some folders.
"""

import gc
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from tree_sitter import Language, Parser

from sphinx_repodoc.analyse.facts import find_facts
from sphinx_repodoc.analyse.languages import LANGUAGES, SYNTAXES
from sphinx_repodoc.analyse.syntax.facts import load_grammar
from sphinx_repodoc.scan.files import Selection, read_text, scan

ENOUGH = 2_000_000
"""Bytes of a language after which no more files are taken."""

FEWEST = 10
"""Languages of fewer files are left out."""

ROUNDS = 3
"""How often each file is gone through in each way; the fastest counts."""

COLUMNS = (
    *("language", "files", "MB", "parsing, MB/s", "with queries, MB/s", "analysis, MB/s"),
    *("files/s", "of parsing", "with queries"),
)
"""Of the table; the last two are shares of the time of the analysis."""


class Speed(NamedTuple):
    """How fast the files of a language are gone through, in seconds of CPU time."""

    files: int
    size: int
    """In bytes."""
    parsing: float
    matching: float
    """Parsing, and all queries."""
    analysis: float


def measure(folders: Iterable[Path]) -> dict[str, Speed]:
    """Parse and analyse files of each language."""
    texts: dict[str, list[str]] = defaultdict(list)
    sizes: dict[str, int] = defaultdict(int)
    for folder in folders:
        for file in scan(folder, Selection()).files.values():
            language = file.language
            is_wanted = language in SYNTAXES and not LANGUAGES[language].missing
            if is_wanted and file.is_analysable and sizes[language] < ENOUGH:
                texts[language].append(read_text(folder, file))
                sizes[language] += file.size
    return {
        language: _measure(language, found)
        for language, found in sorted(texts.items())
        if len(found) >= FEWEST
    }


def _measure(language: str, texts: Sequence[str]) -> Speed:
    syntax = SYNTAXES[language]
    grammar = getattr(import_module(syntax.module), syntax.function)()
    parser = Parser(Language(grammar))
    match = load_grammar(syntax).match_text
    works = (
        lambda text: parser.parse(text.encode()),
        match,
        partial(find_facts, language=language),
    )
    gc.collect()
    times = [_time_all(works, text) for text in texts]
    size = sum(len(text.encode()) for text in texts)
    return Speed(len(texts), size, *map(sum, zip(*times, strict=True)))


def _time_all(works: Sequence[Callable[[str], object]], text: str) -> Sequence[float]:
    """Time some work on a text, one after the other, so that all find the machine as busy."""
    rounds = [[_time(work, text) for work in works] for _ in range(ROUNDS)]
    return [min(times) for times in zip(*rounds, strict=True)]


def _time(work: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    work(text)
    return time.process_time() - start


def report(speeds: Mapping[str, Speed]) -> str:
    """Write a table."""
    lines = [f"| {' | '.join(COLUMNS)} |", "|---" + "|---:" * (len(COLUMNS) - 1) + "|"]
    for language, speed in speeds.items():
        size = speed.size / 1e6
        lines.append(
            f"| {language} | {speed.files:,} | {size:.1f} | {size / speed.parsing:.1f} "
            f"| {size / speed.matching:.1f} "
            f"| {size / speed.analysis:.1f} | {speed.files / speed.analysis:,.0f} "
            f"| {speed.parsing / speed.analysis:.0%} | {speed.matching / speed.analysis:.0%} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    print(report(measure(map(Path, sys.argv[1:]))))
