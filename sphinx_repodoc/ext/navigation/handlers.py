"""How readers find their way through the generated pages: what is done at which event."""

from secrets import token_hex
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment

from sphinx_repodoc.ext.domain import repo_domain
from sphinx_repodoc.ext.navigation.digests import find_digests
from sphinx_repodoc.ext.navigation.sidebars import Headings, Sidebars
from sphinx_repodoc.ext.navigation.trails import Trails, write_trail
from sphinx_repodoc.ext.rebuild.records import Keeper, Record, read_record, record_file
from sphinx_repodoc.ext.writing.html import PAGE_BUILDERS

NAVIGATED = PAGE_BUILDERS | {"json", "pickle"}
"""Builders of pages that name other pages around their content."""


class Around(Record):
    """What is around the pages of an output folder."""

    headings: int = Headings.NONE
    """Of which hand-written documents the theme shows the headings in sidebars."""


class Navigation:
    """The navigation of one build, and what it makes outdated."""

    def __init__(self) -> None:
        self._sidebars: Sidebars | None = None
        self._trails: Trails | None = None
        self._is_touched = False
        self._keeper: Keeper[Around] | None = None

    def on_env_purge_doc(self, _app: Sphinx, _env: BuildEnvironment, _docname: str) -> None:
        """Note that a document goes or is read, so that navigation may change."""
        self._is_touched = True

    def on_env_get_updated(self, app: Sphinx, env: BuildEnvironment) -> set[str]:
        """Return the pages to be written anew, because something else is around them now."""
        domain, file = repo_domain(env), record_file(app, "navigation")
        if self._is_touched:
            # Doctrees are shared: what is around pages is for no builder what it was.
            domain.data["navigation"] = token_hex(8)
        if app.builder.name not in NAVIGATED:
            return set()
        keeper = self._keeper = Keeper(file, read_record(file, Around))
        if keeper.before.state and keeper.before.state == domain.data["navigation"]:
            return set()
        keeper.begin(_look(app, Headings(keeper.before.headings)))
        return keeper.stale & env.found_docs

    def on_write_started(self, app: Sphinx, builder: Builder) -> None:
        """Begin to decide what sidebars show; the environment has been kept as it was."""
        if builder.name in PAGE_BUILDERS:
            domain = repo_domain(app.env)
            self._sidebars, self._trails = Sidebars(app.env, domain), Trails(domain)

    def on_doctree_resolved(self, app: Sphinx, doctree: nodes.document, docname: str) -> None:
        """Put the trail above a page; its toctrees are resolved next, whatever page was before."""
        if self._keeper:
            self._keeper.stale.discard(docname)
        if self._sidebars:
            self._sidebars.rest()
        if self._trails and (trail := self._trails.find(docname)):
            doctree.insert(0, write_trail(trail, docname, app.builder))

    def on_html_page_context(
        self, app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: object
    ) -> None:
        """Show the branch of a page in its sidebar."""
        if not self._sidebars or not isinstance(app.builder, StandaloneHTMLBuilder):
            return
        self._sidebars.show(pagename)
        toc = self._sidebars.headings_of(app.builder, pagename)
        if toc is not None and "toc" in context:
            context["toc"] = toc
        if render := context.get("toctree"):
            context["toctree"] = self._sidebars.renderer(app.builder, pagename, render)

    def on_build_finished(self, app: Sphinx, exception: Exception | None) -> None:
        """Leave the environment as it was, and keep what is around the pages."""
        headings = None
        if self._sidebars:
            self._sidebars.restore()
            headings = self._sidebars.headings
            self._sidebars = self._trails = None
        if exception or not self._keeper:
            return
        if headings is not None and headings != self._keeper.now.headings:
            self._keeper.now = _look(app, headings)
        self._keeper.finish()


def _look(app: Sphinx, headings: Headings) -> Around:
    """Return what is to be around the pages."""
    state = repo_domain(app.env).data["navigation"]
    return Around(find_digests(app, headings), state, headings)
