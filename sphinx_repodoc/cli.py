"""The command ``sphinx-repodoc``: the whole site of a repository that has no Sphinx project."""

import argparse
import importlib.util
import sys
import webbrowser
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.console import color_terminal, nocolor
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_repodoc.errors import RepodocError
from sphinx_repodoc.model.paths import quote_path
from sphinx_repodoc.scan.files import Selection, scan

WORK = ".repodoc"
"""Folder in the output folder for sources and pickles."""

THEMES = ("furo", "alabaster")
"""Themes in order of preference; the last comes with Sphinx."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    options = command_parser().parse_args(arguments)
    root = options.repo.resolve()
    if not root.is_dir():
        print(f"sphinx-repodoc: {root} is not a folder", file=sys.stderr)
        return 2
    try:
        return _list(root, options) if options.list else _build(root, options)
    except (RepodocError, SphinxError) as error:
        print(f"sphinx-repodoc: {error}", file=sys.stderr)
        return 1


def command_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="sphinx-repodoc",
        description="Build the whole site of a repository, with no configuration.",
    )
    parser.add_argument(
        "repo",
        nargs="?",
        type=Path,
        default=Path(),
        metavar="REPO",
        help="the repository's folder (default: this one)",
    )
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path("build/repodoc"),
        metavar="OUT",
        help="folder for the pages (default: build/repodoc)",
    )
    parser.add_argument(
        "--theme",
        default="",
        metavar="NAME",
        help="HTML theme (default: furo if installed, else alabaster)",
    )
    parser.add_argument(
        "-j", "--jobs", type=int, default=1, metavar="N", help="number of processes (default: 1)"
    )
    parser.add_argument(
        "--exclude",
        action="append",
        default=[],
        metavar="PATTERN",
        help="leave out what the pattern, as in a .gitignore file, matches; may be given again",
    )
    parser.add_argument("--open", action="store_true", help="open the pages in a browser")
    parser.add_argument(
        "--list",
        action="store_true",
        help="print what would be published, and why each other file would not, and build nothing",
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="print warnings and errors only")
    return parser


def _list(root: Path, options: argparse.Namespace) -> int:
    listing = scan(root, Selection(exclude=tuple(options.exclude), omit=_omitted(root, options)))
    for path in listing.files:
        print(quote_path(path))
    for path, reason in listing.skipped.items():
        print(f"{quote_path(path)}: {reason}")
    for problem in listing.problems:
        print(f"sphinx-repodoc: {problem.message}", file=sys.stderr)
    return 0


def _omitted(root: Path, options: argparse.Namespace) -> tuple[PurePosixPath, ...]:
    output = options.output.resolve()
    return (PurePosixPath(output.relative_to(root)),) if root in output.parents else ()


def _build(root: Path, options: argparse.Namespace) -> int:
    output = options.output.resolve()
    source = output / WORK / "source"
    source.mkdir(parents=True, exist_ok=True)
    if not color_terminal():
        nocolor()
    with patch_docutils(str(source)), docutils_namespace():
        app = Sphinx(
            srcdir=source,
            confdir=None,
            outdir=output,
            doctreedir=output / WORK / "doctrees",
            buildername="html",
            confoverrides=_configuration(root, options),
            status=None if options.quiet else sys.stdout,
            warning=sys.stderr,
            parallel=options.jobs,
        )
        app.build()
    index = output / "index.html"
    print(f"The pages are in {index}")
    if options.open:
        webbrowser.open(index.as_uri())
    return app.statuscode


def _configuration(root: Path, options: argparse.Namespace) -> dict[str, Any]:
    theme = options.theme or next(name for name in THEMES if importlib.util.find_spec(name))
    return {
        "project": root.name,
        "extensions": ["sphinx_repodoc", "sphinx.ext.graphviz"],
        "html_theme": theme,
        "html_title": root.name,
        "html_show_sourcelink": False,
        "html_copy_source": False,
        "repodoc_root": str(root),
        "repodoc_pages": ".",
        "repodoc_exclude": options.exclude,
    }
