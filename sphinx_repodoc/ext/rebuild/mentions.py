"""Which documents mention a file: by a role, or by showing a part of it."""

from collections import defaultdict

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

from sphinx_repodoc.ext.domain import RepoDomain, repo_domain

SECTION = "references"
"""The section that lists the documents."""


ANY = frozenset({"any", "myst"})
"""References whose target may be of any kind."""


def on_doctree_read(app: Sphinx, doctree: nodes.document) -> None:
    """Record what a document refers to without saying of which kind it is."""
    domain = repo_domain(app.env)
    for node in doctree.findall(addnodes.pending_xref):
        if node["reftype"] in ANY:
            domain.note_target(app.env.docname, "any", node["reftarget"])


def find_mentions(domain: RepoDomain) -> dict[str, list[str]]:
    """Return for each quoted path the documents that mention it, but for its own page."""
    found: dict[str, set[str]] = defaultdict(set)
    for docname, entries in domain.documents.items():
        for shown in entries:
            found[shown.path].add(docname)
    for docname, targets in domain.targets.items():
        for role, target in targets:
            for name in domain.index.find(role, target):
                found[name.partition("::")[0]].add(docname)
    own = domain.docnames
    return {path: sorted(docnames - own) for path, docnames in found.items() if docnames - own}
