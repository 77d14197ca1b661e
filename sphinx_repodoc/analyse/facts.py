"""The facts of one file, from its text."""

import hashlib
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

from sphinx_repodoc.analyse.languages import LANGUAGES, Language
from sphinx_repodoc.model.facts import Facts

PACKAGES = ("sphinx_repodoc.analyse", "sphinx_repodoc.model", "sphinx_repodoc.scan")
"""Ours that decide what is found: the last decodes the files and names their languages."""


def find_facts(
    text: str, language: str, languages: Mapping[str, Language] = LANGUAGES
) -> Facts | None:
    """Analyse a text; None where no analyser knows the language."""
    known = languages.get(language)
    return known.find_facts(text) if known else None


def find_version(languages: Mapping[str, Language]) -> str:
    """Return a digest of everything that decides the facts of files in some languages."""
    added = [language for language in languages.values() if language.added]
    digest = hashlib.sha256(VERSION.encode())
    for language in added:
        digest.update(f"{language.added} {_versions(language.distributions)}".encode())
        for query in language.added.queries if language.added else ():
            digest.update(query.read_bytes() if query.is_file() else b"")
    return digest.hexdigest() if added else VERSION


def _versions(distributions: Iterable[str]) -> list[str]:
    """Return the versions of distributions; none of a module that is in none of that name."""
    versions = []
    for name in distributions:
        with suppress(PackageNotFoundError):
            versions.append(f"{name} {version(name)}")
    return versions


def _walk(folder: Traversable) -> Iterator[Traversable]:
    """Go through the files that decide what is found, in order of name."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _walk(entry)
        elif entry.name.endswith((".py", ".scm", ".toml")):
            yield entry


def _compute_version() -> str:
    names = sorted({name for language in LANGUAGES.values() for name in language.distributions})
    parts = [f"{sys.version_info[:2]}", *_versions(names)]
    digest = hashlib.sha256("\n".join(parts).encode())
    for package in PACKAGES:
        for file in _walk(files(package)):
            digest.update(file.read_bytes())
    return digest.hexdigest()


VERSION = _compute_version()
"""Digest of all that decides the facts but a configuration: our files, grammars, Python itself."""
