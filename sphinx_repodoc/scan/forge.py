"""Where a repository's files are to be seen on the forge that hosts it."""

from typing import NamedTuple
from urllib.parse import urlsplit


class Forge(NamedTuple):
    """What URLs look like after that of the repository, as the forge documents it."""

    lines: str
    commit: str


GITHUB = Forge("/blob/{commit}/{path}#L{line}-L{endline}", "/commit/{commit}")
GITLAB = Forge("/-/blob/{commit}/{path}#L{line}-{endline}", "/-/commit/{commit}")
BITBUCKET = Forge("/src/{commit}/{path}#lines-{line}:{endline}", "/commits/{commit}")
GITEA = Forge("/src/commit/{commit}/{path}#L{line}-L{endline}", "/commit/{commit}")

FORGES = {
    "bitbucket.org": BITBUCKET,
    "codeberg.org": GITEA,
    "gitea.com": GITEA,
    "github.com": GITHUB,
    "gitlab.com": GITLAB,
}
"""Forges by host."""

PREFIXES = {"gitea.": GITEA, "github.": GITHUB, "gitlab.": GITLAB}
"""Start of a host's name to the same, for forges that people run themselves."""


def derive_source_url(remote: str) -> str:
    """Return the template of a file's URL; empty for an unknown forge.

    ``{commit}``, ``{path}``, ``{line}`` and ``{endline}`` are left to be filled.
    """
    repository = find_web_url(remote)
    forge = _find_forge(repository)
    return repository + forge.lines if forge else ""


def derive_commit_url(remote: str) -> str:
    """Return the template of a commit's URL, with ``{commit}``; empty for an unknown forge."""
    repository = find_web_url(remote)
    forge = _find_forge(repository)
    return repository + forge.commit if forge else ""


def find_web_url(remote: str) -> str:
    """Return the address of a repository's pages, from any form of its remote's URL."""
    if "://" not in remote:
        host, colon, path = remote.partition(":")
        if not colon or "/" in host:
            return ""
        remote = f"ssh://{host}/{path}"
    parts = urlsplit(remote)
    if not parts.hostname or parts.scheme not in {"https", "http", "ssh", "git"}:
        return ""
    path = parts.path.strip("/").removesuffix(".git")
    return f"https://{parts.hostname}/{path}" if path else ""


def _find_forge(repository: str) -> Forge | None:
    host = urlsplit(repository).hostname or ""
    starts = (found for start, found in PREFIXES.items() if host.startswith(start))
    return FORGES.get(host) or next(starts, None)
