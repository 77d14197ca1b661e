"""What the sections File Purpose and Role say: what a file is for, and what proves it."""

from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

from sphinx_repodoc.model.evidence import Place, Role, RoleKind
from sphinx_repodoc.model.facts import DeclarationKind, Facts
from sphinx_repodoc.model.files import ROOT, SourceFile, Span
from sphinx_repodoc.model.import_contexts import AT_IMPORT
from sphinx_repodoc.model.pages import Purpose
from sphinx_repodoc.model.paths import quote_path
from sphinx_repodoc.model.prose import first_sentence
from sphinx_repodoc.model.relations import IMPORTING, Named, RelationKind, find_unit
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.model.words import counted
from sphinx_repodoc.pages.declared import is_workflow
from sphinx_repodoc.pages.running import find_declared_runs
from sphinx_repodoc.pages.tool_files import BUILD_FILES, CONFIGURATIONS

MARKUP = frozenset({"Markdown", "reStructuredText"})
"""Languages that are written to be read as documents."""

FOLDERS = {
    RoleKind.EXAMPLE: frozenset({"example", "examples"}),
    RoleKind.BENCHMARK: frozenset({"bench", "benchmark", "benchmarks", "asv_bench"}),
}
"""Folder names that say by themselves what the files below them are."""


def find_purpose(survey: Survey, path: PurePosixPath) -> Purpose | None:
    """Say what a file is for; None when nothing proves a role and it says nothing of itself."""
    facts = survey.facts.get(path, Facts())
    roles = tuple(role for find in FINDERS if (role := find(survey, survey.files[path], facts)))
    summary = first_sentence(facts.documentation)
    if not roles and not summary:
        return None
    return Purpose(path, roles, summary, facts.documentation_span if summary else None)


def _test(survey: Survey, file: SourceFile, _facts: Facts) -> Role | None:
    suite = survey.suites.get(file.path)
    if not suite or suite.is_inline:
        return None
    number = counted(len(suite.cases), find_unit(suite.framework))
    sentence = f"Test module with {number} for {suite.framework}. {suite.reason}"
    places = [Place(file.path, case.span) for case in suite.cases[:1]]
    if suite.line:
        places.insert(0, Place(file.path, Span(suite.line, suite.line)))
    return Role(RoleKind.TEST, sentence, tuple(dict.fromkeys(places)))


def _package(survey: Survey, file: SourceFile, facts: Facts) -> Role | None:
    if file.path.name not in {"__init__.py", "__init__.pyi"}:
        return None
    names, spans = _re_exports(survey, file.path, facts)
    folder = quote_path(PurePosixPath(file.path.parent.name))
    package = survey.modules.get(file.path, folder)
    if file.path.parent == ROOT:
        package = "that the repository itself is"
    sentence = f"Initialiser of the package {package}"
    if number := len(names - {"*"}):
        at_least = "at least " if "*" in names else ""
        sentence += f"; it re-exports {at_least}{number} name{'s' if number != 1 else ''}"
    places = tuple(Place(file.path, span) for span in _merged(spans))
    return Role(RoleKind.PACKAGE, f"{sentence}.", places or (Place(file.path),))


def _re_exports(survey: Survey, path: PurePosixPath, facts: Facts) -> tuple[set[str], list[Span]]:
    """Return the public names that a package takes from the repository, and the lines."""
    names: set[str] = set()
    spans: list[Span] = []
    for dependency in survey.dependencies.get(path, ()):
        if dependency.path and dependency.statement.context in AT_IMPORT:
            taken = {name.alias or name.name for name in dependency.statement.names}
            exported = {name for name in taken if _is_exported(name, facts)}
            names |= exported
            spans += [dependency.statement.span] if exported else []
    return names, spans


