"""Files of this repository that other Sphinx projects document, found in their inventories."""

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.errors import NoUri
from sphinx.ext.intersphinx import InventoryAdapter

from sphinx_repodoc.errors import ConfigurationError
from sphinx_repodoc.model.digest import digest
from sphinx_repodoc.model.paths import parse_path, quote_path, split_lines
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.metadata import find_omission


@dataclass(frozen=True, slots=True)
class Shards:
    """What the inventories of the other projects know of the repository, each with its URL."""

    files: Mapping[PurePosixPath, str] = field(default_factory=dict)
    folders: Mapping[PurePosixPath, str] = field(default_factory=dict)
    symbols: Mapping[str, str] = field(default_factory=dict)
    """By full name."""

    @property
    def mark(self) -> str:
        """Return a digest; none where there are no shards."""
        known = [sorted(part.items()) for part in (self.files, self.folders, self.symbols)]
        return digest(known) if any(known) else ""

    def destinations(self) -> Iterator[tuple[str, list[str]]]:
        """Yield each name that pages may link to, as ext.destinations writes it, and its URLs."""
        symbols: dict[str, list[str]] = defaultdict(list)
        for name, url in sorted(self.symbols.items()):
            symbols[name.rpartition("::")[0]] += [name, url]
        for path, url in self.files.items():
            yield os.fsencode(path).decode("latin-1"), [url, *symbols[quote_path(path)]]
        for path, url in self.folders.items():
            yield os.fsencode(path).decode("latin-1") + "/", [url]

    def find(self, survey: Survey, role: str, target: str) -> str:
        """Return the URL of a file, its lines, a folder or a symbol; empty if no shard has it."""
        if role == "symbol":
            return self.symbols.get(target, "")
        if role == "folder":
            return self.folders.get(parse_path(target), "")
        name, fragment = split_lines(target)
        path = parse_path(name)
        url = self.files.get(path, "") if role == "file" else ""
        if not url or not fragment:
            return url
        file = survey.find_file(path)
        # A page of its own has an anchor for each line that it lists.
        if "#" in url or file is None or find_omission(file):
            return ""
        return f"{url}#{fragment.partition('-')[0]}"


def check_shards(names: Sequence[str], mapping: Mapping[str, Any] | None) -> None:
    """Check that each shard is a project that intersphinx knows.

    :raises ConfigurationError: one is not
    """
    if names and mapping is None:
        raise ConfigurationError("repodoc_shards needs the extension sphinx.ext.intersphinx")
    for name in names:
        if name not in (mapping or {}):
            raise ConfigurationError(
                f"repodoc_shards names {name!r}: add it to intersphinx_mapping"
            )


def read_shards(app: Sphinx) -> Shards:
    """Return what the inventories say that ``repodoc_shards`` names; intersphinx has read them."""
    if not app.config.repodoc_shards:
        return Shards()
    known = InventoryAdapter(app.env).named_inventory
    inventories = [known.get(name, {}) for name in app.config.repodoc_shards]
    return Shards(
        _by_path(_merge(inventories, "repo:file")),
        _by_path(_merge(inventories, "repo:folder")),
        _merge(inventories, "repo:symbol"),
    )


def relative_url(builder: Builder, docname: str, url: str) -> str:
    """Return a URL as a document has to write it: inventories may be read by a relative path."""
    if "://" in url:
        return url
    try:
        place = builder.get_target_uri(docname)
    except NoUri:
        place = docname
    return "../" * place.count("/") + url


def _merge(inventories: list[Any], kind: str) -> dict[str, str]:
    """Return name to URL of the objects of a kind: what several projects have, the first's."""
    return {
        name: entry.uri
        for inventory in reversed(inventories)
        for name, entry in inventory.get(kind, {}).items()
    }


def _by_path(urls: Mapping[str, str]) -> dict[PurePosixPath, str]:
    found = {}
    for name, url in urls.items():
        try:
            found[parse_path(name)] = url
        except ValueError:
            continue  # nothing that this extension wrote
    return found
