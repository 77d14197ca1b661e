"""Documents to be read although neither their own text nor what they show has changed."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from sphinx_repodoc.ext.arguments import find_kind
from sphinx_repodoc.ext.domain import RepoDomain, repo_domain


def connect(app: Sphinx) -> None:
    """Listen to what Sphinx does."""
    app.connect("source-read", on_source_read)
    app.connect("env-get-outdated", on_env_get_outdated)


def on_source_read(app: Sphinx, docname: str, _content: list[str]) -> None:
    """Note from which stub a document is read."""
    domain = repo_domain(app.env)
    if docname in domain.stubs:
        domain.data["stubs"][docname] = domain.stubs[docname]


def on_env_get_outdated(
    _app: Sphinx,
    env: BuildEnvironment,
    added: AbstractSet[str],
    _changed: AbstractSet[str],
    _removed: AbstractSet[str],
) -> AbstractSet[str]:
    """Return the documents whose stub is another, and those whose directives mean something now."""
    domain = repo_domain(env)
    return {*_find_replaced(domain), *_find_found(domain)} - added


def _find_replaced(domain: RepoDomain) -> Iterator[str]:
    """Yield the documents that are stubs and were none, or another, or the other way round."""
    before, now = domain.data["stubs"], domain.stubs
    yield from (name for name in before.keys() | now.keys() if before.get(name) != now.get(name))


def _find_found(domain: RepoDomain) -> Iterator[str]:
    """Yield the documents with a directive whose argument has become, or ceased to be, a path."""
    for docname, arguments in domain.data["missing"].items():
        if any(find_kind(domain, docname, name) != kind for name, kind in arguments):
            yield docname
