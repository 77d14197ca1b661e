"""What the pages of an output folder were written from: those of other content are written anew.

Sphinx compares times of documents with times of pages; but what a page says of the repository may
change while its document does not. The record is kept beside the doctrees, one for each output
folder, since several builders may share the doctrees.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.nodes import clean_astext

from sphinx_repodoc.ext.config import Settings
from sphinx_repodoc.ext.domain import RepoDomain, repo_domain
from sphinx_repodoc.ext.rebuild.destinations import (
    find_changed,
    find_destinations,
    find_linking,
)
from sphinx_repodoc.ext.rebuild.mentions import SECTION, find_mentions
from sphinx_repodoc.ext.rebuild.records import Keeper, Record, read_record, record_file
from sphinx_repodoc.model.digest import checksum


class Written(Record):
    """From what pages were written: digests of what documents show and where their roles lead."""

    conditions: str = ""
    """Version and configuration under which they were."""
    destinations: dict[str, int] = msgspec.field(default_factory=dict)
    """Where the links led."""


class Recorder:
    """Keeps the record of the output folder of one build."""

    def __init__(self, version: str) -> None:
        self.version = version
        self._keeper: Keeper[Written] | None = None

    def connect(self, app: Sphinx) -> None:
        """Listen to what Sphinx does."""
        app.connect("env-updated", self.on_env_updated)
        app.connect("doctree-resolved", self.on_doctree_resolved)
        app.connect("build-finished", self.on_build_finished)

    def on_env_updated(self, app: Sphinx, env: BuildEnvironment) -> set[str]:
        """Return the documents to be written anew, read or not."""
        domain, file = repo_domain(env), record_file(app, "written")
        conditions = f"{self.version} {Settings.of(app.config)}"
        keeper = self._keeper = Keeper(file, _read(file, conditions))
        is_as_before = domain.is_as_before and not domain.has_changed
        if is_as_before and keeper.before.state and keeper.before.state == domain.data["state"]:
            return set()
        if not is_as_before:
            domain.data["mentions"] = find_mentions(domain)
        now = _take_record(domain, conditions)
        domain.data["state"] = now.state
        changed = find_changed(keeper.before.destinations, now.destinations)
        keeper.begin(now, find_linking(domain, changed) if changed else ())
        return keeper.stale & env.found_docs

    def on_doctree_resolved(self, _app: Sphinx, _doctree: nodes.document, docname: str) -> None:
        """Note that a document is being written."""
        if self._keeper:
            self._keeper.stale.discard(docname)

    def on_build_finished(self, app: Sphinx, exception: Exception | None) -> None:
        """Keep the record, but for documents that were not to be written this time."""
        if self._keeper and not exception:
            self._keeper.stale |= repo_domain(app.env).unfinished
            self._keeper.finish()


def _take_record(domain: RepoDomain, conditions: str) -> Written:
    """Return the record of pages that are all written."""
    digests = dict(_documents(domain))
    destinations = find_destinations(domain, domain.env)
    state = checksum((sorted(digests.items()), sorted(destinations.items())))
    return Written(digests, str(state), conditions, destinations)


def _documents(domain: RepoDomain) -> Iterator[tuple[str, int]]:
    """Yield for each document that has to do with the repository a digest of what it says.

    The root document is one of them: the toctree that it is given depends on the configuration.
    """
    root = domain.env.config.root_doc
    for docname in domain.documents.keys() | domain.targets.keys() | {root}:
        shown = domain.documents.get(docname, [])
        targets = domain.targets.get(docname, [])
        content = (
            shown,
            [sorted(domain.index.find(*target).items()) for target in targets],
            [_mentions(domain, entry.path) for entry in shown if SECTION in entry.filled],
        )
        yield docname, checksum(content)


def _mentions(domain: RepoDomain, path: str) -> list[tuple[str, str]]:
    """Return name and title of the documents that mention a path."""
    titles = domain.env.titles
    names = domain.mentions.get(path, [])
    return [(name, clean_astext(titles[name]) if name in titles else "") for name in names]


def _read(file: Path, conditions: str) -> Written:
    """Return the record in a file; an empty one if there is none for the conditions."""
    record = read_record(file, Written)
    return record if record.conditions == conditions else Written(conditions=conditions)
