"""What the section File Metadata says."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from sphinx_repodoc.model.evidence import RoleKind
from sphinx_repodoc.model.facts import LineCounts
from sphinx_repodoc.model.files import FileKind, Picture
from sphinx_repodoc.model.history import FileHistory


@dataclass(frozen=True, slots=True)
class Metadata:
    """File Metadata."""

    path: PurePosixPath
    kind: FileKind
    size: int
    """In bytes."""
    language: str
    roles: tuple[RoleKind, ...]
    lines: int
    counts: LineCounts | None
    encoding: str
    has_bom: bool
    newline: str
    is_executable: bool
    interpreter: str
    target: str
    """Where a symbolic link points, as it can be printed; empty for other files."""
    target_path: PurePosixPath | None
    """The published file or folder that the symbolic link leads to."""
    picture: Picture | None
    licence: str
    licence_line: int
    """0 where the whole file is the text of the licence."""
    url: str
    """The file at this commit on its forge; empty if it is not known or differs from the commit."""
    history: FileHistory | None = None
    is_committed: bool = True
    """Whether the file is as it was committed last."""
    commit_url: str = ""
    """Template of a commit's URL on the forge; empty if it is not known."""
