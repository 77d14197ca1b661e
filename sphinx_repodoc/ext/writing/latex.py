"""Listings and tables in a shape that LaTeX can typeset."""

from collections.abc import Iterator, Sequence

from docutils import nodes
from sphinx import addnodes

from sphinx_repodoc.sections.doctree import find_listings

CHUNK = 1000
"""Lines of a listing at a time: before Sphinx 9.1 some 1,350 lines exhaust LaTeX's memory."""

LONGEST = 5000
"""Characters of a line of a listing: LaTeX cannot break one into some 250 lines."""

FORCE_WRAPS = "\\begingroup\\sphinxsetup{verbatimforcewraps=true}"
"""Lets listings break anywhere: URLs and data hold no blank."""

WIDTH = 85
"""About how many characters stand side by side on a page."""

SHORT = 26
"""Characters of the widest cell of a column that is never broken."""


def shape_for_latex(document: nodes.document) -> None:
    """Split listings where they are too long, and give tables columns that hold what is in them."""
    for block in list(find_listings(document)):
        block.replace_self([_latex(FORCE_WRAPS), *_chunks(block), _latex("\\endgroup")])
    for table in list(document.findall(nodes.table)):
        if "repodoc-table" in table["classes"]:
            spec = column_spec([_width(column) for column in _columns(table)])
            table.replace_self([addnodes.tabular_col_spec(spec=spec), table])


def column_spec(widths: Sequence[int]) -> str:
    r"""Return the columns of a table as Sphinx's LaTeX takes them.

    Short ones are as wide as they are, the others share what is left: `l` and ``\X{40}{100}``.

    :param widths: number of characters of the longest cell of each column
    """
    free = 100 - sum(100 * (width + 2) // WIDTH for width in widths if width <= SHORT)
    wide = [min(width, WIDTH) for width in widths if width > SHORT]
    shares = iter(max(10, (free - 4 * len(wide)) * width // sum(wide)) for width in wide)
    return "".join("l" if width <= SHORT else f"\\X{{{next(shares)}}}{{100}}" for width in widths)


def _columns(table: nodes.table) -> Iterator[Sequence[nodes.Element]]:
    rows = [list(row.findall(nodes.entry)) for row in table.findall(nodes.row)]
    return zip(*rows, strict=True)


def _width(cells: Sequence[nodes.Element]) -> int:
    return max(len(cell.astext()) for cell in cells)


def _latex(text: str) -> nodes.raw:
    return nodes.raw(text, text, format="latex")


def _chunks(block: nodes.literal_block) -> Iterator[nodes.literal_block]:
    lines = block.rawsource.split("\n")
    for start in range(0, len(lines), CHUNK):
        text = "\n".join(map(_shorten, lines[start : start + CHUNK]))
        chunk = nodes.literal_block(text, text, **block.attributes)
        chunk["highlight_args"] = {"linenostart": block["repodoc_listing"].first_line + start}
        yield chunk


def _shorten(line: str) -> str:
    """Cut a line off that would be too long for LaTeX, and say so."""
    more = len(line) - LONGEST
    return f"{line[:LONGEST]}… ({more:,} more characters)" if more > 0 else line
