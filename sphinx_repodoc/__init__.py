"""Document a repository: every file and folder, from what is really in it."""

__version__ = "0.1.0"
