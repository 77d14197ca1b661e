"""Where the links that pages make lead: so that a page is written anew when that changes."""

import os
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from sphinx.environment import BuildEnvironment

from sphinx_repodoc.ext.domain import RepoDomain
from sphinx_repodoc.ext.index import Candidate, Shown
from sphinx_repodoc.model.digest import ENCODER, checksum
from sphinx_repodoc.model.files import ROOT
from sphinx_repodoc.model.paths import parse_path
from sphinx_repodoc.pages.page import file_page, folder_page
from sphinx_repodoc.pages.places import find_lines_url

MANY = 200
"""Changed destinations above which it is not worth while to look which pages link to them."""


def find_destinations(domain: RepoDomain, env: BuildEnvironment) -> dict[str, int]:
    """Return for each name that pages may link to a digest of where such a link leads.

    The names are paths, folders with a slash, and Python's dotted names with parentheses.
    """
    index, survey = domain.index, domain.survey
    found: dict[str, int] = {}
    for path in survey.files:
        candidates = index.files.get(path, [])
        places = [_describe(candidate) for candidate in candidates]
        if not any(shown.has_listing for _, shown in candidates):
            places.append(find_lines_url(survey, path, "1", "1"))
        elif not any("structure" in shown.filled for _, shown in candidates):
            places.append([(s.qualified_name, s.line) for s in index.symbols(path)])
        found[os.fsencode(path).decode("latin-1")] = checksum(places)
    for path, candidates in index.folders.items():
        name = os.fsencode(path).decode("latin-1")
        keywords = index.keywords_place(path, "" if path == ROOT else None)
        found[f"{name}/"] = checksum([_describe(candidates[0]), keywords])
    for name, urls in domain.shards.destinations():
        found.setdefault(name, checksum(urls))
    for name, entry in getattr(env.domains.get("py"), "objects", {}).items():
        found[f"{name}()"] = checksum(entry[:2])
    return found


def find_changed(before: Mapping[str, int], now: Mapping[str, int]) -> set[str]:
    """Return the names whose links lead elsewhere than before.

    A file that has come or gone is not among them: what said something of it says something else.
    """
    changed = {name for name in before.keys() & now.keys() if before[name] != now[name]}
    others = before.keys() ^ now.keys()
    return changed | {name for name in others if name.endswith(("/", "()"))}


def find_linking(domain: RepoDomain, changed: set[str]) -> Iterator[str]:
    """Yield the documents whose pages may link to one of the names."""
    words = {_word(name) for name in changed}
    for docname, entries in domain.documents.items():
        if len(words) > MANY or any(_speaks_of(domain, shown, words) for shown in entries):
            yield docname


def _describe(candidate: Candidate) -> object:
    place, shown = candidate
    return place, shown.prefix, shown.has_listing, "structure" in shown.filled


def _word(name: str) -> bytes:
    """Return what the value of a page that links to a name must hold: the whole path."""
    if name.endswith("()"):
        return name[:-2].rpartition(".")[2].encode()
    return name.rstrip("/").encode("latin-1")


def _speaks_of(domain: RepoDomain, shown: Shown, words: set[bytes]) -> bool:
    """Whether one of the words is in what a document shows."""
    packed = ENCODER.encode(_value(domain, shown))
    return any(word in packed for word in words)


def _value(domain: RepoDomain, shown: Shown) -> object:
    path: PurePosixPath = parse_path(shown.path)
    if shown.is_folder and path in domain.survey.folders:
        return folder_page(domain.survey, path, shown.sections, shown.depth, shown.name_prefix)
    if not shown.is_folder and path in domain.survey.files:
        return file_page(domain.survey, path, shown.sections)
    return None
