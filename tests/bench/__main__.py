"""Compare a build of ours with plain Sphinx on the same files: ``python -m tests.bench [TREE]``."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from tests.bench.analysis import measure_analysis
from tests.bench.measure import compare
from tests.bench.profiles import find_shares
from tests.bench.projects import find_paths
from tests.bench.report import format_report
from tests.bench.tree import fetch_tree


def main() -> None:
    """Measure, print the report as Markdown, and keep the figures where asked."""
    arguments = _parse_arguments()
    folder = arguments.folder.resolve()
    tree = (arguments.tree or fetch_tree(folder)).resolve()
    paths = find_paths(tree, arguments.files)
    speeds = measure_analysis(tree, paths)
    costs = compare(tree, paths, folder / "work", arguments.rounds)
    shares = find_shares(tree, paths, folder / "work")
    print(f"{len(paths)} files of {tree.name}, medians of {arguments.rounds}\n")
    print(format_report(costs, shares, speeds, len(paths)))
    if arguments.json:
        plain = {
            name: {step: asdict(cost) for step, cost in steps.items()}
            for name, steps in costs.items()
        }
        figures = {"files": len(paths), "costs": plain, "shares": shares, "speeds": speeds}
        arguments.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("tree", nargs="?", type=Path, help="Python sources; default: django's")
    parser.add_argument("--files", type=int, default=300, help="how many of them, 0 for all")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, default=Path("build/bench"), help="to work in")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    return parser.parse_args()


if __name__ == "__main__":
    main()
