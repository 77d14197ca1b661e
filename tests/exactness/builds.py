"""Builds in this process, and all that one leaves behind, to be compared with another."""

import io
import re
import shutil
from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_repodoc.ext.domain import repo_domain
from sphinx_repodoc.ext.generated.owned import MANIFEST, read_manifest
from sphinx_repodoc.ext.index import Shown
from tests.sites import plain

NOT_PAGES = frozenset({".buildinfo", ".buildinfo.bak", "searchindex.js"})
"""What Sphinx itself leaves otherwise after an incremental build."""

NOT_OF_ONE = "document isn't included in any toctree"
"""A warning that is about other documents than the one it names."""

HINT = re.compile(r"(: did you mean|: it ).*?( \[[\w.]+\])?$")
"""What a warning adds of what was meant: it is right when written, and not written anew."""

Warnings = Mapping[str, list[str]]
"""Warnings by the place that they are about."""


Source = tuple[bytes, int]
"""Content and modification time."""


@dataclass(frozen=True)
class Outcome:
    """What a build left behind."""

    app: Sphinx
    read: frozenset[str]
    """Docnames of the documents that were read."""
    written: frozenset[str]
    """Docnames of the documents that were written."""
    sources: Mapping[str, Source]
    """What the documents were read from."""
    documents: Mapping[str, str]
    """Each document's doctree, as text."""
    shown: Mapping[str, list[Shown]]
    """What each document shows of the repository."""
    generated: frozenset[str]
    """Docnames of the generated pages."""
    files: Mapping[str, bytes]
    """All output files by name."""
    reading: Warnings
    """Warnings until all documents were read."""
    writing: Warnings
    """Warnings after that."""

    def body(self, docname: str) -> str:
        """Return the body of a page."""
        page = self.files[f"{docname}.html"].decode()
        return str(BeautifulSoup(page, "html.parser").select_one('[role="main"]'))


class Interruption(BaseException):
    """Breaks a build off, as a key that the reader presses does."""


DEFAULTS = {"html_theme": "basic", "nitpicky": True}

SUFFIXES = {".rst": "restructuredtext"}
"""Copied for each build: parsers add theirs to Sphinx's own, which later builds share."""


def build(
    root: Path,
    folder: Path,
    configuration: Mapping[str, Any],
    *,
    builder: str = "html",
    parallel: int = 1,
    interrupted: bool = False,
) -> Outcome:
    """Build the project in the folder ``docs`` of a repository.

    :param folder: what is kept from build to build
    :param interrupted: break the build off before the second page is written
    """
    docs, watch = root / "docs", Watch(interrupted=interrupted)
    with patch_docutils(docs), docutils_namespace():
        app = Sphinx(
            srcdir=docs,
            confdir=None,
            outdir=folder / builder,
            doctreedir=folder / "doctrees",
            buildername=builder,
            confoverrides={**DEFAULTS, "source_suffix": dict(SUFFIXES), **configuration},
            status=None,
            warning=watch.stream,
            parallel=parallel,
        )
        watch.connect(app)
        with suppress(Interruption):
            app.build()
    return _take_outcome(app, watch, root)


class Watch:
    """Notes what a build does."""

    def __init__(self, *, interrupted: bool) -> None:
        self.interrupted = interrupted
        self.stream = io.StringIO()
        self.read: list[str] = []
        self.written: list[str] = []
        self.border = 0
        """Length of the warnings before anything was written."""

    def connect(self, app: Sphinx) -> None:
        """Listen to what Sphinx says."""
        app.connect("env-before-read-docs", self.on_read)
        app.connect("write-started", self.on_write)
        app.connect("doctree-resolved", self.on_resolved)

    def on_read(self, _app: Sphinx, _env: BuildEnvironment, docnames: list[str]) -> None:
        """Note the documents that are to be read."""
        self.read.extend(docnames)

    def on_write(self, _app: Sphinx, _builder: Builder) -> None:
        """Note which warnings there are before anything is written."""
        self.border = len(self.stream.getvalue())

    def on_resolved(self, _app: Sphinx, _doctree: nodes.document, docname: str) -> None:
        """Note a document that is to be written."""
        self.written.append(docname)
        if self.interrupted and len(self.written) > 1:
            raise Interruption


def find_generated(docs: Path) -> list[str]:
    """Return the docnames of the stubs that a project's build has written."""
    return [
        (manifest.parent / name).relative_to(docs).with_suffix("").as_posix()
        for manifest in docs.rglob(MANIFEST)
        for name in read_manifest(manifest.parent)
    ]


def copy_sources(root: Path, target: Path) -> None:
    """Copy a repository without what builds have written into it."""

    def ignore(folder: str, _names: list[str]) -> set[str]:
        if not (Path(folder) / MANIFEST).exists():
            return set()
        return {MANIFEST, ".gitignore"}

    shutil.copytree(root, target, symlinks=True, ignore=ignore)
    docs = root / "docs"
    for docname in find_generated(docs):
        (target / "docs" / f"{docname}.rst").unlink(missing_ok=True)


def _take_outcome(app: Sphinx, watch: Watch, root: Path) -> Outcome:
    text = watch.stream.getvalue()
    return Outcome(
        app=app,
        read=frozenset(watch.read),
        written=frozenset(watch.written),
        sources=dict(_sources(app)),
        documents=dict(_doctrees(app, root)),
        shown=dict(repo_domain(app.env).documents) if "repo" in app.env.domains else {},
        generated=frozenset(find_generated(root / "docs")),
        files=dict(_files(Path(app.outdir))),
        reading=_gather(text[: watch.border], root),
        writing=_gather(text[watch.border :], root),
    )


def _doctrees(app: Sphinx, root: Path) -> list[tuple[str, str]]:
    return [
        (name, app.env.get_doctree(name).pformat().replace(str(root), "ROOT"))
        for name in sorted(app.env.found_docs)
    ]


def _sources(app: Sphinx) -> list[tuple[str, Source]]:
    files = [(name, Path(app.env.doc2path(name))) for name in app.env.found_docs]
    return [(name, (file.read_bytes(), file.stat().st_mtime_ns)) for name, file in files]


def _files(folder: Path) -> list[tuple[str, bytes]]:
    return [
        (path.relative_to(folder).as_posix(), path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in NOT_PAGES
    ]


def _gather(text: str, root: Path) -> Warnings:
    """Sort warnings by the file that they are about; hints of what was meant are cut off."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in plain(text).replace(str(root), "ROOT").splitlines():
        place, colon, message = line.partition(": ")
        if colon and NOT_OF_ONE not in message:
            found[re.sub(r"(:\d*)+$", "", place)].append(HINT.sub(r"\2", f"{place}: {message}"))
    return {place: sorted(lines) for place, lines in found.items()}
