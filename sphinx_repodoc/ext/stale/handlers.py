"""When citations are gathered and judged."""

import os
from pathlib import Path

from docutils import nodes
from pathspec import GitIgnoreSpec
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from sphinx_repodoc.ext.domain import repo_domain
from sphinx_repodoc.ext.stale.citations import find_citations
from sphinx_repodoc.ext.stale.judge import Author, Judge
from sphinx_repodoc.ext.stale.past import Past
from sphinx_repodoc.ext.warnings import warn
from sphinx_repodoc.model.files import ProblemKind


def connect(app: Sphinx) -> None:
    """Listen to what Sphinx does."""
    app.connect("doctree-read", on_doctree_read)
    app.connect("env-check-consistency", on_env_check_consistency)


def on_doctree_read(app: Sphinx, doctree: nodes.document) -> None:
    """Keep what a document that a person wrote may cite."""
    domain, docname = repo_domain(app.env), app.env.docname
    if not app.config.repodoc_stale or docname in domain.generated:
        return
    if not _tells_of_past(app, docname) and (citations := list(find_citations(doctree))):
        domain.note_citations(docname, citations)


def on_env_check_consistency(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of each citation of what is gone, whether or not its document was read anew."""
    domain = repo_domain(env)
    if not app.config.repodoc_stale or not domain.listing.files:
        return
    judge = Judge(domain.survey, Past(domain.root, domain.listing, domain.store))
    for docname, citations in sorted(domain.citations.items()):
        folder = domain.folder_of(docname)
        for citation in citations:
            source = citation.source or os.fspath(env.doc2path(docname))
            suffix = Path(source.partition(":docstring of ")[0]).suffix
            if fault := judge.find_fault(citation, Author(folder, suffix)):
                warn(ProblemKind.STALE, fault, f"{source}:{citation.line or ''}")


def _tells_of_past(app: Sphinx, docname: str) -> bool:
    """Whether the configuration says so of a document."""
    patterns = GitIgnoreSpec.from_lines(each.lower() for each in app.config.repodoc_stale_exclude)
    return patterns.match_file(docname.lower())
