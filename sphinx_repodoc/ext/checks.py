"""What configuration values may be: each check returns that, or nothing if a value is it."""

import os
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath
from typing import Any

Check = Callable[[Any], str]
"""Returns what a value may be if it is not that, or nothing."""


def check_text(value: object) -> str:
    """Accept a string or a path."""
    return "" if isinstance(value, (str, os.PathLike)) else "a string"


def check_truth(value: object) -> str:
    """Accept a boolean."""
    return "" if isinstance(value, bool) else "True or False"


def check_size(value: object) -> str:
    """Accept a positive whole number."""
    is_size = isinstance(value, int) and not isinstance(value, bool) and value > 0
    return "" if is_size else "a whole number above 0"


def check_patterns(value: object) -> str:
    """Accept a list of strings."""
    is_patterns = isinstance(value, (list, tuple)) and all(isinstance(v, str) for v in value)
    return "" if is_patterns else "a list of strings, each a pattern as in a .gitignore file"


def check_names(value: object) -> str:
    """Accept a list of names of other projects."""
    return "a list of names in intersphinx_mapping" if check_patterns(value) else ""


def check_prefix(value: object) -> str:
    """Accept a folder's name below the source directory."""
    allowed = "a folder's name relative to the source directory, such as 'repository'"
    if not isinstance(value, str):
        return allowed
    return allowed if value.startswith("/") or ".." in PurePosixPath(value).parts else ""


def check_template(value: object) -> str:
    """Accept a URL with places to fill."""
    is_template = isinstance(value, str) and (not value or "{path}" in value)
    return (
        "" if is_template else "a URL with {path} in it, and {commit}, {line}, {endline} if wanted"
    )


def check_notes(value: object) -> str:
    """Accept a dict of texts by path."""
    is_notes = isinstance(value, dict) and all(
        isinstance(key, str) and isinstance(text, str) for key, text in value.items()
    )
    return "" if is_notes else "a dict of folder path to text, such as {'src/': 'The library'}"


def check_choice(value: object) -> str:
    """Accept what may become of a section without evidence."""
    return "" if value in ("omit", "note") else "'omit' or 'note'"


def check_files(value: object) -> str:
    """Accept a list of names of files."""
    return "a list of paths of TOML files" if check_patterns(value) else ""


def check_secrets(value: object) -> str:
    """Accept what may become of a build that finds secrets."""
    return "" if value in ("warn", "fail") else "'warn' or 'fail'"


def check_sections(sections: Sequence[str]) -> Check:
    """Accept a list of names out of `sections`."""

    def check(value: object) -> str:
        is_list = isinstance(value, (list, tuple))
        is_known = is_list and all(name in sections for name in value)  # type: ignore[attr-defined]
        return "" if is_known else f"a list of section names out of {', '.join(sections)}"

    return check
