"""What must be equal after an incremental build and a clean one."""

from collections.abc import Mapping
from difflib import unified_diff
from typing import Any

from tests.exactness.builds import Outcome, Warnings

Conditions = tuple[dict[str, Any], str]
"""Configuration, and version of the extension."""


class Checks:
    """Compares the outcomes of one sequence of builds with clean ones."""

    def __init__(self) -> None:
        self.clean: Outcome | None = None
        self.conditions: Conditions | None = None
        self.sources: Mapping[str, tuple[bytes, int]] = {}
        self.reading: Warnings = {}
        self.writing: Warnings = {}

    def note_other(self, built: Outcome) -> None:
        """Note a build that is not compared, but reads what the next need not read again."""
        self.clean = None
        self.reading = merge(self.reading, built.reading, built.read)

    def compare(self, built: Outcome, clean: Outcome, conditions: Conditions) -> None:
        """Compare what two builds of the same tree left behind.

        :param conditions: under which both were built
        """
        expect_equal("\n".join(sorted(clean.documents)), "\n".join(sorted(built.documents)))
        for docname, document in clean.documents.items():
            expect_equal(document, built.documents[docname])
        compare_files(built, clean)
        self.compare_read(built, clean, conditions)
        self.compare_warnings(built, clean)
        self.clean, self.conditions, self.sources = clean, conditions, built.sources

    def compare_read(self, built: Outcome, clean: Outcome, conditions: Conditions) -> None:
        """Compare which documents were read with those that say something else than before."""
        if not self.clean or self.conditions != conditions:
            return
        before = self.clean
        expected = {
            docname
            for docname in clean.documents
            if clean.documents[docname] != before.documents.get(docname)
            or clean.shown.get(docname) != before.shown.get(docname)
            or (docname not in clean.generated and built.sources[docname] != self.sources[docname])
        }
        expect_equal("\n".join(sorted(expected)), "\n".join(sorted(built.read)))

    def compare_warnings(self, built: Outcome, clean: Outcome) -> None:
        """Compare the warnings of documents, as they were when last read or written."""
        self.reading = merge(self.reading, built.reading, built.read)
        self.writing = merge(self.writing, built.writing, built.written | built.read)
        expect_equal(of_documents(clean.reading, clean), of_documents(self.reading, clean))
        expect_equal(of_documents(clean.writing, clean), of_documents(self.writing, clean))


def compare_files(built: Outcome, clean: Outcome) -> None:
    """Compare the output files, but for pages of hand-written documents that are gone."""
    ours = {name for name in built.files if name in clean.files or is_generated(built, name)}
    expect_equal("\n".join(sorted(clean.files)), "\n".join(sorted(ours)))
    for docname in clean.documents:
        expect_equal(clean.body(docname), built.body(docname))
    for docname in clean.generated:
        page = f"{docname}.html"
        expect_equal(clean.files[page].decode(), built.files[page].decode())
    assert built.files["objects.inv"] == clean.files["objects.inv"]


def expect_equal(wanted: str, found: str) -> None:
    """Fail with the lines by which two texts differ."""
    if wanted != found:
        lines = unified_diff(wanted.split("\n"), found.split("\n"), "clean", "built", n=2)
        raise AssertionError("\n".join(lines))


def is_generated(built: Outcome, name: str) -> bool:
    """Whether an output file lies where the pages of a generated tree lie."""
    return name.removeprefix("_sources/").startswith(("repository/", "api/"))


def merge(before: Warnings, now: Warnings, documents: frozenset[str]) -> Warnings:
    """Replace the warnings of the named documents."""
    places = {place_of(docname) for docname in documents}
    kept = {place: lines for place, lines in before.items() if place not in places}
    return kept | {place: lines for place, lines in now.items() if place in places}


def of_documents(warnings: Warnings, build: Outcome) -> str:
    """Return the warnings about documents that exist, a line each."""
    places = {place_of(docname) for docname in build.documents}
    return "\n".join(line for place in sorted(places) for line in warnings.get(place, []))


def place_of(docname: str) -> str:
    """Return how warnings name a document."""
    return f"ROOT/docs/{docname}.rst"
