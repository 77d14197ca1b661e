"""Document a repository: every file and folder, from what is really in it."""

from sphinx_repodoc.ext.setup import setup

__all__ = ["__version__", "setup"]

__version__ = "0.1.0"
