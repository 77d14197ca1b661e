"""Which lines were run: of a file in Testing & Usage, of a folder in what can be run there."""

from collections.abc import Iterable, Iterator, Sequence

from sphinx_repodoc.model.coverage import Coverage, Ratio
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.folder_parts import FolderCoverage
from sphinx_repodoc.model.words import counted
from sphinx_repodoc.sections.content import Block, Inline
from sphinx_repodoc.sections.links import Links, literal
from sphinx_repodoc.sections.lists import joined, paragraph

SHOWN = 40
"""How many runs of lines are listed."""


def percent_text(ratio: Ratio) -> str:
    """Write a share, rounded so that 100 % means all and 0 % none."""
    tenths = 1000 * ratio.covered // ratio.total if ratio.total else 0
    if ratio.covered and not tenths:
        return "below 0.1 %"
    return f"{tenths // 10}.{tenths % 10} %"


def outline_file(coverage: Sequence[Coverage], links: Links) -> list[Block]:
    """Say how many of the file's lines were run, and which were not."""
    return [_file(each, links) for each in coverage]


def outline_folder(coverage: FolderCoverage) -> Block:
    """Say how many lines below a folder were run."""
    told = f"{_share(coverage.ratio)} in {counted(coverage.files, 'file')}, subfolders included"
    return paragraph("Lines run: ", told, ", says ", literal(coverage.report), ".")


def _file(coverage: Coverage, links: Links) -> Block:
    pieces: list[Inline] = [f"{_share(coverage.ratio)}, says ", literal(coverage.report), "."]
    lines = {*coverage.covered, *coverage.missing}
    if coverage.missing:
        pieces += [" Not run: ", *_spans(coverage.missing, lines, links), "."]
    if coverage.partial:
        pieces += [" Run, but not every branch: ", *_spans(coverage.partial, lines, links), "."]
    return paragraph(*pieces)


def _share(ratio: Ratio) -> str:
    lines = counted(ratio.total, "executable line")
    return f"{ratio.covered:,} of {lines} ({percent_text(ratio)})"


def _spans(chosen: Sequence[int], executable: set[int], links: Links) -> list[Inline]:
    spans = list(merge(chosen, executable))
    more = f" and {len(spans) - SHOWN:,} more places" if len(spans) > SHOWN else ""
    return [*joined(links.lines(span) for span in spans[:SHOWN]), *([more] if more else [])]


def merge(chosen: Iterable[int], executable: set[int]) -> Iterator[Span]:
    """Yield runs of lines in which no other executable line is."""
    start = end = 0
    for line in chosen:
        if start and executable.isdisjoint(range(end + 1, line)):
            end = line
            continue
        if start:
            yield Span(start, end)
        start = end = line
    if start:
        yield Span(start, end)
