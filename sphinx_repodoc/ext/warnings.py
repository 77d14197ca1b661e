"""Problems become Sphinx warnings: typed, located, and suppressible by their type."""

from pathlib import Path

from docutils import nodes
from sphinx.util import logging

from sphinx_repodoc.model.files import Problem, ProblemKind
from sphinx_repodoc.model.paths import quote_path

TYPE = "repodoc"
"""The type of every warning; its subtype is the problem's kind."""

logger = logging.getLogger(__name__)

Location = str | tuple[str | None, int | None] | nodes.Node | None
"""A place that Sphinx prints before a warning."""


def warn(kind: ProblemKind, message: str, location: Location = None) -> None:
    """Warn of something at a document's line or at a node."""
    logger.warning("%s", message, type=TYPE, subtype=kind.value, location=location)


def report(problem: Problem, root: Path) -> None:
    """Warn of a problem at the place in the repository where it is."""
    warn(problem.kind, problem.message, _location(problem, root))


def _location(problem: Problem, root: Path) -> str:
    """Write a place with a colon in it: without one, Sphinx takes it for a docname."""
    if problem.path is None:
        return f"{root}:"
    name = quote_path(problem.path)
    shown = name if name.startswith('"') else str(root / problem.path)
    return f"{shown}:{problem.line or 1}"
