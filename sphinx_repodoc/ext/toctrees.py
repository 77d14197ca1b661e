"""The toctrees of generated pages: hidden, and without files in the sidebars."""

from collections.abc import Sequence

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

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


def on_env_updated(_app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Let sidebars stop at folders: take the entries of files out of our own toctrees in them.

    Sidebars are made from ``env.tocs`` and from a copy of the root document; what follows what, and
    the assembly of PDF and single-page builds, are made from other copies, which stay whole.
    """
    domain = repo_domain(env)
    files = {domain.pages[path] for path in domain.listing.files if path in domain.pages}
    if not files:
        return []
    folders = [domain.pages[path] for path in domain.listing.folders if path in domain.pages]
    trees = [env.tocs[docname] for docname in folders if docname in env.tocs]
    for tree in (*trees, env.master_doctree):
        for node in tree.findall(toctree):
            node["entries"] = [entry for entry in node["entries"] if entry[1] not in files]
    return []
