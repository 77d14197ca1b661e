"""Architecture & Organization of a folder."""

from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

from sphinx_repodoc.model.folder_parts import Cycle, FolderArchitecture, Link, Outsider
from sphinx_repodoc.model.paths import quote_path
from sphinx_repodoc.model.words import counted
from sphinx_repodoc.sections.content import Block, Box, CrossReference, Diagram, Inline, Phrase
from sphinx_repodoc.sections.links import Links
from sphinx_repodoc.sections.lists import bullets, joined, paragraph

MOST = 40
"""Number of entries that a list shows."""

ARROWS = 60
"""Number of arrows in a diagram that a reader can still follow."""

OUTSIDE = "Outside this repository and the standard library"


def outline(architecture: FolderArchitecture, links: Links) -> list[Block]:
    """Draw and list the imports between the parts of the folder, and those from and to outside."""
    writer = _Writer(architecture, links)
    return [
        *writer.inside(),
        *writer.layers(),
        *writer.cycles(),
        *writer.across(
            "Its imports lead to other parts of the repository:", architecture.uses, "to"
        ),
        *writer.across(
            "Imports of other parts of the repository lead to it:", architecture.used_by, "from"
        ),
        *writer.outsiders(OUTSIDE, architecture.third_party),
        *writer.outsiders("Standard library", architecture.standard_library),
    ]


class _Writer:
    """Writes the lists of one folder."""

    def __init__(self, architecture: FolderArchitecture, links: Links) -> None:
        self.architecture = architecture
        self.links = links
        self.folders = frozenset(architecture.folders)

    def inside(self) -> list[Block]:
        """Draw and list the imports between children."""
        found = self.architecture.inside
        if not found:
            return []
        shown: list[list[Inline]] = [
            [
                self._child(link.source),
                " has imports that lead to ",
                self._child(link.target),
                *self._proof(link),
            ]
            for link in found[:MOST]
        ]
        content: list[Block] = [
            self._diagram(),
            paragraph("Imports between its subfolders and files, as far as they lead to files:"),
            bullets(shown),
        ]
        return [*content, *self._rest(len(found) - MOST, "more such pair")]

    def layers(self) -> list[Block]:
        """List the children by what they import."""
        layers = self.architecture.layers
        if len(layers) < 2:
            return []
        title = (
            f"Layers, by the longest chain of such imports {self.architecture.counted}, a cycle "
            "being one; what is in layer 0 has none, but for those within a cycle."
        )
        items = [
            [
                f"Layer {number}: ",
                *joined(self._child(path) for path in layer[:MOST]),
                *_more(layer),
            ]
            for number, layer in enumerate(layers)
        ]
        return [paragraph(title), bullets(items)]

    def cycles(self) -> list[Block]:
        """List the children that import each other, and the files below them that do so."""
        return [
            *(self._cycle(cycle, self._child) for cycle in self.architecture.cycles),
            *(self._cycle(cycle, self.links.file) for cycle in self.architecture.file_cycles),
            *self._more_cycles(self.architecture.more_file_cycles),
        ]

    def across(self, title: str, found: Sequence[Link], end: str) -> list[Block]:
        """List the imports that cross the folder's border."""
        if not found:
            return []
        items = [self._crossing(link, end) for link in found[:MOST]]
        return [paragraph(title), bullets(items), *self._rest(len(found) - MOST, "more part")]

    def outsiders(self, title: str, found: Sequence[Outsider]) -> list[Block]:
        """List the packages that are imported from elsewhere."""
        if not found:
            return []
        named: list[list[Inline]] = [
            [
                self.links.name(outsider.link, outsider.link.name),
                f" ({counted(outsider.files, 'file')}, first ",
                self.links.place(outsider.place),
                ")",
            ]
            for outsider in found[:MOST]
        ]
        pieces = joined(Phrase(each) for each in named)
        rest = len(found) - MOST
        end = f", and {rest:,} more, imported by no more files than these." if rest > 0 else "."
        return [paragraph(f"{title}: ", *pieces, end)]

    def _crossing(self, link: Link, end: str) -> list[Inline]:
        path = link.target if end == "to" else link.source
        part = self.links.folder(path) if link.is_folder else self.links.file(path)
        return [part, *self._proof(link)]

    def _proof(self, link: Link) -> list[Inline]:
        number = counted(link.imports, "import")
        first = ", first " if link.imports > 1 else ", "
        return [f" ({number}{first}", self.links.place(link.place), ")"]

    def _cycle(self, cycle: Cycle, name: Callable[[PurePosixPath], Inline]) -> Block:
        """Name what is in a cycle, and the lines that lead around it by the shortest way."""
        around: list[Inline] = []
        for step in cycle.steps:
            before = ", which leads to " if around else ". The shortest cycle: "
            first = [] if around else [name(step.source), " leads to "]
            around += [before, *first, name(step.target), " (", self.links.place(step.place), ")"]
        return paragraph(
            f"Imports {self.architecture.counted} lead from each of these to all others, directly "
            "or by way of one another: ",
            *joined(name(path) for path in cycle.paths[:MOST]),
            *_more(cycle.paths),
            *around,
            ".",
        )

    def _more_cycles(self, number: int) -> list[Block]:
        if not number:
            return []
        where = "the pages of their files name them."
        return [paragraph(f"{counted(number, 'more cycle')} of no more files than these: {where}")]

    def _child(self, path: PurePosixPath) -> CrossReference:
        name = quote_path(PurePosixPath(path.name))
        if path in self.folders:
            return self.links.folder(path, f"{name}/")
        return self.links.file(path, name)

    def _rest(self, number: int, noun: str) -> list[Block]:
        if number <= 0:
            return []
        where = "the pages of the files list every import."
        return [
            paragraph(f"{counted(number, noun)}, each with no more imports than these: {where}")
        ]

    def _diagram(self) -> Block:
        """Draw the pairs with the most imports; the list beside it says the same."""
        found = self.architecture.inside
        shown = found[:ARROWS]
        paths = list(dict.fromkeys(path for link in shown for path in (link.source, link.target)))
        numbers = {path: number for number, path in enumerate(paths)}
        name = self.architecture.path.name or "the repository"
        alt = f"Imports between the parts of {quote_path(PurePosixPath(name))}, as listed below"
        note = ""
        if len(found) > ARROWS:
            note = f"The diagram shows the {ARROWS} pairs with the most imports, of {len(found):,}."
        return Diagram(
            boxes=[
                Box(path.name + "/" * (path in self.folders), self._child(path)) for path in paths
            ],
            arrows=[(numbers[link.source], numbers[link.target]) for link in shown],
            alt=alt,
            note=note,
        )


def _more(paths: Sequence[PurePosixPath]) -> list[Inline]:
    rest = len(paths) - MOST
    return [f" and {rest:,} more"] if rest > 0 else []
