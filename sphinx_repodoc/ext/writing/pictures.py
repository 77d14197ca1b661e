"""Pictures of the repository in pages: known to Sphinx, but not watched by their times."""

from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.images import guess_mimetype

from sphinx_repodoc.ext.domain import repo_domain

MARK = "repodoc_picture"
"""Attribute of the pictures that are ours."""


AFTER_COLLECTORS = 600
"""Priority of what looks at what Sphinx's collectors found: they read at 500."""


def register(app: Sphinx) -> None:
    """Register what pictures need."""
    app.add_post_transform(PictureWords)
    app.connect("doctree-read", on_doctree_read, priority=AFTER_COLLECTORS)


def on_doctree_read(app: Sphinx, doctree: nodes.document) -> None:
    """Let no time of a picture's file decide whether the document is read again.

    Its content decides that, as part of the page's value.
    """
    watched = app.env.dependencies.get(app.env.docname, set())
    for image in _pictures(doctree):
        places = {Path(app.srcdir, place) for place in image["candidates"].values()}
        watched -= {each for each in watched if Path(app.srcdir, each) in places}


class PictureWords(SphinxPostTransform):
    """Shows the words of pictures that the builder cannot show, after Sphinx tried to convert."""

    default_priority: ClassVar[int] = 300

    def run(self, **_kwargs: Any) -> None:
        """Replace each picture of a format that the builder does not know."""
        builder = repo_domain(self.env).builder
        known = set(builder.supported_image_types) if builder else set()
        for image in _pictures(self.document):
            kinds = {guess_mimetype(place) for place in image["candidates"].values()}
            if known and not known & {*kinds, *image["candidates"]}:
                image.replace_self(nodes.emphasis("", image["alt"]))


def _pictures(tree: nodes.document) -> list[nodes.image]:
    return [image for image in tree.findall(nodes.image) if MARK in image]
