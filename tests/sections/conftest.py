"""The links of one page, in a document that shows all of its sections."""

from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.sections.links import Links
from sphinx_repodoc.sections.order import FILE_SECTIONS, FOLDER_SECTIONS

TITLES = {section.name: section.title for section in (*FOLDER_SECTIONS, *FILE_SECTIONS)}


@pytest.fixture
def links() -> Links:
    """The links of the page of ``pkg/a.py``, with its listing."""
    return Links(PurePosixPath("pkg/a.py"), frozenset(TITLES), TITLES, has_listing=True)
