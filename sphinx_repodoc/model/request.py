"""What is wanted of a repository."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from sphinx_repodoc.model.languages import AddedLanguage


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be surveyed, and how."""

    root: Path
    include: tuple[str, ...] = ("**",)
    exclude: tuple[str, ...] = ()
    max_bytes: int = 1_000_000
    max_lines: int = 20_000
    omit: tuple[PurePosixPath, ...] = ()
    """Folders that the build itself writes."""
    source_url: str = ""
    """Template of a file's URL on its forge; empty to derive it."""
    folder_notes: Mapping[PurePosixPath, str] = field(default_factory=dict)
    elsewhere: frozenset[PurePosixPath] = frozenset()
    """What other projects publish."""
    store: Path | None = None
    """Folder that keeps the facts between builds."""
    processes: int = 1
    is_redacted: bool = True
    """Whether secrets are withheld."""
    languages: tuple[AddedLanguage, ...] = ()
    """Those that the configuration adds to the known ones."""
    rules: tuple[Path, ...] = ()
    """Files with more rules."""
    history: bool = True
    """Whether the commits are read that made the files what they are."""
    authors: bool = True
    """Whether their authors are named."""
    is_linted: bool = False
    """Whether ruff examines Python files, where it is installed."""
    reports: tuple[str, ...] = ()
    """What names reports of other tools: paths or patterns, absolute or from the root."""
