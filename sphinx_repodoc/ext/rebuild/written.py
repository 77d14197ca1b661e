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
    checksum,
    find_changed,
    find_destinations,
    find_linking,
)
from sphinx_repodoc.ext.rebuild.mentions import SECTION, find_mentions
from sphinx_repodoc.ext.rebuild.records import read_record, record_file, write_record


class Record(msgspec.Struct):
    """From what the pages of an output folder were written."""

    conditions: str = ""
    """Version and configuration under which they were."""
    documents: dict[str, int] = {}
    """Docname to a digest of what the document shows and where its roles lead."""
    destinations: dict[str, int] = {}
    """Where the links led."""
    state: int = 0
    """Stands for the two; 0 if the record is not whole."""


class Recorder:
    """Keeps the record of the output folder of one build."""

    def __init__(self, version: str) -> None:
        self.version = version
        self.before = self.now = Record()
        self.stale: set[str] = set()
        """Documents whose pages are of other content."""

    def connect(self, app: Sphinx) -> None:
        """Listen to what Sphinx does."""
        app.connect("env-updated", self.on_env_updated)
        app.connect("doctree-resolved", self.on_doctree_resolved)
        app.connect("build-finished", self.on_build_finished)

    def on_env_updated(self, app: Sphinx, env: BuildEnvironment) -> set[str]:
        """Return the documents to be written anew, read or not."""
        domain = repo_domain(env)
        conditions = f"{self.version} {Settings.of(app.config)}"
        self.before = _read(record_file(app, "written"), conditions)
        is_as_before = domain.is_as_before and not domain.has_changed
        if is_as_before and self.before.state == domain.data["state"]:
            self.now = self.before
            return set()
        if not is_as_before:
            domain.data["mentions"] = find_mentions(domain)
        self.now = _take_record(domain, conditions)
        domain.data["state"] = self.now.state
        self.stale = set(self._find_stale(domain))
        self._begin(app)
        return self.stale & env.found_docs

    def on_doctree_resolved(self, _app: Sphinx, _doctree: nodes.document, docname: str) -> None:
        """Note that a document is being written."""
        self.stale.discard(docname)

    def on_build_finished(self, app: Sphinx, exception: Exception | None) -> None:
        """Keep the record, but for documents that were not to be written this time."""
        if exception:
            return
        self.stale |= repo_domain(app.env).unfinished
        for docname in self.stale:
            self.now.documents.pop(docname, None)
        if self.stale:
            self.now.state = 0
        if self.now != self.before:
            write_record(record_file(app, "written"), self.now)

    def _find_stale(self, domain: RepoDomain) -> Iterator[str]:
        known = self.before.documents
        yield from (name for name, key in self.now.documents.items() if known.get(name) != key)
        if changed := find_changed(self.before.destinations, self.now.destinations):
            yield from find_linking(domain, changed)

    def _begin(self, app: Sphinx) -> None:
        """Keep no record of pages that are about to be overwritten: this build may break off."""
        if self.stale & self.before.documents.keys():
            for docname in self.stale:
                self.before.documents.pop(docname, None)
            self.before.state = 0
            write_record(record_file(app, "written"), self.before)


def _take_record(domain: RepoDomain, conditions: str) -> Record:
    """Return the record of pages that are all written."""
    documents = dict(_documents(domain))
    destinations = find_destinations(domain, domain.env)
    state = checksum((sorted(documents.items()), sorted(destinations.items())))
    return Record(conditions, documents, destinations, state)


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


def _read(file: Path, conditions: str) -> Record:
    """Return the record in a file; an empty one if there is none for the conditions."""
    record = read_record(file, Record)
    return record if record.conditions == conditions else Record(conditions)
