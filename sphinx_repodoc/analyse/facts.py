"""The facts of one file, from its text."""

import hashlib
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

from sphinx_repodoc.analyse.languages import LANGUAGES, Language
from sphinx_repodoc.analyse.secrets import find_secrets
from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.secrets import withhold

PACKAGES = ("sphinx_repodoc.analyse", "sphinx_repodoc.model", "sphinx_repodoc.scan")
"""Ours that decide what is found: the last decodes the files and names their languages."""

UNANALYSED = Facts(is_structured=False)
"""Of a file whose language has no analyser, but for its secrets."""


def find_facts(
    text: str, language: str, languages: Mapping[str, Language] = LANGUAGES
) -> Facts | None:
    """Analyse a text; None where no analyser knows the language."""
    known = languages.get(language)
    return known.find_facts(text) if known else None


@dataclass(frozen=True, slots=True)
class Analyser:
    """What finds the facts of files: in some languages, with or without their secrets."""

    languages: Mapping[str, Language] = field(default_factory=lambda: LANGUAGES)
    is_redacted: bool = True
    """Whether what is found is found in the text without its secrets."""

    def find_facts(self, text: str, language: str) -> Facts:
        """Find the secrets of a text, and analyse it if its language has an analyser."""
        secrets = find_secrets(text)
        shown = withhold(text, secrets) if self.is_redacted else text
        known = self.languages.get(language)
        facts = known.find_facts(shown) if known and not known.missing else UNANALYSED
        return replace(facts, secrets=secrets)

    def find_secrets(self, text: str, _language: str) -> Facts:
        """Find nothing but the secrets of a text."""
        return replace(UNANALYSED, secrets=find_secrets(text))

    @property
    def version(self) -> str:
        """A digest of everything that decides the facts of files."""
        return hashlib.sha256(
            f"{find_version(self.languages)} {self.is_redacted}".encode()
        ).hexdigest()


def find_version(languages: Mapping[str, Language]) -> str:
    """Return a digest of everything that decides the facts of files in some languages."""
    added = [language for language in languages.values() if language.added or language.rules]
    digest = hashlib.sha256(VERSION.encode())
    for language in added:
        digest.update(f"{language.added} {_versions(language.distributions)}".encode())
        for query in language.added.queries if language.added else ():
            digest.update(query.read_bytes() if query.is_file() else b"")
        digest.update(msgspec.json.encode(language.rules, order="deterministic"))
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
