"""Where a page's file and its lines are to be seen on their forge."""

from pathlib import PurePosixPath
from urllib.parse import quote

from sphinx_repodoc.model.files import FileKind
from sphinx_repodoc.model.survey import Survey


def find_url(survey: Survey, path: PurePosixPath) -> str:
    """Return a file's URL on its forge; empty unless that shows the very content of the page."""
    file = survey.files.get(path)
    if not survey.source_url or (file and not file.is_committed):
        return ""
    if file and file.kind is FileKind.SUBMODULE:
        return ""
    return _without_lines(survey.source_url).replace(
        "{path}", quote(str(path), errors="surrogateescape")
    )


def _without_lines(template: str) -> str:
    """Cut the fragment that names lines off a template."""
    base, hash_, fragment = template.partition("#")
    return base if "{line}" in fragment else base + hash_ + fragment


def find_lines_url(survey: Survey, path: PurePosixPath, line: str, endline: str) -> str:
    """Return the URL of some lines of a file on its forge; of the file if no line is given."""
    url = find_url(survey, path)
    if not url or not line or "{line}" not in survey.source_url:
        return url
    fragment = survey.source_url.partition("#")[2]
    return f"{url}#" + fragment.replace("{line}", line).replace("{endline}", endline)
