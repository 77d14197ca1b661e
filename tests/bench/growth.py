"""Whether a page costs more the more there are: ``python -m tests.bench.growth [N...]``."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from tests.bench.measure import build
from tests.bench.projects import Paths, Writer, make_project, write_limit, write_ours

FILES = 20
"""How many files each folder holds."""

FOLDERS = 10
"""How many folders each folder holds."""

MODULE = '''\
"""Module {number}: what it does is the same as everywhere."""

from dataclasses import dataclass

{imports}

@dataclass(frozen=True)
class Order{number}:
    """An order for {number} things."""

    amount: int
    price: float = 1.0

    def total(self) -> float:
        """Multiply amount and price."""
        return self.amount * self.price


def ship(order: Order{number}) -> str:
    """Say where an order goes."""
    return f"{{order.amount}} to {{order.price}}"
'''

WRITERS: dict[str, Writer] = {"plain Sphinx": write_limit, "sphinx-repodoc": write_ours}

HEAD = ("theme", "project", "files", "pages", "CPU ms/page", "ratio", "peak MB")


def main() -> None:
    """Build each size in each theme, and print what a page costs as Markdown."""
    arguments = _parse_arguments()
    folder = arguments.folder.resolve()
    print(f"| {' | '.join(HEAD)} |\n|{' --- |' * len(HEAD)}")
    for theme in arguments.themes:
        for name in arguments.projects:
            for row in _measure(folder, theme, name, sorted(arguments.sizes)):
                print(f"| {' | '.join(row)} |", flush=True)


def write_tree(folder: Path, size: int) -> Paths:
    """Write `size` modules, each of which imports the one before it."""
    paths = [_path(number) for number in range(size)]
    for number, path in enumerate(paths):
        imports = f"from {_module(number - 1)} import ship as former\n" if number else ""
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        text = MODULE.format(number=number, imports=imports)
        (folder / path).write_text(text, encoding="utf-8")
    return paths


def _measure(folder: Path, theme: str, name: str, sizes: Sequence[int]) -> Iterator[Iterable[str]]:
    """Yield a row for each size; the ratio is to the smallest."""
    first = 0.0
    for size in sizes:
        tree = folder / f"tree-{size}"
        paths = write_tree(tree, size)
        project = make_project(WRITERS[name], tree, paths, folder / "work")
        with (project / "docs" / "conf.py").open("a", encoding="utf-8") as conf:
            conf.write(f'html_theme = "{theme}"\n')
        cost = build(project)
        spent = 1000 * cost.cpu / cost.read
        first = first or spent
        figures = [f"{spent:.1f}", f"{spent / first:.2f}", f"{cost.peak:.0f}"]
        yield [theme, name, f"{size}", f"{cost.read}", *figures]


def _path(number: int) -> PurePosixPath:
    return _folder(number // FILES) / f"module_{number}.py"


def _folder(number: int) -> PurePosixPath:
    """Return a folder's path: the first holds the ten after it, and so on."""
    if not number:
        return PurePosixPath("package")
    return _folder((number - 1) // FOLDERS) / f"part_{number}"


def _module(number: int) -> str:
    return ".".join(_path(number).with_suffix("").parts)


def _parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.growth", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[300, 1000, 3000], metavar="N")
    parser.add_argument("--themes", nargs="+", default=["furo", "alabaster"], metavar="NAME")
    parser.add_argument("--projects", nargs="+", default=list(WRITERS), choices=WRITERS)
    parser.add_argument("--folder", type=Path, default=Path("build/growth"), help="to work in")
    return parser.parse_args()


if __name__ == "__main__":
    main()
