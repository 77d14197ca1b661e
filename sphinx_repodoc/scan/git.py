"""The only door to processes: git, started so that nothing of the repository runs."""

import os
import shutil
import subprocess
import threading
from collections.abc import Generator
from pathlib import Path

from sphinx_repodoc.errors import GitError

TIMEOUT = 120
"""Seconds that git may take for one answer."""

_PIECE = 1 << 16
"""Bytes of an answer that are taken at a time."""

_OPTIONS = (
    "--no-pager",
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "log.showSignature=false"),
    *("-c", "advice.graftFileDeprecated=false"),
)
"""What the repository's own configuration must not decide: each could name a program to run."""

_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_GRAFT_FILE": os.devnull,  # the parents of a commit are those that it names
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "",  # no transport at all, for a git that fetches lazily all the same
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_TERMINAL_PROMPT": "0",
}

_KEPT = {"GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_SYSTEM", "GIT_EXEC_PATH"}
"""The user's own settings, ``safe.directory`` among them. Every other ``GIT_`` variable may
speak of another repository: Sphinx may well have been started by a hook."""


def find_top_level(folder: Path) -> Path | None:
    """Return the nearest folder, `folder` itself or above it, that is a git work tree."""
    resolved = folder.resolve()
    return next((each for each in (resolved, *resolved.parents) if is_top_level(each)), None)


def is_top_level(folder: Path) -> bool:
    """Whether `folder` holds a ``.git``: a repository, or a file that says where it is."""
    door = folder / ".git"
    return door.is_file() or (door / "HEAD").is_file() or (door / "HEAD").is_symlink()


def run(folder: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    """Return what git prints when it is started in `folder`.

    :raises GitError: if git is missing, refuses or hangs.
    """
    program = shutil.which("git")
    if program is None:
        raise GitError("git is not installed")
    try:
        answer = subprocess.run(
            (program, *_OPTIONS, *arguments),
            cwd=folder,
            env=_environment(),
            input=stdin,
            capture_output=True,
            check=True,
            timeout=TIMEOUT,
        )
    except subprocess.CalledProcessError as error:
        said = os.fsdecode(error.stderr)
        raise GitError(" ".join(said.split()) or f"git {arguments[0]} failed") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise GitError(f"git {arguments[0]}: {error}") from error
    return answer.stdout


def stream(folder: Path, *arguments: str) -> Generator[bytes]:
    """Yield what git prints when it is started in `folder`, piece by piece; nothing if it cannot.

    Git is ended when the iterator is closed.
    """
    program = shutil.which("git")
    if program is None:
        return
    with subprocess.Popen(
        (program, *_OPTIONS, *arguments),
        cwd=folder,
        env=_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        timer = threading.Timer(TIMEOUT, process.kill)
        timer.start()
        try:
            while process.stdout and (piece := os.read(process.stdout.fileno(), _PIECE)):
                yield piece
        finally:
            timer.cancel()
            process.kill()


def find_answer(folder: Path, *arguments: str) -> bytes:
    """Return what git prints, or nothing where git has no answer."""
    try:
        return run(folder, *arguments)
    except GitError:
        return b""


def _environment() -> dict[str, str]:
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name in _KEPT or not name.startswith("GIT_")
    }
    return inherited | _ENVIRONMENT
