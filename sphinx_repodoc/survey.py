"""The use case: what is wanted of a repository in, its survey out."""

import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePosixPath
from urllib.parse import quote, urlsplit

from sphinx_repodoc.analyse.facts import Analyser
from sphinx_repodoc.analyse.languages import Language, add_languages
from sphinx_repodoc.analyse.rule_files import add_rules, find_ruled, read_texts
from sphinx_repodoc.analyse.secrets import find_and_withhold, find_named
from sphinx_repodoc.analyse.store import Store
from sphinx_repodoc.analyse.workers import (
    Analysis,
    analyse,
    find_missing,
    is_readable,
    try_languages,
)
from sphinx_repodoc.errors import GitError
from sphinx_repodoc.model.digest import digest
from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.files import Problem, ProblemKind, SourceFile
from sphinx_repodoc.model.history import Log
from sphinx_repodoc.model.request import Request as Request
from sphinx_repodoc.model.secrets import Secret
from sphinx_repodoc.model.survey import Listing, Survey
from sphinx_repodoc.relate.graph import positions
from sphinx_repodoc.relate.imports import resolve
from sphinx_repodoc.relate.python.imports import name_modules
from sphinx_repodoc.relate.rank import find_ranks
from sphinx_repodoc.relate.reach import find_reach
from sphinx_repodoc.relate.relations import relate
from sphinx_repodoc.relate.repository import Repository
from sphinx_repodoc.relate.tests import find_suites
from sphinx_repodoc.relate.uses import find_uses
from sphinx_repodoc.reported import Known, find_marks, find_reported
from sphinx_repodoc.scan.files import Selection, read_text, scan
from sphinx_repodoc.scan.forge import derive_commit_url, derive_source_url
from sphinx_repodoc.scan.git import find_top_level
from sphinx_repodoc.scan.history import find_commits
from sphinx_repodoc.scan.past import find_horizon, read_log

Progress = Callable[[int, int], None]
"""Told how many of how many files are analysed."""


def survey_repository(request: Request, progress: Progress) -> Survey:
    """Scan the files, analyse each, and relate them.

    :param progress: told how many files of how many are analysed
    :raises RootError: the root is no readable folder
    """
    return survey_listing(request, list_repository(request), progress)


def list_repository(request: Request) -> Listing:
    """Scan the files: the first step of a survey, and the only one that reads them all.

    :raises RootError: the root is no readable folder
    """
    listing = scan(request.root, _selection(request))
    if request.history:
        horizon = find_horizon(request.root, listing.head.commit)
        listing = replace(listing, horizon=horizon)
    if "{commit}" not in _source_url(request, listing):
        return listing
    committed = [file.path for file in listing.files.values() if file.is_committed]
    commits = find_commits(request.root, listing.head.commit, committed, request.store)
    return replace(listing, commits=commits)


def fingerprint(request: Request, listing: Listing) -> str:
    """Return a digest of all that the survey of a listing is made from.

    What two surveys with the same say, but for where they were taken, is the same.
    """
    url = _source_url(request, listing)
    said = (request.root.name, url, sorted(request.folder_notes.items()))
    files = (list(listing.files.values()), list(listing.elsewhere.values()))
    analyser = Analyser(add_languages(request.languages), request.is_redacted)
    rules = sorted(read_texts(request.rules).items())
    past = (listing.horizon, request.authors, _commit_url(request, listing))
    others = find_marks(request, listing)
    made_with = (analyser.version, rules, others)
    return digest((made_with, said, files, list(listing.commits.items()), past))


