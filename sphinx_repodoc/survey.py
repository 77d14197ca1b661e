"""The use case: what is wanted of a repository in, its survey out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath


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
    store: Path | None = None
    """Folder that keeps the facts between builds."""
    processes: int = 1
