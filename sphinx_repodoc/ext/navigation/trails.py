"""Where a generated page stands: the folders above it, and what lies beside it."""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from html import escape
from pathlib import PurePosixPath
from typing import NamedTuple

from docutils import nodes
from sphinx.builders import Builder

from sphinx_repodoc.ext.domain import KEYWORDS_TITLE, RepoDomain
from sphinx_repodoc.model.files import ROOT
from sphinx_repodoc.model.paths import quote_path
from sphinx_repodoc.model.windows import find_window

REACH = 10
"""How many neighbours are shown before and after a page."""


class Stop(NamedTuple):
    """A page by the name that it has in its folder."""

    name: str
    docname: str
    """Empty if there is no such page."""


class Trail(NamedTuple):
    """The folders above a page, from the root, and some of what lies beside it."""

    name: str
    """Of the file or folder that the page is about."""
    above: Sequence[Stop]
    title: str
    """Over what lies beside it."""
    beside: Sequence[Stop]
    """The page itself among its neighbours; empty if it has none."""
    earlier: bool
    """Whether there are more before them."""
    later: bool
    """Whether there are more after them."""


class Trails:
    """The trails of one build's pages."""

    def __init__(self, domain: RepoDomain) -> None:
        self._domain = domain
        self._paths = {docname: path for path, docname in domain.pages.items()}
        self._keyword_pages = {
            docname: (path, prefix)
            for path, pages in domain.keyword_pages.items()
            for prefix, docname in pages.items()
        }
        self._places = {
            path: (row, kind, place)
            for folder in domain.listing.folders.values()
            for row, kind in ((folder.folders, "folders"), (folder.files, "files"))
            for place, path in enumerate(row)
        }
        self._digests: dict[tuple[PurePosixPath, str, int], str] = {}

    def find(self, docname: str) -> Trail | None:
        """Return the trail of a page; None for that of the root, and for other documents."""
        if docname in self._keyword_pages and docname in self._domain.generated:
            return self._find_keywords(*self._keyword_pages[docname])
        path = self._paths.get(docname)
        if path not in self._places or docname not in self._domain.generated:
            return None
        row, kind, place = self._places[path]
        part = find_window(len(row), place, REACH)
        beside = [self._stop(beside) for beside in row[part]]
        above = [self._stop(above) for above in reversed(path.parents)]
        where = "/".join(stop.name for stop in above[1:]) or above[0].name
        is_whole = len(beside) == len(row)
        return Trail(
            name=quote_path(PurePosixPath(path.name)),
            above=above,
            title=f"{len(row)} {kind} in {where}" if is_whole else f"Some {kind} in {where}",
            beside=beside if len(row) > 1 else [],
            earlier=part.start > 0,
            later=part.stop < len(row),
        )

    def _find_keywords(self, folder: PurePosixPath, prefix: str) -> Trail:
        """Return the trail of a keyword page, which has nothing beside it."""
        name = f"{KEYWORDS_TITLE}: {prefix}" if prefix else KEYWORDS_TITLE
        above = [self._stop(path) for path in reversed((folder, *folder.parents))]
        return Trail(name, above, "", [], earlier=False, later=False)

    def digest(self, docname: str) -> str:
        """Return a digest of what a page's trail shows, but for the page's own name."""
        path = self._paths.get(docname)
        if path not in self._places:
            return ""
        row, kind, place = self._places[path]
        key = path.parent, kind, find_window(len(row), place, REACH).start
        if key not in self._digests and (trail := self.find(docname)):
            text = str(trail._replace(name="")).encode()
            self._digests[key] = blake2b(text, digest_size=12).hexdigest()
        return self._digests.get(key, "")

    def _stop(self, path: PurePosixPath) -> Stop:
        name = quote_path(PurePosixPath(path.name)) if path != ROOT else ""
        docname = self._domain.pages.get(path, "")
        is_there = docname in self._domain.env.found_docs
        return Stop(name or self._domain.root.name, docname if is_there else "")


def write_trail(trail: Trail, docname: str, builder: Builder) -> nodes.raw:
    """Return a trail as a node of HTML, in which search finds nothing."""
    html = "".join(_write(trail, docname, builder))
    return nodes.raw(html, html, format="html", classes=["no-search"])


def _write(trail: Trail, docname: str, builder: Builder) -> Iterator[str]:
    yield '<nav class="repodoc-trail" aria-label="Place in the repository">\n<ol>\n'
    for stop in trail.above:
        yield _item(stop.name, stop.docname, docname, builder)
    yield f'<li aria-current="page">{escape(trail.name)}</li>\n</ol>\n'
    if trail.beside:
        folder = trail.above[-1].docname
        more = _item("… more", folder, docname, builder)
        yield f"<details>\n<summary>{escape(trail.title)}</summary>\n<ul>\n"
        yield more if trail.earlier else ""
        for stop in trail.beside:
            yield _item(stop.name, stop.docname, docname, builder)
        yield more if trail.later else ""
        yield "</ul>\n</details>\n"
    yield "</nav>\n"


def _item(name: str, target: str, docname: str, builder: Builder) -> str:
    if target == docname:
        return f'<li aria-current="page">{escape(name)}</li>\n'
    if not target:
        return f"<li>{escape(name)}</li>\n"
    href = escape(builder.get_relative_uri(docname, target))
    return f'<li><a class="reference internal" href="{href}">{escape(name)}</a></li>\n'
