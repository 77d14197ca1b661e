"""Docnames of generated pages: readable, safe in every file system and URL, and never the same."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import PurePosixPath

from sphinx_repodoc.model.files import ROOT

INDEX = "index"
"""Last part of the docname of a folder's page."""

KEYWORDS = "keywords"
"""Last part of the docname of a folder's keyword index, and the start of that of its parts."""

RESERVED = frozenset({"index", KEYWORDS, "genindex", "search", "py-modindex", "repo-files"})
"""Names, in lower case, that pages of Sphinx or of ours have already."""

SAFE = frozenset("._-")
"""Characters beside letters and digits that mean nothing to a URL, a shell or Sphinx.

Sphinx leaves pages out of the order of an EPUB whose names hold a character that URLs quote."""

MAX_BYTES = 180
"""Length of one part: file systems take 255 bytes, of which suffixes need some."""


def find_docnames(
    files: Iterable[PurePosixPath], folders: Iterable[PurePosixPath], prefix: str
) -> dict[PurePosixPath, str]:
    """Return the docname of the page of every file and folder."""
    parts: dict[PurePosixPath, str] = {ROOT: "" if prefix == "." else prefix.strip("/")}
    docnames: dict[PurePosixPath, str] = {}
    taken: set[str] = set()
    for path in sorted(folders, key=lambda path: (len(path.parts), os.fsencode(path))):
        if path != ROOT:
            name = escape(path.name)
            if _is_keywords(name):
                name += "~"
            parts[path] = _free(_join(parts[path.parent], name), path, taken)
        docnames[path] = _join(parts[path], INDEX)
    for path in sorted(files, key=os.fsencode):
        name = escape(path.name)
        if name.casefold() in RESERVED or _is_keywords(name):
            name += "~"
        docnames[path] = _free(_join(parts[path.parent], name), path, taken)
    return docnames


def keywords_docname(index: str, prefix: str) -> str:
    """Return the docname of a keyword page, given that of its folder's page."""
    folder = index.rpartition("/")[0]
    return _join(folder, escape(f"{KEYWORDS}-{prefix}" if prefix else KEYWORDS))


def escape(name: str) -> str:
    """Write one part of a path so that it may stand in a docname and in an anchor."""
    safe = "".join(_escape_character(character) for character in name)
    if len(safe.encode()) <= MAX_BYTES:
        return safe
    return safe.encode()[: MAX_BYTES - 9].decode(errors="ignore") + _mark(name)


def anchor_prefix(path: PurePosixPath) -> str:
    """Return what is put before the anchors of a path where a document shows several."""
    return "/".join(escape(part) for part in path.parts) + ":"


def _is_keywords(name: str) -> bool:
    """Whether a name is that of a keyword page, for a folder too: it has an ``index.html``."""
    return name.casefold() == KEYWORDS or name.casefold().startswith(f"{KEYWORDS}-")


def _escape_character(character: str) -> str:
    if character in SAFE or (character.isalnum() and character.isprintable()):
        return character
    return "".join(f"~{byte:02x}" for byte in os.fsencode(character))


def _free(docname: str, path: PurePosixPath, taken: set[str]) -> str:
    """Return the docname, marked if another differs from it by case only, and take it."""
    if docname.casefold() in taken:
        docname += _mark(str(path))
    taken.add(docname.casefold())
    return docname


def _mark(name: str) -> str:
    return "~" + hashlib.blake2b(os.fsencode(name), digest_size=4).hexdigest()


def _join(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name
