"""What is in a makefile."""

import pytest

from sphinx_repodoc.model.facts import DeclarationKind, LineCounts
from sphinx_repodoc.model.import_contexts import ImportContext
from tests.analyse.language_facts import declared_in, facts_of, heads_of, kinds_of, symbol_of

TARGET, PHONY, VARIABLE = "target", "phony target", "variable"

KINDS = [
    ("all: b\n", {"all": TARGET}),
    ("a b: c\n\td\n", {"a": TARGET, "b": TARGET}),
    ("a:: b\n\t@e: f\n", {"a": TARGET}),
    (".PHONY: all\nall: b\n", {"all": PHONY}),
    (".PHONY: a $(X)\na b:\n", {"a": PHONY, "b": TARGET}),
    ("%.o: %.c\n\tcc\n", {"%.o": "pattern rule"}),
    ("$(O)/lib.a: x | d\n", {"$(O)/lib.a": TARGET}),
    ("A = 1\nB := 2\nC ?= 3\nD ::= 4\nE != ls\n", dict.fromkeys("ABCDE", VARIABLE)),
    ("A?=1\nB!=ls\nA+=2\nA += 3\n", {"A": VARIABLE, "B": VARIABLE}),
    ("export A = 1\noverride B = 2\n", {"A": VARIABLE, "B": VARIABLE}),
    ("define M\nx: y\nz = 1\nendef\n", {"M": "multi-line variable"}),
    ("ifdef X\na:\nelse ifeq (a,b)\nB = 1\nendif\n", {"a": TARGET, "B": VARIABLE}),
    ("x:\n\tls\nifeq (a,b)\ny: z\nendif\n", {"x": TARGET, "y": TARGET}),
    ("a.o: CFLAGS += -g\nb: a.o\n", {"b": TARGET}),
]

NOTHING = [
    "",
    "# a: b\n",
    ".PHONY: x\n.SUFFIXES:\n",
    "A += 1\n",
    "$(eval $(call f,x))\n",
    "export X\nunexport Y\nundefine Z\n",
    "vpath %.c src\n",
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    assert kinds_of(text, "Makefile") == kinds


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    facts = facts_of(text, "Makefile")
    assert (facts.symbols, facts.declarations) == ((), ())


def test_heads_name_what_a_target_needs() -> None:
    text = "all: a.o \\\n  b.o ## Make it.\n\tcc\nA := 1\nexport B = 2\n"
    assert heads_of(text, "Makefile") == ["all: a.o b.o", "A", "export B"]


def test_comments_above_document_and_those_on_the_line() -> None:
    text = "# The tests.\ntest: a\n\techo\n\nhelp: ## Show this.\n\techo\n# Flags.\nF = 1\n"
    docs = {s.name: s.documentation for s in facts_of(text, "Makefile").symbols}
    assert docs == {"test": "The tests.", "help": "Show this.", "F": "Flags."}


def test_a_rule_ends_with_its_recipe() -> None:
    text = "a: b\n\tls\n\n\techo\n\n# of c\nc:\n"
    assert symbol_of(text, "Makefile", "a").span.end_line == 4
    text = "a:\n\tls\nifdef X\nb:\n\tls\nendif\n"
    assert [(s.span.line, s.span.end_line) for s in facts_of(text, "Makefile").symbols] == [
        (1, 2),
        (4, 5),
    ]


def test_includes_with_their_keyword() -> None:
    text = "include a.mk b.mk\n-include c.mk\nifdef X\nsinclude d.mk\nendif\n"
    assert [(i.keyword, i.module, i.context) for i in facts_of(text, "Makefile").imports] == [
        ("include", "a.mk", ImportContext.MODULE),
        ("include", "b.mk", ImportContext.MODULE),
        ("-include", "c.mk", ImportContext.MODULE),
        ("sinclude", "d.mk", ImportContext.CONDITIONAL),
    ]


def test_phony_targets_are_tasks_with_their_recipes() -> None:
    text = ".PHONY: a b\na: x.o\n\t@ls\n\techo\nb:\na: y.o\nc:\nx.o:\n\tcc\n"
    assert declared_in(text, "Makefile") == [
        (DeclarationKind.TASK, "a", "@ls\necho", "", 2),
        (DeclarationKind.TASK, "b", "", "", 5),
    ]


def test_without_phony_targets_those_are_tasks_that_are_no_files() -> None:
    text = "all: x.o\nx.o:\n\tcc\n$(T):\nbin/y:\n%: z\n"
    assert [name for _, name, *_ in declared_in(text, "Makefile")] == ["all"]


def test_lines_are_counted() -> None:
    text = "# c\nA = 1 # d\n\ndefine M\n# no\n\nendef\n"
    assert facts_of(text, "Makefile").lines == LineCounts(code=5, comment=1, blank=1)


TABS = [
    ("ifdef X\n\tA = 1\n\texport B := 2\nelse\n\tA = 3\nendif\n", ["A", "B", "A"]),
    ("ifdef X\n\tifdef Y\n\t\tA = 1\n\tendif\n\tB = \\\n\t2\nendif\nC = 3\n", ["A", "B", "C"]),
    ("ifdef X\na:\n\tA = 1\nelse\n\tB = 2\nendif\n", ["a", "B"]),
    ("a:\n\tA = 1\n\n# c\nifdef X\n\tB = 2\nelse\n\tC = 3\nendif\n", ["a"]),
    ("a:\n\tA = 1\nB = 2\nifdef X\n\tC = 3\nendif\n", ["a", "B", "C"]),
    ("ifdef X\n\tA = $(<:b=c);\n\tB = 'C' $(@:d=e);\nendif\n", ["A", "B"]),
    ("define M\n\tA = 1\nendef\nifdef X\n\tB = a:b\nendif\n", ["M", "B"]),
]


@pytest.mark.parametrize(("text", "names"), TABS)
def test_a_tab_begins_a_line_of_a_recipe_only_behind_a_rule(text: str, names: list[str]) -> None:
    assert [symbol.name for symbol in facts_of(text, "Makefile").symbols] == names


def test_includes_behind_a_tab_are_read() -> None:
    facts = facts_of("ifdef X\n\tinclude a.mk\nendif\n", "Makefile")
    assert [(i.module, i.context) for i in facts.imports] == [("a.mk", ImportContext.CONDITIONAL)]
