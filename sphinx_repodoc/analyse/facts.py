"""The facts of one file, from its text."""

import hashlib
import sys
from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from sphinx_repodoc.analyse.languages import LANGUAGES
from sphinx_repodoc.model.facts import Facts

PACKAGES = ("sphinx_repodoc.analyse", "sphinx_repodoc.model", "sphinx_repodoc.scan")
"""Ours that decide what is found: the last decodes the files and names their languages."""


def find_facts(text: str, language: str) -> Facts | None:
    """Analyse a text; None where no analyser knows the language."""
    known = LANGUAGES.get(language)
    return known.find_facts(text) if known else None


def _walk(folder: Traversable) -> Iterator[Traversable]:
    """Go through the files that decide what is found, in order of name."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _walk(entry)
        elif entry.name.endswith((".py", ".scm", ".toml")):
            yield entry


def _compute_version() -> str:
    names = sorted({name for language in LANGUAGES.values() for name in language.distributions})
    parts = [f"{sys.version_info[:2]}", *(f"{name} {version(name)}" for name in names)]
    digest = hashlib.sha256("\n".join(parts).encode())
    for package in PACKAGES:
        for file in _walk(files(package)):
            digest.update(file.read_bytes())
    return digest.hexdigest()


VERSION = _compute_version()
"""Digest of everything that decides the facts: our own files, the grammars, Python itself."""
