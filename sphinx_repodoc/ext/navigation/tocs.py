"""Tables of contents of generated pages: kept as the names of sections, nodes only when asked for.

Sphinx keeps one for every document, as nodes that would take more memory than all else of a page.
"""

from collections.abc import Sequence

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

from sphinx_repodoc.ext.writing.parts import repodoc_page

Named = Sequence[tuple[str, str]]
"""Names and titles of sections."""


class page_toc(nodes.bullet_list):  # noqa: N801, docutils names nodes like this
    """The contents of a page: its title, its sections, and what else stands below the title."""

    tagname = "bullet_list"

    def __init__(self, toc: nodes.bullet_list, docname: str, sections: Named) -> None:
        self.entry: list[nodes.Node] = [child for item in toc for child in item.children]
        self.docname = docname
        self.sections = tuple(sections)
        super().__init__()

    @property  # type: ignore[override]
    def children(self) -> list[nodes.Node]:
        """The one entry, for the page: new nodes each time, but for the toctrees of folders.

        A node that stays would keep all of them in memory, since it knows its parent.
        """
        title, *below = self.entry
        inner = [child for tree in below for child in tree.children]
        sections = [self._section(name, title) for name, title in self.sections]
        return [nodes.list_item("", title.deepcopy(), nodes.bullet_list("", *sections, *inner))]

    @children.setter
    def children(self, children: list[nodes.Node]) -> None:
        """Take what nodes have from the start: no children."""

    def deepcopy(self) -> nodes.bullet_list:  # type: ignore[override]
        """Return a list that can be changed."""
        return nodes.bullet_list("", *(child.deepcopy() for child in self.children))

    def copy(self) -> nodes.bullet_list:  # type: ignore[override]
        """Return an empty list, as a copy of any node is."""
        return nodes.bullet_list("")

    def _section(self, name: str, title: str) -> nodes.Node:
        reference = nodes.reference(
            "",
            "",
            nodes.Text(title),
            internal=True,
            refuri=self.docname,
            anchorname=f"#{name}",
        )
        return nodes.list_item("", addnodes.compact_paragraph("", "", reference))


def kept_nodes(toc: nodes.Element) -> list[nodes.Node]:
    """Return the nodes of a table of contents that stay: of a page's, all but its sections."""
    return toc.entry if isinstance(toc, page_toc) else [toc]


def on_doctree_read(app: Sphinx, doctree: nodes.document) -> None:
    """Put the sections that a stub's page will have into its table of contents."""
    env = app.env
    for page in doctree.findall(repodoc_page):
        sections: Named = page["sections"]
        env.tocs[env.docname] = page_toc(env.tocs[env.docname], env.docname, sections)
        env.toc_num_entries[env.docname] += len(sections)
