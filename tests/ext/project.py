"""A Sphinx project in a repository, built in this process; what it reads is counted."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import docutils_namespace, patch_docutils

from tests.sites import plain


@dataclass
class Build:
    """What one build did."""

    app: Sphinx
    read: list[str]
    """Docnames of the documents that were read."""
    warnings: list[str]
    written: list[str] = field(default_factory=list)
    """Docnames of the documents that were written."""
    said: str = ""
    """What was said on the way."""

    def page(self, docname: str) -> BeautifulSoup:
        """Return a page of the HTML output."""
        path = Path(self.app.outdir, f"{docname}.html")
        return BeautifulSoup(path.read_text("utf-8"), "html.parser")

    def body(self, docname: str) -> Tag:
        """Return the body of a page, without sidebars and headers."""
        (body,) = self.page(docname).select('[role="main"]')
        return body

    def text(self, docname: str) -> str:
        """Return the text of a page's body, white space folded."""
        return " ".join(self.body(docname).get_text().split())

    def hrefs(self, docname: str, kind: str = "internal") -> dict[str, str]:
        """Return the targets of the links in a page's body, each with its text."""
        return {str(a["href"]): a.get_text() for a in self.body(docname).select(f"a.{kind}")}


@dataclass
class Project:
    """The Sphinx project in a folder of a repository."""

    root: Path
    configuration: Mapping[str, Any] = field(default_factory=dict)
    folder: str = "docs"

    def build(self, builder: str = "html", *, parallel: int = 1, **configuration: Any) -> Build:
        """Build once, in the folders that the next build finds again."""
        docs = self.root / self.folder
        warnings, status, read, written = io.StringIO(), io.StringIO(), list[str](), list[str]()
        overrides = {
            "extensions": ["sphinx_repodoc"],
            "nitpicky": True,
            "html_theme": "alabaster",
            **self.configuration,
            **configuration,
        }

        def note_read(_app: Sphinx, _env: BuildEnvironment, docnames: list[str]) -> None:
            read.extend(docnames)

        def note_written(_app: Sphinx, _doctree: object, docname: str) -> None:
            written.append(docname)

        with patch_docutils(docs), docutils_namespace():
            app = Sphinx(
                srcdir=docs,
                confdir=None,
                outdir=docs / "_build" / builder,
                doctreedir=docs / "_build" / f"doctrees-{builder}",
                buildername=builder,
                confoverrides=overrides,
                status=status,
                warning=warnings,
                parallel=parallel,
            )
            app.connect("env-before-read-docs", note_read)
            app.connect("doctree-resolved", note_written)
            app.build()
        lines = plain(warnings.getvalue()).splitlines()
        warned = [line for line in lines if line.strip()]
        return Build(app, sorted(read), warned, sorted(written), plain(status.getvalue()))
