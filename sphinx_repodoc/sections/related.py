"""Related Files."""

from pathlib import PurePosixPath

from sphinx_repodoc.model.history import LARGE_COMMIT
from sphinx_repodoc.model.pages import Related, RelatedFile
from sphinx_repodoc.model.paths import quote_path
from sphinx_repodoc.model.relations import Named, Relation, RelationKind
from sphinx_repodoc.model.words import counted
from sphinx_repodoc.sections.commits import commit_link
from sphinx_repodoc.sections.content import Block, Inline, Phrase
from sphinx_repodoc.sections.links import Links
from sphinx_repodoc.sections.lists import bullets, joined, paragraph

REASONS = {
    RelationKind.IMPORTS: "imported here",
    RelationKind.IMPORTED_BY: "imports this file",
    RelationKind.TESTS: "imported by this test",
    RelationKind.TESTED_BY: "test that imports this file",
    RelationKind.IMPLEMENTS: "header of the same stem, included here",
    RelationKind.IMPLEMENTED_BY: "source of the same stem that includes this header",
    RelationKind.RUNS: "named in a command here",
    RelationKind.RUN_BY: "names this file in a command",
    RelationKind.SAME_STEM: "same stem",
    RelationKind.LINKS_TO: "referred to here",
    RelationKind.LINKED_FROM: "refers to this file",
    RelationKind.CHANGED_TOGETHER: "changed together",
    RelationKind.SAME_FOLDER: "same folder",
}
"""What the other file of a relation is to this one."""

NAMED = {
    (RelationKind.IMPORTS, Named.PACKAGE): "of a package imported here",
    (RelationKind.IMPORTED_BY, Named.PACKAGE): "imports the package of this file",
    (RelationKind.IMPORTS, Named.MODULE): "declared here as a module",
    (RelationKind.IMPORTED_BY, Named.MODULE): "declares this file as a module",
    (RelationKind.IMPORTS, Named.SOURCE): "taken here for a build",
    (RelationKind.IMPORTED_BY, Named.SOURCE): "takes this file for a build",
}
"""The same where an import does not name the file itself."""

IMPLIED = {
    RelationKind.TESTS: RelationKind.IMPORTS,
    RelationKind.TESTED_BY: RelationKind.IMPORTED_BY,
    RelationKind.IMPLEMENTS: RelationKind.IMPORTS,
    RelationKind.IMPLEMENTED_BY: RelationKind.IMPORTED_BY,
}
"""Reasons that rest on others, by the same line: those need no word."""

IMPLEMENTS = {RelationKind.IMPLEMENTS, RelationKind.IMPLEMENTED_BY}
"""Reasons that say themselves that the stem is the same."""

NEIGHBOUR = {RelationKind.SAME_FOLDER}


def outline(related: Related, links: Links) -> list[Block]:
    """List the files that have to do with this one, the closest first, each with its reasons."""
    reasoned = [file for file in related.files if _kinds(file) != NEIGHBOUR]
    neighbours = [file for file in related.files if _kinds(file) == NEIGHBOUR]
    content: list[Block] = []
    if reasoned:
        content.append(bullets(_line(file, related.commit_url, links) for file in reasoned))
    if neighbours:
        files = joined(
            links.file(file.path, quote_path(PurePosixPath(file.path.name))) for file in neighbours
        )
        if related.is_whole:
            content.append(paragraph("In the same folder: ", *files, "."))
        else:
            row = (
                "Next to it by name in ",
                links.folder(related.path.parent),
                ", which holds more: ",
            )
            content.append(paragraph(*row, *files, "."))
    return content


def _kinds(file: RelatedFile) -> set[RelationKind]:
    return {reason.kind for reason in file.reasons}


def _alike(reason: Relation) -> str:
    """Say how alike the names of two files are."""
    is_same = reason.source.stem == reason.target.stem
    return REASONS[reason.kind] if is_same else "similar name"


def _line(file: RelatedFile, commit_url: str, links: Links) -> list[Inline]:
    reasons = {reason.kind: reason for reason in reversed(file.reasons)}
    for tested, imported in IMPLIED.items():
        if tested in reasons:
            reasons.pop(imported, None)
    if not IMPLEMENTS.isdisjoint(reasons):
        reasons.pop(RelationKind.SAME_STEM, None)
    ordered = [reasons[kind] for kind in RelationKind if kind in reasons]
    pieces: list[Inline] = [links.file(file.path), ": "]
    return [*pieces, *joined(_reason(reason, commit_url, links) for reason in ordered)]


def _reason(reason: Relation, commit_url: str, links: Links) -> Inline:
    if reason.kind is RelationKind.SAME_STEM:
        return _alike(reason)
    text = NAMED.get((reason.kind, reason.named), REASONS[reason.kind])
    if together := reason.together:
        part = f"{text} in {together.commits:,} of {counted(together.total, 'commit')}"
        limit = f" to at most {LARGE_COMMIT} files, last in "
        return Phrase((part, limit, commit_link(together.last, commit_url)))
    if not reason.line:
        return text
    return Phrase((text, " (", links.witness(reason), ")"))
