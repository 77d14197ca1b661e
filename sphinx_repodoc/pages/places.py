"""Where a page's file and its lines are to be seen on their forge."""

from pathlib import PurePosixPath
from urllib.parse import quote

from sphinx_repodoc.model.files import FileKind
from sphinx_repodoc.model.survey import Survey


def find_url(survey: Survey, path: PurePosixPath) -> str:
    """Return a file's URL on its forge; empty unless that shows the very content of the page."""
    file = survey.find_file(path)
    if not survey.source_url or (file and not file.is_committed):
        return ""
    if file and file.kind is FileKind.SUBMODULE:
        return ""
    commit = survey.listing.commits.get(path, survey.head.commit)
    start = _split(survey.source_url)[0].replace("{commit}", commit)
    return start.replace("{path}", quote(str(path), errors="surrogateescape"))


def find_lines_url(survey: Survey, path: PurePosixPath, line: str, endline: str) -> str:
    """Return the URL of some lines of a file on its forge; of the file if no line is given."""
    url = find_url(survey, path)
    if not url or not line:
        return url
    commit = survey.listing.commits.get(path, survey.head.commit)
    lines = _split(survey.source_url)[1].replace("{commit}", commit)
    return url + lines.replace("{line}", line).replace("{endline}", endline)


def _split(template: str) -> tuple[str, str]:
    """Split a template before what names lines, such as a fragment."""
    head, line, _ = template.partition("{line}")
    after_path = head.rfind("{path}") + len("{path}")
    cut = max(after_path, *map(head.rfind, "#?&")) if line else len(template)
    return template[:cut], template[cut:]
