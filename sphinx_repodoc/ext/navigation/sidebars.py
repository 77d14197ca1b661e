"""The sidebars of HTML pages: of the generated pages, each shows the folders around its own.

Sphinx renders all toctrees into each page, which costs the square of their number. So while pages
are written the toctrees of folders list nothing, but for those on the way to the page at hand. What
follows what, and the assembly of PDF, EPUB and single-page builds, are made from toctrees that stay
whole, as does what is kept of the environment.
"""

from collections.abc import Callable
from enum import IntEnum
from itertools import islice
from typing import Any, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment
from sphinx.environment.adapters.toctree import TocTree

from sphinx_repodoc.ext.domain import RepoDomain
from sphinx_repodoc.ext.navigation.branches import Branches, Entry, find_trees
from sphinx_repodoc.ext.navigation.tocs import kept_nodes
from sphinx_repodoc.ext.navigation.toctrees import toctree

Render = Callable[..., str]
"""Renders the toctrees of a page; Sphinx gives one to the theme, which chooses the arguments."""

KEPT = 200
"""How many rendered sidebars are kept: pages are written folder by folder."""


class Headings(IntEnum):
    """Of which hand-written documents a sidebar shows the headings, beside the titles."""

    NONE = 0
    BRANCH = 1
    """Those above the reader's own page."""
    ALL = 2


class Sidebars:
    """What the sidebars of one build show of the generated pages."""

    def __init__(self, env: BuildEnvironment, domain: RepoDomain) -> None:
        self.headings: Headings | None = None
        """The most headings that the theme has asked for; None: not asked yet."""
        self._env = env
        self._tocs = env.tocs
        self._trees = dict(find_trees(env, domain))
        self._entries: dict[str, list[Entry]] = {n: t["entries"] for n, t in self._trees.items()}
        self._branches = Branches(self._entries, env.config.root_doc)
        own = self._trees.keys() & domain.generated
        self._bare = {name: _Bare(env.tocs[name], self._trees[name]) for name in own}
        self._bare_tocs: dict[str, Any] = {**env.tocs, **{n: b.toc for n, b in self._bare.items()}}
        self._root_trees = self._find_root_trees()
        self._includes: dict[str, list[str]] = {}
        self._includers: dict[str, str] = {}
        self._listed: set[str] = set()
        self._shown: list[toctree] = [*self._trees.values(), *self._root_trees]
        self._open: list[_Bare] = []
        self._page = ""
        self._rendered: dict[tuple[str, str], str] = {}
        self.rest()

    def rest(self) -> None:
        """Show nothing below the root folder, as documents that people wrote are to have it."""
        for tree in self._shown:
            tree["entries"] = []
        self._shown.clear()
        for bare in self._open:
            bare.close()
        self._open.clear()
        if self._page in self._bare:
            self._bare_tocs[self._page] = self._bare[self._page].toc
        self._env.tocs = self._tocs
        if self._includes:
            self._env.toctree_includes = self._includes

    def restore(self) -> None:
        """Leave the environment as it was."""
        self.rest()
        for name, tree in self._trees.items():
            tree["entries"] = self._entries[name]
        for tree in self._root_trees:
            tree["entries"] = self._entries[self._env.config.root_doc]

    def show(self, docname: str, *, itself: bool = True) -> None:
        """Show the branch of a page, to whatever looks at the environment.

        :param itself: the page too, if it is a file's
        """
        self.rest()
        self._note_includes()
        self._env.toctree_includes = self._ancestors(docname)
        self._env.tocs = self._bare_tocs
        self._page = docname
        if docname in self._bare:
            toc = self._tocs[docname]
            has_folders = self._branches.levels[docname]
            self._bare_tocs[docname] = toc if has_folders else _without_toctree(toc)
        branch = self._branches.branch(docname)
        for folder, child in zip(branch, (*branch[1:], ""), strict=False):
            entries = self._branches.shown(folder, child)
            if itself and not child and self._branches.is_leaf(docname):
                entries.append(self._branches.entry(docname))
            self._list(folder, entries)

    def renderer(self, builder: StandaloneHTMLBuilder, docname: str, render: Render) -> Render:
        """Return what renders the sidebar of a page, once for all the files in a folder."""

        def render_noted(**options: Any) -> str:
            self._note_headings(options)
            if not self._branches.is_leaf(docname) or docname in self._listed:
                return render(**options)
            key = self._branches.parents[docname], repr(sorted(options.items()))
            if key not in self._rendered:
                if len(self._rendered) >= KEPT:
                    self._rendered.clear()
                self._rendered[key] = self._render(builder, docname, **options)
            return self._rendered[key]

        return render_noted

    def headings_of(self, builder: StandaloneHTMLBuilder, docname: str) -> str | None:
        """Return the headings of a folder's page as HTML; None for other pages.

        Sphinx has rendered them before, perhaps while another page was shown.
        """
        if docname not in self._bare:
            return None
        toc = TocTree(self._env).get_toc_for(docname, builder)
        return builder.render_partial(toc)["fragment"]

    def _render(
        self,
        builder: StandaloneHTMLBuilder,
        docname: str,
        *,
        collapse: bool = True,
        includehidden: bool = False,
        maxdepth: int | str = 0,
        **options: Any,
    ) -> str:
        """Render the sidebar of a file's page, in which its folder is the reader's place."""
        folder = self._branches.parents[docname]
        self.show(docname, itself=False)
        seen_from = cast(Builder, _SeenFrom(builder, docname))
        tree = TocTree(self._env).get_toctree_for(
            folder,
            seen_from,
            collapse,
            includehidden=includehidden,
            maxdepth=int(maxdepth or 0),
            **options,
        )
        self.show(docname)
        return builder.render_partial(tree)["fragment"]

    def _list(self, folder: str, entries: list[Entry]) -> None:
        """Let the page of a folder list something, wherever the environment has its toctree."""
        trees = [self._trees[folder]]
        if folder in self._bare and folder != self._page:
            trees = [self._bare[folder].tree]
            if entries:
                self._bare[folder].open()
                self._open.append(self._bare[folder])
        if folder == self._env.config.root_doc:
            trees += self._root_trees
        for tree in trees:
            tree["entries"] = entries
        self._shown += trees

    def _find_root_trees(self) -> list[toctree]:
        """Return the toctree of the root folder in the copy of the root document for sidebars.

        There a toctree of ours is not to end the branch: it is short.
        """
        root = self._env.master_doctree
        trees = [tree for tree in root.findall(addnodes.toctree) if isinstance(tree, toctree)]
        for tree in trees:
            tree["maxdepth"] = -1
        return trees if self._env.config.root_doc in self._trees else []

    def _note_includes(self) -> None:
        """Keep the lists of all pages: Sphinx makes them anew when writing starts."""
        if self._includes:
            return
        self._includes = self._env.toctree_includes
        for includer, docnames in self._includes.items():
            self._includers |= dict.fromkeys(docnames, includer)
            if includer not in self._trees:
                self._listed.update(docnames)

    def _ancestors(self, docname: str) -> dict[str, list[str]]:
        """Return of the lists of pages what lies above one: for each page the whole costs much."""
        found: dict[str, list[str]] = {}
        while (includer := self._includers.get(docname)) and includer not in found:
            found[includer] = [docname]
            docname = includer
        return found

    def _note_headings(self, options: dict[str, Any]) -> None:
        asked = Headings.ALL
        if options.get("titles_only"):
            asked = Headings.NONE
        elif options.get("collapse", True):
            asked = Headings.BRANCH
        self.headings = max(asked, self.headings or Headings.NONE)


