"""Digests of the navigation around generated pages."""

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b

from sphinx import addnodes
from sphinx.application import Sphinx

from sphinx_repodoc.ext.domain import RepoDomain, repo_domain
from sphinx_repodoc.ext.navigation.branches import Branches, find_trees
from sphinx_repodoc.ext.navigation.sidebars import Headings
from sphinx_repodoc.ext.navigation.toctrees import toctree
from sphinx_repodoc.ext.navigation.trails import Trails
from sphinx_repodoc.model.digest import checksum


def find_digests(app: Sphinx, headings: Headings) -> dict[str, int]:
    """Return a digest of what is around each generated page, by docname."""
    domain = repo_domain(app.env)
    around = _Around(app, domain, headings)
    pages = domain.generated & app.env.found_docs
    return {docname: checksum(list(around.parts(docname))) for docname in sorted(pages)}


class _Around:
    """What HTML pages have around their content, as text to be digested."""

    def __init__(self, app: Sphinx, domain: RepoDomain, headings: Headings) -> None:
        self._env = app.env
        self._domain = domain
        self._relations: dict[str, list[str | None]] = app.env.collect_relations()
        self._trails = Trails(domain)
        self._branches = Branches(
            {name: tree["entries"] for name, tree in find_trees(app.env, domain)},
            app.config.root_doc,
        )
        self._headings = headings
        self._everywhere = _digest([*_indices(app, domain), *self._documents()])
        self._above = cache(self._find_above)
        self._folder = cache(self._find_folder)

    def parts(self, docname: str) -> Iterator[str]:
        """Yield the parts that decide what is around a page."""
        yield self._everywhere
        parent, *neighbours = self._relations.get(docname) or [None]
        for neighbour in neighbours:
            yield self._title(neighbour) if neighbour else ""
        yield self._above(parent) if parent else ""
        yield self._folder(self._branches.folder(docname))
        yield self._trails.digest(docname)

    def _documents(self) -> Iterator[str]:
        """Yield what sidebars show of the documents that people wrote."""
        for docname in sorted(self._env.tocs.keys() - self._domain.generated):
            yield self._title(docname)
            yield str(self._env.toc_secnumbers.get(docname))
            toc = self._env.tocs[docname]
            for tree in toc.findall(addnodes.toctree):
                yield "" if isinstance(tree, toctree) else str(sorted(tree.attributes.items()))
            if self._headings is Headings.ALL:
                yield toc.pformat()

    def _find_above(self, docname: str) -> str:
        """Return the digest of a page and all above it, as links to them show it."""
        parts = [self._title(docname)]
        if self._headings is Headings.BRANCH and docname not in self._domain.generated:
            parts.append(self._env.tocs[docname].pformat())
        parent = (self._relations.get(docname) or [None])[0]
        return _digest([*parts, self._above(parent) if parent else ""])

    def _find_folder(self, folder: str) -> str:
        """Return the digest of the sidebar of the pages in a folder."""
        branch = self._branches.branch(folder)
        children = (*branch[1:], "")
        levels = zip(branch, children, strict=False)
        return _digest(
            text
            for above, child in levels
            for name, docname in self._branches.shown(above, child)
            for text in (name or "", docname, str(self._env.toc_secnumbers.get(docname)))
        )

    def _title(self, docname: str) -> str:
        """Return what decides on a link to a document; the title of a page of ours is its name."""
        if docname in self._domain.generated:
            return docname
        title = self._env.titles.get(docname)
        return f"{docname} {title.pformat() if title else ''}"


def _indices(app: Sphinx, domain: RepoDomain) -> Iterator[str]:
    """Yield the indices of other domains, to which themes link from each page."""
    wanted = app.config.html_domain_indices
    if not wanted:
        return
    for other in app.env.domains.sorted():
        for index in other.indices if other is not domain else ():
            name = f"{other.name}-{index.name}"
            if (wanted is True or name in wanted) and index(other).generate()[0]:
                yield name


def _digest(parts: Iterable[str]) -> str:
    return blake2b("\0".join(parts).encode(), digest_size=12).hexdigest()
