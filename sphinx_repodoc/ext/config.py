"""The configuration values, each declared once: registration, checks, reference."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from pathlib import Path, PurePosixPath
from typing import Any, Literal

from sphinx.config import Config

from sphinx_repodoc.errors import ConfigurationError
from sphinx_repodoc.ext.checks import (
    Check,
    check_choice,
    check_files,
    check_names,
    check_notes,
    check_patterns,
    check_prefix,
    check_secrets,
    check_sections,
    check_size,
    check_template,
    check_text,
    check_truth,
)
from sphinx_repodoc.ext.languages import check_languages
from sphinx_repodoc.sections.order import FILE_SECTIONS, FOLDER_SECTIONS


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
        check_text,
        "Folder of the repository, absolute or relative to the folder of `conf.py`. "
        "Empty: git's top level around the source directory, or else the folder above it.",
    )
    pages: str = _setting(
        "",
        check_prefix,
        "Docname prefix of the generated pages, such as `repository`; `.` puts them at the top of "
        "the source directory. Empty: no pages are generated.",
    )
    toctree: bool = _setting(
        True,
        check_truth,
        "Whether the generated pages are added to the root document's toctree, unless that "
        "lists them itself. Set it to `False` when another document's toctree lists "
        "`<repodoc_pages>/index`.",
    )
    include: list[str] = _setting(
        ["**"],
        check_patterns,
        "Patterns, as in a `.gitignore` file, from the root: only what one of them matches is "
        "published.",
    )
    exclude: list[str] = _setting(
        [],
        check_patterns,
        "Patterns, as in a `.gitignore` file, from the root: what one of them matches is published "
        "nowhere: no page, no listing, no index, no search result, no link.",
    )
    sections: list[str] = _setting(
        FILE_NAMES,
        check_sections(FILE_NAMES),
        "Sections of a file's page, in the order in which they stand.",
    )
    folder_sections: list[str] = _setting(
        FOLDER_NAMES,
        check_sections(FOLDER_NAMES),
        "Sections of a folder's page, in the order in which they stand.",
    )
    empty: str = _setting(
        "omit",
        check_choice,
        "What becomes of a section without evidence: `omit` leaves it out, `note` says so in "
        "a line, of idioms, speed and safety only where rules looked at the file.",
    )
    source_url: str = _setting(
        "",
        check_template,
        "Template of a file's URL on its forge, with `{path}` and, if wanted, `{commit}` (the "
        "newest that changed the file), `{line}` and `{endline}`. Empty: derived from the git "
        "remote for GitHub, GitLab, Bitbucket, Codeberg and Gitea; no link for others.",
    )
    max_bytes: int = _setting(
        1_000_000,
        check_size,
        "Size in bytes above which a file keeps its metadata, but is neither listed nor analysed.",
    )
    max_lines: int = _setting(
        20_000,
        check_size,
        "Number of lines above which a file keeps its metadata, but is not listed or analysed.",
    )
    history: bool = _setting(
        True,
        check_truth,
        "Whether pages say what the commits tell of their files, and which files changed together.",
    )
    authors: bool = _setting(
        True,
        check_truth,
        "Whether pages name the authors of the commits, by name only, as `.mailmap` has it.",
    )
    stale: bool = _setting(
        False,
        check_truth,
        "Whether a document that cites a path, a line or a name which has gone from the repository "
        "is a warning `repodoc.stale`.",
    )
    stale_exclude: list[str] = _setting(
        [
            *("*author*", "*change*", "*credits*", "*deprecat*", "*histor*", "*migrat*"),
            *("*news*", "*releas*", "*thanks*", "*upgrad*"),
        ],
        check_patterns,
        "Patterns, as in a `.gitignore` file, from the source directory: documents that tell of "
        "the past, which may cite what is gone. Capital letters are as good as small ones.",
    )
    folder_notes: dict[str, str] = _setting(
        {},
        check_notes,
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
        check_truth,
        "Whether Python files are examined by ruff for what bears on security and speed, where it "
        "is installed in the environment of Sphinx (extra `ruff`). No configuration of the "
        "repository is read.",
        rebuild="",
    )
    reports: list[str] = _setting(
        [],
        check_patterns,
        "Files that other tools wrote of the repository, absolute or from its root, in which `*` "
        "and `**` match what is there: findings in SARIF, and coverage in coverage.py's JSON, "
        "Cobertura's XML or lcov's format.",
        rebuild="",
    )
    shards: list[str] = _setting(
        [],
        check_names,
        "Names in `intersphinx_mapping` of projects that document other parts of this repository: "
        "links to the files that they show lead to their pages.",
    )
    rules: list[str] = _setting(
        [],
        check_files,
        "TOML files with more rules, absolute or relative to the folder of `conf.py`: what they "
        "find is listed as what the extension's own rules find.",
    )
    redact: bool = _setting(
        True,
        check_truth,
        "Whether the values of what has the form of a secret are withheld: each character of them "
        "is shown as `█`, in listings and wherever else the text of the file would be quoted.",
    )
    secrets: str = _setting(
        "warn",
        check_secrets,
        "What becomes of a build that finds secrets: `warn` has a warning for each, `fail` stops "
        "the build before any page is read, and says where they are.",
    )
    store: str = _setting(
        "",
        check_text,
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
