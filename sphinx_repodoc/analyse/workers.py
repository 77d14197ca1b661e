"""The analysis of many files: what is known from the store, the rest by child processes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from sphinx_repodoc.analyse.children import DEFAULT_LIMITS, Limits, Read, Reply, run_children
from sphinx_repodoc.analyse.languages import LANGUAGES
from sphinx_repodoc.analyse.store import Key, Store
from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.files import FileKind, Problem, SourceFile


@dataclass(frozen=True, slots=True)
class Analysis:
    """What became of one file: facts, or a problem."""

    path: PurePosixPath
    facts: Facts | None = None
    problem: Problem | None = None


def is_analysable(file: SourceFile) -> bool:
    """Whether a file is text within the limits, in a language that has an analyser."""
    language = LANGUAGES.get(file.language)
    is_known = language is not None and not language.missing
    return is_known and file.kind is FileKind.TEXT and file.is_analysable


def find_missing(files: Iterable[SourceFile]) -> dict[str, str]:
    """Return for each language of some files the distribution whose want keeps it out."""
    used = sorted({file.language for file in files})
    known = (LANGUAGES[language] for language in used if language in LANGUAGES)
    return {language.name: language.missing for language in known if language.missing}


def analyse(
    files: Iterable[SourceFile],
    read: Read,
    store: Store | None = None,
    processes: int = 1,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[Analysis]:
    """Analyse each analysable file, in no set order; files of equal content only once.

    :param read: gives the text of a file; called in a child process
    :param processes: how many children work at once; none is started if the store knows all
    """
    groups = _group(filter(is_analysable, files))
    known = store.read_facts(groups) if store else {}
    for key, facts in known.items():
        yield from (Analysis(file.path, facts) for file in groups[key])
    found: dict[Key, Facts] = {}
    try:
        unknown = [group[0] for key, group in groups.items() if key not in known]
        for file, reply in run_children(unknown, read, processes, limits):
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
