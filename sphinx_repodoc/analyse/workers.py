"""The analysis of many files: what is known from the store, the rest by child processes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath

from sphinx_repodoc.analyse.children import DEFAULT_LIMITS, Limits, Read, Reply, run_children
from sphinx_repodoc.analyse.facts import find_facts
from sphinx_repodoc.analyse.languages import LANGUAGES, Language
from sphinx_repodoc.analyse.store import Key, Store
from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.files import ROOT, FileKind, Problem, ProblemKind, SourceFile


@dataclass(frozen=True, slots=True)
class Analysis:
    """What became of one file: facts, or a problem."""

    path: PurePosixPath
    facts: Facts | None = None
    problem: Problem | None = None


def is_analysable(file: SourceFile, languages: Mapping[str, Language] = LANGUAGES) -> bool:
    """Whether a file is text within the limits, in a language that has an analyser."""
    language = languages.get(file.language)
    is_known = language is not None and not language.missing
    return is_known and file.kind is FileKind.TEXT and file.is_analysable


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
    languages: Mapping[str, Language] = LANGUAGES,
) -> Iterator[Analysis]:
    """Analyse each analysable file, in no set order; files of equal content only once.

    :param read: gives the text of a file; called in a child process
    :param processes: how many children work at once; none is started if the store knows all
    """
    groups = _group(file for file in files if is_analysable(file, languages))
    find = partial(find_facts, languages=languages)
    known = store.read_facts(groups) if store else {}
    for key, facts in known.items():
        yield from (Analysis(file.path, facts) for file in groups[key])
    found: dict[Key, Facts] = {}
    try:
        unknown = [group[0] for key, group in groups.items() if key not in known]
        for file, reply in run_children(unknown, read, processes, limits, find):
            key = _key_of(file)
            if reply.facts:
                found[key] = reply.facts
            yield from (_tell(same, reply) for same in groups[key])
    finally:
        if store:
            store.write_facts(found)


def _group(files: Iterable[SourceFile]) -> Mapping[Key, Sequence[SourceFile]]:
    groups: dict[Key, list[SourceFile]] = defaultdict(list)
    for file in files:
        groups[_key_of(file)].append(file)
    return groups


def _key_of(file: SourceFile) -> Key:
    return Key(file.blob, file.language)


def _tell(file: SourceFile, reply: Reply) -> Analysis:
    problem = None if reply.facts else Problem(reply.kind, reply.message, file.path)
    return Analysis(file.path, reply.facts, problem)
