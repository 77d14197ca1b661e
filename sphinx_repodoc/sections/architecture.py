"""Architecture & Design."""

from sphinx_repodoc.model.pages import Architecture, FolderNote
from sphinx_repodoc.model.relations import Counted, Position
from sphinx_repodoc.model.words import counted
from sphinx_repodoc.sections.content import Block, Inline
from sphinx_repodoc.sections.links import Links
from sphinx_repodoc.sections.lists import bullets, joined, paragraph
from sphinx_repodoc.sections.prose import inline

MOST = 20
"""Number of files of a cycle that are named."""


def outline(architecture: Architecture, links: Links) -> list[Block]:
    """Say in which folders the file sits, and where it stands among the imports."""
    content: list[Block] = [bullets(_folder(note, links) for note in architecture.folders)]
    if position := architecture.position:
        content.append(_imports(architecture, position, links))
    if position and position.cycle:
        content.append(_cycle(position, architecture.counted, links))
    return content


def _folder(note: FolderNote, links: Links) -> list[Inline]:
    pieces: list[Inline] = [links.folder(note.path)]
    if note.text:
        pieces += [": ", *inline(note.text)]
    if note.place:
        pieces += [" (", links.place(note.place), ")"]
    return pieces


def _cycle(position: Position, counted_imports: Counted, links: Links) -> Block:
    """Name the files of a cycle, and the lines that lead around it by the shortest way."""
    named = [links.file(path) for path in position.cycle[:MOST]]
    rest = len(position.cycle) - MOST
    more = f" and {counted(rest, 'more file')}" if rest > 0 else ""
    before = f"It is part of a cycle of imports {counted_imports} with "
    words = [before, *joined(named), more, ". "]
    if not position.steps:
        return paragraph(*words)
    around: list[Inline] = []
    for step in position.steps:
        around += [", which leads to " if around else "The shortest: it leads to "]
        around += ["this file" if step.target == links.path else links.file(step.target)]
        around += [" (", links.witness(step), ")"]
    return paragraph(*words, *around, ".")


def _imports(architecture: Architecture, position: Position, links: Links) -> Block:
    imports = counted(architecture.imports, "file") if architecture.imports else "no file"
    importers = counted(architecture.imported_by, "file") if architecture.imported_by else "no file"
    cycle = " outside its cycle" if position.cycle else ""
    below = f"none of its own {architecture.counted} leads to another file{cycle}."
    if position.layer:
        steps = counted(position.layer, "step")
        chain = f"the longest chain of such imports {architecture.counted}"
        below = f"{chain} has {steps}, a cycle being one."
    return paragraph(
        f"Imports that could be followed lead from it to {imports} of this repository, "
        f"and from {importers} to it (",
        links.section("dependencies"),
        f"). Layer {position.layer}: {below}",
    )
