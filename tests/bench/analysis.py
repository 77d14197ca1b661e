"""How fast source text is analysed, beside how fast the grammar alone parses it."""

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import tree_sitter_python
from tree_sitter import Language, Parser

from tests.bench.projects import Paths


def measure_analysis(tree: Path, paths: Paths) -> dict[str, float]:
    """Analyse the files in each way: megabytes (of a million bytes) per second of CPU time."""
    sources = [(tree / path).read_bytes() for path in paths]
    return {name: _speed(analyse, sources) for name, analyse in _analysers().items()}


def _analysers() -> Mapping[str, Callable[[bytes], object]]:
    parser = Parser(Language(tree_sitter_python.language()))
    return {"tree-sitter, parse alone": parser.parse}


def _speed(analyse: Callable[[bytes], object], sources: Sequence[bytes]) -> float:
    start = time.process_time()
    for source in sources:
        analyse(source)
    return sum(map(len, sources)) / 1e6 / (time.process_time() - start)
