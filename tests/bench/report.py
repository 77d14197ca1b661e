"""The figures as Markdown."""

from collections.abc import Iterable, Mapping, Sequence

from tests.bench.measure import Cost, Costs, Step
from tests.bench.profiles import Shares

COLUMNS = ("build", "project", "CPU s", "ms/file", "ratio", "wall s", "peak MB", "read", "warnings")


def format_report(
    costs: Costs, shares: Mapping[str, Shares], speeds: Mapping[str, float], files: int
) -> str:
    """Draw the three tables; ratios are of CPU time, to the first project."""
    return "\n\n".join(
        [
            _table(COLUMNS, _cost_rows(costs, files)),
            _table(("share of a clean build, profiled", *shares), _share_rows(shares)),
            _table(
                ("analysis", "MB/s"), ([name, f"{speed:.1f}"] for name, speed in speeds.items())
            ),
        ]
    )


def _cost_rows(costs: Costs, files: int) -> Iterable[Sequence[str]]:
    limit = next(iter(costs.values()))
    for step in Step:
        for name, steps in costs.items():
            yield [step, name, *_figures(steps[step], limit[step], files)]


def _figures(cost: Cost, limit: Cost, files: int) -> list[str]:
    return [
        f"{cost.cpu:.2f}",
        f"{1000 * cost.cpu / files:.1f}",
        f"{cost.cpu / limit.cpu:.2f}",
        f"{cost.wall:.2f}",
        f"{cost.peak:.0f}",
        f"{cost.read}",
        f"{cost.warnings}",
    ]


def _share_rows(shares: Mapping[str, Shares]) -> Iterable[Sequence[str]]:
    for part in next(iter(shares.values())):
        yield [part, *(f"{100 * parts[part]:.0f} %" for parts in shares.values())]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
