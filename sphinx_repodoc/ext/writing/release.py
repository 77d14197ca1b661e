"""What a written page took of memory: let go, where Python alone would let it pile up.

Doctrees and contexts of templates refer to themselves, so that only the collector of cycles frees
them. It is called after so many objects; a page of ours is few objects, but of long strings.
"""

import gc
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from sphinx_repodoc.ext.domain import repo_domain

BYTES = 256_000_000
"""How much HTML may be written until the collector is called."""


class Release:
    """Counts what one process writes."""

    def __init__(self) -> None:
        self._written = 0

    def on_html_page_context(
        self, app: Sphinx, pagename: str, _template: str, context: dict[str, Any], doctree: object
    ) -> None:
        """Drop the HTML of a page from its doctree: the theme has it in its context."""
        is_ours = pagename in repo_domain(app.env).generated
        if not is_ours or not isinstance(doctree, nodes.document):
            return
        for raw in doctree.findall(nodes.raw):
            raw.clear()
            raw.rawsource = ""
        self._written += len(context.get("body", ""))
        if self._written > BYTES:
            self._written = 0
            gc.collect()