def survey_listing(request: Request, listing: Listing, progress: Progress) -> Survey:
    """Analyse each of the listed files, and relate them.

    :param progress: told how many files of how many are analysed
    """
    files = _gather(listing)
    analysed = _analyse(request, files, progress)
    repository = Repository(files, analysed.facts, request.root.name)
    dependencies = resolve(repository)
    suites = find_suites(repository, dependencies)
    modules = name_modules(repository.texts.values())
    uses = find_uses(repository, dependencies)
    edit = find_and_withhold if request.is_redacted else str
    log, unknown = _read_log(request, listing, edit)
    known = Known(analysed.facts, suites, analysed.secrets, analysed.unsearched)
    reported = find_reported(request, listing, known)
    unknown += reported.problems
    return Survey(
        root=request.root,
        listing=replace(listing, problems=(*listing.problems, *analysed.troubles, *unknown)),
        facts=analysed.facts,
        dependencies=dependencies,
        relations=relate(repository, dependencies, suites, modules, log),
        positions=positions(dependencies),
        uses=uses,
        ranks=find_ranks(repository, dependencies, uses),
        suites=suites,
        reach=find_reach(dependencies, suites, files),
        modules=modules,
        problems=analysed.problems,
        secrets=analysed.secrets,
        unsearched=frozenset(analysed.unsearched),
        is_redacted=request.is_redacted,
        missing=find_missing(files.values(), add_languages(request.languages)),
        source_url=_source_url(request, listing),
        commit_url=_commit_url(request, listing),
        folder_notes={path: edit(note) for path, note in request.folder_notes.items()},
        history={path: log.of(path) for path in log.changed},
        beside=_find_beside(listing),
        reported=reported,
        ruled=analysed.ruled,
    )


def _read_log(
    request: Request, listing: Listing, edit: Callable[[str], str]
) -> tuple[Log, list[Problem]]:
    """Return the commits, and why there are none."""
    try:
        log = read_log(request.root, listing.horizon, listing.recorded, request.store, edit)
    except GitError as error:
        message = f"nothing is said of the history of the files, since git refused: {error}"
        return Log(), [Problem(ProblemKind.HISTORY, message)]
    return (log if request.authors else replace(log, authors=())), []


def _gather(listing: Listing) -> Mapping[PurePosixPath, SourceFile]:
    """Return all files that are to be known, sorted by path."""
    if not listing.elsewhere:
        return listing.files
    files = {**listing.files, **listing.elsewhere}
    return dict(sorted(files.items(), key=lambda found: os.fsencode(found[0])))


def _find_beside(listing: Listing) -> dict[PurePosixPath, tuple[PurePosixPath, ...]]:
    beside: dict[PurePosixPath, list[PurePosixPath]] = defaultdict(list)
    for path in listing.elsewhere:
        beside[path.parent].append(path)
    return {folder: tuple(paths) for folder, paths in beside.items()}


def _selection(request: Request) -> Selection:
    return Selection(
        include=request.include,
        exclude=request.exclude,
        max_bytes=request.max_bytes,
        max_lines=request.max_lines,
        omit=request.omit,
        elsewhere=request.elsewhere,
        languages=request.languages,
    )


def _source_url(request: Request, listing: Listing) -> str:
    """Return the template of a file's URL; empty if it wants a commit and there is none."""
    template = request.source_url or _derived_url(request.root, listing)
    return "" if "{commit}" in template and not listing.head.commit else template


def _commit_url(request: Request, listing: Listing) -> str:
    """Return the template of a commit's URL; empty where the files are shown elsewhere."""
    url = derive_commit_url(listing.head.remote)
    shown = urlsplit(_source_url(request, listing))
    return url if shown.netloc == urlsplit(url).netloc else ""


def _derived_url(root: Path, listing: Listing) -> str:
    """Return the template that follows from the remote, whose paths start at git's top level."""
    top = find_top_level(root) or root
    folders = root.resolve().relative_to(top.resolve()).parts
    above = "".join(f"{quote(folder, errors='surrogateescape')}/" for folder in folders)
    return derive_source_url(listing.head.remote).replace("{path}", f"{above}{{path}}")


