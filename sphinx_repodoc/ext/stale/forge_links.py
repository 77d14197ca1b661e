"""Which file of the repository a link to its forge shows."""

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.scan.forge import find_web_url
from sphinx_repodoc.scan.git import find_top_level

SHOWN = re.compile(r"/(?:-/)?(?:blob|tree|raw|edit|blame|src/branch|src)/")
"""What follows the address of a repository where a forge shows a file."""

NEWEST = ("main", "master", "HEAD")
"""What forges and people call the branch on which the work goes on."""


def find_path(survey: Survey, url: str) -> tuple[PurePosixPath | None, int]:
    """Return path and last line that a URL shows of what is newest; None if it is no such URL."""
    home = find_web_url(survey.head.remote)
    parts = urlsplit(url)
    address = f"{parts.scheme}://{parts.netloc}{parts.path}"
    found = SHOWN.match(address, len(home)) if home else None
    if not found or not address.casefold().startswith(home.casefold()):
        return None, 0
    shown = unquote(address[found.end() :])
    branches = {survey.head.branch, *NEWEST} - {""}
    names = [shown.removeprefix(f"{b}/") for b in branches if shown.startswith(f"{b}/")]
    prefix = _find_prefix(survey)
    if not names or not names[0].startswith(prefix) or ".." in names[0].split("/"):
        return None, 0
    path = PurePosixPath(names[0].removeprefix(prefix))
    return path, _find_line(parts.fragment)


def _find_prefix(survey: Survey) -> str:
    """Return what the paths of a forge have before those from the root."""
    top = find_top_level(survey.root) or survey.root
    folders = survey.root.resolve().relative_to(top.resolve()).parts
    return "".join(f"{folder}/" for folder in folders)


def _find_line(fragment: str) -> int:
    numbers = re.fullmatch(r"L(\d+)(?:C\d+)?(?:-L?(\d+)(?:C\d+)?)?", fragment)
    return int(numbers[2] or numbers[1]) if numbers else 0
