"""Languages that a configuration adds: what a grammar and its queries may do to a build."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import pytest

from sphinx_repodoc.analyse.children import Limits
from sphinx_repodoc.analyse.facts import Analyser, find_facts, find_version
from sphinx_repodoc.analyse.languages import LANGUAGES, Language, add_languages
from sphinx_repodoc.analyse.workers import analyse, is_analysable, try_languages
from sphinx_repodoc.model.files import FileKind, ProblemKind, SourceFile
from sphinx_repodoc.model.languages import AddedLanguage

QUERY = "(pair key: (string (string_content) @name)) @definition.key\n"

LIMITS = Limits(seconds=60.0, memory=256 << 20)

DEATHS = [
    ("!", "Segmentation fault", LIMITS),
    ("?", "not done after 1 seconds", Limits(seconds=1.0)),
    ("&", "Aborted", LIMITS),
]


def _file(name: str) -> SourceFile:
    return SourceFile(PurePosixPath(name), FileKind.TEXT, blob=name, language="Wild")


@pytest.fixture
def wild(tmp_path: Path) -> Mapping[str, Language]:
    """Return the languages with one more, whose grammar acts on some characters."""
    return _add(tmp_path, QUERY)


def _add(
    folder: Path, query: str, grammar: str = "tests.analyse.wild_grammar"
) -> Mapping[str, Language]:
    file = folder / "wild.scm"
    file.write_text(query, "utf-8")
    added = AddedLanguage(name="Wild", grammar=grammar, suffixes=(".wild",), queries=(file,))
    return add_languages([added])


def test_a_grammar_and_queries_are_enough(wild: Mapping[str, Language]) -> None:
    facts = find_facts('{"a": {"b": 1}}', "Wild", wild)
    assert facts
    assert [(s.kind, s.qualified_name) for s in facts.symbols] == [("key", "a"), ("key", "a.b")]


@pytest.mark.parametrize(
    ("character", "message", "limits"), DEATHS, ids=[death[1] for death in DEATHS]
)
def test_a_grammar_that_dies_on_a_file_costs_that_file(
    wild: Mapping[str, Language], character: str, message: str, limits: Limits
) -> None:
    files = [_file(f"{number}.wild") for number in range(4)]

    def read(file: SourceFile) -> str:
        return f'{{"a":{character}}}' if file.path.stem == "2" else '{"a": 1}'

    found = {
        str(analysis.path): analysis
        for analysis in analyse(files, read, limits=limits, analyser=Analyser(wild))
    }
    assert len(found) == len(files)
    for name, analysis in found.items():
        if name == "2.wild":
            assert analysis.problem
            assert analysis.problem.kind is ProblemKind.ANALYSIS
            assert message in analysis.problem.message
        else:
            assert analysis.facts == find_facts('{"a": 1}', "Wild", wild)


@pytest.mark.parametrize(
    ("query", "grammar", "reason"),
    [
        ("(no_such_node) @definition.x", "tests.analyse.wild_grammar", "no_such_node"),
        ("(pair", "tests.analyse.wild_grammar", "Unexpected EOF"),
        (QUERY, "tests.analyse.test_added_languages", "no attribute 'language'"),
    ],
)
def test_a_language_that_cannot_be_used_is_one_problem(
    tmp_path: Path, query: str, grammar: str, reason: str
) -> None:
    languages = _add(tmp_path, query, grammar)
    usable, problems = try_languages([_file("a.wild"), _file("b.wild")], languages, LIMITS)
    assert usable.keys() == LANGUAGES.keys()
    assert [problem.kind for problem in problems] == [ProblemKind.LANGUAGE]
    assert reason in problems[0].message
    assert "Wild" in problems[0].message


def test_a_language_is_tried_only_if_files_are_in_it(tmp_path: Path) -> None:
    languages = _add(tmp_path, "(pair")
    assert try_languages([], languages) == (languages, ())


def test_a_language_without_its_grammar_is_not_analysed(tmp_path: Path) -> None:
    languages = _add(tmp_path, QUERY, "no_such_grammar")
    assert languages["Wild"].missing == "no-such-grammar"
    assert not is_analysable(_file("a.wild"), languages)


def test_the_version_tells_what_a_language_is_made_of(tmp_path: Path) -> None:
    versions = {find_version(LANGUAGES), find_version(_add(tmp_path, QUERY))}
    versions.add(find_version(_add(tmp_path, QUERY + " ")))
    assert len(versions) == 3
    assert find_version(_add(tmp_path, QUERY)) in versions
