"""The README of a folder, and where its links lead."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urljoin, urlsplit

from sphinx_repodoc.model.facts import Facts, OutlineEntry, OutlineKind
from sphinx_repodoc.model.files import FileKind, SkipReason, SourceFile
from sphinx_repodoc.model.paths import LINES
from sphinx_repodoc.model.readme import Readme, ReadmeLink
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.metadata import UNSEARCHED
from sphinx_repodoc.pages.places import find_url

MARKUP = ("Markdown", "reStructuredText")
"""Languages that are rendered, the first of two READMEs that a folder has."""

PLAIN = frozenset({"", ".txt"})
"""Suffixes of a README that is shown as it is."""

ON_FORGE = frozenset({SkipReason.EXCLUDED, SkipReason.NOT_INCLUDED})
"""Why a file that git tracks is not on this site."""

INCLUDES = frozenset({"include", "literalinclude"})
"""Directives whose argument is a file."""


def find_readme(survey: Survey, folder: PurePosixPath) -> Readme | None:
    """Return the file that speaks for a folder, with where its links lead."""
    found = [file for file in map(survey.files.get, survey.folders[folder].files) if file]
    readmes = [file for file in found if _is_readme(file)]
    if not readmes:
        return None
    file = min(readmes, key=lambda file: (_preference(file), file.path))
    omission = _omission(survey, file)
    return Readme(
        path=file.path,
        blob=file.blob,
        lines=file.lines,
        language=file.language if file.language in MARKUP else "",
        omission=omission,
        links=() if omission else tuple(_links(survey, file.path)),
        withheld=survey.find_withheld(file.path),
    )


def slug(heading: str) -> str:
    """Return the fragment by which forges link to a heading."""
    kept = "".join(c for c in heading.lower() if c.isalnum() or c in " -_")
    return kept.strip().replace(" ", "-")


def _is_readme(file: SourceFile) -> bool:
    is_text = file.kind is FileKind.TEXT and file.path.stem.lower() == "readme"
    return is_text and (file.language in MARKUP or file.path.suffix.lower() in PLAIN)


def _preference(file: SourceFile) -> int:
    return MARKUP.index(file.language) if file.language in MARKUP else len(MARKUP)


def _omission(survey: Survey, file: SourceFile) -> str:
    if not file.is_analysable:
        return "; ".join(problem.message for problem in file.problems)
    if survey.is_hidden(file.path):
        return UNSEARCHED
    if file.language in MARKUP:
        facts = survey.facts.get(file.path)
        if facts is None or facts.is_partial:
            return "it could not be analysed whole"
    return ""


def _links(survey: Survey, source: PurePosixPath) -> Iterator[ReadmeLink]:
    facts = survey.facts.get(source, Facts())
    targets = dict.fromkeys(target for entry in facts.outline if (target := _target(entry)))
    links = (_resolve(survey, source, target) for target in targets)
    return (link for link in links if link)


def _target(entry: OutlineEntry) -> str:
    """Return where an entry of the outline leads."""
    if entry.kind is OutlineKind.IMAGE or (entry.kind is OutlineKind.LINK and not entry.role):
        return entry.target
    is_include = entry.kind is OutlineKind.DIRECTIVE and entry.text in INCLUDES
    return entry.target if is_include else ""


def _resolve(survey: Survey, source: PurePosixPath, target: str) -> ReadmeLink | None:
    """Return where a relative link leads; None for one to another site or in the README itself."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or not parts.path:
        return None
    start = "." if parts.path.startswith("/") else str(source.parent)
    name = normpath(f"{start}/{unquote(parts.path).lstrip('/')}")
    path = PurePosixPath(name)
    if survey.find_file(path):
        return _file_link(survey, target, path, parts.fragment)
    if path in survey.folders:
        return ReadmeLink(target, path, is_folder=True)
    skipped, is_outside = _skipped(survey, path), name.split("/")[0] == ".."
    url = find_url(survey, source) if is_outside or skipped in ON_FORGE else ""
    is_missing = not (is_outside or skipped)
    return ReadmeLink(target, url=urljoin(url, target) if url else "", is_missing=is_missing)


def _skipped(survey: Survey, path: PurePosixPath) -> SkipReason | None:
    skipped = survey.listing.skipped
    return next((skipped[each] for each in (path, *path.parents) if each in skipped), None)


def _file_link(survey: Survey, target: str, path: PurePosixPath, fragment: str) -> ReadmeLink:
    """Return a link to a file, and to its lines where the fragment names them or a heading."""
    file = survey.files.get(path)
    link = ReadmeLink(target, path, blob=_picture(survey, file) if file else "")
    if LINES.fullmatch(fragment):
        return replace(link, fragment=f"#{fragment}")
    wanted = unquote(fragment).lower()
    facts = survey.facts.get(path, Facts()) if wanted else Facts()
    headings = (entry for entry in facts.outline if entry.kind is OutlineKind.HEADING)
    lines = (heading.span.line for heading in headings if slug(heading.text) == wanted)
    line = next(lines, 0)
    return replace(link, fragment=f"#L{line}", is_heading=True) if line else link


def _picture(survey: Survey, file: SourceFile) -> str:
    """Return the blob of what may be a picture, and holds no secret that is withheld."""
    is_secret = bool(survey.find_withheld(file.path)) or survey.is_hidden(file.path)
    is_drawn = file.path.suffix.lower() == ".svg" and not is_secret
    return file.blob if is_drawn or file.kind is FileKind.BINARY else ""
