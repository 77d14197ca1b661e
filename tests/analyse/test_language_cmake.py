"""What is in a CMake file."""

import pytest

from sphinx_repodoc.model.facts import LineCounts
from sphinx_repodoc.model.import_contexts import ImportContext
from tests.analyse.language_facts import facts_of, heads_of, kinds_of, symbol_of

KINDS = [
    ("project(P LANGUAGES C)", {"P": "project"}),
    ("ADD_EXECUTABLE(a\n  b.c)", {"a": "executable"}),
    ("add_library(a::b ALIAS c)", {"a::b": "library"}),
    ("add_library(${X}_lib)", {"${X}_lib": "library"}),
    ("add_custom_target(t ALL)", {"t": "custom target"}),
    ("function(f)\nset(x 1)\nendfunction()", {"f": "function"}),
    ("macro(m)\nadd_library(l)\nendmacro()", {"m": "macro", "m.l": "library"}),
    ('option(O "help" ON)\noption(P)', {"O": "option", "P": "option"}),
    ('set(A 1)\nset(B "" CACHE PATH "")', {"A": "variable", "B": "cache entry"}),
    ("if(X)\nset(A 1)\nelse()\nset(B [[option(c)]])\nendif()", dict.fromkeys("AB", "variable")),
    ("add_library(a)\nfunction(", {"a": "library"}),
]  # fmt: skip

NOTHING = [
    "",
    "# add_library(a)\n#[[ add_library(b)\n]]",
    'message("add_library(a)")',
    "set(ENV{X} 1)",
    "my_add_library(x)",
    "add_library()",
    "target_sources(a PRIVATE b)",
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    assert kinds_of(f"{text}\n", "CMake") == kinds


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    facts = facts_of(f"{text}\n", "CMake")
    assert (facts.symbols, facts.imports, facts.tests) == ((), (), ())


def test_heads_name_the_command_and_the_parameters_of_functions() -> None:
    text = "function(f a\n  b)\nendfunction()\nadd_executable(x y.c)\n"
    assert heads_of(text, "CMake") == ["function f a b", "add_executable x"]


def test_comments_and_help_document() -> None:
    text = (
        "# All.\n\n# Does it.\n# Well.\nfunction(f)\nendfunction()\n"
        'option(O "Use it." ON)\nset(C "x" CACHE STRING "Of C.")\n'
    )
    assert facts_of(text, "CMake").documentation == "All."
    docs = {s.name: s.documentation for s in facts_of(text, "CMake").symbols}
    assert docs == {"f": "Does it.\nWell.", "O": "Use it.", "C": "Of C."}
    assert symbol_of(text, "CMake", "f").span.line == 5


def test_what_is_included_and_found() -> None:
    text = "include(a.cmake)\nif(X)\nadd_subdirectory(b)\nendif()\nfind_package(C 1 REQUIRED)\n"
    assert [(i.keyword, i.module, i.context) for i in facts_of(text, "CMake").imports] == [
        ("include", "a.cmake", ImportContext.MODULE),
        ("add_subdirectory", "b", ImportContext.CONDITIONAL),
        ("find_package", "C", ImportContext.MODULE),
    ]


def test_tests_of_both_forms() -> None:
    text = "add_test(NAME a COMMAND x)\nadd_test(b x)\n"
    assert [(t.framework, t.name) for t in facts_of(text, "CMake").tests] == [
        ("CTest", "a"),
        ("CTest", "b"),
    ]
    text = (
        f"if(X)\n{text}endif()\nfunction(f n)\nadd_test(${{n}} x)\nendfunction()\nadd_test(c x)\n"
    )
    found = facts_of(text, "CMake").tests
    assert [t.name for t in found if not t.is_conditional] == ["c"]


def test_targets_are_built_by_name_where_that_is_known() -> None:
    text = (
        "add_executable(a a.c)\nadd_library(b STATIC b.c)\nadd_library(x::b ALIAS b)\n"
        "add_library(c ALIAS b)\nadd_library(d INTERFACE)\nadd_executable(${n} n.c)\n"
        "if(E)\n  add_custom_target(e COMMAND ls)\nendif()\n"
        "function(f)\n  add_executable(g g.c)\n  enable_testing()\nendfunction()\n"
        "add_library(h SHARED IMPORTED)\nenable_testing()\n"
    )
    found = [(d.name, d.line, d.documentation) for d in facts_of(text, "CMake").declarations]
    assert found == [("a", 1, ""), ("b", 2, ""), ("e", 8, "under a condition"), ("test", 15, "")]


def test_lines_are_counted() -> None:
    text = '# c\n#[[ d\n\n]]\nset(A "x\n\n# y") # z\n\n'
    assert facts_of(text, "CMake").lines == LineCounts(code=3, comment=4, blank=1)
