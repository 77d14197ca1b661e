"""Which files of the repository Markdown and reST lead to."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote

from sphinx_repodoc.model.facts import Facts, OutlineEntry, OutlineKind
from sphinx_repodoc.model.relations import Relation, RelationKind

DOCUMENT_SUFFIXES = (".rst", ".md", ".txt", ".ipynb")
"""What Sphinx may add to the name of a document."""

FILE_DIRECTIVES = frozenset({"include", "literalinclude"})
"""Directives whose argument is a file of the repository."""

MYST_SCHEMES = ("path:", "project:")
"""How MyST marks a link that stays in the project."""


def find_links(
    paths: Collection[PurePosixPath], facts: Mapping[PurePosixPath, Facts]
) -> Iterator[Relation]:
    """Find the links, pictures and inclusions that lead to one of `paths`."""
    by_name = {str(path): path for path in paths}
    for source, found in facts.items():
        if not found.outline:
            continue
        folder = str(source.parent)
        project = next((str(each) for each in source.parents if each / "conf.py" in paths), ".")
        for entry in found.outline:
            candidates = _candidates(entry, folder, project)
            target = next((by_name[name] for name in candidates if name in by_name), source)
            if target != source:
                yield Relation(RelationKind.LINKS_TO, source, target, entry.span.line)


def _candidates(entry: OutlineEntry, folder: str, project: str) -> Iterator[str]:
    """Yield the paths that an entry may mean, the likeliest first."""
    roots = (project, ".")
    if entry.kind is OutlineKind.LINK and not entry.role:
        roots = (".", project)  # as forges show it
    for name in _names(entry):
        for base in roots if name.startswith("/") else (folder,):
            yield normpath(f"{base}/{name.lstrip('/')}")


def _names(entry: OutlineEntry) -> Sequence[str]:
    """Return the names of files that an entry may mean, as written from where it stands."""
    if entry.kind is OutlineKind.LINK and entry.role == "doc":
        return [entry.target + suffix for suffix in DOCUMENT_SUFFIXES]
    if entry.kind is OutlineKind.LINK and entry.role == "download":
        return [entry.target]
    if entry.kind is OutlineKind.DIRECTIVE and entry.text in FILE_DIRECTIVES:
        return [entry.target]
    if entry.kind in {OutlineKind.LINK, OutlineKind.IMAGE} and not entry.role:
        return _url_path(entry.target)
    return []


def _url_path(url: str) -> Sequence[str]:
    for scheme in MYST_SCHEMES:
        url = url.removeprefix(scheme)
    path = url.partition("#")[0].partition("?")[0]
    is_elsewhere = ":" in path.partition("/")[0] or path.startswith("//")
    return [unquote(path)] if path and not is_elsewhere else []
