"""The toctrees of generated pages, which readers do not see."""

from collections.abc import Sequence

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

from sphinx_repodoc.ext.domain import repo_domain
from sphinx_repodoc.model.files import ROOT


class toctree(addnodes.toctree):  # noqa: N801, writers go by the name of the class
    """A toctree whose entries are names of files, and so not for translators."""

    def extract_original_messages(self) -> list[str]:
        """Return nothing to be translated."""
        return []


def hidden_toctree(docname: str, entries: Sequence[tuple[str | None, str]]) -> nodes.Node:
    """Return a toctree that the reader does not see, of titles and docnames."""
    tree = toctree(
        parent=docname,
        entries=list(entries),
        includefiles=[name for _, name in entries],
        maxdepth=1,
        caption=None,
        glob=False,
        hidden=True,
        includehidden=False,
        numbered=0,
        titlesonly=True,
    )
    return nodes.compound("", tree, classes=["toctree-wrapper"])


def on_doctree_read(app: Sphinx, doctree: nodes.document) -> None:
    """Add the generated pages to the root document's toctree, unless that lists them."""
    env = app.env
    index = repo_domain(env).pages.get(ROOT)
    if index is None or index not in env.found_docs or not app.config.repodoc_toctree:
        return
    if env.docname != app.config.root_doc or env.docname == index:
        return
    if any(index in tree["includefiles"] for tree in doctree.findall(addnodes.toctree)):
        return
    place = next(iter(doctree.findall(nodes.section)), doctree)
    place.append(hidden_toctree(env.docname, [(None, index)]))
