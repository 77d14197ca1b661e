"""Where a repository's files are published."""

import pytest

from sphinx_repodoc.scan.forge import derive_source_url

COMMIT = "{commit}"


@pytest.mark.parametrize(
    ("remote", "url"),
    [
        ("https://github.com/a/b.git", f"https://github.com/a/b/blob/{COMMIT}/{{path}}"),
        ("git@github.com:a/b.git", f"https://github.com/a/b/blob/{COMMIT}/{{path}}"),
        ("ssh://git@gitlab.com:22/g/s/b.git", f"https://gitlab.com/g/s/b/-/blob/{COMMIT}/{{path}}"),
        ("https://bitbucket.org/a/b", f"https://bitbucket.org/a/b/src/{COMMIT}/{{path}}"),
        ("https://codeberg.org/a/b", f"https://codeberg.org/a/b/src/commit/{COMMIT}/{{path}}"),
        (
            "https://gitlab.example.org/a/b",
            f"https://gitlab.example.org/a/b/-/blob/{COMMIT}/{{path}}",
        ),
    ],
)
def test_the_url_of_a_file_follows_from_the_remote(remote: str, url: str) -> None:
    assert derive_source_url(remote).partition("#")[0] == url


@pytest.mark.parametrize(
    "remote",
    [
        "",
        "/srv/git/b.git",
        "../b",
        "file:///srv/b.git",
        "https://example.org/a/b",
        "github.com",
        "C:/x",
    ],
)
def test_an_unknown_forge_gives_no_url(remote: str) -> None:
    assert derive_source_url(remote) == ""
