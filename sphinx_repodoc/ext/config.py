"""The configuration values, each declared once: registration, checks, reference."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, field, fields
from pathlib import Path, PurePosixPath
from typing import Any, Literal

from sphinx.config import Config

from sphinx_repodoc.errors import ConfigurationError
from sphinx_repodoc.ext.languages import check_languages
from sphinx_repodoc.sections.order import FILE_SECTIONS, FOLDER_SECTIONS

Check = Callable[[Any], str]
"""Returns what a value may be if it is not that, or nothing."""


def _is_text(value: object) -> str:
    return "" if isinstance(value, (str, os.PathLike)) else "a string"


def _is_truth(value: object) -> str:
    return "" if isinstance(value, bool) else "True or False"


def _is_size(value: object) -> str:
    is_size = isinstance(value, int) and not isinstance(value, bool) and value > 0
    return "" if is_size else "a whole number above 0"


def _is_patterns(value: object) -> str:
    is_patterns = isinstance(value, (list, tuple)) and all(isinstance(v, str) for v in value)
    return "" if is_patterns else "a list of strings, each a pattern as in a .gitignore file"


def _is_names(value: object) -> str:
    return "a list of names in intersphinx_mapping" if _is_patterns(value) else ""


def _is_prefix(value: object) -> str:
    allowed = "a folder's name relative to the source directory, such as 'repository'"
    if not isinstance(value, str):
        return allowed
    return allowed if value.startswith("/") or ".." in PurePosixPath(value).parts else ""


def _is_template(value: object) -> str:
    is_template = isinstance(value, str) and (not value or "{path}" in value)
    return (
        "" if is_template else "a URL with {path} in it, and {commit}, {line}, {endline} if wanted"
    )


def _is_notes(value: object) -> str:
    is_notes = isinstance(value, dict) and all(
        isinstance(key, str) and isinstance(text, str) for key, text in value.items()
    )
    return "" if is_notes else "a dict of folder path to text, such as {'src/': 'The library'}"


def _is_choice(value: object) -> str:
    return "" if value in ("omit", "note") else "'omit' or 'note'"


def _is_files(value: object) -> str:
    return "a list of paths of TOML files" if _is_patterns(value) else ""


def _is_secrets(value: object) -> str:
    return "" if value in ("warn", "fail") else "'warn' or 'fail'"


def _names(sections: Sequence[str]) -> Check:
    def check(value: object) -> str:
        is_list = isinstance(value, (list, tuple))
        is_known = is_list and all(name in sections for name in value)  # type: ignore[attr-defined]
        return "" if is_known else f"a list of section names out of {', '.join(sections)}"

    return check


def _setting(default: Any, check: Check, description: str, rebuild: str = "env") -> Any:
    """Declare a value.

    :param rebuild: what Sphinx does when it changes: ``env`` reads all documents again
    """
    metadata = {"check": check, "description": description, "rebuild": rebuild}
    if isinstance(default, (list, dict)):
        return field(default_factory=default.copy, metadata=metadata)
    return field(default=default, metadata=metadata)


FILE_NAMES = [section.name for section in FILE_SECTIONS]
FOLDER_NAMES = [section.name for section in FOLDER_SECTIONS]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The values of ``conf.py``, named without their prefix ``repodoc_``."""

    root: str = _setting(
        "",
        _is_text,
        "Folder of the repository, absolute or relative to the folder of `conf.py`. "
        "Empty: git's top level around the source directory, or else the folder above it.",
    )
    pages: str = _setting(
        "",
        _is_prefix,
        "Docname prefix of the generated pages, such as `repository`; `.` puts them at the top of "
        "the source directory. Empty: no pages are generated.",
    )
    toctree: bool = _setting(
        True,
        _is_truth,
        "Whether the generated pages are added to the root document's toctree, unless that "
        "lists them itself. Set it to `False` when another document's toctree lists "
        "`<repodoc_pages>/index`.",
    )
    include: list[str] = _setting(
        ["**"],
        _is_patterns,
        "Patterns, as in a `.gitignore` file, from the root: only what one of them matches is "
        "published.",
    )
    exclude: list[str] = _setting(
        [],
        _is_patterns,
        "Patterns, as in a `.gitignore` file, from the root: what one of them matches is published "
        "nowhere: no page, no listing, no index, no search result, no link.",
    )
    sections: list[str] = _setting(
        FILE_NAMES,
        _names(FILE_NAMES),
        "Sections of a file's page, in the order in which they stand.",
    )
    folder_sections: list[str] = _setting(
        FOLDER_NAMES,
        _names(FOLDER_NAMES),
        "Sections of a folder's page, in the order in which they stand.",
    )
    empty: str = _setting(
        "omit",
        _is_choice,
        "What becomes of a section without evidence: `omit` leaves it out, `note` says so in "
        "a line.",
    )
    source_url: str = _setting(
        "",
        _is_template,
        "Template of a file's URL on its forge, with `{path}` and, if wanted, `{commit}` (the "
        "newest that changed the file), `{line}` and `{endline}`. Empty: derived from the git "
        "remote for GitHub, GitLab, Bitbucket, Codeberg and Gitea; no link for others.",
    )
    max_bytes: int = _setting(
        1_000_000,
        _is_size,
        "Size in bytes above which a file keeps its metadata, but is neither listed nor analysed.",
    )
    max_lines: int = _setting(
        20_000,
        _is_size,
        "Number of lines above which a file keeps its metadata, but is not listed or analysed.",
    )
    history: bool = _setting(
        True,
        _is_truth,
        "Whether pages say what the commits tell of their files, and which files changed together.",
    )
    authors: bool = _setting(
        True,
        _is_truth,
        "Whether pages name the authors of the commits, by name only, as `.mailmap` has it.",
    )
    stale: bool = _setting(
        False,
        _is_truth,
        "Whether a document that cites a path, a line or a name which has gone from the repository "
        "is a warning `repodoc.stale`.",
    )
    stale_exclude: list[str] = _setting(
        [
            *("*author*", "*change*", "*credits*", "*deprecat*", "*histor*", "*migrat*"),
            *("*news*", "*releas*", "*thanks*", "*upgrad*"),
        ],
        _is_patterns,
        "Patterns, as in a `.gitignore` file, from the source directory: documents that tell of "
        "the past, which may cite what is gone. Capital letters are as good as small ones.",
    )
    folder_notes: dict[str, str] = _setting(
        {},
        _is_notes,
        "What people know of a folder: its path (`.` is the root) to a sentence or two.",
    )

    languages: dict[str, dict[str, Any]] = _setting(
        {},
        check_languages,
        "More languages, by name: the module of the `grammar`, `suffixes` or whole `names` of the "
        "files, and if need be `queries` (paths from the folder of `conf.py`; else the grammar's "
        "own `tags.scm`), `lexer` (Pygments' alias), `function` (of the module), `documentation` "
        "(how a comment that documents begins) and `separators` (within a name).",
    )
    ruff: bool = _setting(
        True,
        _is_truth,
        "Whether Python files are examined by ruff for what bears on security and speed, where it "
        "is installed in the environment of Sphinx (extra `ruff`). No configuration of the "
        "repository is read.",
        rebuild="",
    )
    reports: list[str] = _setting(
        [],
        _is_patterns,
        "Files that other tools wrote of the repository, absolute or from its root, in which `*` "
        "and `**` match what is there: findings in SARIF, and coverage in coverage.py's JSON, "
        "Cobertura's XML or lcov's format.",
        rebuild="",
    )
    shards: list[str] = _setting(
        [],
        _is_names,
        "Names in `intersphinx_mapping` of projects that document other parts of this repository: "
        "links to the files that they show lead to their pages.",
    )
    rules: list[str] = _setting(
        [],
        _is_files,
        "TOML files with more rules, absolute or relative to the folder of `conf.py`: what they "
        "find is listed as what the extension's own rules find.",
    )
    redact: bool = _setting(
        True,
        _is_truth,
        "Whether the values of what has the form of a secret are withheld: each character of them "
        "is shown as `█`, in listings and wherever else the text of the file would be quoted.",
    )
    secrets: str = _setting(
        "warn",
        _is_secrets,
        "What becomes of a build that finds secrets: `warn` has a warning for each, `fail` stops "
        "the build before any page is read, and says where they are.",
    )
    store: str = _setting(
        "",
        _is_text,
        "Folder that keeps what was found in the files from one build to the next, absolute or "
        "relative to the folder of `conf.py`. Any number of builders, versions and projects may "
        "share it. Empty: Sphinx's doctree directory.",
        rebuild="",
    )

    @classmethod
    def of(cls, config: Config) -> "Settings":
        """Read the values from Sphinx's configuration.

        :raises ConfigurationError: a value is not what it may be
        """
        values = {declared.name: config[f"repodoc_{declared.name}"] for declared in fields(cls)}
        for declared in fields(cls):
            if allowed := declared.metadata["check"](values[declared.name]):
                raise ConfigurationError(
                    f"repodoc_{declared.name} is {values[declared.name]!r}, but must be {allowed}"
                )
        return cls(**values)

    def notes(self) -> Mapping[PurePosixPath, str]:
        """Return the folder notes by path."""
        return {PurePosixPath(folder): text for folder, text in self.folder_notes.items()}


@dataclass(frozen=True, slots=True)
class Value:
    """One configuration value, as the reference shows it."""

    name: str
    default: Any
    description: str
    rebuild: Literal["", "env"]


def declared_values() -> list[Value]:
    """Return all configuration values, in the order of their declaration."""
    return [
        Value(
            f"repodoc_{declared.name}",
            _default(declared),
            declared.metadata["description"],
            declared.metadata["rebuild"],
        )
        for declared in fields(Settings)
    ]


def find_root(settings: Settings, confdir: Path, srcdir: Path, top_level: Path | None) -> Path:
    """Return the absolute repository root; it need not exist."""
    if settings.root:
        return (confdir / settings.root).resolve()
    return (top_level or srcdir.resolve().parent).resolve()


def _default(declared: Field[Any]) -> Any:
    if declared.default_factory is not MISSING:
        return declared.default_factory()
    return declared.default
