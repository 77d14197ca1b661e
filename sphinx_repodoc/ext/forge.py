"""Where the forge shows what a link means that no document shows."""

from sphinx_repodoc.model.paths import parse_path, split_lines
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.places import find_lines_url


def find_forge_url(survey: Survey, role: str, target: str) -> str:
    """Return the URL of a file or a symbol's file, with its lines; empty if it has none."""
    name, fragment = split_lines(target.rpartition("::")[0] or target)
    first, _, last = fragment.replace("L", "").partition("-")
    path = parse_path(name)
    if role not in {"file", "symbol"} or not survey.find_file(path):
        return ""
    return find_lines_url(survey, path, first, last or first)