class _SeenFrom:
    """A builder whose relative links are those of one page, whatever page they are asked for."""

    def __init__(self, builder: StandaloneHTMLBuilder, docname: str) -> None:
        self._builder = builder
        self._docname = docname
        self.tags = builder.tags

    def get_relative_uri(self, _from: str, to: str, typ: str | None = None) -> str:
        """Return the link from the page."""
        return self._builder.get_relative_uri(self._docname, to, typ)


class _Bare:
    """The table of contents of a folder's page without headings."""

    def __init__(self, toc: nodes.Element, tree: toctree) -> None:
        """Take the whole table of contents, and the toctree in it."""
        titles = (n for kept in kept_nodes(toc) for n in kept.findall(addnodes.compact_paragraph))
        self._item = nodes.list_item("", *(title.deepcopy() for title in islice(titles, 1)))
        self.toc = nodes.bullet_list("", self._item)
        self.tree = tree.copy()
        self._below = nodes.bullet_list("", self.tree)

    def close(self) -> None:
        """Have nothing below the title: not even an empty list, which themes take for more."""
        self._item.children[1:] = []

    def open(self) -> None:
        """Have the toctree below the title."""
        self._item.children[1:] = [self._below]


def _without_toctree(toc: nodes.Element) -> nodes.Element:
    """Return a copy of a table of contents without toctree."""
    copy = toc.deepcopy()
    for tree in list(copy.findall(toctree)):
        tree.parent.remove(tree)
    return copy
