"""The rules that a configuration adds: read, tried, and given to their languages."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath

import msgspec

from sphinx_repodoc.analyse.children import DEFAULT_LIMITS, run_children
from sphinx_repodoc.analyse.findings import Rule, add_shapes, parse_added, read_shapes
from sphinx_repodoc.analyse.languages import Language
from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.files import ROOT, FileKind, Problem, ProblemKind, SourceFile

Languages = Mapping[str, Language]

LINE = re.compile(r"\(at line (\d+)")
"""Where TOML's parser says that the error is."""


def read_texts(files: Iterable[Path]) -> dict[Path, str]:
    """Read rule files; one that cannot be read is as an empty one."""
    return {file: file.read_text("utf-8", "replace") if file.is_file() else "" for file in files}


def add_rules(
    languages: Languages, texts: Mapping[Path, str]
) -> tuple[Languages, tuple[Problem, ...]]:
    """Give the rules of some files to their languages.

    :param texts: what is in the files
    :return: the languages, and what is wrong with files and rules, which are then left out
    """
    problems: list[Problem] = []
    changed = dict(languages)
    for file, text in texts.items():
        try:
            name, rules = parse_added(text)
        except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
            place = LINE.search(str(error))
            line = int(place[1]) if place else 1
            problems.append(_problem(file, line, f"the file is left out: {error}"))
            continue
        language = changed.get(name)
        if language is None or language.with_rules is None:
            problems.append(_problem(file, 1, f"no rules can be added for the language {name!r}"))
            continue
        faults = {rule: _try(replace_rules(language, (rule,))) for rule in rules}
        problems += [
            _name_fault(file, text, rule, fault) for rule, fault in faults.items() if fault
        ]
        usable = (*language.rules, *(rule for rule, fault in faults.items() if not fault))
        changed[name] = replace_rules(language, usable)
    return changed, tuple(problems)


def find_ruled(files: Iterable[SourceFile], languages: Languages) -> dict[str, tuple[str, ...]]:
    """Return for each language of some files the sections that rules speak in, if there are any."""
    used = sorted({file.language for file in files})
    known = (languages[name] for name in used if name in languages)
    ruled = {language.name: _list_sections(language) for language in known if not language.missing}
    return {name: sections for name, sections in ruled.items() if sections}


def _list_sections(language: Language) -> tuple[str, ...]:
    shapes = add_shapes(read_shapes(language.grammar), language.rules) if language.grammar else ()
    rules = chain.from_iterable(chain(shape.unnamed, *shape.named.values()) for shape in shapes)
    return tuple(sorted({rule.section for rule in rules}))


def replace_rules(language: Language, rules: Sequence[Rule]) -> Language:
    """Return a language that applies some rules more than its own."""
    if language.with_rules is None or not rules:
        return language
    return replace(language, find_facts=language.with_rules(tuple(rules)), rules=tuple(rules))


def _try(language: Language) -> str:
    """Return why a language cannot be analysed; a query may be wrong, and a grammar may crash."""
    if language.missing:
        return ""
    file = SourceFile(ROOT, FileKind.TEXT, language=language.name)
    find = partial(_find, language)
    ((_, reply),) = run_children([file], _read_none, 1, DEFAULT_LIMITS, find)
    return "" if reply.facts else reply.message


def _find(language: Language, text: str, _name: str) -> Facts:
    return language.find_facts(text)


def _read_none(_file: SourceFile) -> str:
    return ""


def _name_fault(file: Path, text: str, rule: Rule, fault: str) -> Problem:
    before, found, _ = text.partition(f'"{rule.id}"')
    line = before.count("\n") + 1 if found else 1
    return _problem(file, line, f"the rule {rule.id} is left out, for its query is wrong ({fault})")


def _problem(file: Path, line: int, message: str) -> Problem:
    return Problem(ProblemKind.RULE, f"repodoc_rules: {message}", PurePosixPath(file), line)
