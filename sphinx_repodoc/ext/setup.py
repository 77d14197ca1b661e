"""Registration: everything that the extension gives Sphinx."""

from importlib.metadata import version
from typing import Any
from zlib import crc32

from sphinx.application import Sphinx

from sphinx_repodoc.ext import events, missing
from sphinx_repodoc.ext.config import declared_values
from sphinx_repodoc.ext.directives import RepodocDirective, section_directives
from sphinx_repodoc.ext.domain import RepoDomain
from sphinx_repodoc.ext.file_index import FileIndex
from sphinx_repodoc.ext.navigation import tocs, toctrees
from sphinx_repodoc.ext.navigation.handlers import Navigation
from sphinx_repodoc.ext.rebuild import mentions, outdated, output
from sphinx_repodoc.ext.rebuild.written import Recorder
from sphinx_repodoc.ext.stale import handlers as stale
from sphinx_repodoc.ext.writing import builders, details, pictures
from sphinx_repodoc.ext.writing.parts import PartContent, repodoc_page, repodoc_part
from sphinx_repodoc.ext.writing.release import Release

VERSION = version("sphinx-repodoc")

AFTER_INTERSPHINX = 900
"""Priority of what comes after every other extension: intersphinx reads inventories at 500."""

AFTER_ALL = 1_000
"""Priority of what is done when every extension has seen a page."""

BEFORE_INTERSPHINX = 100
"""Priority of our answer to a missing reference of our own, which no other project may give."""

BEFORE_COLLECTORS = 400
"""Priority of what adds toctrees: Sphinx's collectors read them at 500."""

BEFORE_THEMES = 400
"""Priority of what decides on sidebars: themes make them at 500."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    _add_names(app)
    app.connect("config-inited", events.on_config_inited)
    app.connect("builder-inited", events.on_builder_inited, priority=AFTER_INTERSPHINX)
    app.connect("env-get-outdated", events.on_env_get_outdated)
    outdated.connect(app)
    app.connect("env-before-read-docs", events.on_env_before_read_docs)
    app.connect("doctree-read", toctrees.on_doctree_read, priority=BEFORE_COLLECTORS)
    app.connect("doctree-read", tocs.on_doctree_read, priority=pictures.AFTER_COLLECTORS)
    app.connect("doctree-read", mentions.on_doctree_read)
    stale.connect(app)
    Recorder(VERSION).connect(app)
    app.connect("env-updated", events.on_env_updated)
    app.connect("build-finished", output.on_build_finished)
    app.connect("build-finished", events.on_build_finished)
    app.connect("missing-reference", missing.on_missing_own, priority=BEFORE_INTERSPHINX)
    app.connect("missing-reference", missing.on_missing_reference, priority=AFTER_INTERSPHINX)
    app.connect("doctree-resolved", builders.on_doctree_resolved)
    app.connect("warn-missing-reference", events.on_warn_missing_reference)
    app.connect("html-page-context", Release().on_html_page_context, priority=AFTER_ALL)
    _add_navigation(app)
    return {
        "version": VERSION,
        # Another version may say something else of the same values, so it reads everything anew.
        "env_version": crc32(VERSION.encode()),
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _add_names(app: Sphinx) -> None:
    """Add what authors write, and the nodes that it becomes."""
    for value in declared_values():
        app.add_config_value(value.name, value.default, value.rebuild, types=frozenset())
    app.add_domain(RepoDomain)
    app.add_index_to_domain(RepoDomain.name, FileIndex)
    app.add_directive("repodoc", RepodocDirective)
    for name, directive in section_directives().items():
        app.add_directive(name, directive)
    app.add_node(repodoc_page)
    app.add_node(repodoc_part)
    details.setup(app)
    app.add_post_transform(PartContent)
    pictures.register(app)


def _add_navigation(app: Sphinx) -> None:
    navigation = Navigation()
    app.connect("env-purge-doc", navigation.on_env_purge_doc)
    app.connect("env-get-updated", navigation.on_env_get_updated)
    app.connect("write-started", navigation.on_write_started)
    app.connect("doctree-resolved", navigation.on_doctree_resolved)
    app.connect("html-page-context", navigation.on_html_page_context, priority=BEFORE_THEMES)
    app.connect("build-finished", navigation.on_build_finished)
