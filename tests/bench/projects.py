"""The Sphinx projects that are compared: the same files, documented in different ways."""

import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath

Paths = Sequence[PurePosixPath]
Writer = Callable[[Path, Paths], None]

# No list of all pages beside each page, since that costs the square of their number.
LIMIT_CONF = 'html_sidebars = {"**": []}\n'

OURS_CONF = """\
extensions = ["sphinx_repodoc"]
repodoc_root = "../tree"
repodoc_pages = "repository"
"""


def find_paths(tree: Path, count: int) -> Paths:
    """Take `count` Python files from the middle of the sorted paths of `tree`; 0 for all.

    Neighbours, not a sample: a sample would have nearly as many folders as files.
    """
    paths = sorted(PurePosixPath(file.relative_to(tree)) for file in tree.rglob("*.py"))
    first = max(0, len(paths) - count) // 2 if count else 0
    return paths[first : first + count if count else None]


def make_project(write: Writer, tree: Path, paths: Paths, folder: Path) -> Path:
    """Make `folder` anew, with the files in ``tree/`` as a git repository, and ``docs/``."""
    shutil.rmtree(folder, ignore_errors=True)
    for path in paths:
        (folder / "tree" / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(tree / path, folder / "tree" / path)
    _commit(folder / "tree")
    (folder / "docs").mkdir()
    write(folder / "docs", paths)
    return folder


def write_limit(docs: Path, paths: Paths) -> None:
    """Write plain Sphinx's least: for each file a title and one listing with line numbers."""
    (docs / "conf.py").write_text(LIMIT_CONF, encoding="utf-8")
    _write_index(docs, paths)
    for path in paths:
        title, rule = str(path), "=" * len(str(path))
        listing = f".. literalinclude:: /../tree/{path}\n   :linenos:\n"
        page = docs / f"{path}.rst"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"{title}\n{rule}\n\n{listing}", encoding="utf-8")


def write_ours(docs: Path, _paths: Paths) -> None:
    """Write a project whose pages this extension generates."""
    (docs / "conf.py").write_text(OURS_CONF, encoding="utf-8")
    _write_index(docs, [PurePosixPath("repository/index")])


WRITERS: Mapping[str, Writer] = {"LIMIT-A": write_limit, "sphinx-repodoc": write_ours}


def _write_index(docs: Path, documents: Paths) -> None:
    entries = "".join(f"   {document}\n" for document in documents)
    (docs / "index.rst").write_text(f"Files\n=====\n\n.. toctree::\n\n{entries}", encoding="utf-8")


def _commit(root: Path) -> None:
    names = ["-c", "user.name=bench", "-c", "user.email=bench@example.org"]
    for command in ("init --quiet", "add --all --force", "commit --quiet --message=all"):
        subprocess.run(["git", *names, *command.split()], cwd=root, check=True)
