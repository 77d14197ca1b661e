"""The output folder: pages of what is gone are deleted, which Sphinx itself leaves there."""

from collections.abc import Iterable
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder

from sphinx_repodoc.ext.domain import repo_domain
from sphinx_repodoc.ext.generated.owned import delete_files, read_manifest, write_manifest

INCREMENTAL_BUILDERS = frozenset({"html", "dirhtml", "json", "pickle", "text", "xml", "pseudoxml"})
"""Builders that write a page for each document into a folder that the next build finds."""

SOURCES = "_sources"
"""Folder in which HTML builders put the documents themselves."""


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Delete what earlier builds wrote for generated pages that are no more."""
    if exception or app.builder.name not in INCREMENTAL_BUILDERS:
        return
    folder, found = Path(app.outdir), app.env.found_docs
    ours = repo_domain(app.env).docnames & found
    written = find_outputs(app.builder, ours)
    if gone := read_manifest(folder) - written:
        delete_files(folder, gone - find_outputs(app.builder, found))
    if written or gone:
        write_manifest(folder, written)


def find_outputs(builder: Builder, docnames: Iterable[str]) -> set[str]:
    """Return the names of the output files that documents have, from the output folder."""
    if not isinstance(builder, StandaloneHTMLBuilder):
        return {f"{name}{getattr(builder, 'out_suffix', '')}" for name in docnames}
    folder, source_link = Path(builder.outdir), builder.config.html_sourcelink_suffix
    files = set()
    for name in docnames:
        files.add(Path(builder.get_outfilename(name)).relative_to(folder).as_posix())
        if builder.copysource and builder.config.html_copy_source:
            suffix = builder.env.doc2path(name).suffix
            shown = suffix if suffix == source_link else suffix + source_link
            files.add(f"{SOURCES}/{name}{shown}")
    return files
