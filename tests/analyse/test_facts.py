"""The table of languages, and the version of the analyser."""

import subprocess
import sys

from sphinx_repodoc.analyse.facts import VERSION, find_facts
from sphinx_repodoc.analyse.languages import LANGUAGES


def test_a_language_stands_in_the_table_under_its_name() -> None:
    assert [language.name for language in LANGUAGES.values()] == list(LANGUAGES)
    assert sorted(LANGUAGES) == [
        *("Bash", "C", "C#", "C++", "CMake", "CSS", "CSV", "CUDA", "Docker", "Fortran"),
        *("FortranFixed", "Go", "Go module", "GraphQL", "HTML", "INI", "JSON", "JSX", "Java"),
        *(
            "JavaScript",
            "Julia",
            "Jupyter Notebook",
            "Just",
            "Kotlin",
            "Lua",
            "Makefile",
            "Markdown",
        ),
        *("Meson", "Nix", "Objective-C", "PHP", "Protocol Buffer", "Python", "Ruby", "Rust", "SQL"),
        *("Scala", "Starlark", "Swift", "TOML", "TSV", "TSX", "Transact-SQL"),
        *("TypeScript", "XML", "YAML", "Zig", "reStructuredText"),
    ]


def test_every_language_analyses_an_empty_text() -> None:
    for name, language in LANGUAGES.items():
        if language.missing:
            continue
        facts = find_facts("", name)
        assert facts is not None
        if not facts.is_structured:
            continue
        assert facts.lines
        assert facts.lines.code == facts.lines.comment == facts.lines.blank == 0


def test_the_version_is_the_same_in_every_process() -> None:
    code = "from sphinx_repodoc.analyse.facts import VERSION; print(VERSION, end='')"
    command = [sys.executable, "-c", code]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert result.stdout == VERSION
