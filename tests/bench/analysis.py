"""How fast source text is analysed, beside how fast the grammar alone parses it."""

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import tree_sitter_python
from tree_sitter import Language, Parser

from sphinx_repodoc.analyse.facts import find_facts
from tests.bench.projects import Paths


def measure_analysis(tree: Path, paths: Paths) -> dict[str, float]:
    """Analyse the files in each way: megabytes (of a million bytes) per second of CPU time."""
    texts = [(tree / path).read_text(encoding="utf-8", errors="replace") for path in paths]
    return {name: _speed(analyse, texts) for name, analyse in _analysers().items()}


def _analysers() -> Mapping[str, Callable[[str], object]]:
    parser = Parser(Language(tree_sitter_python.language()))
    return {
        "tree-sitter, parse alone": lambda text: parser.parse(text.encode()),
        "find_facts": lambda text: find_facts(text, "Python"),
    }


def _speed(analyse: Callable[[str], object], texts: Sequence[str]) -> float:
    start = time.process_time()
    for text in texts:
        analyse(text)
    seconds = time.process_time() - start
    return sum(len(text.encode()) for text in texts) / 1e6 / seconds