def _is_exported(name: str, facts: Facts) -> bool:
    if facts.exports is not None:
        return name in facts.exports or name == "*"
    return not name.startswith("_") or name.endswith("__")


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Join spans of adjacent lines."""
    merged: list[Span] = []
    for span in spans:
        if merged and span.line <= merged[-1].end_line + 1:
            merged[-1] = Span(merged[-1].line, max(merged[-1].end_line, span.end_line))
        else:
            merged.append(span)
    return merged


def _script(survey: Survey, file: SourceFile, facts: Facts) -> Role | None:
    """Say what makes a file a script: not its first line alone, where others import it."""
    reasons: list[tuple[str, Place]] = []
    if facts.main_guard:
        reasons.append(("it has a main guard", Place(file.path, facts.main_guard)))
    if file.interpreter:
        shebang = f"its first line names the interpreter {file.interpreter}"
        reasons.append((shebang, Place(file.path, Span(1, 1))))
    if file.is_executable and reasons:
        reasons.append(("it is executable", Place(file.path)))
    is_module = len(reasons) == 1 and not facts.main_guard and _is_imported(survey, file.path)
    if not reasons or is_module:
        return None
    listed = " and ".join(reason for reason, _ in reasons)
    return Role(RoleKind.SCRIPT, f"Script: {listed}.", tuple(place for _, place in reasons))


def _is_imported(survey: Survey, path: PurePosixPath) -> bool:
    return not IMPORTING.isdisjoint(_find_named(survey, path))


def _command(survey: Survey, file: SourceFile, _facts: Facts) -> Role | None:
    commands: dict[str, Place] = {}
    for _, declared, places in find_declared_runs(survey, file.path):
        if declared.kind is DeclarationKind.COMMAND:
            commands.setdefault(declared.name, places[0])
    if not commands:
        return None
    subject = "command {} runs" if len(commands) == 1 else "commands {} run"
    sentence = f"What the console {subject.format(', '.join(commands))}."
    return Role(RoleKind.COMMAND, sentence, tuple(commands.values()))


def _program(survey: Survey, file: SourceFile, facts: Facts) -> Role | None:
    is_module = Named.MODULE in _find_named(survey, file.path)
    if not facts.entry_point or is_module:
        return None
    sentence = f"Defines the entry point of a {file.language} program."
    return Role(RoleKind.PROGRAM, sentence, (Place(file.path, facts.entry_point),))


def _find_named(survey: Survey, path: PurePosixPath) -> set[Named]:
    """Say as what the imports of other files name a file."""
    relations = survey.relations.get(path, ())
    return {relation.named for relation in relations if relation.kind is RelationKind.IMPORTED_BY}


def _configuration(_survey: Survey, file: SourceFile, _facts: Facts) -> Role | None:
    if is_workflow(file.path):
        sentence = "Workflow run by GitHub Actions, known by its folder."
        return Role(RoleKind.CONFIGURATION, sentence, (Place(file.path.parent),))
    return _named(file, RoleKind.CONFIGURATION, CONFIGURATIONS, "Configuration read by")


def _build(_survey: Survey, file: SourceFile, _facts: Facts) -> Role | None:
    return _named(file, RoleKind.BUILD, BUILD_FILES, "Build file read by")


def _named(file: SourceFile, kind: RoleKind, tools: dict[str, str], verb: str) -> Role | None:
    tool = tools.get(file.path.name)
    sentence = f"{verb} {tool}, known by its file name."
    return Role(kind, sentence, (Place(file.path),)) if tool else None


def _licence(_survey: Survey, file: SourceFile, _facts: Facts) -> Role | None:
    sentence = f"Text of the licence {file.licence}."
    return Role(RoleKind.LICENCE, sentence, (Place(file.path),)) if file.licence else None


def _documentation(_survey: Survey, file: SourceFile, _facts: Facts) -> Role | None:
    if file.language not in MARKUP:
        return None
    sentence = f"Document written in {file.language}."
    return Role(RoleKind.DOCUMENTATION, sentence, (Place(file.path),))


def _in_folder(kind: RoleKind) -> Callable[[Survey, SourceFile, Facts], Role | None]:
    def find(_survey: Survey, file: SourceFile, _facts: Facts) -> Role | None:
        if FOLDERS[kind].isdisjoint(file.path.parts):
            return None
        for folder in file.path.parents:
            if folder.name in FOLDERS[kind]:
                name = quote_path(folder)
                sentence = f"In the folder {name}, whose name says that it holds {kind}s."
                return Role(kind, sentence, (Place(folder),))
        return None

    return find


def _generated(_survey: Survey, file: SourceFile, facts: Facts) -> Role | None:
    line = facts.generated_line
    if line:
        sentence = f"Generated file: line {line} says so."
        return Role(RoleKind.GENERATED, sentence, (Place(file.path, Span(line, line)),))
    sentence = "Generated file, marked linguist-generated in the git attributes."
    return Role(RoleKind.GENERATED, sentence, (Place(file.path),)) if file.is_generated else None


def _vendored(_survey: Survey, file: SourceFile, _facts: Facts) -> Role | None:
    sentence = "Vendored file, marked linguist-vendored in the git attributes."
    return Role(RoleKind.VENDORED, sentence, (Place(file.path),)) if file.is_vendored else None


FINDERS: tuple[Callable[[Survey, SourceFile, Facts], Role | None], ...] = (
    _test,
    _package,
    _command,
    _script,
    _program,
    _configuration,
    _build,
    _licence,
    _documentation,
    _in_folder(RoleKind.EXAMPLE),
    _in_folder(RoleKind.BENCHMARK),
    _generated,
    _vendored,
)
"""Each looks for one role; the order is the order on the page."""
