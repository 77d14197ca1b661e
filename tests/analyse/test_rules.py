"""What the rules find in languages beside Python, and what they must not."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

from sphinx_repodoc.analyse.findings import read_shapes
from sphinx_repodoc.analyse.languages import LANGUAGES
from sphinx_repodoc.analyse.rule_files import find_ruled
from sphinx_repodoc.model.files import ROOT, FileKind, SourceFile, Span
from tests.analyse.language_facts import facts_of
from tests.analyse.rule_cases import FIRED, SILENT

CASES = Path(__file__).parent / "cases" / "rules"
MARK = re.compile(r"\s*(?://|--|#|!) -> (.*)")
"""What stands in a case behind a line: the rules that it fires, each with its subject."""

WRITTEN_IN = {
    "bash.sh": "Bash",
    "csharp.cs": "C#",
    "fortran.f90": "Fortran",
    "go.go": "Go",
    "java.java": "Java",
    "javascript.js": "JavaScript",
    "julia.jl": "Julia",
    "kotlin.kt": "Kotlin",
    "kotlin_open.kt": "Kotlin",
    "lua.lua": "Lua",
    "lua_bound.lua": "Lua",
    "objc.m": "Objective-C",
    "php.php": "PHP",
    "ruby.rb": "Ruby",
    "rust.rs": "Rust",
    "scala.scala": "Scala",
    "scala_open.scala": "Scala",
    "sql.sql": "SQL",
    "swift.swift": "Swift",
    "typescript.ts": "TypeScript",
    "zig.zig": "Zig",
}
STOPS = (
    "-e",
    "-ex\n\n\\. x.sh",
    "-u -e",
    "-Eeuo pipefail",
    "-o pipefail -e",
    "-uo errexit",
    "+x -e",
)
"""Options of `set` by which the shell ends at errors."""

AROUND = [
    ("Go", "func f() { go func() { defer g() }() }", "go/deferred-call "),
    ("PHP", "function f() { $g = function () { yield 1; yield 2; }; }", "php/generator "),
    ("PHP", "function g() { $f = fn() => 1; yield 1; }", "php/generator g"),
    ("C#", "class A { B F() { B L() { yield return 1; } } }", "csharp/iterator "),
    ("C++", "void f() { g([]() -> T { co_return; }); }", "cpp/coroutine "),
    ("C++", "T f() { g([] { }); co_return; }", "cpp/coroutine f"),
]
"""What the rule is about is the function right around, which may have no name."""


def _show(language: str, text: str) -> str:
    findings = facts_of(text, language).findings
    return "|".join(f"{f.span.line} {f.rule} {f.subject}" for f in findings)


@pytest.mark.parametrize("language", FIRED)
def test_each_rule_is_told_with_its_line_and_subject(language: str) -> None:
    text, expected = FIRED[language]
    assert sorted(_show(language, text).split("|")) == sorted(expected.split("|"))


def _marks(line: str) -> list[str]:
    found = MARK.search(line)
    return found[1].split(" | ") if found else []


def _marks_in(text: str) -> list[str]:
    return [mark for line in text.splitlines() for mark in _marks(line)]


@pytest.mark.parametrize("name", WRITTEN_IN)
def test_findings_stand_where_the_case_says_and_nowhere_else(name: str) -> None:
    lines = (CASES / name).read_text().splitlines()
    facts = facts_of("\n".join(MARK.sub("", line) for line in lines) + "\n", WRITTEN_IN[name])
    rows = [(n, mark) for n, line in enumerate(lines, 1) for mark in _marks(line)]
    found = [(f.span.line, f"{f.rule} {f.subject}".strip()) for f in facts.findings]
    assert sorted(found) == sorted(rows)


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_what_only_resembles_is_silent(language: str, text: str) -> None:
    assert _show(language, text) == ""


def test_a_name_that_is_only_used_beside_others_keeps_its_meaning() -> None:
    text = "const { Proxy: a, b = Proxy } = c, d = [Proxy];\n/Proxy/.test(d);\nnew Proxy(a, b);"
    assert _show("JavaScript", text) == "3 javascript/proxy Proxy"


def test_a_field_hides_nothing_that_goes_by_a_bare_name() -> None:
    text = 'package p\nimport "crypto/md5"\ntype A struct{ md5 []byte }\nfunc f() { md5.New() }'
    assert _show("Go", text) == "4 go/broken-hash md5.New"


@pytest.mark.parametrize("options", STOPS)
def test_the_options_of_a_shell_are_read_wherever_they_stand(options: str) -> None:
    assert _show("Bash", f"set {options}") == "1 bash/stop-at-errors set"


@pytest.mark.parametrize(("language", "text", "expected"), AROUND)
def test_only_the_function_right_around_is_named(language: str, text: str, expected: str) -> None:
    head = {"Go": "package p; ", "PHP": "<?php "}.get(language, "")
    rule = expected.partition(" ")[0]
    found = _show(language, head + text).split("|")
    assert [row for row in found if rule in row] == [f"1 {expected}"]


def test_the_blanks_that_a_grammar_counts_in_are_no_lines_of_a_finding() -> None:
    text = "object A:\n  extension (a: Int)\n    def f = a\n\n  extension (b: Int)\n    def g = b\n"
    spans = [finding.span for finding in facts_of(text, "Scala").findings]
    assert spans == [Span(2, 3), Span(5, 6)]


def test_languages_have_rules_in_sections_or_none() -> None:
    used = ("Python", "SQL", "Makefile", "Markdown", "Unknown")
    files = [SourceFile(ROOT, FileKind.TEXT, language=name) for name in used]
    every = ("patterns", "performance", "security")
    assert find_ruled(files, LANGUAGES) == {"Python": every, "SQL": every}


def test_every_rule_says_in_which_section_and_why_and_has_a_case() -> None:
    fired = {rule for _, rows in FIRED.values() for rule in re.findall(r"\d+ (\S+) ", rows)}
    marked = [m for name in WRITTEN_IN for m in _marks_in((CASES / name).read_text())]
    fired |= {mark.split()[0] for mark in marked}
    names = [file.name for file in files("sphinx_repodoc.analyse").joinpath("rules").iterdir()]
    shapes = [s for name in names for s in read_shapes(name.removesuffix(".toml"))]
    rules = [rule for s in shapes for rules in (s.unnamed, *s.named.values()) for rule in rules]
    for rule in rules:
        assert rule.id in fired or rule.id.startswith("python/")
        assert rule.section in {"patterns", "performance", "security"}
        assert rule.reason.endswith(".")
        assert rule.reference.startswith("https://")
        assert bool(rule.severity) == (rule.section == "security")
