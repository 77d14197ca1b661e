"""When citations are gathered and judged."""

import os

from docutils import nodes
from pathspec import GitIgnoreSpec
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from sphinx_repodoc.ext.domain import repo_domain
from sphinx_repodoc.ext.stale.citations import find_citations
from sphinx_repodoc.ext.stale.judge import Cited, Judge
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
    cited = [
        Cited(citation, domain.folder_of(docname), os.fspath(env.doc2path(docname)))
        for docname, citations in sorted(domain.citations.items())
        for citation in citations
    ]
    judge = Judge(domain.survey, Past(domain.root, domain.listing, domain.store))
    for each, fault in judge.find_faults(cited):
        warn(ProblemKind.STALE, fault, f"{each.source}:{each.citation.line or ''}")


def _tells_of_past(app: Sphinx, docname: str) -> bool:
    """Whether the configuration says so of a document."""
    patterns = GitIgnoreSpec.from_lines(each.lower() for each in app.config.repodoc_stale_exclude)
    return patterns.match_file(docname.lower())
