"""What the sections File Metadata and Original Source say."""

import posixpath
from pathlib import PurePosixPath

from sphinx_repodoc.model.evidence import NameLink
from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.files import FileKind, SourceFile, Span
from sphinx_repodoc.model.listing import ListingLink, Source
from sphinx_repodoc.model.metadata import Metadata
from sphinx_repodoc.model.paths import quote_path
from sphinx_repodoc.model.relations import Dependency
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.coverage import find_marks
from sphinx_repodoc.pages.history import find_history
from sphinx_repodoc.pages.names import links_of
from sphinx_repodoc.pages.places import find_url
from sphinx_repodoc.pages.purpose import find_purpose

OMISSIONS = {
    FileKind.BINARY: "The file is binary.",
    FileKind.SYMLINK: "The file is a symbolic link.",
    FileKind.SUBMODULE: "This is a submodule: another repository, whose files are not listed here.",
    FileKind.UNREADABLE: "The file could not be read.",
}

UNSEARCHED = "it could not be looked through for secrets"


def find_metadata(survey: Survey, path: PurePosixPath) -> Metadata:
    """Say what kind of file it is and how large."""
    file = survey.files[path]
    facts = survey.facts.get(path, Facts())
    purpose = find_purpose(survey, path)
    return Metadata(
        path=path,
        kind=file.kind,
        size=file.size,
        language=file.language,
        roles=tuple(role.kind for role in purpose.roles) if purpose else (),
        lines=file.lines,
        counts=facts.lines,
        encoding=file.encoding if file.kind is FileKind.TEXT else "",
        has_bom=file.has_bom,
        newline=file.newline,
        is_executable=file.is_executable,
        interpreter=file.interpreter,
        target=quote_path(PurePosixPath(file.target)) if file.target else "",
        target_path=_target_path(survey, file),
        picture=file.picture,
        licence=facts.licence or file.licence,
        licence_line=facts.licence_line,
        url=find_url(survey, path),
        history=find_history(survey, path),
        is_committed=file.is_committed,
        commit_url=survey.commit_url,
    )


def find_source(survey: Survey, path: PurePosixPath) -> Source:
    """Say what the listing shows and which of its lines and names are linked."""
    file = survey.files[path]
    facts = survey.facts.get(path, Facts())
    omission = find_omission(file, is_hidden=survey.is_hidden(path))
    return Source(
        path=path,
        blob=file.blob,
        lexer=file.lexer,
        lines=file.lines,
        is_listed=not omission,
        omission=omission,
        url=find_url(survey, path),
        spans=_nested({symbol.span for symbol in facts.symbols}),
        withheld=survey.find_withheld(path),
        links=(*_definitions(facts), *_imports(survey.dependencies.get(path, ()))),
        marks=find_marks(survey, path),
    )


def find_omission(file: SourceFile, *, is_hidden: bool = False) -> str:
    """Return the sentence that says why a file has no listing; empty if it has one.

    :param is_hidden: whether it may hold secrets that nobody found
    """
    if file.kind is not FileKind.TEXT:
        return OMISSIONS[file.kind]
    if not file.is_analysable:
        return "The file is not listed: " + "; ".join(p.message for p in file.problems)
    if is_hidden:
        return f"The file is not listed, since {UNSEARCHED}."
    return "" if file.size else "The file is empty."


def _target_path(survey: Survey, file: SourceFile) -> PurePosixPath | None:
    if not file.target or file.target.startswith("/"):
        return None
    target = PurePosixPath(posixpath.normpath(file.path.parent / file.target))
    return target if survey.find_file(target) or target in survey.folders else None


def _nested(spans: set[Span]) -> tuple[Span, ...]:
    """Return the spans of more than one line, without those that overlap an earlier one's end."""
    kept: list[Span] = []
    enclosing: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.line, -span.end_line)):
        while enclosing and enclosing[-1].end_line < span.line:
            enclosing.pop()
        if span.line < span.end_line and (not enclosing or span in enclosing[-1]):
            kept.append(span)
            enclosing.append(span)
    return tuple(kept)


def _definitions(facts: Facts) -> list[ListingLink]:
    return [ListingLink(s.span.line, s.name, anchor=s.anchor) for s in facts.symbols]


def _imports(dependencies: tuple[Dependency, ...]) -> list[ListingLink]:
    links = []
    for dependency in dependencies:
        statement = dependency.statement
        lines = {imported.name: imported.line for imported in statement.names}
        if dependency.path and statement.names:
            module = NameLink(statement.dotted, dependency.path)
            links.append(ListingLink(statement.line, statement.dotted, link=module))
        for _, link in links_of(dependency):
            if link.path and (line := lines.get(link.name, statement.line)):
                links.append(ListingLink(line, link.name, link=link))
    return links
