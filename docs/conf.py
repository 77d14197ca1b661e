"""Configuration of the documentation: built by the extension itself, over this repository."""

import sys
from importlib.metadata import version as distribution_version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "sphinx-repodoc"
author = "The sphinx-repodoc maintainers"
copyright = "2026, The sphinx-repodoc maintainers"  # noqa: A001
release = version = distribution_version("sphinx-repodoc")

extensions = ["myst_parser", "sphinx_repodoc", "sphinx.ext.autodoc", "reference_tables"]
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
nitpicky = True

html_theme = "furo"
html_title = "sphinx-repodoc"

repodoc_pages = "repository"
repodoc_stale = True
repodoc_exclude = ["tests/**/cases/", "gitleaks.toml"]  # whose patterns look like secrets
repodoc_reports = ["reports/*.sarif", "reports/*.json"]
repodoc_folder_notes = {
    "tests/analyse/": "Tests of what is found in single files, with sources in several languages.",
}
