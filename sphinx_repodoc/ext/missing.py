"""What becomes of references that no domain could resolve."""

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from sphinx_repodoc.ext.domain import repo_domain
from sphinx_repodoc.ext.forge import find_forge_url
from sphinx_repodoc.ext.shards import relative_url


def on_missing_own(
    app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, contnode: nodes.Element
) -> nodes.Node | None:
    """Let a link that we made into the repository lead to a shard or the forge, or be plain text.

    Intersphinx is not asked: any repository has a ``setup.py``.
    """
    domain = repo_domain(env)
    if node.get("refdomain") != domain.name or not node.get("repodoc_missing"):
        return None
    role, target = node["reftype"], node["reftarget"]
    url = domain.shards.find(domain.survey, role, target)
    url = relative_url(app.builder, node["refdoc"], url) if url else ""
    url = url or find_forge_url(domain.survey, role, target)
    return nodes.reference("", "", contnode, refuri=url, internal=False) if url else contnode


def on_missing_reference(
    app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, contnode: nodes.Element
) -> nodes.Node | None:
    """Let any other link that we made be plain text, and lines in a role lead to a shard."""
    if node.get("repodoc_missing"):
        return nodes.inline() if node["repodoc_missing"] == "omit" else contnode
    domain = repo_domain(env)
    if node.get("refdomain") != domain.name or "#" not in node["reftarget"]:
        return None
    url = domain.shards.find(domain.survey, node["reftype"], node["reftarget"])
    if not url:
        return None
    url = relative_url(app.builder, node["refdoc"], url)
    return nodes.reference("", "", contnode, refuri=url, internal=False)
