"""The sections of both kinds of page: their names, titles and order."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sphinx_repodoc.model.folder_pages import FolderPage
from sphinx_repodoc.model.pages import FilePage
from sphinx_repodoc.sections import (
    architecture,
    dependencies,
    file_tree,
    findings,
    folder,
    folder_architecture,
    folder_concepts,
    folder_important,
    folder_keywords,
    keywords,
    metadata,
    overview,
    purpose,
    references,
    related,
    source,
    structure,
    testing,
    workflow,
)
from sphinx_repodoc.sections.content import Block
from sphinx_repodoc.sections.links import Links


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a page."""

    name: str
    """Its name in ``repodoc_sections`` and ``:sections:``, as an anchor, as the page's field."""
    title: str
    """Its heading."""
    outline: Callable[[Any, Links], list[Block]]
    """Turns the part of the page into blocks; an empty list when there is nothing to say."""
    note: str
    """What stands there instead with ``repodoc_empty = "note"``."""
    is_ruled: bool = False
    """Whether that is said only of a file that rules looked at; the note names their language."""
    is_searchable: bool = False
    """Whether Sphinx's search finds its words: only of sections in people's own words, since the
    index is one file that each reader loads."""

    def find_note(self, page: FilePage | FolderPage) -> str:
        """Return what stands in place of an empty section; nothing where no rule looked."""
        if not self.is_ruled or isinstance(page, FolderPage):
            return self.note
        language = dict(page.ruled).get(self.name)
        return self.note.format(language) if language else ""


FILE_SECTIONS = (
    Section("metadata", "File Metadata", metadata.outline, "Nothing is known of the file."),
    Section(
        "purpose",
        "File Purpose",
        purpose.outline,
        "Nothing in the file says what it is for.",
        is_searchable=True,
    ),
    Section("source", "Original Source", source.outline, "There is no text to show."),
    Section(
        "overview",
        "High-Level Overview",
        overview.outline,
        "The file defines nothing.",
        is_searchable=True,
    ),
    Section("structure", "Detailed Analysis", structure.outline, "The file defines nothing."),
    Section("architecture", "Architecture & Design", architecture.outline, "Nothing is known."),
    Section("dependencies", "Dependencies", dependencies.outline, "No imports were found."),
    Section(
        "patterns",
        "Code Patterns & Idioms",
        findings.outline,
        "No rule for {} found a pattern.",
        is_ruled=True,
    ),
    Section(
        "performance",
        "Performance Considerations",
        findings.outline,
        "No rule for {} found a line.",
        is_ruled=True,
    ),
    Section(
        "security",
        "Security & Safety",
        findings.outline,
        "No rule for {} found a line; that proves nothing.",
        is_ruled=True,
    ),
    Section("testing", "Testing & Usage", testing.outline, "No test and no use was found."),
    Section("related", "Related Files", related.outline, "No related file was found."),
    Section("keywords", "Keyword Index", keywords.outline, "The file has no keywords."),
    Section("references", "Cross-References", references.outline, "There is nowhere else to look."),
)
"""The sections of a file's page, in order."""

FOLDER_SECTIONS = (
    Section(
        "overview",
        "Overview",
        folder.outline_overview,
        "There are no files here.",
        is_searchable=True,
    ),
    Section(
        "purpose",
        "Role",
        purpose.outline_folder,
        "Nothing says what the folder is for.",
        is_searchable=True,
    ),
    Section("contents", "Contents", folder.outline_contents, "There are no files here."),
    Section("tree", "File Tree", file_tree.outline, "There are no folders here."),
    Section(
        "concepts",
        "Key Concepts",
        folder_concepts.outline,
        "No file imports a symbol of these files by name.",
    ),
    Section(
        "architecture",
        "Architecture & Organization",
        folder_architecture.outline,
        "No imports were found.",
    ),
    Section(
        "important",
        "Important Files",
        folder_important.outline,
        "No file is imported, and no program begins here.",
    ),
    Section(
        "workflow",
        "Working with This Folder",
        workflow.outline,
        "Nothing says what can be run here.",
    ),
    Section(
        "keywords",
        "Subtree Keyword Index",
        folder_keywords.outline,
        "The files here define no symbols.",
    ),
    Section(
        "references",
        "Cross-References",
        references.outline_folder,
        "There is nowhere else to look.",
    ),
)
"""The sections of a folder's page, in order."""
