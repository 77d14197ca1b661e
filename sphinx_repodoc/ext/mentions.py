"""Which documents mention a file: by a role, or by showing a part of it."""

from collections import defaultdict

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from sphinx_repodoc.ext.domain import RepoDomain, repo_domain

SECTION = "references"
"""The section that lists the documents."""


def on_env_updated(_app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the documents to be written anew: what they list of other documents has changed."""
    domain = repo_domain(env)
    if domain.is_as_before and not domain.has_changed:
        return []
    before, now = domain.mentions, find_mentions(domain)
    domain.data["mentions"] = now
    changed = {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}
    return [
        docname
        for docname, entries in domain.documents.items()
        if any(shown.path in changed and SECTION in shown.filled for shown in entries)
    ]


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
    own = set(domain.pages.values())
    return {path: sorted(docnames - own) for path, docnames in found.items() if docnames - own}
