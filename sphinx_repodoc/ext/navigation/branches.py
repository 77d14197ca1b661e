"""The tree of generated pages, and the branch of it that a page's sidebar shows."""

from collections.abc import Iterator, Mapping, Sequence

from sphinx.environment import BuildEnvironment

from sphinx_repodoc.ext.domain import RepoDomain
from sphinx_repodoc.ext.navigation.tocs import kept_nodes
from sphinx_repodoc.ext.navigation.toctrees import toctree
from sphinx_repodoc.model.windows import find_window

Entry = tuple[str | None, str]
"""Title and docname of what a toctree lists."""

REACH = 20
"""How many folders are shown before and after the reader's own, of those in one folder."""

MORE = "… more folders"


class Branches:
    """Which pages lie below which, by their docnames."""

    def __init__(self, entries: Mapping[str, Sequence[Entry]], root_doc: str) -> None:
        """Take what the page of each folder lists."""
        self.levels = {
            folder: [entry for entry in listed if entry[1] in entries]
            for folder, listed in entries.items()
        }
        """The folders in each folder."""
        self.parents = {child: folder for folder, listed in entries.items() for _, child in listed}
        """The folder that lists a page."""
        self._places = {
            child: place for level in self.levels.values() for place, (_, child) in enumerate(level)
        }
        self._names = {child: name for listed in entries.values() for name, child in listed}
        self._root = [root_doc] if root_doc in entries else []

    def folder(self, docname: str) -> str:
        """Return the folder whose page it is, or that lists the page; empty if there is none."""
        return docname if docname in self.levels else self.parents.get(docname, "")

    def branch(self, docname: str) -> list[str]:
        """Return the folders from the root to a page, its own page included if it is a folder's."""
        folder = self.folder(docname)
        found: list[str] = []
        while folder and folder not in found:
            found.append(folder)
            folder = self.parents.get(folder, "")
        return found[::-1] or self._root

    def shown(self, folder: str, child: str) -> list[Entry]:
        """Return the folders in a folder that are shown on the way to one; none: in the folder."""
        level = self.levels[folder]
        part = find_window(len(level), self._places.get(child), REACH)
        entries = level[part]
        if part.start > 0:
            entries.insert(0, (MORE, "self"))
        if part.stop < len(level):
            # On its own page "self" would be taken for the place where the reader is.
            hidden = level[part.stop]
            entries.append(
                (MORE, "self") if child else (f"{hidden[0]} and more folders", hidden[1])
            )
        return entries

    def is_leaf(self, docname: str) -> bool:
        """Whether a page lies in a folder, and is not a folder's."""
        return docname in self.parents and docname not in self.levels

    def entry(self, docname: str) -> Entry:
        """Return the name and the docname of a page in a folder."""
        return self._names[docname], docname


def find_trees(env: BuildEnvironment, domain: RepoDomain) -> Iterator[tuple[str, toctree]]:
    """Yield the docnames of folders' pages, and of each the toctree of what is in the folder."""
    for path in domain.listing.folders:
        docname = domain.pages.get(path)
        if docname in env.tocs:
            trees = (n for kept in kept_nodes(env.tocs[docname]) for n in kept.findall(toctree))
            if tree := next(trees, None):
                yield docname, tree