@dataclass(slots=True)
class _Analysed:
    """What the analysis of the files found, by path, and what was in its way."""

    facts: dict[PurePosixPath, Facts] = field(default_factory=dict)
    problems: dict[PurePosixPath, tuple[Problem, ...]] = field(default_factory=dict)
    secrets: dict[PurePosixPath, tuple[Secret, ...]] = field(default_factory=dict)
    unsearched: set[PurePosixPath] = field(default_factory=set)
    troubles: tuple[Problem, ...] = ()
    ruled: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The sections that rules for a language speak in, by its name."""

    def take(self, analysis: Analysis, problems: Iterable[Problem]) -> None:
        """Add what became of one file."""
        path = analysis.path
        if analysis.facts:
            self.facts[path] = analysis.facts
        if analysis.secrets:
            self.secrets[path] = analysis.secrets
        if not analysis.is_searched:
            self.unsearched.add(path)
        if found := tuple(problems):
            self.problems[path] = found


def _analyse(
    request: Request, files: Mapping[PurePosixPath, SourceFile], progress: Progress
) -> _Analysed:
    languages, refused = try_languages(files.values(), add_languages(request.languages))
    languages, faults = add_rules(languages, read_texts(request.rules))
    analyser = Analyser(languages, request.is_redacted)
    store = Store(request.store, analyser.version) if request.store else None
    wanted = [file for file in files.values() if is_readable(file)]
    read = partial(read_text, request.root)
    analyses = analyse(wanted, read, store, request.processes, analyser=analyser)
    analysed = _Analysed(ruled=find_ruled(wanted, languages))
    for done, analysis in enumerate(analyses, 1):
        progress(done, len(wanted))
        analysed.take(analysis, _find_problems(files[analysis.path], analysis, analyser))
    for path, problem in _find_named(files.values()):
        analysed.problems[path] = (*analysed.problems.get(path, ()), problem)
    facts = analysed.facts
    analysed.facts = {file.path: facts[file.path] for file in wanted if file.path in facts}
    analysed.troubles = (*refused, *faults, *([store.problem] if store and store.problem else []))
    return analysed


def _find_problems(file: SourceFile, analysis: Analysis, analyser: Analyser) -> Iterator[Problem]:
    """Say what is wrong with a file that its author can mend: one sentence for each place."""
    problem = analysis.problem or _find_problem(file, analysis.facts, analyser.languages)
    if problem:
        yield problem
    fate = "its value is withheld" if analyser.is_redacted else "its value is shown"
    for secret in analysis.secrets:
        message = (
            f"this has the form of a secret ({secret.kind}); {fate}: revoke it and take it out, "
            "exclude the file, or write `gitleaks:allow` on the line if it is none"
        )
        yield Problem(ProblemKind.SECRET, message, file.path, secret.span.line)


def _find_named(files: Collection[SourceFile]) -> Iterator[tuple[PurePosixPath, Problem]]:
    """Name the files whose names are the first to hold a secret: all that shows a name tells it."""
    paths = [file.path for file in files]
    names = [f"{file.path} {file.target}" for file in files]
    for number, kind in find_named(names).items():
        message = (
            f"the name has the form of a secret ({kind}); names are shown: revoke it and rename "
            "what it names, or exclude the file"
        )
        yield paths[number], Problem(ProblemKind.SECRET, message, paths[number])


def _find_problem(
    file: SourceFile, facts: Facts | None, languages: Mapping[str, Language]
) -> Problem | None:
    """Say why the facts of a file may not be all that is in it, if its author can mend that."""
    path = file.path
    if facts and facts.errors and languages[file.language].is_exact and not facts.is_accepted:
        more = len(facts.errors) - 1
        places = f"this and {more} more lines" if more else "this line"
        message = f"the grammar does not accept {places}; what is defined there may be missing"
        return Problem(
            ProblemKind.SYNTAX,
            f"{message}: mend it, or exclude the file",
            path,
            facts.errors[0].line,
        )
    if facts and facts.is_partial:
        message = "the text is nested too deep to be analysed whole: exclude the file"
        return Problem(ProblemKind.ANALYSIS, message, path)
    return None
