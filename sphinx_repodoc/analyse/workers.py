"""The analysis of many files: what is known from the store, the rest by child processes."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath

from sphinx_repodoc.analyse.children import DEFAULT_LIMITS, Find, Limits, Read, Reply, run_children
from sphinx_repodoc.analyse.facts import Analyser, find_facts
from sphinx_repodoc.analyse.languages import LANGUAGES, Language
from sphinx_repodoc.analyse.store import Key, Store
from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.files import ROOT, FileKind, Problem, ProblemKind, SourceFile
from sphinx_repodoc.model.secrets import Secret

ANALYSER = Analyser()
"""For the languages that need no configuration."""

Run = Callable[[Sequence[SourceFile], Find], Iterator[tuple[SourceFile, Reply]]]
"""Lets children find something in files."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What became of one file: facts, if its language has an analyser, or a problem."""

    path: PurePosixPath
    facts: Facts | None = None
    problem: Problem | None = None
    secrets: tuple[Secret, ...] = ()
    is_searched: bool = True
    """Whether there are no other secrets."""


def is_readable(file: SourceFile) -> bool:
    """Whether a file is text within the limits, and so is looked through for secrets."""
    return file.kind is FileKind.TEXT and file.is_analysable


def is_analysable(file: SourceFile, languages: Mapping[str, Language] = LANGUAGES) -> bool:
    """Whether a file is text within the limits, in a language that has an analyser."""
    language = languages.get(file.language)
    is_known = language is not None and not language.missing
    return is_known and is_readable(file)


def find_missing(
    files: Iterable[SourceFile], languages: Mapping[str, Language] = LANGUAGES
) -> dict[str, str]:
    """Return for each language of some files the distribution whose want keeps it out."""
    used = sorted({file.language for file in files})
    known = (languages[language] for language in used if language in languages)
    return {language.name: language.missing for language in known if language.missing}


def try_languages(
    files: Iterable[SourceFile], languages: Mapping[str, Language], limits: Limits = DEFAULT_LIMITS
) -> tuple[Mapping[str, Language], tuple[Problem, ...]]:
    """Try each added language that files are in on an empty text.

    :return: the languages that can be used, and why others cannot
    """
    used = {file.language for file in files}
    added = {name for name, each in languages.items() if each.added and not each.missing}
    tried = [SourceFile(ROOT, FileKind.TEXT, language=name) for name in sorted(used & added)]
    find = partial(find_facts, languages=languages)
    replies = [
        reply for file in tried for reply in run_children([file], _read_none, 1, limits, find)
    ]
    problems = {
        file.language: Problem(
            ProblemKind.LANGUAGE,
            f"repodoc_languages: {file.language} files are not analysed, "
            f"for its grammar or its queries cannot be used ({reply.message})",
        )
        for file, reply in replies
        if not reply.facts
    }
    usable = {name: each for name, each in languages.items() if name not in problems}
    return usable, tuple(problems.values())


def _read_none(_file: SourceFile) -> str:
    return ""


def analyse(
    files: Iterable[SourceFile],
    read: Read,
    store: Store | None = None,
    processes: int = 1,
    limits: Limits = DEFAULT_LIMITS,
    analyser: Analyser = ANALYSER,
) -> Iterator[Analysis]:
    """Analyse each readable file, in no set order; files of equal content only once.

    :param read: gives the text of a file; called in a child process
    :param processes: how many children work at once; none is started if the store knows all
    """
    groups = _group(file for file in files if is_readable(file))
    known = store.read_facts(groups) if store else {}
    for key, facts in known.items():
        yield from (_tell(file, Reply(facts), facts, analyser) for file in groups[key])
    found: dict[Key, Facts] = {}
    unknown = [group[0] for key, group in groups.items() if key not in known]

    def run(files: Sequence[SourceFile], find: Find) -> Iterator[tuple[SourceFile, Reply]]:
        return run_children(files, read, processes, limits, find)

    try:
        for file, reply, searched in _run_twice(unknown, run, analyser):
            key = _key_of(file)
            if reply.facts:
                found[key] = reply.facts
            yield from (_tell(same, reply, searched, analyser) for same in groups[key])
    finally:
        if store:
            store.write_facts(found)


def _run_twice(
    files: Sequence[SourceFile], run: Run, analyser: Analyser
) -> Iterator[tuple[SourceFile, Reply, Facts | None]]:
    """Analyse files; where that fails, only search for secrets: also give what that found."""
    failed: dict[Key, Reply] = {}
    for file, reply in run(files, analyser.find_facts):
        if reply.facts or reply.kind is not ProblemKind.ANALYSIS:
            yield file, reply, reply.facts
        else:
            failed[_key_of(file)] = reply
    again = [file for file in files if _key_of(file) in failed]
    for file, reply in run(again, analyser.find_secrets):
        yield file, failed[_key_of(file)], reply.facts


def _group(files: Iterable[SourceFile]) -> Mapping[Key, Sequence[SourceFile]]:
    groups: dict[Key, list[SourceFile]] = defaultdict(list)
    for file in files:
        groups[_key_of(file)].append(file)
    return groups


def _key_of(file: SourceFile) -> Key:
    return Key(file.blob, file.language)


def _tell(file: SourceFile, reply: Reply, searched: Facts | None, analyser: Analyser) -> Analysis:
    """Say what became of a file.

    :param searched: what holds its secrets
    """
    is_searched = searched is not None or reply.kind is ProblemKind.CHANGED
    secrets = searched.secrets if searched else ()
    if reply.facts is None:
        problem = Problem(reply.kind, reply.message, file.path)
        return Analysis(file.path, None, problem, secrets, is_searched)
    facts = reply.facts if is_analysable(file, analyser.languages) else None
    return Analysis(file.path, facts, None, secrets, is_searched)
