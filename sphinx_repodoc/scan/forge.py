"""Where a repository's files are to be seen on the forge that hosts it."""

from urllib.parse import urlsplit

GITHUB = "/blob/{commit}/{path}#L{line}-L{endline}"
GITLAB = "/-/blob/{commit}/{path}#L{line}-{endline}"
BITBUCKET = "/src/{commit}/{path}#lines-{line}:{endline}"
GITEA = "/src/commit/{commit}/{path}#L{line}-L{endline}"

FORGES = {
    "bitbucket.org": BITBUCKET,
    "codeberg.org": GITEA,
    "gitea.com": GITEA,
    "github.com": GITHUB,
    "gitlab.com": GITLAB,
}
"""Host to the path of a file's lines, as its forge documents it."""

PREFIXES = {"gitea.": GITEA, "github.": GITHUB, "gitlab.": GITLAB}
"""Start of a host's name to the same, for forges that people run themselves."""


def derive_source_url(remote: str) -> str:
    """Return the template of a file's URL; empty for an unknown forge.

    ``{commit}``, ``{path}``, ``{line}`` and ``{endline}`` are left to be filled.
    """
    repository = _web_url(remote)
    host = urlsplit(repository).hostname or ""
    template = FORGES.get(host) or next(
        (found for start, found in PREFIXES.items() if host.startswith(start)), ""
    )
    return repository + template if template else ""


def _web_url(remote: str) -> str:
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
