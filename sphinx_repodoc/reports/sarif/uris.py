"""From the locations of a run to the published files."""

import re
from collections.abc import Collection
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from sphinx_repodoc.reports.sarif.log import ArtifactLocation, Run
from sphinx_repodoc.reports.tree import Tree

SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")
"""How an absolute URI begins; a drive of Windows is a single letter."""

ROOT_NAMES = frozenset({"SRCROOT", "SOURCEROOT", "PROJECTROOT", "REPOROOT", "ROOTPATH", "ROOT"})
"""What tools call the root of the repository, as CodeQL does with signs of percent around it."""


class Uris:
    """The files that the locations of one run mean."""

    def __init__(self, run: Run, tree: Tree) -> None:
        self.run = run
        self.tree = tree
        self.base = PurePosixPath()
        """The folder that URIs start from which name no base."""
        mapped = [each.mapped_to for each in run.version_control_provenance]
        self._roots = {each.uri_base_id for each in mapped if not each.uri}

    def find(self, location: ArtifactLocation) -> PurePosixPath | None:
        """Return the published file that is meant; None if it is none."""
        for uri, base in self._find_names(self._expand(location)):
            for name in dict.fromkeys((unquote(uri, errors="surrogateescape"), uri)):
                if path := self.tree.find(name, base):
                    return path
        return None

    def find_relative(self, locations: Collection[ArtifactLocation]) -> set[str]:
        """Return the paths of locations that name no base."""
        expanded = map(self._expand, locations)
        uris = {each.uri for each in expanded if not each.uri_base_id}
        return {unquote(uri) for uri in uris if uri and not SCHEME.match(uri)}

    def _expand(self, location: ArtifactLocation) -> ArtifactLocation:
        """Return the location that an index of the artifacts stands for; none in an archive."""
        if location.uri or not 0 <= location.index < len(self.run.artifacts):
            return location
        artifact = self.run.artifacts[location.index]
        return ArtifactLocation() if artifact.parent_index >= 0 else artifact.location

    def _find_names(self, location: ArtifactLocation) -> list[tuple[str, PurePosixPath]]:
        """Return what a location may be called, and the folder that this starts from.

        A URI that leads into the repository as it lies here means nothing else; one that leads to
        another machine may start from what was the root there.
        """
        uri, base_id = location.uri, location.uri_base_id
        names = [(uri, self.base)] if uri and not base_id and not SCHEME.match(uri) else []
        seen: set[str] = set()
        while uri and base_id and base_id not in seen and not SCHEME.match(uri):
            seen.add(base_id)
            base = self.run.original_uri_base_ids.get(base_id, ArtifactLocation())
            if self._is_root(base_id, base):
                names.append((uri, PurePosixPath()))
            uri = f"{base.uri.rstrip('/')}/{uri}" if base.uri else uri
            base_id = base.uri_base_id
        parts = urlsplit(uri) if SCHEME.match(uri) else None
        if parts and parts.scheme == "file" and parts.netloc in {"", "localhost"}:
            absolute = (parts.path, PurePosixPath())
            return [absolute] if self.tree.is_inside(unquote(parts.path)) else names
        return names

    def _is_root(self, base_id: str, base: ArtifactLocation) -> bool:
        """Whether a base is the root of the repository, as far as the run says."""
        is_top = not base.uri_base_id and (not base.uri or bool(SCHEME.match(base.uri)))
        return base_id in self._roots or (is_top and base_id.strip("%") in ROOT_NAMES)
