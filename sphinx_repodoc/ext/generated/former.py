"""Generated pages of an earlier ``repodoc_pages``: deleted, since nothing would keep them right."""

import os
from collections.abc import Iterator
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.matching import Matcher

from sphinx_repodoc.ext.config import Settings
from sphinx_repodoc.ext.domain import RepoDomain
from sphinx_repodoc.ext.generated.owned import MANIFEST
from sphinx_repodoc.ext.generated.stubs import delete_stubs


def delete_former_stubs(app: Sphinx, settings: Settings, domain: RepoDomain) -> None:
    """Delete the stubs that lie elsewhere than this build's, if an earlier build's may.

    Only after a change of the prefix, or with a new environment, is the source directory searched.
    """
    if domain.data["prefix"] == settings.pages:
        return
    domain.data["prefix"] = settings.pages
    source = Path(app.srcdir)
    own = source / settings.pages if settings.pages else None
    written = {Path(app.outdir), Path(app.doctreedir)}
    for folder in list(_find_manifests(source, Matcher(app.config.exclude_patterns), written)):
        if folder != own:
            delete_stubs(folder)


def _find_manifests(source: Path, excluded: Matcher, written: set[Path]) -> Iterator[Path]:
    """Yield the folders that hold a manifest; none of another Sphinx project."""
    for name, folders, files in os.walk(source):
        folder = Path(name)
        if MANIFEST in files:
            yield folder
        folders[:] = [
            child
            for child in folders
            if folder / child not in written
            and not excluded((folder / child).relative_to(source).as_posix())
            and not (folder / child / "conf.py").exists()
        ]
